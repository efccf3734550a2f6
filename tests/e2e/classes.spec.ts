import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

test("bars, Jacobian and contraction show the engine's values", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/hat-y-y/");
  await settled(page);
  await page.getByRole("tab", { name: "Classes" }).click();
  const numbers = (selector: string, name: string) =>
    page
      .locator(selector)
      .evaluateAll((elements, attribute) => elements.map((one) => Number(one.getAttribute(attribute))), name);
  const agree = async () => {
    const boxes = await page
      .getByLabel(/^Value of z/)
      .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
    const logits = boxes.map((text) => Number(text.replace("−", "-")));
    const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
    const shares = logits.map((logit) => Math.exp(logit) / sum);
    const bars = await numbers(".class-bar", "data-bar");
    const cells = await numbers(".jacobian-cell", "data-cell");
    expect(bars).toHaveLength(12);
    expect(cells).toHaveLength(16);
    shares.forEach((share, j) => {
      expect(bars[j]).toBeCloseTo(share, 12);
      shares.forEach((other, k) => {
        expect(cells[4 * j + k]).toBeCloseTo(share * ((j === k ? 1 : 0) - other), 12);
      });
    });
    const [line] = await readLines(page);
    const contraction = Number(await page.locator("[data-contraction]").getAttribute("data-contraction"));
    expect(contraction).toBeCloseTo(line?.value ?? Number.NaN, 12);
  };
  await agree();
  await page
    .getByLabel(/^Value of z/)
    .nth(1)
    .fill("1.75");
  await nextFrame(page);
  await agree();
  const cell = page.locator(".jacobian-cell").nth(2);
  await cell.focus();
  await expect(page.locator("[data-case=other]")).toContainText("j ≠ k");
  await cell.press("Enter");
  await nextFrame(page);
  await agree();
  await page.locator(".jacobian-cell").nth(5).focus();
  await expect(page.locator("[data-case=same]")).toContainText("j = k");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
