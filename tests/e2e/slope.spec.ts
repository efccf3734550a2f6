import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

test("the tangent's slope is the number that the section derives, and the secant becomes it", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.getByRole("tab", { name: "Slope" }).click();
  const says = page.locator(".figure-says");
  const read = async (name: string) => Number(await says.getAttribute(name));
  const agree = async () => {
    const [line] = await readLines(page);
    expect(await read("data-slope")).toBeCloseTo(line?.value ?? Number.NaN, 12);
  };
  await agree();
  const h = page.getByRole("slider", { name: /secant/ });
  await h.press("Home");
  expect(Math.abs((await read("data-secant")) - (await read("data-slope")))).toBeLessThan(1e-3);
  await page.getByLabel("Value of w").fill("-1.5");
  await nextFrame(page);
  await agree();
  const plot = page.locator(".can-drag .slope-plot");
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (box === null) throw new Error("no plot");
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await nextFrame(page);
  await expect(page.getByLabel("Value of w")).not.toHaveValue("−1.50");
  await agree();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
