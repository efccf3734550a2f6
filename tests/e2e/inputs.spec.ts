import { liveText } from "../../src/views/liveNumbers";
import { expect, test } from "./quietTest";
import { settled } from "./readPage";

test("Enter settles a number box: what is no number gives way to the value, what is too great to the greatest", async ({
  page,
}) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const box = page.getByLabel("Value of w");
  for (const [typed, shown] of [
    ["abc", "1.20"],
    ["1/3", "1.20"],
    ["", "1.20"],
    ["0,5", "0.50"],
    ["1000", "3.00"],
    ["-", "3.00"],
  ] as const) {
    await box.fill(typed);
    await box.press("Enter");
    await expect(box, `“${typed}”`).toHaveValue(shown);
    await expect(box).toBeFocused();
  }
});

test("no slope is cut off beside its input, however long its text and its name", async ({ page }) => {
  const texts = [Number.NaN, -20.1434, -9999.94, -4e-5, -4e-12].map((value) => liveText("slope", value));
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto("./various-gradients/a-whole-layer/");
    await settled(page);
    if (width < 1000) await page.getByRole("button", { name: "Inputs and figures" }).click();
    const cut = await page.locator(".input-row").evaluateAll(
      (rows, all) =>
        rows.flatMap((row) => {
          const [slope, name] = [row.querySelector(".slope"), row.querySelector(".slope-name")];
          const bench = row.closest(".bench");
          if (slope === null || name === null || bench === null) return [];
          name.textContent = "∂softmax(x)/∂b₁₂₃";
          const edge = bench.getBoundingClientRect().left + bench.clientWidth;
          return all.filter((text) => {
            slope.textContent = text;
            const range = document.createRange();
            range.selectNodeContents(slope);
            const [own, needs] = [slope.getBoundingClientRect(), range.getBoundingClientRect()];
            return needs.width > own.width || own.right > edge;
          });
        }),
      texts,
    );
    expect(cut, `${width} pixels`).toEqual([]);
  }
});
