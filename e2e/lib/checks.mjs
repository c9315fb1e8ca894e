// What every page must pass: WCAG 2.2 AA as far as a machine can tell, no sideways scrolling, no policy violation.
import { AxeBuilder } from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Accessibility violations of the page as lines to print. */
export async function accessibility(page) {
  // a sandboxed preview runs no script, so nothing can look into it from here; mail is checked on its own
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude("iframe[sandbox]").analyze();
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
