// One demo and one browser for a whole test run.
import { after, before } from "node:test";
import { launch } from "./browser.mjs";
import { complaints } from "./checks.mjs";
import { startDemo } from "./demo.mjs";

/** The running demo and browser, filled before the first test; `asked` are the paths any page has asked for. */
export const house = { demo: null, browser: null, asked: new Set() };

before(async () => {
  [house.demo, house.browser] = await Promise.all([startDemo(), launch()]);
});

after(async () => {
  await house.browser?.close();
  await house.demo?.stop();
});

/** A visitor with cookies of their own; addresses are those of the demo. */
export function visitor(options = {}) {
  return house.browser.newContext({ baseURL: house.demo.base, locale: "nl-NL", viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
}

/** A page that remembers what it complained about in `page.complaints`. */
export async function open(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.complaints = complaints(page);
  page.on("request", (request) => house.asked.add(new URL(request.url()).pathname));
  return page;
}

/** Signs in with the demo's password. */
export async function signIn(page, path, email) {
  await page.goto(path);
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", house.demo.password);
  await press(page, "main button[type=submit].primary");
}

/** Presses what sends a form, and waits for the page that answers. */
export async function press(page, what) {
  const button = typeof what === "string" ? page.locator(what).first() : what;
  await Promise.all([page.waitForEvent("load"), button.click()]);
}

/** What `find` finds in the texts of the mail to somebody, newest first, once it is there. */
async function arrived(page, email, what, find) {
  for (let tries = 0; tries < 60; tries++) {
    for (const text of await mailTexts(page, email)) {
      const found = find(text);
      if (found) return found;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`no mail with ${what} came to ${email}`);
}

/** The newest link with this word in the mail to somebody, once it has arrived. */
export const mailed = (page, email, word) => arrived(page, email, `«${word}»`, (text) => linksIn(text).find((url) => url.includes(word)));

/** The newest one-time code in the mail to somebody, once it has arrived. */
export const mailedCode = (page, email) => arrived(page, email, "a code", (text) => /code\D{1,20}(\d{6,8})\b/.exec(text)?.[1]);

/** Addresses of this demo in the texts of caught mail to somebody, newest mail first. */
export const linksInMail = async (page, email) => (await mailTexts(page, email)).flatMap(linksIn);

const linksIn = (text) => [...text.matchAll(/https?:\/\/[^\s<>)"&]+/g)].map((match) => match[0]).filter((url) => url.startsWith(house.demo.base));

/** The texts of caught mail to somebody, newest first. */
async function mailTexts(page, email) {
  const text = async (path) => (await page.request.get(path)).text();
  const items = (await text("/dev/mail")).split("<li>").filter((item) => item.includes(email));
  const found = [];
  for (const item of items) {
    const [path] = /\/dev\/mail\/[0-9a-f-]+/.exec(item) ?? [];
    if (path) found.push(/<pre class="mail-text">([^]*?)<\/pre>/.exec(await text(path))?.[1] ?? "");
  }
  return found;
}
