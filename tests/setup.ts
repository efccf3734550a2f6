import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";

// A property that fails must fail again: one fixed seed for every law.
fc.configureGlobal({ seed: 20_240_607 });

// Silence is asserted: whatever a test writes to the console, and does not expect, fails it.
const spoken: string[] = [];

beforeEach(() => {
  spoken.length = 0;
  for (const level of ["warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      spoken.push(`console.${level}: ${words.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  expect(spoken, "unexpected console output").toEqual([]);
});
