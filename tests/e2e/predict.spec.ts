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

/** The second line, hidden, with the field that asks for it. */
async function askedForSecond(page: Page) {
  await predicting(page);
  await page.getByRole("button", { name: "show me" }).click();
  await page.getByRole("button", { name: "Next step" }).click();
  return {
    second: page.locator("[data-step='2']"),
    field: page.getByLabel("Your line, in LaTeX"),
    judged: page.locator(".typed-judgement"),
  };
}

test("the next line is in no part of the page until it is judged or shown", async ({ page }) => {
  const { second, field, judged } = await askedForSecond(page);
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(second.locator(".katex")).toHaveCount(0);
  await expect(second).toContainText("hidden until you predict it");
  await expect(second.locator("[data-verdict]")).toHaveCount(0);
  await expect(page.locator(".tab-panel svg")).toHaveCount(0);
  await field.fill("y - a");
  await field.press("Enter");
  await expect(judged).toHaveAttribute("data-judgement", "fails", { timeout: 15_000 });
  await expect(judged).toContainText("the line before is");
  await expect(field).toBeFocused();
  await field.fill("\\frac{y}{");
  await field.press("Enter");
  await expect(judged).toHaveAttribute("data-judgement", "unread", { timeout: 15_000 });
  await expect(second.locator(".katex")).toHaveCount(0);
  await page.getByRole("button", { name: "Show the line" }).click();
  await expect(second.locator(".katex").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Next step" })).toBeFocused();
  await expect(page.locator("[data-step='3'] .katex")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Predict first" }).uncheck();
  await nextFrame(page);
  await expect(page.locator("[data-step='3'] .katex").first()).toBeVisible();
});

test("a line that holds, typed as it would stand in a display, reveals the document's at once", async ({ page }) => {
  const { second, field, judged } = await askedForSecond(page);
  await field.fill("&= (-\\frac{y}{a} + \\frac{1-y}{1-a}) a (1-a)");
  await page.getByRole("button", { name: "Judge my line" }).focus();
  await page.keyboard.press("Enter");
  await expect(judged).toHaveAttribute("data-judgement", "holds", { timeout: 15_000 });
  await expect(judged).toContainText("Your line holds.");
  await expect(second.locator(".katex").first()).toBeVisible();
  await expect(second.locator("[data-verdict]")).toBeVisible();
  await expect(field).toHaveCount(0);
  const next = page.getByRole("button", { name: "Next step" });
  await expect(next).toBeFocused();
  await next.press("Enter");
  await expect(second.locator(".katex").first()).toBeVisible();
  await expect(page.locator("[data-step='3'] .katex")).toHaveCount(0);
  await expect(field).toBeVisible();
});

test("by keyboard the focus goes from the sign to what is said of it, and on to the next step", async ({ page }) => {
  await predicting(page);
  await page.getByRole("button", { name: "negative" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-answer]")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show values and figures" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Next step" })).toBeFocused();
});
