// Serves the gallery as the product would: the same assets, the same security headers, a few addresses that answer something.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { root } from "./browser.mjs";

/** Starts serving a folder of gallery pages; returns its address and how to stop it. */
export async function serve(gallery) {
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
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
