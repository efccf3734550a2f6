import { describe, expect, it } from "vitest";
import { answerText } from "../../src/check/ScopeQuestion";
import type { Surveyed } from "../../src/check/Surveyed";
import { surveyor } from "../../src/check/surveyor";
import { watched } from "../../src/check/watched";
import { compileDerivation } from "../../src/derivation/compile";
import { display } from "./lastVerdict";

const scope = surveyor(compileDerivation(["z = w x", "L_k = z s_k"].map(display).join("\n\n"))).scope(0);

/** What is asked while something is done with a scope, and the answers. */
function asked(work: (surveyed: Surveyed) => unknown): readonly string[] {
  const questions = new Set<string>();
  work(watched(scope, (question) => questions.add(question)));
  return [...questions].map((question) => {
    const [asking, path, args, changes] = JSON.parse(question);
    const under = changes.length === 0 ? "" : "changed ";
    return `${under}${asking} ${[...path, ...args].join(" ")}: ${answerText(question, scope)}`.slice(0, 60);
  });
}

describe("a watched scope tells", () => {
  it.each<[string, (surveyed: Surveyed) => unknown, readonly string[]]>([
    ["nothing of what is not read", ({ survey }) => survey.ranges, []],
    ["calls", ({ survey }) => survey.ranges.slotSize("s", 0), ["call survey ranges slotSize s 0: 2"]],
    ["values", ({ survey }) => survey.writesSums, ["value survey writesSums: false"]],
    ["absent values", ({ source }) => source.scope.stated, ["value source scope stated: undefined"]],
    ["members", ({ survey }) => survey.definitions.has("z"), ["has survey definitions z: true"]],
    ["absent members", ({ survey }) => survey.definitions.get("y"), ["get survey definitions y: undefined"]],
    ["how many there are", ({ survey }) => survey.recurrences.size, ["size survey recurrences: 0"]],
    ["a walk through a map", ({ survey }) => [...survey.recurrences.keys()], ["all survey recurrences: []"]],
    ["a walk through a set", ({ survey }) => [...survey.looks.plain], ["all survey looks plain: []"]],
    ["names of properties", ({ source }) => Object.keys(source.ranges.sizes), ["keys source ranges sizes: []"]],
    ["whether there is a property", ({ source }) => "n" in source.ranges.sizes, ["keys source ranges sizes: []"]],
    [
      "what is asked under a change",
      ({ under }) => under({ kind: "size", name: "K", size: 7 }).survey.ranges.limit("K"),
      ["changed call survey ranges limit K: 7"],
    ],
  ])("%s", (_, work, questions) => {
    expect(asked(work)).toEqual(questions);
  });

  it("all that a survey was made from, where a question can't be asked again", () => {
    const [question] = asked(({ survey }) => survey.ranges.slotSize("s", Number.NaN));
    expect(question).toMatch(/^value source: \{"scope":/);
  });

  it("the same answers as the scope, without places in the document", () => {
    const [z] = watched(scope, () => {}).survey.definitions.get("z") ?? [];
    const [real] = scope.survey.definitions.get("z") ?? [];
    expect(z).toEqual({ ...real, span: { start: 0, end: 0 } });
  });
});
