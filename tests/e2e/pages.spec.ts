import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { expectEqualAlongHoldingSteps, nextFrame, readLines, sectionAddresses, settled } from "./readPage";

test.describe.configure({ timeout: 240_000 });

test("every page opens, steps to its end, and keeps one value along its holding steps under every input", async ({
  page,
}) => {
  let compared = 0;
  for (const address of await sectionAddresses(page)) {
    await page.goto(address);
    await settled(page);
    const count = await page.locator("[data-step]").count();
    expect(count, address).toBeGreaterThan(0);
    for (let step = 1; step < count; step += 1) await page.keyboard.press("ArrowRight");
    await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", String(count));
    for (const slider of await page.locator("input[type=range]").all()) {
      const name = await slider.getAttribute("aria-label");
      const before = await slider.inputValue();
      await slider.scrollIntoViewIfNeeded();
      const box = await slider.boundingBox();
      if (box === null) throw new Error(`No slider for ${name}`);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      for (const part of [0.35, 0.72]) {
        await page.mouse.move(box.x + box.width * part, box.y + box.height / 2);
        await nextFrame(page);
        compared += expectEqualAlongHoldingSteps(await readLines(page), `of ${address} with ${name} at ${part}`);
      }
      await page.mouse.up();
      expect(await slider.inputValue(), name ?? "").not.toBe(before);
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test("every verdict of every page is one of the four, in words too", async ({ page }) => {
  for (const address of await sectionAddresses(page)) {
    await page.goto(address);
    for (const verdict of await page.locator("[data-verdict]").all()) {
      expect(["holds", "holds-if", "fails", "not-checked"]).toContain(await verdict.getAttribute("data-verdict"));
      expect((await verdict.textContent())?.length, address).toBeGreaterThan(2);
    }
  }
});

for (const [scheme, width, height] of [
  ["light", 1440, 900],
  ["dark", 360, 740],
] as const) {
  test(`no page has a fault of access or scrolls sideways: ${scheme}, ${width} × ${height}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    for (const address of await sectionAddresses(page)) {
      await page.goto(address);
      await settled(page);
      await page.keyboard.press("End");
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
      expect(faults, address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(
        0,
      );
    }
  });
}
