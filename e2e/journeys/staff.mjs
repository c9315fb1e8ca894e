// What staff do: answer a request, see the week and why, approve, and what the customer then holds in hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mailed, open, press, signIn, visitor } from "../lib/house.mjs";

async function office() {
  const context = await visitor();
  const page = await open(context);
  await signIn(page, "/office/sign-in", "petra@jansen.example");
  return [context, page];
}

test("a request is answered with one click, and the invitation goes to the address on file", async () => {
  const [context, page] = await office();
  await page.goto("/office/jansen/requests");
  const request = page.locator("article", { hasText: "Daan Visser" });
  assert.match(await request.locator(".badge").first().innerText(), /vóór \d/);
  await press(page, request.locator("form[action$=invitation] button").first());
  assert.ok(await page.locator("#flash .notice.good").isVisible());
  assert.match(await mailed(page, "daan.visser@post1.example", "/set-password/"), /set-password/);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("staff see the week and why, approve, and the mail arrives with a working way out", async () => {
  const [context, page] = await office();
  await page.goto("/office/jansen/week");
  const why = page.locator("#proposals a[href*='/explain/']").first();
  await page.goto(await why.getAttribute("href"));
  assert.match(await page.locator("main").innerText(), /Regel/);
  await page.goto("/office/jansen/week");
  const preview = page.locator("#proposals tr", { hasText: "e-mail" }).locator("a[href*='/proposal/']").first();
  await page.goto(await preview.getAttribute("href"));
  assert.ok(await page.locator("iframe.preview-frame").isVisible(), "the mail is shown as the customer gets it");
  await page.goto("/office/jansen/week");
  await press(page, "form[action$=decisions] button[name=decision][value=approve]");
  const link = await mailed(page, "@", "/u/").catch(() => mailed(page, "@", "/preferences/"));
  const stranger = await visitor();
  const reader = await open(stranger);
  await reader.goto(link);
  await press(reader, "main button[name=action][value=this]");
  assert.ok(await reader.locator("main .notice.good").first().isVisible(), "the reader is off this list without signing in");
  assert.deepEqual([...page.complaints, ...reader.complaints], []);
  // the message's own link opens a page about this car, after one press
  await reader.goto(await mailed(page, "@", "/l/"));
  await press(reader, "main form button.primary");
  assert.match(new URL(reader.url()).pathname, /\/link$/);
  await stranger.close();
  await context.close();
});

test("letters that were approved become one file to print", async () => {
  const [context, page] = await office();
  await page.goto("/office/jansen/letters");
  await press(page, "main form button.primary");
  const file = page.locator("#letters a[href*='/letters/']");
  for (let tries = 0; tries < 60 && !(await file.count()); tries++) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  const answer = await context.request.get(await file.first().getAttribute("href"));
  assert.equal(answer.headers()["content-type"], "application/pdf");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("what a customer changed goes to the dealer's own system as a file, and a colleague's change with it", async () => {
  const [context, page] = await office();
  await page.goto("/office/jansen/customers?q=10011");
  await page.goto(await page.locator("#customers a.row-link").first().getAttribute("href"));
  await page.goto(`${page.url()}/edit`);
  await page.fill("[name=mobile]", "06 55504711");
  await press(page, "main button.primary");
  assert.match(await page.locator("main").innerText(), /06 55504711/);
  await page.goto("/office/jansen/changes");
  const rows = await page.locator("#changes").innerText();
  assert.match(rows, /Esdoornlaan 63/);
  assert.match(rows, /Petra Jansen/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("main form button.primary").click()]);
  assert.match(download.suggestedFilename(), /^jansen-changes-.*\.zip$/);
  await page.goto("/office/jansen/changes");
  assert.equal(await page.locator("#changes").count(), 0, "what was handed over waits no longer");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("a colleague is invited by mail", async () => {
  const [context, page] = await office();
  await page.goto("/office/jansen/staff/invite");
  await page.fill("[name=name]", "Joris Bos");
  await page.fill("[name=email]", "joris@jansen.example");
  await page.locator("[name=role][value=reception]").check({ force: true });
  await press(page, "main button.primary");
  assert.match(await page.locator("main").innerText(), /Joris Bos/);
  assert.deepEqual(page.complaints, []);
  await context.close();
});
