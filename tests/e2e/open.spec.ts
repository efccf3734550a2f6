import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./quietTest";

const derivation = [
  "# Sigmoid of a line",
  "",
  "With $z = w x$ and $a = \\frac{1}{1 + e^{-z}}$:",
  "",
  "$$\\frac{da}{dz} = a (1 - a)$$",
  "",
  "$$\\frac{da}{dw} = \\frac{da}{dz} x = a (1 - a) x$$",
].join("\n");

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: /Open document/ }).click();
  await page.getByLabel("Or paste its text").fill(text);
  await page.getByRole("button", { name: "Check this text" }).click();
}

test("a pasted document is checked, stepped through, and there again after reloading", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto("./");
  await expect(page.getByRole("button", { name: /Open document/ })).toBeVisible();
  expect(scripts.filter((url) => url.includes("documentWorker"))).toEqual([]);
  await paste(page, derivation);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sigmoid of a line");
  await expect(page.getByRole("dialog")).toBeHidden();
  const rail = page.getByRole("navigation", { name: "Derivations" });
  await expect(rail.getByRole("heading", { name: "Your document" })).toBeVisible();
  await expect(rail.locator("[aria-current=page]")).toContainText(/steps? holds?/);
  await expect(page.locator("#paper .katex-display").first()).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".source .count")).toHaveText("2");
  await page.waitForURL(/open=.*step=2/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sigmoid of a line");
  await expect(page.locator(".source .count")).toHaveText("2");
});

test("keys within the dialog step nothing behind it", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: /Open document/ }).click();
  await page.getByRole("button", { name: "Close" }).press("End");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.locator(".source .count")).toHaveText("1");
});

test("a file is opened, and its problems are listed with their places", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: /Open document/ }).click();
  const text = `${derivation}\n\n$$\\frac{a}{b$$\n`;
  await page
    .getByLabel(/Choose a file/)
    .setInputFiles({ name: "mine.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sigmoid of a line");
  await expect(page.locator(".remarks")).toContainText("Line 9, column");
});

test("a hostile formula stays its source and the page goes on", async ({ page }) => {
  const bomb = `\\def\\a{${"x".repeat(800)}}${"\\a".repeat(500)}`;
  await page.goto("./");
  await paste(page, `${derivation}\n\nAnd $${bomb}$ here, $\\href{javascript:alert(1)}{x}$ there.`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sigmoid of a line");
  await expect(page.locator("#paper .formula-source").first()).toBeVisible();
  await expect(page.locator("#paper [href^=javascript]")).toHaveCount(0);
});

test("what can't be opened is told in one sentence, and the page stays", async ({ page }) => {
  await page.goto("./");
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: /Open document/ }).click();
  const message = page.getByRole("alert");
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel(/Choose a file/).setInputFiles({ name, mimeType: "text/markdown", buffer });
  await choose("empty.md", Buffer.from(""));
  await expect(message).toContainText("The document is empty");
  await choose("picture.md", Buffer.from([0x89, 0x50, 0xff, 0xfe, 0]));
  await expect(message).toContainText("not a text file");
  await choose("long.md", Buffer.from("word ".repeat(50_000)));
  await expect(message).toContainText("at most 200000 are read");
  await choose("prose.md", Buffer.from("Only words."));
  await expect(message).toContainText("No equation was found");
  await choose("bad.ipynb", Buffer.from("{"));
  await expect(message).toContainText("notebook could not be read");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Close" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
});

test("the address of a document that this browser does not keep says so", async ({ page }) => {
  await page.goto("./?open=chain-rule");
  await expect(page.getByRole("alert")).toContainText("No document of yours is kept in this browser");
});

test("a file that is dropped onto the page is opened", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: /Open document/ }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "mine.md"));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
  }, derivation);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sigmoid of a line");
});
