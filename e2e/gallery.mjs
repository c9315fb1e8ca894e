// Serves the gallery that `cargo test -p carport-web gallery` wrote, under the product's own security headers, and looks at
// every page in phone, tablet and desk width, light and dark: pictures into e2e/out/gallery, accessibility, sideways
// scrolling, policy violations. Ends with 1 if anything is wrong. `node gallery.mjs home --view=360` looks at pages so named,
// in that width, only; `behaviour` tries what the script promises.
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { behaviour } from "./lib/behaviour.mjs";
import { launch, out, root } from "./lib/browser.mjs";
import { accessibility, complaints, overflow } from "./lib/checks.mjs";
import { serve } from "./lib/gallery-server.mjs";

const gallery = process.env.GALLERY ?? join(root, "target", "gallery");
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const width = process.argv.find((word) => word.startsWith("--view="))?.slice(7);
const pictures = join(out, "gallery");
mkdirSync(pictures, { recursive: true });

const { base, stop } = await serve(gallery);

const names = readdirSync(gallery)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -5))
  .filter((name) => !only.length || only.some((part) => name.includes(part)));
// 640 px is a desk of 1280 px at 200 % zoom; 320 px the narrowest that WCAG 1.4.10 asks for
const views = [
  { name: "360", width: 360, height: 740, axe: true },
  { name: "768", width: 768, height: 1024 },
  { name: "1280", width: 1280, height: 860, axe: true },
  { name: "zoom200", width: 640, height: 430, only: "light" },
  { name: "320", width: 320, height: 640, only: "light" },
];
const problems = [];
const browser = await launch();
try {
  for (const scheme of ["light", "dark"]) {
    for (const view of views.filter((view) => (!view.only || view.only === scheme) && (!width || view.name === width))) {
      const context = await browser.newContext({ viewport: view, colorScheme: scheme, reducedMotion: "reduce" });
      for (const name of names) {
        const page = await context.newPage();
        const said = complaints(page);
        await page.goto(`${base}/${name}.html`, { waitUntil: "networkidle" });
        const where = `${name} ${view.name} ${scheme}`;
        for (const line of [...(view.axe ? await accessibility(page) : []), ...(await overflow(page)), ...said]) problems.push(`${where}: ${line}`);
        await page.screenshot({ path: join(pictures, `${name}-${view.name}-${scheme}.png`), fullPage: true });
        await page.screenshot({ path: join(pictures, `${name}-${view.name}-${scheme}-top.png`) });
        await page.close();
      }
      await context.close();
    }
  }
  if (!only.length || only.includes("behaviour")) problems.push(...(await behaviour(browser, base)));
} finally {
  await browser.close();
  stop();
}
for (const line of new Set(problems)) console.log(line);
console.log(`${names.length} pages, ${problems.length} problems, pictures in ${pictures}`);
process.exitCode = problems.length ? 1 : 0;
