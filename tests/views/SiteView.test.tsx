// @vitest-environment jsdom
import { act, type ReactNode, StrictMode } from "react";
import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Site } from "../../src/store/createSite";
import type { BuiltDocument } from "../../src/views/BuiltDocument";
import { SiteView } from "../../src/views/SiteView";
import { TakeOverContext } from "../../src/views/TakeOverView";
import { takeOverParts } from "../../src/views/takeOverParts";
import { document as built, library, openLogit } from "./fixtures/openLogit";

let container: HTMLElement;
let root: Root | null = null;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("scrollTo", () => {});
  Element.prototype.scrollIntoView = () => {};
  container = document.createElement("div");
  document.body.append(container);
});

afterEach(async () => {
  await act(async () => root?.unmount());
  container.remove();
  root = null;
});

function view(site: Site<BuiltDocument>): ReactNode {
  return (
    <StrictMode>
      <SiteView site={site} library={library} root="../../" origin="http://localhost/" />
    </StrictMode>
  );
}

async function open(address: string) {
  const opened = openLogit();
  await opened.site.visit(address, "none");
  root = createRoot(container);
  await act(async () => {
    root?.render(view(opened.site));
  });
  return opened;
}

const values = () =>
  [...container.querySelectorAll("[data-value]")].map((element) => Number(element.getAttribute("data-value")));
const slider = (name: string) =>
  [...container.querySelectorAll<HTMLInputElement>("input[type=range]")].find(
    (input) => input.ariaLabel?.startsWith(name) ?? input.getAttribute("aria-label")?.startsWith(name),
  );
const current = () => container.querySelector("[aria-current=step]")?.getAttribute("data-step");
const press = (key: string, target: EventTarget = document.body) =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });

test("every line carries its number, its value and its verdict", async () => {
  await open("math/logit/");
  expect([...container.querySelectorAll("[data-step]")].map((line) => line.getAttribute("data-step"))).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
  ]);
  expect(
    [...container.querySelectorAll("[data-verdict]")].map((verdict) => verdict.getAttribute("data-verdict")),
  ).toEqual([...Array<string>(6).fill("holds"), "fails"]);
  const chain = values().slice(0, 6);
  for (const value of chain) expect(value).toBeCloseTo(-0.363547459718, 11);
  expect(container.querySelector("[data-step='4'] .value")?.textContent).toBe("−0.363547");
});

test("dragging an input moves every value at the next frame, without a render", async () => {
  const { frame } = await open("math/logit/");
  const before = values();
  const input = slider("w");
  if (input === undefined) throw new Error("No slider for w");
  const lines = [...container.querySelectorAll(".line")];
  input.value = "-1";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  expect(values()).toEqual(before);
  frame();
  const chain = values().slice(0, 6);
  for (const value of chain) expect(value).toBeCloseTo(1 / (1 + Math.exp(1.2)) - 1, 12);
  expect(container.querySelector("[data-step='1'] .value")?.textContent).toBe("−0.768525");
  expect([...container.querySelectorAll(".line")]).toEqual(lines);
});

test("a value that is undefined says so, and comes back", async () => {
  const { site, frame } = await open("math/logit/");
  const route = site.route.getState().current;
  if (route.kind !== "section") throw new Error("No section");
  route.page.observation.setState({ lineValues: Float64Array.from(workbenchNaN) });
  expect(container.querySelector("[data-step='1'] .value")?.textContent).toBe("undefined here");
  expect(values()[0]).toBeNaN();
  route.page.setInput("w", 0);
  frame();
  expect(container.querySelector("[data-step='1'] .value")?.textContent).toMatch(/^−0\.\d{6}$/);
});

const workbenchNaN = Array<number>(9).fill(Number.NaN);

test("the keyboard steps, except where keys belong to a control", async () => {
  await open("math/logit/");
  await press("ArrowRight");
  await press("ArrowRight");
  expect(current()).toBe("3");
  await press("ArrowLeft");
  expect(current()).toBe("2");
  await press("End");
  expect(current()).toBe("7");
  await press("ArrowRight");
  expect(current()).toBe("7");
  await press("Home");
  expect(current()).toBe("1");
  await press("ArrowRight", slider("x"));
  expect(current()).toBe("1");
});

test("a click on a line goes to it", async () => {
  await open("math/logit/");
  await act(async () => container.querySelector<HTMLElement>("[data-step='5'] .line-rule")?.click());
  expect(current()).toBe("5");
});

test("a failing line shows its counterexample and takes the inputs there", async () => {
  const { frame } = await open("math/logit/?step=7");
  const button = [...container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Set the inputs to it",
  );
  expect(container.querySelector(".note-fails")?.textContent).toContain("At x = 1, w = 1, b = 0, y = 1");
  await act(async () => button?.click());
  frame();
  expect(slider("x")?.value).toBe("1");
  expect(values()[6]).toBeCloseTo(-1.367879441, 8);
});

test("the number box takes what is typed, with either minus sign, and is put right when it is left", async () => {
  const { frame } = await open("math/logit/");
  const box = container.querySelector<HTMLInputElement>("[aria-label='Value of b']");
  if (box === null) throw new Error("No box for b");
  const type = (text: string) => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    frame();
  };
  type("−1.5");
  expect(slider("b")?.value).toBe("-1.5");
  type("oops");
  expect(slider("b")?.value).toBe("-1.5");
  await act(async () => {
    box.focus();
    box.blur();
  });
  expect(box.value).toBe("−1.50");
});

test("an unknown address says so and lists the documents", async () => {
  await open("nowhere/");
  expect(container.querySelector("h1")?.textContent).toBe("No page at this address");
  expect([...container.querySelectorAll("main a")].map((link) => link.textContent)).toEqual(["∂L/∂z", "No lines"]);
});

test("a section without lines opens", async () => {
  await open("math/empty/");
  expect(container.querySelector("h1")?.textContent).toBe("No lines");
});

test("parts of an address that mean nothing are named on the page", async () => {
  await open("math/logit/?step=99&q=1");
  expect(container.querySelector("[role=status]")?.textContent).toContain(
    "“q=1”: this page has no such input or setting.",
  );
  expect(current()).toBe("1");
});

test("the rail counts in words", async () => {
  await open("math/logit/");
  expect(container.querySelector(".rail [aria-current=page]")?.textContent).toContain("6 steps hold");
  expect(container.querySelector(".rail .tally-fails")?.textContent).toContain("1 step fails");
});

test("a prerendered page is taken over in silence, its formulas untouched, then follows its address", async () => {
  const prerendering = openLogit();
  prerendering.site.show("math", built, "logit");
  container.innerHTML = await prerender(prerendering.site);
  const formula = container.querySelector(".input-symbol .katex");
  expect(formula?.textContent).toBe("set x");
  const { site, frame } = openLogit();
  site.show("math", built, "logit");
  const connected = vi.fn<() => void>();
  const takeOver = takeOverParts(container, () => site.restore("?step=3&w=-1"), connected);
  await act(async () => {
    root = hydrateRoot(container, <TakeOverContext value={takeOver}>{view(site)}</TakeOverContext>, {
      onRecoverableError: (error) => {
        throw error;
      },
    });
  });
  frame();
  expect(takeOver.isComing).toBe(false);
  expect(connected).toHaveBeenCalledOnce();
  expect(container.querySelector(".input-symbol .katex")).toBe(formula);
  expect(current()).toBe("3");
  expect(slider("w")?.value).toBe("-1");
  expect(container.querySelector("[data-step='1'] .value")?.textContent).toBe("−0.768525");
});

/** As the build does it: without a document. */
async function prerender(site: Site<BuiltDocument>): Promise<string> {
  const { renderToString } = await import("react-dom/server");
  const page = globalThis.document;
  vi.stubGlobal("document", undefined);
  try {
    return renderToString(
      <StrictMode>
        <SiteView site={site} library={library} root="../../" origin={null} />
      </StrictMode>,
    );
  } finally {
    vi.stubGlobal("document", page);
  }
}
