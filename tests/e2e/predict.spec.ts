import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";

async function predicting(page: Page): Promise<void> {
  await page.goto(logit);
  await settled(page);
  await page.getByLabel("Predict first").check();
  await expect(page.getByRole("region", { name: "Predict first" })).toBeVisible();
}

test("off by default; on, the sign is nowhere until it is answered, and the engine's number judges the answer", async ({
  page,
}) => {
  await page.goto(logit);
  await settled(page);
  const [line] = await readLines(page);
  const sign = (line?.value ?? 0) > 0 ? "positive" : "negative";
  await expect(page.getByLabel("Predict first")).not.toBeChecked();
  await page.getByLabel("Predict first").check();
  await expect(page.locator(".line-value [data-value]")).toHaveCount(0);
  await expect(page.locator(".slope")).toHaveCount(0);
  await expect(page.locator(".tab-panel svg")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: sign }).click();
  const answer = page.locator("[data-answer]");
  await expect(answer).toHaveAttribute("data-answer", "right");
  await expect(answer).toContainText(`${(line?.value ?? Number.NaN).toFixed(6).replace("-", "−")}, ${sign}`);
  await page.getByRole("button", { name: "Show values and figures" }).click();
  await expect(page.locator(".line-value [data-value]").first()).toBeVisible();
  expect(page.url()).not.toContain("predict");
});

test("a wrong sign is said to be wrong", async ({ page }) => {
  await predicting(page);
  await page.getByRole("button", { name: "zero" }).click();
  await expect(page.locator("[data-answer]")).toHaveAttribute("data-answer", "wrong");
});

test("the next line is in no part of the page until it is judged or shown", async ({ page }) => {
  await predicting(page);
  await page.getByRole("button", { name: "show me" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: "Next step" }).click();
  const second = page.locator("[data-step='2']");
  await expect(second.locator(".katex")).toHaveCount(0);
  await expect(second).toContainText("hidden until you predict it");
  await expect(second.locator("[data-verdict]")).toHaveCount(0);
  await expect(page.locator(".tab-panel svg")).toHaveCount(0);
  const field = page.getByLabel("Your line, in LaTeX");
  const judged = page.locator(".typed-judgement");
  await field.fill("(-\\frac{y}{a} + \\frac{1-y}{1-a}) a (1-a)");
  await field.press("Enter");
  await expect(judged).toHaveAttribute("data-judgement", "holds", { timeout: 15_000 });
  await field.fill("y - a");
  await field.press("Enter");
  await expect(judged).toHaveAttribute("data-judgement", "fails", { timeout: 15_000 });
  await expect(judged).toContainText("the line before is");
  await field.fill("\\frac{y}{");
  await field.press("Enter");
  await expect(judged).toHaveAttribute("data-judgement", "unread", { timeout: 15_000 });
  await page.getByRole("button", { name: "Show the line" }).click();
  await expect(second.locator(".katex").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Next step" })).toBeFocused();
  await expect(page.locator("[data-step='3'] .katex")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Predict first" }).uncheck();
  await nextFrame(page);
  await expect(page.locator("[data-step='3'] .katex").first()).toBeVisible();
});
