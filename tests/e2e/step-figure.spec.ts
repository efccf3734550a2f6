import { expect, test } from "./quietTest";
import { nextFrame, settled } from "./readPage";

test("the counterexample stands on the axis, and a press on it sets the inputs; differences can be drawn logarithmic", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.keyboard.press("End");
  const mark = page.locator(".counterexample-mark");
  await expect(mark).toBeVisible();
  const before = await page.getByLabel("Value of w").inputValue();
  await mark.click();
  await nextFrame(page);
  expect(await page.getByLabel("Value of w").inputValue()).not.toBe(before);
  const at = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2;
  };
  expect(Math.abs((await at(".counterexample-mark")) - (await at(".chart .current-point")))).toBeLessThan(1.5);
  const curve = page.locator(".difference-curve");
  const plain = await curve.getAttribute("d");
  await page.getByLabel("logarithmic, with sign").check();
  await expect(curve).not.toHaveAttribute("d", plain ?? "");
});
