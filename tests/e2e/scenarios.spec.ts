import { expect, test } from "./quietTest";
import { settled } from "./readPage";

test("changes are undone and done again, by button and by key; reset goes back to the start", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const box = page.getByLabel("Value of w");
  await page.getByRole("slider", { name: /^w/ }).press("Home");
  await expect(box).toHaveValue("−3.00");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(box).toHaveValue("1.20");
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
