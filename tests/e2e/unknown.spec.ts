import { expect, test } from "./quietTest";

// A static host answers an unknown address with its page for that and the status 404, which the browser reports.
test.use({ expectedOutput: [/404/] });

test("an unknown address says so and lists the documents", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const address of ["./nowhere/", "./softmax-cross-entropy/nothing/"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No page at this address");
    await expect(page.getByRole("main").getByRole("link", { name: "Softmax Jacobian" })).toBeVisible();
  }
  expect(asked.filter((url) => url.includes("nowhere"))).toHaveLength(1);
  await page.getByRole("main").getByRole("link", { name: "Softmax Jacobian" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Softmax Jacobian");
});
