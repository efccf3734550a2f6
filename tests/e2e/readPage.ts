import { expect, type Page } from "@playwright/test";

/** A line as the page's stable hooks give it. */
export interface ShownLine {
  readonly step: number;
  /** Number of its chain on the page. */
  readonly chain: number;
  readonly value: number | null;
  readonly verdict: string | null;
}

export function readLines(page: Page): Promise<readonly ShownLine[]> {
  return page.evaluate(() => {
    const chains = [...document.querySelectorAll(".chain")];
    return [...document.querySelectorAll("[data-step]")].map((line) => ({
      step: Number(line.getAttribute("data-step")),
      chain: chains.findIndex((chain) => chain.contains(line)),
      value:
        line.querySelector("[data-value]") === null
          ? null
          : Number(line.querySelector("[data-value]")?.getAttribute("data-value")),
      verdict: line.querySelector("[data-verdict]")?.getAttribute("data-verdict") ?? null,
    }));
  });
}

/** The same lines with the same values, to twelve digits: what is live promises a few last places, not the same bits. */
export function expectSameLines(lines: readonly ShownLine[], before: readonly ShownLine[]): void {
  const rounded = (all: readonly ShownLine[]) =>
    all.map((line) => ({ ...line, value: line.value === null ? null : Number(line.value.toPrecision(12)) }));
  expect(rounded(lines)).toEqual(rounded(before));
}

/** Lines that a step with the verdict "holds" joins must show one number. */
export function expectEqualAlongHoldingSteps(lines: readonly ShownLine[], when: string): number {
  let compared = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || before.chain !== line.chain || line.verdict !== "holds") return;
    if (line.value === null || before.value === null || Number.isNaN(line.value) || Number.isNaN(before.value)) return;
    const size = Math.max(Math.abs(line.value), Math.abs(before.value), 1e-6);
    expect(Math.abs(line.value - before.value) / size, `lines ${before.step} and ${line.step} ${when}`).toBeLessThan(
      1e-9,
    );
    compared += 1;
  });
  return compared;
}

/** Every section of the library, as the rail lists them. */
export async function sectionAddresses(page: Page): Promise<readonly string[]> {
  await page.goto("./");
  return page.locator(".rail a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}

/** The page runs: its values are alive. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("backstep:live").length > 0);
}

/** Waits until the frame after next: what was bound before is evaluated and written. */
export function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** Waits until what is written at rest (see `useRested`) has been written. */
export async function rested(page: Page): Promise<void> {
  await nextFrame(page);
  await page.waitForTimeout(300);
}
