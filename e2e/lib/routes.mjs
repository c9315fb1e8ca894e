// The addresses the program answers, read from its source, so that a page nobody looks at is noticed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./browser.mjs";

/** Every route that answers GET, such as `/{company}/my-car/{vehicle}`. */
export function getRoutes() {
  const sources = join(root, "crates", "web", "src");
  const routes = new Set();
  for (const file of readdirSync(sources, { recursive: true }).filter((name) => name.endsWith(".rs"))) {
    for (const call of readFileSync(join(sources, file), "utf8").split(".route(").slice(1)) {
      const [, route, handlers] = /^\s*"([^"]+)"\s*,([^;}]*)/.exec(call) ?? [];
      if (route && /\bget\(/.test(handlers)) routes.add(route);
    }
  }
  return [...routes];
}

/** The route an address belongs to: the one with the most words of its own. */
export function routeOf(path, routes) {
  const words = path.split("/");
  const fits = (route) => {
    const parts = route.split("/");
    return parts.length === words.length && parts.every((part, at) => part === words[at] || (part.startsWith("{") && words[at] !== ""));
  };
  const own = (route) => route.split("/").filter((part) => !part.startsWith("{")).length;
  return routes.filter(fits).sort((a, b) => own(b) - own(a))[0];
}
