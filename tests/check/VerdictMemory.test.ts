import { describe, expect, it } from "vitest";
import { boundedMemory, type RememberedVerdict } from "../../src/check/VerdictMemory";

const verdicts: readonly RememberedVerdict[] = [
  { asked: [], verdict: { kind: "holds", samples: 86, largestDifference: 0, notes: [] } },
];

describe("a bounded memory", () => {
  it("lets go of what was not looked at for longest", () => {
    const memory = boundedMemory(1000);
    memory.set("a", verdicts);
    memory.set("b", verdicts);
    memory.get("a");
    memory.set("c", verdicts);
    expect(memory.entries().map(([key]) => key)).toEqual(["a", "c"]);
    expect(memory.get("b")).toBeUndefined();
  });

  it("counts an entry that is replaced once", () => {
    const memory = boundedMemory(1000);
    for (let time = 0; time < 10; time += 1) memory.set("a", verdicts);
    memory.set("b", verdicts);
    expect(memory.entries().map(([key]) => key)).toEqual(["a", "b"]);
  });

  it("keeps nothing that is larger than all its room", () => {
    const memory = boundedMemory(1000);
    memory.set("x".repeat(2000), verdicts);
    expect(memory.entries()).toEqual([]);
  });
});
