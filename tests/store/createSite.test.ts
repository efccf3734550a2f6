import { expect, test, vi } from "vitest";
import type { Derivation } from "../../src/derivation/Derivation";
import { createSite, type OpenDocument, readPath, sectionPath } from "../../src/store/createSite";
import { handSchedule } from "./handSchedule";
import { smallBench } from "./smallBench";

vi.mock("react", () => {
  throw new Error("The store imports React");
});

const derivation: Derivation = {
  title: "Small",
  source: null,
  sections: ["one", "two"].map((id) => ({ id, title: [], level: 2, blocks: [], scope: 0, scenarios: [] })),
  steps: [],
  scopes: [],
  examples: [],
  problems: [],
};

function openSite(load: (id: string) => Promise<OpenDocument> | null) {
  const { schedule: frame } = handSchedule();
  const { schedule: pause, turn } = handSchedule();
  const written: string[] = [];
  const site = createSite<OpenDocument>({
    load,
    home: sectionPath("small", "one"),
    open: () => ({ workbench: smallBench, steps: 4, tabs: ["step"] }),
    frame,
    pause,
    write: (address, how) => written.push(`${how} ${address}`),
  });
  const shown = () => {
    const { current } = site.route.getState();
    return current.kind === "section" ? `${current.id}/${current.section}` : current.kind;
  };
  return { site, shown, written, turn };
}

const small = (id: string) => (id === "small" ? Promise.resolve({ derivation, verdicts: [] }) : null);

test.each([
  ["small/two/", "small/two"],
  ["small/two", "small/two"],
  ["small/", "small/one"],
  ["", "small/one"],
  ["small/two/index.html", "small/two"],
  ["small/three/", "unknown"],
  ["large/", "unknown"],
  ["small/two/more/", "unknown"],
  ["%E0%A4%A/", "unknown"],
])("at %j stands %s", async (address, expected) => {
  const { site, shown } = openSite(small);
  await site.visit(address, "none");
  expect(shown()).toBe(expected);
});

test("a document that can't be fetched is said to have failed", async () => {
  const { site, shown } = openSite(() => Promise.reject(new Error("offline")));
  await site.visit("small/one/", "none");
  expect(shown()).toBe("failed");
});

test("the last of two visits wins, however long each takes", async () => {
  let arrive: (document: OpenDocument) => void = () => {};
  const slow = new Promise<OpenDocument>((resolve) => {
    arrive = resolve;
  });
  const { site, shown } = openSite((id) => (id === "slow" ? slow : small(id)));
  const first = site.visit("slow/one/", "none");
  await site.visit("small/two/", "none");
  arrive({ derivation, verdicts: [] });
  await first;
  expect(shown()).toBe("small/two");
});

test("what a reader changes is written to the address after a pause, once", async () => {
  const { site, written, turn } = openSite(small);
  await site.visit("small/two/?step=2", "push");
  expect(written).toEqual(["push small/two/?step=2"]);
  const { current } = site.route.getState();
  if (current.kind !== "section") throw new Error("No section");
  for (let step = 0; step < 10; step += 1) current.page.setInput("x", step / 10);
  current.page.goTo(3);
  expect(written).toHaveLength(1);
  turn();
  expect(written).toEqual(["push small/two/?step=2", "replace small/two/?step=3&x=0.9"]);
  expect(site.address()).toBe("small/two/?step=3&x=0.9");
});

test("an address with wrong parts opens the page and says which", async () => {
  const { site } = openSite(small);
  await site.visit("small/one/?step=2&q=1", "none");
  const { current } = site.route.getState();
  if (current.kind !== "section") throw new Error("No section");
  expect(current.page.state.getState().step).toBe(2);
  expect(current.notices).toEqual([{ code: "unknown-part", part: "q=1" }]);
});

test.each([
  ["small", "two"],
  ["a b", "ŷ − y"],
  ["100%", "a/b"],
])("a path names document %j and section %j again", (document, section) => {
  expect(readPath(sectionPath(document, section))).toEqual({ document, section });
});
