import { describe, expect, it } from "vitest";
import type { MemoryEntry } from "../../src/check/VerdictMemory";
import { loadVerdicts, saveVerdicts } from "../../src/worker/keepVerdicts";
import { packVerdicts, unpackVerdicts } from "../../src/worker/PackedVerdicts";

const entry = (key: string, ...asked: readonly string[]): MemoryEntry => [
  key,
  [{ asked, verdict: { kind: "holds", samples: 86, largestDifference: 0, notes: [] } }],
];
const entries = [entry("one", "z?", "w x"), entry("two", "z?", "w x", "b?", "undefined"), entry("three")];

describe("packed verdicts", () => {
  it("come out as they went in, and hold a text once", () => {
    const packed = packVerdicts(entries, 1e6);
    expect(unpackVerdicts(packed)).toEqual(entries);
    expect(packed.texts.toSorted()).toEqual(["b?", "undefined", "w x", "z?"]);
  });

  it("are the newest ones where room is short", () => {
    const keys = (most: number) => unpackVerdicts(packVerdicts(entries, most)).map(([key]) => key);
    expect([2000, 1000, 500, 100].map(keys)).toEqual([["one", "two", "three"], ["two", "three"], ["three"], []]);
  });

  it("are none, without a word, where nothing can be stored", async () => {
    await saveVerdicts("engine", entries);
    expect(await loadVerdicts("engine")).toEqual([]);
  });
});
