import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./quietTest";
import { settled } from "./readPage";

for (const scheme of ["light", "dark"] as const)
  test(`a big step opens into smaller ones and closes again: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("./math-for-backpropagation/partial-l-partial-w/?step=4");
    await settled(page);
    const line = page.locator("[data-step='4']");
    const opener = line.getByRole("button", { name: "in 3 smaller steps" });
    await opener.click();
    await expect(line.locator(".smaller .katex")).toHaveCount(2);
    await expect(line.locator(".smaller li")).toContainText([
      "multiply out",
      "opposite terms cancel",
      "take out what is common",
    ]);
    await expect(line.locator(".smaller .symbol").first()).toBeVisible();
    await expect(page.locator("[aria-current=step]")).toHaveAttribute("data-step", "4");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))).toEqual([]);
    await line.getByRole("button", { name: "close" }).click();
    await expect(line.locator(".smaller")).toBeHidden();
    await expect(page.locator("[data-step='1']").getByRole("button")).toHaveCount(0);
  });
