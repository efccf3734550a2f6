import { expect, test } from "vitest";
import { tidy } from "../../src/check/tidy";
import { writtenDerivative } from "../../src/check/writtenDerivative";
import type { Definition, Scope } from "../../src/formula/Definition";
import type { Expression } from "../../src/formula/Expression";
import { parseFormula } from "../../src/formula/parse";
import { print } from "../../src/formula/print";

function read(tex: string): Expression {
  const found = parseFormula(tex);
  if (!found.ok) throw new Error(`${tex}: ${found.error.code}`);
  return found.value;
}

const define = (name: string, body: string): Definition => ({
  name,
  indices: [],
  parameters: [],
  body: read(body),
  origin: "document",
  span: { start: 0, end: 0 },
});

const scope: Scope = {
  definitions: [
    define("E", "\\frac{1}{2} (p - y)^2"),
    define("p", "w x + b"),
    define("L", "-y \\log(q)"),
    define("q", "\\frac{1}{1 + e^{-z}}"),
    define("z", "w x"),
    define("u", "v"),
    define("v", "u"),
  ],
  assumptions: [],
  declarations: [],
  sizes: {},
};

test.each([
  ["\\frac{dE}{dp}", "\\frac{1}{2} \\cdot 2 \\cdot \\left(p - y\\right)"],
  ["\\frac{dp}{dw}", "x"],
  ["\\frac{dp}{db}", "1"],
  ["\\frac{dL}{dq}", "-y \\frac{1}{q}"],
  ["\\frac{dq}{dz}", "\\frac{e^{-z}}{\\left(1 + e^{-z}\\right)^{2}}"],
  ["\\frac{dL}{dz}", "-y \\frac{1}{q} \\frac{dq}{dz}"],
  ["\\frac{d}{dx}(x f(x))", "f\\left(x\\right) + x f'\\left(x\\right)"],
])("%s is written %s", (tex, written) => {
  const found = writtenDerivative(read(tex), scope);
  expect(found === null ? null : print(tidy(found))).toBe(written);
});

test.each(["\\frac{dL}{db}", "\\frac{du}{dx}", "\\frac{dy}{dx}", "\\frac{d^2E}{dp^2}", "a + b"])(
  "%s is left alone",
  (tex) => {
    expect(writtenDerivative(read(tex), scope)).toBeNull();
  },
);
