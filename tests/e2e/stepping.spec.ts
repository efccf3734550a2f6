import { expect, test } from "./quietTest";
import { nextFrame, readLines, settled } from "./readPage";

const logit = "./math-for-backpropagation/partial-l-partial-z/";

test("keys, buttons and clicks step; a control keeps its own keys", async ({ page }) => {
  await page.goto(logit);
  await settled(page);
  const current = page.locator("[aria-current=step]");
  await page.keyboard.press("ArrowRight");
  await expect(current).toHaveAttribute("data-step", "2");
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(current).toHaveAttribute("data-step", "3");
  await page.keyboard.press("ArrowRight");
  await expect(current).toHaveAttribute("data-step", "4");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(current).toHaveAttribute("data-step", "3");
  await page.keyboard.press("Home");
  await expect(current).toHaveAttribute("data-step", "1");
  await page.locator("[data-step='5'] .line-rule").click();
  await expect(current).toHaveAttribute("data-step", "5");
  await page.getByRole("slider", { name: /^x/ }).press("ArrowRight");
  await page.getByLabel("Value of x").press("Home");
  await expect(current).toHaveAttribute("data-step", "5");
});

test("both sides are drawn from the engine's values and move with the inputs", async ({ page }) => {
  await page.goto(`${logit}?step=6`);
  await settled(page);
  const thin = page.locator(".curve-thin");
  const [before, wide] = [await thin.getAttribute("d"), await page.locator(".curve-wide").getAttribute("d")];
  expect(before).toBe(wide);
  expect(before?.match(/[ML]/g)?.length).toBeGreaterThan(100);
  await page.getByRole("slider", { name: /^y/ }).press("ArrowLeft");
  await nextFrame(page);
  expect(await thin.getAttribute("d")).not.toBe(before);
});

test("a counterexample is one click away and shows the difference", async ({ page }) => {
  await page.goto("./math-for-backpropagation/partial-l-partial-w/");
  await settled(page);
  const failing = (await readLines(page)).find(({ verdict }) => verdict === "fails");
  if (failing === undefined) throw new Error("No line fails");
  await page.locator(`[data-step='${failing.step}'] .line-check`).click();
  await page.getByRole("button", { name: "Set the inputs to it" }).click();
  await nextFrame(page);
  const lines = await readLines(page);
  const [left, right] = [lines[failing.step - 2]?.value ?? 0, lines[failing.step - 1]?.value ?? 0];
  expect(Math.abs(left - right)).toBeGreaterThan(1e-3);
});

test("the theme is chosen, kept and applied", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(logit);
  await settled(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--paper"));
  const light = await ground();
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  expect(await ground()).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await settled(page);
  expect(await ground()).toBe(dark);
});

test("on paper every line has its value and its verdict, and no control is printed", async ({ page }) => {
  await page.goto(logit);
  await settled(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-value]").last()).toBeVisible();
  await expect(page.locator(".bench")).toBeHidden();
  await expect(page.locator(".stepping")).toBeHidden();
});

test("on a phone the bench is a tray that opens", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(logit);
  await settled(page);
  const bench = page.getByRole("region", { name: "Bench" });
  const closed = await bench.boundingBox();
  await page.getByRole("button", { name: "Inputs and figures" }).click();
  const open = await bench.boundingBox();
  expect(open?.height ?? 0).toBeGreaterThan(2 * (closed?.height ?? 0));
  await page.getByRole("button", { name: "Back to the lines" }).click();
  await expect(page.locator("[data-step='1']")).toBeVisible();
});

test("the current line stands above the foot with its notes, stepped to or opened at", async ({ page }) => {
  const hidden = () =>
    page.evaluate(() => {
      const line = document.querySelector("[aria-current=step]")?.getBoundingClientRect().bottom ?? Number.NaN;
      const foot = document.querySelector(".paper-foot")?.getBoundingClientRect().top ?? Number.NaN;
      return line - foot;
    });
  await page.goto("./softmax-cross-entropy/hat-y-y/");
  await settled(page);
  const steps = await page.locator("[data-step]").count();
  for (let step = 1; step <= steps; step += 1) {
    await expect.poll(hidden, `line ${step}`).toBeLessThanOrEqual(1);
    await page.keyboard.press("ArrowRight");
  }
  await page.goto("./softmax-cross-entropy/hat-y-y/?step=6");
  await settled(page);
  await expect.poll(hidden, "opened at line 6").toBeLessThanOrEqual(1);
});
