import type { Locator } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

test("changes are undone and done again, by button and by key; reset goes back to the start", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const box = page.getByLabel("Value of w");
  const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", { name }));
  const expectWays = async (back: boolean, forth: boolean) => {
    await expect(undo as Locator).toHaveAttribute("aria-disabled", String(!back));
    await expect(redo as Locator).toHaveAttribute("aria-disabled", String(!forth));
  };
  await expectWays(false, false);
  await page.getByRole("slider", { name: /^w/ }).press("Home");
  await expect(box).toHaveValue("−3.00");
  await expectWays(true, false);
  await undo?.click();
  await expect(box).toHaveValue("1.20");
  await expectWays(false, true);
  await page.keyboard.press("Control+Shift+Z");
  await expect(box).toHaveValue("−3.00");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(box).toHaveValue("1.20");
});

test("a named start sets the inputs and says what to look for; reset returns to it", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  await page.getByLabel("start from").selectOption("saturated");
  const box = page.getByLabel("Value of w");
  await expect(box).toHaveValue("3.00");
  await expect(page.locator(".inputs [role=status]")).not.toBeEmpty();
  await page.getByRole("slider", { name: /^w/ }).press("Home");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(box).toHaveValue("3.00");
});

test("the box names the start that the inputs are at: after a drag none, after undo, reload and reset again", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const box = page.getByLabel("start from");
  const shown = () => box.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent);
  const w = page.getByLabel("Value of w");
  const slider = page.getByRole("slider", { name: /^w/ });
  expect(await shown()).toBe("the page’s own values");
  await slider.press("Home");
  await expect.poll(shown).toBe("your own values");
  await box.selectOption("saturated");
  await expect(w).toHaveValue("3.00");
  await slider.press("Home");
  await expect.poll(shown).toBe("your own values");
  await box.selectOption("saturated");
  await expect(w).toHaveValue("3.00");
  await slider.press("Home");
  await expect.poll(shown).toBe("your own values");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(shown).toBe("saturated");
  await expect(page).toHaveURL(/w=3/);
  await page.reload();
  await settled(page);
  await expect.poll(shown).toBe("saturated");
  await expect(page.locator(".inputs [role=status]")).not.toBeEmpty();
  await slider.press("Home");
  await expect.poll(shown).toBe("your own values");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(w).toHaveValue("3.00");
  await expect.poll(shown).toBe("saturated");
  await box.selectOption("the page’s own values");
  await expect(w).toHaveValue("1.20");
  await expect.poll(shown).toBe("the page’s own values");
});

test("a start for four classes is not named beside five", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/hat-y-y/?tab=classes");
  await settled(page);
  const box = page.getByLabel("start from");
  await box.selectOption("large logits");
  await expect(box).toHaveValue("large logits");
  await page.getByRole("slider", { name: /^classes/ }).press("ArrowRight");
  await expect(box).not.toHaveValue("large logits");
  await page.getByRole("slider", { name: /^classes/ }).press("ArrowLeft");
  await expect(box).toHaveValue("large logits");
});

test("where the probability is the label, every gradient is zero", async ({ page }) => {
  for (const address of ["./math-for-backpropagation/partial-l-partial-b/", "./softmax-cross-entropy/hat-y-y/"]) {
    await page.goto(address);
    await settled(page);
    await page.getByLabel("start from").selectOption("ŷ = y");
    await nextFrame(page);
    const [line] = await readLines(page);
    expect(Math.abs(line?.value ?? Number.NaN), address).toBeLessThan(1e-15);
  }
});

test("large logits: the same added to each changes nothing", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/hat-y-y/");
  await settled(page);
  const [before] = await readLines(page);
  await page.getByLabel("start from").selectOption("large logits");
  await nextFrame(page);
  await expect(page.getByLabel(/^Value of z/).first()).toHaveValue("3.10");
  const [after] = await readLines(page);
  expect(after?.value).toBeCloseTo(before?.value ?? Number.NaN, 12);
});
