// What customers do: find their way in, change their data, say what they want to hear, keep their account in hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { house, linksInMail, mailed, mailedCode, open, press, signIn, visitor } from "../lib/house.mjs";

const ANNA = "Anna de Vries";

test("a customer activates the page with three details; somebody who guesses sees the same answer and gets no mail", async () => {
  const context = await visitor();
  const page = await open(context);
  const answer = async (email) => {
    await page.goto("/jansen/activate");
    await page.fill("[name=number]", "10004");
    await page.fill("[name=email]", email);
    await page.fill("[name=plate]", "k837nb");
    await press(page, "main button.primary");
    return page.locator("main").innerText();
  };
  assert.equal(await answer("somebody@post1.example"), await answer("sanne.mulder@post1.example"));
  await page.goto(await mailed(page, "sanne.mulder@post1.example", "/set-password/"));
  await page.fill("[name=password]", "een zin die niemand raadt");
  await page.fill("[name=again]", "een zin die niemand raadt");
  await press(page, "main button.primary");
  await page.goto("/jansen");
  assert.match(await page.locator("h1").innerText(), /Sanne/);
  assert.deepEqual(await linksInMail(page, "somebody@post1.example"), []);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("without a message from the company a customer asks for an account, and reads by when to expect an answer", async () => {
  const context = await visitor();
  const page = await open(context);
  await page.goto("/jansen/activate");
  await page.locator("main footer a[href$=request-account]").click();
  await page.waitForURL("**/request-account");
  await press(page, "main button.primary");
  assert.ok((await page.locator(".error-summary li").count()) >= 6, "every empty field is named");
  const typed = { first_name: "Daan", last_name: "Visser", street: "Esdoornlaan", house_number: "76", postcode: "3971 CW", city: "Driebergen", plate: "12-ABC-3", email: "daan.visser@post1.example" };
  for (const [name, value] of Object.entries(typed)) await page.fill(`[name=${name}]`, value);
  await press(page, "main button.primary");
  assert.match(await page.locator("main").innerText(), /binnen|uiterlijk/);
  assert.deepEqual(
    page.complaints.filter((line) => !line.includes("422")),
    [],
  );
  await context.close();
});

test("a customer changes an address and a preference, finds both kept, and takes the refusal back", async () => {
  const context = await visitor();
  const page = await open(context);
  await signIn(page, "/jansen/sign-in", house.demo.customers[ANNA]);
  await page.goto("/jansen/my-data/address");
  await page.fill("[name=house_number]", "63");
  await press(page, "main button.primary");
  assert.match(await page.locator("main").innerText(), /Esdoornlaan 63/);
  assert.ok(await page.locator("#flash .notice").isVisible(), "the change is confirmed in place");
  const topic = (answer) => page.locator(`[name=topic-sales_news][value=${answer}]`);
  await page.goto("/jansen/my-preferences");
  for (const answer of ["no", "yes"]) {
    await topic(answer).check({ force: true });
    await press(page, "main form button.primary");
    await page.goto("/jansen/my-preferences");
    assert.ok(await topic(answer).isChecked(), `«${answer}» was kept`);
  }
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("a customer moves the sign-in to another address, and the old one can take it back", async () => {
  const context = await visitor();
  const page = await open(context);
  const email = house.demo.customers["Mohammed el Amrani"];
  await signIn(page, "/jansen/sign-in", email);
  await page.goto("/jansen/account/email");
  await page.fill("[name=email]", "nieuw.adres@post4.example");
  if (await page.locator("[name=password]").count()) await page.fill("[name=password]", house.demo.password);
  await press(page, "main button.primary");
  await page.goto(await mailed(page, "nieuw.adres@post4.example", "/confirm-email/"));
  await press(page, "main form button.primary");
  assert.match(await mailed(page, email, "/undo-email/"), /undo-email/);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("a code by mail signs in without the password, and goes on to the page that was asked for", async () => {
  const context = await visitor();
  const page = await open(context);
  const email = house.demo.customers[ANNA];
  await page.goto("/jansen/my-car");
  await page.locator("main a[href*='/sign-in/code']").click();
  await page.waitForURL("**/sign-in/code?*");
  await page.fill("[name=email]", email);
  await press(page, "main form button.primary");
  await page.fill("[name=code]", "00000000");
  await press(page, "main form button.primary");
  assert.ok(await page.locator(".error-summary").isVisible(), "a wrong code is told");
  await page.fill("[name=code]", await mailedCode(page, email));
  await press(page, "main form button.primary");
  assert.match(new URL(page.url()).pathname, /^\/jansen\/my-car/);
  assert.deepEqual(
    page.complaints.filter((line) => !line.includes("422")),
    [],
  );
  await context.close();
});

test("a forgotten password gets a link, and another device is signed out from the account page", async () => {
  const context = await visitor();
  const page = await open(context);
  await page.goto("/jansen/forgot-password");
  await page.fill("[name=email]", house.demo.customers[ANNA]);
  await press(page, "main button.primary");
  assert.match(await mailed(page, house.demo.customers[ANNA], "/set-password/"), /set-password/);
  await signIn(page, "/jansen/sign-in", house.demo.customers[ANNA]);
  await page.goto("/jansen/account");
  const sessions = page.locator("main li", { has: page.locator("form [name=session]") });
  const before = await sessions.count();
  assert.ok(before >= 1, "the demo's own first visit is still signed in");
  await press(page, sessions.first().locator("button"));
  assert.equal(await sessions.count(), before - 1);
  assert.deepEqual(page.complaints, []);
  await context.close();
});
