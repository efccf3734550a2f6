import type { Page } from "@playwright/test";
import { expect, test } from "./quietTest";
import { readLines } from "./readPage";

const lines = [
  "z = w x + b",
  "\\frac{dz}{dw} = x",
  "c + c = 2 c",
  "(c + 1)^2 = c^2 + 2 c + 1",
  "\\frac{d (z^2)}{dz} = 2 z",
];
const text = (formulas: readonly string[]) => ["# Five lines", ...formulas.map((tex) => `$$${tex}$$`)].join("\n\n");

async function open(page: Page, title: string, source: string): Promise<void> {
  await page.getByRole("button", { name: /Open document/ }).click();
  await page.getByLabel("Or paste its text").fill(source.replace("Five lines", title));
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

async function verdicts(page: Page): Promise<readonly (string | null)[]> {
  return (await readLines(page)).map(({ verdict }) => verdict).filter((verdict) => verdict !== null);
}

/** How many verdicts this browser has come to and kept. */
function judged(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("backstep-verdicts");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("verdicts").objectStore("verdicts").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const kept = all.result as { entries: { verdicts: unknown[] }[] }[];
            resolve(kept.flatMap(({ entries }) => entries.flatMap((entry) => entry.verdicts)).length);
          };
        };
      }),
  );
}

test("a document that is opened again after an edit has its right verdicts, and what can't have changed is not judged again", async ({
  page,
}) => {
  await page.goto("./");
  await open(page, "Five lines", text(lines));
  expect(await verdicts(page)).toEqual(["holds", "holds", "holds", "holds"]);
  const first = await judged(page);
  expect(first).toBeGreaterThanOrEqual(4);

  await open(page, "One line changed", text(lines.with(2, "c + c = 3 c")));
  expect(await verdicts(page)).toEqual(["holds", "fails", "holds", "holds"]);
  expect(await judged(page)).toBe(first + 1);

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One line changed");
  expect(await verdicts(page)).toEqual(["holds", "fails", "holds", "holds"]);
  expect(await judged(page)).toBe(first + 1);

  await open(page, "A definition changed", text(lines.with(0, "z = w^2 x + b")));
  expect(await verdicts(page)).toEqual(["fails", "holds", "holds", "holds"]);
});

test("a document is checked as well where its verdicts can't be stored", async ({ page }) => {
  // A database of a later version stands in the way of ours.
  await page.goto("./");
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("backstep-verdicts", 7);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await open(page, "Five lines", text(lines));
  expect(await verdicts(page)).toEqual(["holds", "holds", "holds", "holds"]);
});
