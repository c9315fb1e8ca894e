// What staff do: answer a request, see the week and why, approve, and what the customer then holds in hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { linksInMail, open, press, signIn, visitor } from "../lib/house.mjs";

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
  assert.match(await request.locator(".badge").first().innerText(), /dag|werkdag|vandaag|morgen/i);
  await press(page, request.locator("form[action$=invitation] button").first());
  assert.ok(await page.locator("#flash .notice.good").isVisible());
  await page.waitForTimeout(500);
  assert.ok((await linksInMail(page, "daan.visser@post1.example")).some((url) => url.includes("/set-password/")));
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
  await press(page, "form[action$=decisions] button[name=decision][value=approve]");
  let link;
  for (let tries = 0; tries < 60 && !link; tries++) {
    await page.waitForTimeout(500);
    link = (await linksInMail(page, "@")).find((url) => /\/(u|preferences)\//.test(url));
  }
  assert.ok(link, "an approved message arrived with its way out");
  const stranger = await visitor();
  const reader = await open(stranger);
  await reader.goto(link);
  await press(reader, "main button[name=action][value=this]");
  assert.ok(await reader.locator("main .notice.good").first().isVisible(), "the reader is off this list without signing in");
  assert.deepEqual([...page.complaints, ...reader.complaints], []);
  await stranger.close();
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
