// The shipped texts of a language, as far as a test needs them: every key's family and every plain text.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./browser.mjs";

/** Families of keys (`proposal-status` of `proposal-status-waiting`) and texts without variables. */
export function words(language) {
  const folder = join(root, "translations", language);
  const families = new Set();
  const texts = new Set();
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const entry = /^([a-z][a-z0-9-]*) = ?(.*)$/.exec(line);
      if (!entry) continue;
      const parts = entry[1].split("-");
      for (let length = 1; length < parts.length; length++) families.add(parts.slice(0, length).join("-"));
      texts.add(entry[2].trim());
    }
  }
  return { families, texts };
}
