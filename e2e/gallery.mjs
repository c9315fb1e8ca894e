// Serves the gallery that `cargo test -p carport-web gallery` wrote, under the product's own security headers, and looks at
// every page in phone, tablet and desk width, light and dark: pictures into e2e/out/gallery, accessibility, sideways
// scrolling, policy violations. Ends with 1 if anything is wrong. `node gallery.mjs home --view=360` looks at pages so named,
// in that width, only; `behaviour` tries what the script promises.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { behaviour } from "./lib/behaviour.mjs";
import { launch, out, root } from "./lib/browser.mjs";
import { accessibility, complaints, overflow } from "./lib/checks.mjs";

const gallery = process.env.GALLERY ?? join(root, "target", "gallery");
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const width = process.argv.find((word) => word.startsWith("--view="))?.slice(7);
const pictures = join(out, "gallery");
mkdirSync(pictures, { recursive: true });

const css = () =>
  readFileSync(join(root, "assets/css/ORDER"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((file) => readFileSync(join(root, "assets/css", file), "utf8"))
    .join("\n");
const logo = (word, colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40"><rect y="6" width="28" height="28" rx="7" fill="${colour}"/><path d="M6 24l5-9h8l4 6" stroke="white" stroke-width="2.5" fill="none"/><text x="36" y="27" font-family="Inter, sans-serif" font-weight="600" font-size="19" fill="#22201c">${word}</text></svg>`;
const files = {
  "/assets/carport.css": () => [css(), "text/css"],
  "/assets/carport.js": () => [readFileSync(join(root, "assets/js/carport.js")), "text/javascript"],
  "/assets/icons.svg": () => [readFileSync(join(root, "assets/icons/icons.svg")), "image/svg+xml"],
  "/assets/cars.svg": () => [readFileSync(join(root, "assets/cars/cars.svg")), "image/svg+xml"],
  "/logo-jansen.svg": () => [logo("jansen", "#0b6e4f"), "image/svg+xml"],
  "/logo-brand.svg": () => [logo("Nordica", "#1c2b4a"), "image/svg+xml"],
  "/logo-severavto.svg": () => [logo("СеверАвто", "#1d4ed8"), "image/svg+xml"],
  "/logo-snelparts.svg": () => [logo("snelparts", "#e25a0c"), "image/svg+xml"],
  "/favicon.ico": () => [logo("", "#35506b"), "image/svg+xml"],
  // asked again, the work is done
  "/live/import": () => [readFileSync(join(gallery, "work.html"), "utf8").replace(/ data-live="[^"]*"/, "").replaceAll("48,200 of", "120,000 of"), "text/html; charset=utf-8"],
  "/search": () => ['<!doctype html><title>Search</title><div id="results"><ul><li><a href="/explain.html">Anna Vermeulen</a></li></ul></div>', "text/html; charset=utf-8"],
  "/mail-sample.html": () => [
    "<!doctype html><html lang=nl><title>Voorbeeld</title><body><h1>Uw APK verloopt binnenkort</h1><p>Beste mevrouw Vermeulen, de APK van uw Nordal V6 verloopt op 27 december.</p></body></html>",
    "text/html; charset=utf-8",
  ],
};
const policy =
  "default-src 'none'; script-src 'nonce-gallery' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types app";
const server = createServer((request, answer) => {
  const path = new URL(request.url, "http://gallery").pathname;
  try {
    const [body, type] = files[path]?.() ?? [readFileSync(join(gallery, path)), path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8"];
    answer.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}`;

const names = readdirSync(gallery)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -5))
  .filter((name) => !only.length || only.some((part) => name.includes(part)));
// 640 px is a desk of 1280 px at 200 % zoom; 320 px the narrowest that WCAG 1.4.10 asks for
const views = [
  { name: "360", width: 360, height: 740 },
  { name: "768", width: 768, height: 1024 },
  { name: "1280", width: 1280, height: 860 },
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
        for (const line of [...(await accessibility(page)), ...(await overflow(page)), ...said]) problems.push(`${where}: ${line}`);
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
  server.close();
  server.closeAllConnections();
}
for (const line of new Set(problems)) console.log(line);
console.log(`${names.length} pages, ${problems.length} problems, pictures in ${pictures}`);
process.exitCode = problems.length ? 1 : 0;
