// Walks every page of the demo: each route that answers GET is looked at by somebody who may see it, on a phone and on a
// desk, in light and in dark. What is found is told page by page.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { out } from "./lib/browser.mjs";
import { accessibility, overflow, untranslated } from "./lib/checks.mjs";
import { house, linksInMail, open, press, signIn, visitor } from "./lib/house.mjs";
import { getRoutes, routeOf } from "./lib/routes.mjs";
import { totp } from "./lib/totp.mjs";
import { words } from "./lib/words.mjs";

// What can answer differently once the colours or the width change; everything else is asked once.
const COLOUR = ["color-contrast", "link-in-text-block"];
const WIDTH = ["color-contrast", "target-size", "scrollable-region-focusable", "heading-order", "aria-hidden-focus"];
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 844 };
const DESK = { width: 1280, height: 900 };
// At most this many pages of one route: a second customer, car or letter shows nothing new.
const SAME = 1;
// Files that the demo's exports may come without.
const MAY_LACK = ["/{company}/invoices/{invoice}", "/office/{company}/customers/{customer}/invoices/{invoice}"];
const SHOTS = process.env.SHOTS ? join(out, process.env.SHOTS) : null;

const routes = getRoutes();

/** Fails with every line found, readable. */
function nothing(found) {
  assert.ok(found.length === 0, `${found.length} found:\n${found.join("\n")}`);
}

/**
 * Everything wrong with the page as it stands, in every scheme and width. Of a page whose structure was `seen` in another
 * company's colours and language, only these are asked.
 */
async function inspect(page, known, seen = false) {
  const wrong = [];
  const note = (where, found) => wrong.push(...found.map((line) => `${where}: ${line}`));
  const at = async (size, colorScheme) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // colours on their way are not the colours that count
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation instanceof CSSTransition && animation.finish()));
  };
  await at(DESK, "light");
  note("desk", await accessibility(page, seen ? COLOUR : null));
  note("desk", await overflow(page));
  note("words", await untranslated(page, known));
  await shot(page, "desk-light");
  if (!seen) {
    await at(DESK, "dark");
    note("desk, dark", await accessibility(page, COLOUR));
    await shot(page, "desk-dark");
  }
  await at(PHONE, "dark");
  note("phone, dark", await accessibility(page, COLOUR));
  await shot(page, "phone-dark");
  await at(PHONE, "light");
  if (!seen) note("phone", await accessibility(page, WIDTH));
  note("phone", await overflow(page));
  await shot(page, "phone-light");
  await at(NARROW, "light");
  note("320 px", await overflow(page));
  await at(DESK, "light");
  return wrong;
}

async function shot(page, kind) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  const name = new URL(page.url()).pathname.slice(1).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replace(/\W+/g, "-") || "front";
  await page.screenshot({ path: join(SHOTS, `${name}-${kind}.png`), fullPage: true });
}

/**
 * Follows links from `start` as far as `stays` allows, with two pages side by side, and inspects each new one.
 * Returns what is wrong, a line each.
 */
async function walk({ who, context, start, stays, language, seen = false }) {
  const known = words(language);
  const wrong = [];
  const offered = new Map();
  const queue = [];
  const offer = (address) => {
    const url = new URL(address, house.demo.base);
    if (url.origin !== house.demo.base || !stays(url.pathname)) return;
    const route = routeOf(url.pathname, routes);
    const kind = `${route} ${[...url.searchParams.keys()].sort()}`;
    const known = offered.get(kind) ?? new Set();
    if (known.size >= SAME || known.has(url.pathname)) return;
    offered.set(kind, known.add(url.pathname));
    queue.push(url.pathname + url.search);
  };
  start.forEach(offer);
  const visit = async (page, path) => {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    // 410 says that a link has been used: a page like others
    if (answer.status() >= 400 && answer.status() !== 410) return wrong.push(`${path} answers ${answer.status()}`);
    house.asked.add(path.split("?")[0]);
    if (answer.status() >= 300) return offer(answer.headers().location);
    const type = answer.headers()["content-type"] ?? "";
    if (!type.startsWith("text/html") || /attachment/.test(answer.headers()["content-disposition"] ?? "") || /^\/dev\/mail\/.*html$/.test(path)) return undefined;
    page.complaints.length = 0;
    await page.goto(path);
    (await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href))).forEach(offer);
    const found = await inspect(page, known, seen);
    const complaints = page.complaints.filter((line) => !(answer.status() === 410 && line.includes("410")));
    return wrong.push(...[...complaints, ...found].map((line) => `${path} · ${line}`));
  };
  let busy = 0;
  const worker = async () => {
    const page = await open(context);
    while (queue.length > 0 || busy > 0) {
      const path = queue.shift();
      if (!path) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      busy += 1;
      try {
        await visit(page, path);
      } catch (error) {
        wrong.push(`${path} · ${error.message.split("\n")[0]}`);
      }
      busy -= 1;
    }
  };
  await Promise.all([worker(), worker()]);
  await context.close();
  return [...new Set(wrong)].map((line) => `${who}: ${line}`);
}

const under = (...beginnings) => (path) => beginnings.some((beginning) => path === beginning || path.startsWith(`${beginning}/`)) && !path.endsWith("/sign-out");

test("every page a visitor reaches without signing in", async () => {
  const context = await visitor();
  const page = await open(context);
  const links = await linksInMail(page, "@");
  await page.close();
  const start = ["/", "/office/sign-in", "/operator/sign-in", "/healthz", "/readyz", "/metrics", "/favicon.ico"];
  for (const part of ["sign-in", "sign-in/code/enter", "activate", "activate/letter/code", "request-account", "forgot-password", "help", "step-up"]) start.push(`/jansen/${part}`);
  nothing(await walk({ who: "visitor", context, start: [...start, "/dev/mail", ...links], stays: (path) => !path.startsWith("/assets"), language: "nl" }));
});

test("every page of a customer", async () => {
  const context = await visitor();
  const page = await open(context);
  await signIn(page, "/jansen/sign-in", house.demo.customers["Anna de Vries"]);
  await page.close();
  nothing(await walk({ who: "customer", context, start: ["/jansen", "/jansen/", "/jansen/set-password", "/jansen/help", "/jansen/account", "/jansen/invoices", "/jansen/step-up", "/jansen/step-up/code"], stays: under("/jansen"), language: "nl" }));
});

test("every page of an owner", async () => {
  const context = await visitor();
  const page = await open(context);
  await signIn(page, "/office/sign-in", "petra@jansen.example");
  await page.close();
  nothing(await walk({ who: "owner", context, start: ["/office", "/office/", "/office/jansen", "/office/jansen/", "/office/account"], stays: under("/office"), language: "nl" }));
});

test("every page of the operator", async () => {
  const context = await visitor({ locale: "en-GB" });
  const page = await open(context);
  await signIn(page, "/operator/sign-in", "operator@carport.example");
  // the console opens only with a code
  nothing(await inspect(page, words("en")));
  await page.fill("[name=code]", totp(await page.locator("main code").innerText()));
  await press(page, "main button.primary");
  await page.close();
  nothing(await walk({ who: "operator", context, start: ["/operator"], stays: under("/operator"), language: "en" }));
});

for (const [company, language, locale, name] of [
  ["severavto", "ru", "ru-RU", /^С|^[А-Я]/],
  ["lindner", "de", "de-DE", /./],
  ["snelparts", "en", "en-GB", /./],
]) {
  test(`a customer's pages at ${company}, in their own language`, async () => {
    const context = await visitor({ locale });
    const page = await open(context);
    const [, email] = house.demo.customersAt(company).find(([who]) => name.test(who));
    await signIn(page, `/${company}/sign-in`, email);
    await page.close();
    const stays = (path) => under(`/${company}`)(path);
    nothing(await walk({ who: company, context, start: [`/${company}`, `/${company}/help`, `/${company}/account`], stays, language, seen: true }));
  });
}

test("no page that answers was left out", () => {
  assert.ok(routes.length > 60, `the source is read: ${routes.length}`);
  const looked = new Set([...house.asked].map((path) => routeOf(path, routes)));
  assert.deepEqual(routes.filter((route) => !looked.has(route) && !MAY_LACK.includes(route)), []);
});
