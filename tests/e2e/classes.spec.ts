import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines, rested } from "./readPage";

const last = "./softmax-cross-entropy/hat-y-y/";

/** The figure is there and has numbers. */
async function opened(page: Page): Promise<void> {
  await expect(page.locator(".jacobian-cell[data-cell]").first()).toBeVisible();
}

function numbers(page: Page, selector: string, name: string): Promise<readonly number[]> {
  return page
    .locator(selector)
    .evaluateAll((all, attribute) => all.map((one) => Number(one.getAttribute(attribute))), name);
}

async function logitsOf(page: Page): Promise<readonly number[]> {
  const boxes = await page
    .getByLabel(/^Value of z/)
    .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  return boxes.map((text) => Number(text.replace("−", "-")));
}

/** Bars, cells and contraction against the softmax of the logits that the boxes show. */
async function expectClasses(page: Page): Promise<void> {
  await rested(page);
  const logits = await logitsOf(page);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  const shares = logits.map((logit) => Math.exp(logit) / sum);
  const count = shares.length;
  const bars = await numbers(page, ".class-bar", "data-bar");
  const labels = await numbers(page, ".class-around", "data-bar");
  const heights = await numbers(page, ".class-bar", "height");
  const [top = 0, , bottom = 0] = await numbers(page, ".class-grid", "y1");
  const cells = await numbers(page, ".jacobian-cell", "data-cell");
  const texts = await page.locator(".jacobian-cell text").allTextContents();
  expect(bars).toHaveLength(2 * count);
  expect(cells).toHaveLength(count * count);
  const whole = labels.reduce((total, label) => total + label, 0);
  shares.forEach((share, j) => {
    expect(bars[j]).toBeCloseTo(share, 12);
    // Bars are drawn to a tenth of a pixel.
    expect(Math.abs((heights[j] ?? Number.NaN) - share * (bottom - top))).toBeLessThan(0.051);
    expect(bars[count + j]).toBeCloseTo(share * whole - (labels[j] ?? Number.NaN), 12);
    shares.forEach((other, k) => {
      const slope = share * ((j === k ? 1 : 0) - other);
      expect(cells[count * j + k]).toBeCloseTo(slope, 12);
      expect(Number(texts[count * j + k]?.replace("−", "-"))).toBeCloseTo(slope, 1);
    });
  });
  for (const left of [
    ...(await numbers(page, ".row-sum", "data-sum")),
    ...(await numbers(page, ".column-sum", "data-sum")),
  ])
    expect(Math.abs(left)).toBeLessThan(1e-12);
  const [line] = await readLines(page);
  expect(Number(await page.locator("[data-contraction]").getAttribute("data-contraction"))).toBeCloseTo(
    line?.value ?? Number.NaN,
    12,
  );
}

test("bars, Jacobian and contraction show the engine's values", async ({ page }) => {
  await page.goto(`${last}?tab=classes`);
  await opened(page);
  await expectClasses(page);
  await page
    .getByLabel(/^Value of z/)
    .nth(1)
    .fill("1.75");
  await nextFrame(page);
  await expectClasses(page);
  const cell = page.locator(".jacobian-cell").nth(2);
  await cell.focus();
  await expect(page.locator("[data-case=other]")).toContainText("j ≠ k");
  await cell.press("Enter");
  await nextFrame(page);
  await expect(page.getByRole("group", { name: "index k" }).getByRole("button", { name: "3" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectClasses(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-case=same]")).toContainText("j = k");
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "1");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
});

test("from 2 to 10 classes: other inputs stay, the address keeps the number, undo goes back", async ({ page }) => {
  await page.goto(`${last}?tab=classes`);
  await opened(page);
  await page
    .getByLabel(/^Value of z/)
    .first()
    .fill("-0.75");
  const count = page.getByRole("slider", { name: /^classes/ });
  await count.press("End");
  await nextFrame(page);
  expect(await logitsOf(page)).toHaveLength(10);
  expect((await logitsOf(page))[0]).toBe(-0.75);
  await expectClasses(page);
  await expect(page).toHaveURL(/classes=10/);
  await expect(page.locator(".input-symbol .formula-source")).toHaveCount(0);
  const before = await readLines(page);
  await page.reload();
  await opened(page);
  expect(await readLines(page)).toEqual(before);
  expect((await logitsOf(page))[0]).toBe(-0.75);
  await page.getByRole("slider", { name: /^classes/ }).press("Home");
  await nextFrame(page);
  expect(await logitsOf(page)).toHaveLength(2);
  await expectClasses(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await nextFrame(page);
  expect(await readLines(page)).toEqual(before);
  await page.getByRole("button", { name: "Redo" }).click();
  expect(await logitsOf(page)).toHaveLength(2);
});

test("labels that do not sum to one: the line that needs it parts from the one before, and the figure says so", async ({
  page,
}) => {
  await page.goto(`${last}?tab=classes`);
  await opened(page);
  await page.getByRole("button", { name: "sum 1.3" }).click();
  await nextFrame(page);
  await expectClasses(page);
  const says = page.locator(".label-sum");
  expect(Number(await says.getAttribute("data-sum"))).toBeCloseTo(1.3, 12);
  const lines = await readLines(page);
  const conditional = lines.find(({ verdict }) => verdict === "holds-if");
  const step = conditional?.step ?? 0;
  await expect(says).toContainText(`Line ${step} holds only if Σy = 1, and fails here`);
  const shown = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(6).replace("-", "−");
  await expect(says).toContainText(shown(conditional?.value));
  await expect(says).toContainText(shown(lines[step - 2]?.value));
  await page.getByRole("group", { name: "labels" }).getByRole("button", { name: "one-hot" }).click();
  await nextFrame(page);
  await expect(says).toContainText("The labels sum to 1.");
});

test("soft labels keep their sum with fewer classes and stay soft; a class is never pressed beside “soft”", async ({
  page,
}) => {
  await page.goto(`${last}?tab=classes&classes=10`);
  await opened(page);
  const count = page.getByRole("slider", { name: /^classes/ });
  const pressed = page.getByRole("group", { name: /^label\s/ }).locator("[aria-pressed=true]");
  const sumIs = async (sum: number) => {
    await nextFrame(page);
    await expectClasses(page);
    expect(Number(await page.locator(".label-sum").getAttribute("data-sum"))).toBeCloseTo(sum, 12);
    await expect(pressed).toHaveText("soft");
  };
  for (const [preset, sum] of [
    ["soft", 1],
    ["sum 1.3", 1.3],
  ] as const) {
    await page.getByRole("group", { name: "labels" }).getByRole("button", { name: preset }).click();
    await count.press("Home");
    await sumIs(sum);
    await count.press("End");
    await sumIs(sum);
  }
});

test("the number of a bar that hangs to the end covers no class", async ({ page }) => {
  for (const classes of [4, 10]) {
    await page.goto(`${last}?tab=classes&classes=${classes}&z_%7B1,1%7D=3.9&z_%7B1,2%7D=-2`);
    await opened(page);
    await page
      .getByRole("group", { name: /^label\s/ })
      .getByRole("button", { name: "2" })
      .click();
    await rested(page);
    const panel = page.getByRole("img", { name: /^gradient/ });
    expect(Number(await panel.locator(".class-bar").nth(1).getAttribute("data-bar"))).toBeLessThan(-0.95);
    const bottom = await panel
      .locator(".class-value")
      .nth(1)
      .evaluate((text) => text.getBoundingClientRect().bottom);
    const top = await panel
      .locator(".class-number")
      .nth(1)
      .evaluate((text) => text.getBoundingClientRect().top);
    // Boxes of texts hold the room of letters that digits don't reach.
    expect(bottom - top, `${classes} classes`).toBeLessThan(5);
  }
});

test("a cell lights its case in the formula, and the case its cells; a press sets both indices", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/softmax-jacobian/?tab=classes");
  await opened(page);
  const line = page.locator("[data-step='1']");
  await page.locator(".jacobian-cell").nth(5).hover();
  await expect(line.locator(".is-lit-case").first()).toBeVisible();
  const lit = async () => (await line.locator(".is-lit-case").allTextContents()).join(" ");
  expect(await lit()).toContain("1−");
  await page.locator(".jacobian-cell").nth(7).hover();
  await expect.poll(lit).not.toContain("1−");
  await page.locator(".jacobian-cell").nth(7).click();
  await rested(page);
  const [first] = await readLines(page);
  expect(first?.value).toBeCloseTo((await numbers(page, ".jacobian-cell", "data-cell"))[7] ?? Number.NaN, 12);
  await line.locator(".mtable .mord").filter({ hasText: "1−" }).first().hover();
  await expect(page.locator(".jacobian-cell.is-lit")).toHaveCount(4);
});

test("ten classes fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${last}?tab=classes&classes=10`);
  await page.getByRole("button", { name: "Inputs and figures" }).click();
  await expect(page.locator(".jacobian-cell")).toHaveCount(100);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const overlaps = await page.locator(".jacobian-cell").evaluateAll(
    (cells) =>
      cells.filter((cell) => {
        const [box, text] = [cell.querySelector("rect"), cell.querySelector("text")].map((one) =>
          one?.getBoundingClientRect(),
        );
        return (text?.width ?? 0) > (box?.width ?? 0);
      }).length,
  );
  expect(overlaps).toBe(0);
});
