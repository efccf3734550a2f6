import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

test("the arrow is the derived gradient; a press and the arrow keys move the point", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.getByRole("tab", { name: "Landscape" }).click();
  const map = page.locator(".contour-map");
  await expect(map.locator(".contour").first()).toHaveAttribute("d", /^M/);
  const agree = async () => {
    const [line] = await readLines(page);
    const text = await page.locator(".figure-says").getAttribute("data-gradient");
    expect(Number(text?.split(" ")[0])).toBeCloseTo(line?.value ?? Number.NaN, 12);
  };
  await agree();
  const frame = await map.locator(".map-frame").boundingBox();
  if (frame === null) throw new Error("no map");
  await page.mouse.click(frame.x + frame.width / 4, frame.y + frame.height / 2);
  await nextFrame(page);
  expect(Number((await page.getByLabel("Value of w").inputValue()).replace("−", "-"))).toBeCloseTo(-1.5, 1);
  await agree();
  const before = await page.getByLabel("Value of b").inputValue();
  await map.focus();
  await page.keyboard.press("ArrowUp");
  await nextFrame(page);
  expect(await page.getByLabel("Value of b").inputValue()).not.toBe(before);
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "1");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
