import { expect, test } from "./quietTest";
import { settled } from "./readPage";

const text = `# Mine

## A square

$$ a = u v + 1 $$

$$ E = (a - t)^2 $$

$$
\\begin{align}
\\frac{dE}{dv} & = \\frac{dE}{da} \\frac{da}{dv} \\\\ % chain rule
& = 2 (a - t) u % both slopes
\\end{align}
$$
`;

test("a reader's own document can be looked into: parts, numbers, changes, smaller steps", async ({ page }) => {
  await page.goto("./");
  await settled(page);
  await page.getByRole("button", { name: /Open document/ }).click();
  await page.getByLabel("Or paste its text").fill(text);
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A square");
  const strip = page.getByRole("region", { name: "Inspect a formula" });
  await strip.getByRole("button", { name: /^Inspect line/ }).waitFor();
  const last = page.locator(".line", { hasText: "both slopes" });
  await last.locator(".line-rule").click();
  await last.locator(".symbol.s-a").hover();
  await expect(strip).toContainText("intermediate: a = u v + 1");
  await expect(page.locator("[data-changes]")).toContainText("Changed, both slopes:");
  await last.getByRole("button", { name: "in 2 smaller steps" }).click();
  await expect(last.locator(".smaller .katex")).toHaveCount(1);
  await page.getByRole("checkbox", { name: "Show numbers" }).check();
  await expect(last.locator(".line-formula > .scrolls .put")).toHaveCount(3);
});
