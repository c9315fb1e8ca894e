// What every page must pass: WCAG 2.2 AA as far as a machine can tell, no sideways scrolling, no policy violation.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Accessibility violations of the page as lines to print. With `rules` only those are asked: after a change of width or
 * colour scheme most of them cannot answer differently.
 */
export async function accessibility(page, rules = null) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async ([tags, rules]) => {
      // a sandboxed preview runs no script, so nothing can look into it from here; mail is checked on its own
      const { violations } = await window.axe.run(
        { exclude: [["iframe[sandbox]"]] },
        { runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false },
      );
      return violations;
    },
    [TAGS, rules],
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} – ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? violation.help}`),
  );
}

/** Elements that stick out sideways, when the page can be scrolled sideways. */
export async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const scrolls = (element) => {
      for (let up = element.parentElement; up; up = up.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
      return false;
    };
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > wide + 1 && !scrolls(element))
      .slice(0, 5)
      .map((element) => `sticks out: ${element.tagName.toLowerCase()}.${[...element.classList].join(".")} to ${Math.round(element.getBoundingClientRect().right)} of ${wide}`);
  });
}

/** Collects what the page complains about from now on: policy violations, script errors, failed requests. */
export function complaints(page) {
  const found = [];
  page.on("console", (message) => message.type() === "error" && found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`script: ${error.message}`));
  return found;
}

/**
 * Texts that stand in for a translation nobody wrote: the words of a key (`Proposal status waiting`) or a variable left open.
 * `known` are the keys and texts of the page's language.
 */
export async function untranslated(page, known) {
  const texts = await page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement.closest("script, style, code, pre, [translate=no]")) found.push(node.data.trim());
    for (const name of ["aria-label", "title", "placeholder", "alt"]) for (const element of document.body.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name).trim());
    return found.filter(Boolean);
  });
  return texts.filter((text) => {
    if (/\{\s*\$|[\u2068\u2069]/.test(text)) return true;
    if (!/^[A-Z][a-z0-9]*( [a-z0-9]+)+$/.test(text) || known.texts.has(text)) return false;
    const family = text.toLowerCase().split(" ").slice(0, -1).join("-");
    return known.families.has(family);
  });
}
