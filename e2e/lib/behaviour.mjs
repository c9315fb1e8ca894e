// What the script promises, tried on the gallery with a keyboard and a mouse; each check is a sentence.
import assert from "node:assert/strict";

const checks = {
  async "a row's explanation opens in the drawer, takes the focus and gives it back"({ page }) {
    await page.goto("/week.html");
    await page.getByRole("link", { name: "Anna Vermeulen" }).first().click();
    const drawer = page.locator("dialog.drawer");
    await drawer.getByRole("heading", { name: "Every channel" }).waitFor();
    assert.equal(await drawer.evaluate((d) => d.contains(document.activeElement)), true);
    await page.keyboard.press("Escape");
    assert.equal(await drawer.isVisible(), false);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Anna Vermeulen/);
  },
  async "j, k and x walk and tick the rows, and the bar counts them"({ page }) {
    await page.goto("/week.html");
    assert.equal(await page.locator(".bulk").isVisible(), false);
    for (const key of ["j", "x", "j", "j", "x", "k"]) await page.keyboard.press(key);
    assert.equal(await page.locator("[data-bulk-count]").textContent(), "2");
    assert.equal(await page.locator("tbody tr").nth(1).getAttribute("data-cursor"), "");
    await page.locator("tbody .row-check").nth(5).click({ modifiers: ["Shift"] });
    assert.equal(await page.locator("[data-bulk-count]").textContent(), "5");
    assert.equal(await page.locator("[data-check-all]").evaluate((box) => box.indeterminate), true);
    await page.locator("[data-bulk-clear]").click();
    assert.equal(await page.locator(".bulk").isVisible(), false);
  },
  async "slash goes to the search and Ctrl-K to the command menu, which finds pages and customers"({ page }) {
    await page.goto("/week.html");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.matches("[data-search]")), true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("vermeulen");
    await page.locator("[data-command-results] a").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/explain.html");
  },
  async "a chosen theme is kept in a cookie"({ page, context }) {
    await page.goto("/components.html");
    await page.getByRole("button", { name: "Dark" }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal((await context.cookies()).find((cookie) => cookie.name === "theme").value, "dark");
    await page.getByRole("button", { name: "Same as my device" }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined);
  },
  async "a dialog opens over the page and closes again"({ page }) {
    await page.goto("/components.html");
    await page.getByRole("link", { name: "Open a dialog" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Stay here" }).click();
    assert.equal(await page.getByRole("dialog").isVisible(), false);
  },
  async "the password can be seen and hidden"({ page }) {
    await page.goto("/components.html");
    await page.locator("#secret").fill("correct horse battery");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    assert.equal(await page.locator("#secret").getAttribute("type"), "text");
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    assert.equal(await page.locator("#secret").getAttribute("type"), "password");
  },
  async "the counter follows the typing"({ page }) {
    await page.goto("/details.html");
    await page.locator("#note").fill("x".repeat(480));
    const count = page.locator("[data-count-for=note]");
    assert.equal(await count.textContent(), "480 / 500");
    assert.equal(await count.getAttribute("aria-live"), "polite");
  },
  async "the summary of errors has the focus and leads to the field"({ page }) {
    await page.goto("/details.html");
    assert.equal(await page.evaluate(() => document.activeElement.className), "error-summary");
    await page.getByRole("link", { name: /E-Mail-Adresse/ }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "email");
  },
  async "running work exchanges itself until it is done"({ page }) {
    await page.goto("/work.html");
    await page.locator("#progress:not([data-live])").waitFor();
    assert.match(await page.locator("#progress").textContent(), /120,000 of 120,000/);
  },
  async "a changed form asks before it is left"({ page }) {
    await page.goto("/details.html");
    await page.locator("#city").fill("Ochsenfurt");
    const asked = page.waitForEvent("dialog").then((dialog) => (dialog.accept(), dialog.type()));
    await page.evaluate(() => setTimeout(() => location.assign("/vehicle.html")));
    assert.equal(await asked, "beforeunload");
  },
  async "a filter exchanges the rows and keeps the address"({ page }) {
    await page.goto("/week.html");
    await page.evaluate(() => (document.querySelector("#rows").dataset.old = ""));
    await page.getByLabel("Moment", { exact: true }).selectOption("i");
    await page.waitForURL(/moment=i/);
    assert.equal(await page.locator("#rows").getAttribute("data-old"), null);
    await page.goBack();
    await page.waitForURL((url) => !url.search);
  },
  async "without script menus, panels and the rail still open"({ browser }) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${this.base}/week.html`);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("link", { name: "Audit log" }).waitFor({ state: "visible" });
    await page.goto(`${this.base}/home-one-car.html`);
    await page.locator("details.menu > summary").click();
    await page.getByRole("button", { name: "Uitloggen" }).waitFor({ state: "visible" });
    assert.equal(await page.getByRole("button", { name: "Donker" }).isVisible(), false);
    await context.close();
  },
};

/** Runs every check in a page of its own; returns the sentences that do not hold, with the reason. */
export async function behaviour(browser, base) {
  const failed = [];
  for (const [sentence, check] of Object.entries(checks)) {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 860 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.on("pageerror", (error) => failed.push(`${sentence}: ${error.message}`));
    try {
      await check.call({ base }, { page, context, browser });
    } catch (error) {
      failed.push(`${sentence}: ${error.message.split("\n").slice(0, 4).join(" ")}`);
    }
    await context.close();
  }
  return failed;
}
