import { expect, test } from "./quietTest";
import { expectSameLines, nextFrame, readLines, settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";
const softmax = "./softmax-cross-entropy/hat-y-y/";

test("reload and a pasted link restore step and values", async ({ page, context }) => {
  await page.goto(logit);
  await settled(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.getByLabel("Value of w").fill("-1.37");
  await page.getByRole("slider", { name: /^b\b/ }).press("ArrowRight");
  await expect(page).toHaveURL(/step=3&w=-1\.37&b=-0\.39$/);
  const before = await readLines(page);
  await page.reload();
  await settled(page);
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "3");
  expectSameLines(await readLines(page), before);
  const second = await context.newPage();
  await second.goto(page.url());
  await settled(second);
  expectSameLines(await readLines(second), before);
});

test("labels and indices come back too, and the values follow the index", async ({ page }) => {
  await page.goto(softmax);
  await settled(page);
  const [atTwo] = await readLines(page);
  await page.getByRole("group", { name: "index k" }).getByRole("button", { name: "4" }).click();
  await page.getByRole("group", { name: "label y" }).getByRole("button", { name: "class 1" }).click();
  await nextFrame(page);
  const atFour = await readLines(page);
  expect(atFour[0]?.value).not.toBe(atTwo?.value);
  // Both are written once the page rests: before that, the address may have the first alone.
  await expect(page).toHaveURL(/index=k:4&y_/);
  await page.reload();
  await settled(page);
  expectSameLines(await readLines(page), atFour);
  await expect(page.getByRole("group", { name: "label y" }).getByRole("button", { name: "class 1" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("soft labels part the step that needs their sum from the line above it", async ({ page }) => {
  await page.goto(softmax);
  await settled(page);
  const conditional = (await readLines(page)).find(({ verdict }) => verdict === "holds-if");
  if (conditional === undefined) throw new Error("No step holds on a condition");
  const parted = async () => {
    await nextFrame(page);
    const lines = await readLines(page);
    return (lines[conditional.step - 1]?.value ?? 0) - (lines[conditional.step - 2]?.value ?? 0);
  };
  expect(Math.abs(await parted())).toBeLessThan(1e-9);
  await page.getByRole("button", { name: "soft" }).click();
  await page.getByRole("slider", { name: /^y/ }).first().press("PageUp");
  expect(Math.abs(await parted())).toBeGreaterThan(1e-3);
});

test("a link within the site opens in place, and back returns", async ({ page }) => {
  await page.goto(logit);
  await settled(page);
  await page.keyboard.press("End");
  await page.getByRole("link", { name: /^Softmax Jacobian/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Softmax Jacobian");
  await expect(page).toHaveTitle(/Softmax Jacobian/);
  await settled(page);
  await page.goBack();
  await expect(page).toHaveURL(/partial-l-partial-z/);
  await expect(page.locator("[data-step]").first()).toBeVisible();
});

test("formulas are set on a page that is opened in place", async ({ page }) => {
  await page.goto(logit);
  await settled(page);
  await page.getByRole("link", { name: /^Softmax Jacobian/ }).click();
  await expect(page.locator("[data-step] .katex-html .mfrac").first()).toBeVisible();
  await expect(page.locator(".formula-source")).toHaveCount(0);
});

test("wrong parts of an address are named, the page opens all the same", async ({ page }) => {
  await page.goto(`${logit}?step=400&w=0.5&colour=red`);
  await settled(page);
  const status = page.locator(".callout-warning[role=status]");
  await expect(status).toContainText("step=400");
  await expect(status).toContainText("colour=red");
  await expect(page.getByLabel("Value of w")).toHaveValue("0.50");
});

test("Share copies a link to this page with these values", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(logit);
  await settled(page);
  await page.getByLabel("Value of x").fill("2");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/partial-l-partial-z\/\?x=2$/);
});
