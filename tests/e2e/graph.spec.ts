import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

test("values flow forward and slopes back; each slope is what its line of the page says", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.getByRole("tab", { name: "Graph" }).click();
  const weight = page.locator(".graph-node[data-name=w]");
  const agree = async () => {
    const [line] = await readLines(page);
    expect(Number(await weight.getAttribute("data-adjoint"))).toBeCloseTo(line?.value ?? Number.NaN, 12);
  };
  await agree();
  await page.getByLabel("Value of w").fill("-1.5");
  await nextFrame(page);
  await agree();
  await weight.focus();
  await expect(page.locator(".figure-says")).toContainText("∂L/∂w =");
  await page.getByRole("button", { name: "From the start" }).click();
  await expect(weight).not.toContainText("1.5");
  const on = page.getByRole("button", { name: "One on" });
  while (await on.isEnabled()) await on.click();
  await expect(weight).toContainText("−1.5");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
