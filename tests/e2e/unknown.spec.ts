import { expect, test } from "@playwright/test";

// Not a quiet test: the browser itself reports the status 404.
test("an unknown address says so and lists the documents", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const address of ["./nowhere/", "./softmax-cross-entropy/nothing/"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No page at this address");
    await expect(page.getByRole("main").getByRole("link", { name: "Softmax Jacobian" })).toBeVisible();
  }
  await page.getByRole("main").getByRole("link", { name: "Softmax Jacobian" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Softmax Jacobian");
  expect(errors).toEqual([]);
});
