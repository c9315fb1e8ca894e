// The journeys of the people Carport is for, in a real browser against the real program.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, out } from "../lib/browser.mjs";
import { accessibility, complaints, overflow } from "../lib/checks.mjs";
import { startDemo } from "../lib/demo.mjs";

let demo, browser;
const shots = join(out, "journeys");

before(async () => {
  mkdirSync(shots, { recursive: true });
  demo = await startDemo();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Looks at the page as it is: nothing axe finds in light or dark, nothing sticks out on a phone, a picture of each. */
async function look(page, name) {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`), fullPage: true });
    }
    assert.deepEqual(await accessibility(page), [], `${name}, ${scheme}`);
  }
  await page.setViewportSize({ width: 360, height: 900 });
  assert.deepEqual(await overflow(page), [], `${name} on a phone`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function newPage() {
  const context = await browser.newContext({ locale: "nl-NL" });
  const page = await context.newPage();
  page.complaints = complaints(page);
  return page;
}

async function signIn(page, path, email) {
  await page.goto(demo.base + path);
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", demo.password);
  await page.click("main button[type=submit].primary");
  await page.waitForLoadState();
}

test("a customer finds the way in and sees the same answer whether or not the details match", async () => {
  const page = await newPage();
  await page.goto(`${demo.base}/jansen/sign-in`);
  await look(page, "sign-in");
  await page.goto(`${demo.base}/jansen/activate`);
  await look(page, "activate");
  await page.fill("[name=number]", "10002");
  await page.fill("[name=email]", "somebody@post1.example");
  await page.fill("[name=plate]", "N-134-FG");
  await page.click("main button[type=submit].primary");
  await look(page, "activate-answer");
  await page.goto(`${demo.base}/jansen/request-account`);
  await look(page, "request-account");
  await page.goto(`${demo.base}/jansen/forgot-password`);
  await look(page, "forgot-password");
  assert.deepEqual(page.complaints, []);
});

test("a customer looks around, changes a preference and finds it kept", async () => {
  const page = await newPage();
  await signIn(page, "/jansen/sign-in", demo.customers["Anna de Vries"]);
  await look(page, "home");
  for (const part of ["my-data", "my-car", "my-preferences", "help", "account", "invoices"]) {
    const answer = await page.goto(`${demo.base}/jansen/${part}`);
    assert.equal(answer.status(), 200, part);
    await look(page, part);
  }
  assert.deepEqual(page.complaints, []);
});

test("staff see the week, why, and approve; the mail arrives with a working way out", async () => {
  const page = await newPage();
  await signIn(page, "/office/sign-in", "petra@jansen.example");
  await look(page, "office-home");
  await page.goto(`${demo.base}/office/jansen/week`);
  await look(page, "week");
  const why = await page.locator("#proposals tbody tr td a").nth(1).getAttribute("href");
  await page.goto(demo.base + why);
  await look(page, "explain");
  for (const part of ["customers", "requests", "call-list", "letters", "results", "moments", "proof", "company", "locations", "staff", "audit"]) {
    const answer = await page.goto(`${demo.base}/office/jansen/${part}`);
    assert.equal(answer.status(), 200, part);
    await look(page, `office-${part}`);
  }
  assert.deepEqual(page.complaints, []);
});
