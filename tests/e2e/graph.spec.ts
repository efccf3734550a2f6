import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { nextFrame, readLines } from "./readPage";

const weightPage = "./math-for-backpropagation/partial-l-partial-w/?tab=graph";

async function opened(page: Page): Promise<void> {
  await expect(page.locator(".graph-node[data-adjoint]").first()).toBeVisible();
}

/** What the lines say of ∂L/∂w, and what the node and its paths say. */
async function expectWeight(page: Page): Promise<void> {
  const [line] = await readLines(page);
  const weight = page.locator(".graph-node[data-name=w]");
  expect(Number(await weight.getAttribute("data-adjoint"))).toBeCloseTo(line?.value ?? Number.NaN, 12);
}

test("values flow forward and slopes back; each slope is what its line of the page says", async ({ page }) => {
  await page.goto(weightPage);
  await opened(page);
  await expectWeight(page);
  await page.getByLabel("Value of w").fill("-1.5");
  await nextFrame(page);
  await expectWeight(page);
  const weight = page.locator(".graph-node[data-name=w]");
  await page.getByRole("button", { name: "From the start" }).click();
  await expect(weight).not.toContainText("1.5");
  const on = page.getByRole("button", { name: "One on" });
  while (await on.isEnabled()) await on.click();
  await expect(weight).toContainText("−1.5");
  await page.getByRole("button", { name: "One back" }).click();
  await expect(page.locator(".graph-phase")).toContainText("slope at");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("a path is the product of its local derivatives, and lights its edges", async ({ page }) => {
  await page.goto(weightPage);
  await opened(page);
  await page.locator(".graph-node[data-name=w]").focus();
  const path = page.locator(".graph-path");
  await expect(path).toHaveCount(1);
  await expect(path).toContainText("∂L/∂ŷ · ∂ŷ/∂z · ∂z/∂w");
  const [line] = await readLines(page);
  expect(Number(await path.getAttribute("data-product"))).toBeCloseTo(line?.value ?? Number.NaN, 12);
  await expect(page.locator(".graph-link.is-lit")).toHaveCount(3);
});

test("the sum over the paths of a logit is its slope, folded or not", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/hat-y-y/?tab=graph");
  await opened(page);
  const node = page.locator(".graph-node[data-name=z₂]");
  const total = page.locator(".graph-paths [data-total]");
  const agree = async () => {
    await node.focus();
    await expect(page.locator(".graph-path")).toHaveCount(4);
    const [line] = await readLines(page);
    expect(Number(await total.getAttribute("data-total"))).toBeCloseTo(line?.value ?? Number.NaN, 12);
    expect(Number(await total.getAttribute("data-adjoint"))).toBeCloseTo(line?.value ?? Number.NaN, 12);
  };
  await agree();
  await expect(page.locator(".graph-node")).toHaveCount(10);
  await page.getByLabel("fold classes").check();
  await expect(page.locator(".graph-node")).toHaveCount(4);
  await agree();
});

test("arrow keys follow the edges; the page's steps stay; symbols light with their node", async ({ page }) => {
  await page.goto(weightPage);
  await opened(page);
  const weight = page.locator(".graph-node[data-name=w]");
  await weight.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".graph-node[data-name=z]")).toBeFocused();
  await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "1");
  await weight.hover();
  await expect(page.locator("[data-step='1'] .symbol.s-w").first()).toHaveAttribute("data-lit", "twin");
  await expect(page.locator(".graph-node.is-current[data-name=w]")).toHaveCount(1);
});

test("no number of a dense graph stands on a node", async ({ page }) => {
  await page.goto("./softmax-cross-entropy/hat-y-y/?tab=graph&classes=10");
  await opened(page);
  await page.getByLabel("fold classes").uncheck();
  await page.locator(".graph-node[data-name=z₂]").focus();
  const faults = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll(".graph-node rect")].map((one) => one.getBoundingClientRect());
    const texts = [...document.querySelectorAll(".graph-local")].filter((one) => one.textContent !== "");
    const middle = (one: Element) => {
      const box = one.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    };
    return {
      shown: texts.length,
      onNodes: texts.filter((text) => {
        const [x, y] = middle(text);
        return boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
      }).length,
    };
  });
  expect(faults.shown).toBeGreaterThan(9);
  expect(faults.onNodes).toBe(0);
});
