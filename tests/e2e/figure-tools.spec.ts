import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { settled } from "./readPage";

test.describe.configure({ timeout: 90_000 });

const figures = ["Slope", "Graph", "Landscape", "Descent"];

test("each figure's data can be read and copied, its drawing stands alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  for (const figure of figures) {
    await page.getByRole("tab", { name: figure }).click();
    await expect(page.locator(".figure svg").first()).toBeVisible();
    await page.getByText("Data", { exact: true }).click();
    await expect(page.locator(".figure-data tbody tr").first()).toBeVisible();
    await page.getByRole("button", { name: "Copy CSV" }).click();
    await expect(page.getByText("CSV copied")).toBeVisible();
    const rows = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\r\n");
    expect(rows.length, figure).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Copy SVG" }).click();
    await expect(page.getByText("SVG copied")).toBeVisible();
    const svg = await page.evaluate(() => navigator.clipboard.readText());
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain("class=");
    await page.getByRole("button", { name: "Copy PNG" }).click();
    await expect(page.getByText("PNG copied")).toBeVisible({ timeout: 20_000 });
  }
});

for (const [scheme, width] of [
  ["light", 1440],
  ["dark", 360],
] as const) {
  test(`figures are without faults of access and do not scroll the page sideways: ${scheme}, ${width}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto("./softmax-cross-entropy/hat-y-y/");
    await settled(page);
    if (width < 500) await page.getByRole("button", { name: "Inputs and figures" }).click();
    for (const figure of [...figures, "Classes"]) {
      await page.getByRole("tab", { name: figure }).click();
      await expect(page.locator(".figure svg").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(" ")}`)),
        figure,
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}
