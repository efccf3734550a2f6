import { expect, test } from "./quietTest";

/** The harness itself: it must be able to fail. */
test.describe("a page that speaks", () => {
  test.fail();

  test("to the console", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => console.warn("a warning"));
  });

  test("by an uncaught error", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("uncaught on purpose");
      });
    });
    await page.waitForTimeout(100);
  });

  test("by a missing file", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => fetch("/no-such-file.js"));
  });
});

test.describe("a page that speaks as expected", () => {
  test.use({ expectedOutput: [/^console\.info: as expected$/] });

  test("to the console", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => console.info("as expected"));
    await expect(page.locator("body")).toBeVisible();
  });
});
