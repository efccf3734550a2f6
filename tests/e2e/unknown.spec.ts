import { expect, test } from "./quietTest";

// A static host answers an unknown address with its page for that and the status 404, which the browser reports.
test.use({ expectedOutput: [/404/] });

test("an unknown address says so and lists the documents", async ({ page }) => {
  for (const address of ["./nowhere/", "./softmax-cross-entropy/nothing/"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No page at this address");
    await expect(page.getByRole("main").getByRole("link", { name: "Softmax Jacobian" })).toBeVisible();
  }
  await page.getByRole("main").getByRole("link", { name: "Softmax Jacobian" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Softmax Jacobian");
});
