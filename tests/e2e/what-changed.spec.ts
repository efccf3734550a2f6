import { expect, test } from "./quietTest";
import { settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";
const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/[\s\u200b]/g, ""));

test("what a step changed is underlined in both of its lines and said, and goes with the step", async ({ page }) => {
  await page.goto(`${logit}?step=6`);
  await settled(page);
  const said = page.locator("[data-changes]");
  await expect(said).toHaveText("Changed, collect terms: a y; −a y is gone.");
  const changed = (step: number) => page.locator(`[data-step='${step}'] [data-changed]`);
  expect(plain(await changed(5).allTextContents())).toEqual(["ay", "−ay"]);
  await expect(changed(6)).toHaveCount(0);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText("Changed, derivative of the sigmoid, last page: (1/(1 + e^(−z)))′ became a (1 − a).");
  expect(plain(await changed(3).allTextContents())).toEqual(["a(1−a)"]);
  await expect(changed(5)).toHaveCount(0);
});
