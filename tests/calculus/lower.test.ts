import { describe, expect, it } from "vitest";
import { compile } from "../../src/calculus/compile";
import { run } from "../../src/calculus/evaluate";
import { lower } from "../../src/calculus/lower";
import { openWorld, surveyScope } from "../../src/calculus/surveyScope";
import type { Definition } from "../../src/formula/Definition";
import type { Expression } from "../../src/formula/Expression";
import { parseFormula } from "../../src/formula/parse";

function read(tex: string): Expression {
  const reading = parseFormula(tex);
  if (!reading.ok) throw new Error(`${tex}: ${reading.error.code}`);
  return reading.value;
}

/** "z_i = 2 x_i": what a document would define. */
function define(text: string): Definition {
  const [left = "", right = ""] = text.split(" = ");
  const head = read(left);
  if (head.kind !== "variable") throw new Error(`${left} is no symbol`);
  return {
    name: head.name,
    indices: head.indices,
    parameters: [],
    body: read(right),
    origin: "document",
    span: head.span,
  };
}

const inputs = { x: 0.5, y: 3, w: -2, x_1: 2, x_2: 3, x_3: 5, y_1: 7, y_2: 11, y_3: 13 };

function lowered(tex: string, definitions: readonly string[], env: Readonly<Record<string, number>>) {
  const side = read(tex);
  const scope = { definitions: definitions.map(define), assumptions: [], declarations: [], sizes: {} };
  const ranges = { sizes: {}, classes: 3, batch: 3 };
  const world = openWorld(surveyScope({ scope, formulas: [[side]], givens: [], ranges }));
  return { world, result: lower(side, world, { env: new Map(Object.entries(env)) }) };
}

function valuesOf(tex: string, definitions: readonly string[] = [], env: Readonly<Record<string, number>> = {}) {
  const { world, result } = lowered(tex, definitions, env);
  if (!result.ok) throw new Error(result.refusal.code);
  return run(compile(world.builder.nodes, result.value.nodes), inputs, 1).map((column) => column[0]);
}

describe("a formula means", () => {
  it.each<[string, readonly string[], Readonly<Record<string, number>>, number]>([
    ["x^2 + 2 y", [], {}, 6.25],
    ["\\frac{dz}{dx}", ["z = y x^2"], {}, 3],
    ["\\frac{dL}{dx}", ["L = z^2", "z = w x"], {}, 2 * (-2 * 0.5) * -2],
    ["\\frac{\\partial L}{\\partial z}", ["L = z^2", "z = w x"], {}, -2],
    ["\\sum_i x_i", [], {}, 10],
    ["\\sum_{i \\ne k} x_i y_k", [], { k: 2 }, 7 * 11],
    ["\\sum_{i=1}^2 x_i", [], {}, 5],
    ["\\sum_i x_i y_i", [], {}, 14 + 33 + 65],
    ["\\prod_i x_i", [], {}, 30],
    ["\\max_i x_i", [], {}, 5],
    ["\\frac{\\partial q_i}{\\partial x_j}", ["q_i = x_i \\sum_k x_k"], { i: 1, j: 2 }, 2],
    ["\\frac{\\partial q_i}{\\partial x_j}", ["q_i = x_i \\sum_k x_k"], { i: 1, j: 1 }, 12],
    ["\\delta_{ij} + x_i", [], { i: 2, j: 2 }, 4],
    ["\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", [], {}, 1],
    ["\\left. x^2 y \\right|_{x=2}", [], {}, 12],
    ["\\mathbf{x}^T \\mathbf{y} + \\sum_i x_i y_i", [], {}, 224],
    ["\\frac{d^2}{dx^2} x^3", [], {}, 3],
  ])("%s with %j at %j: %d", (tex, definitions, env, value) => {
    expect(valuesOf(tex, definitions, env)).toHaveLength(1);
    expect(valuesOf(tex, definitions, env)[0]).toBeCloseTo(value, 12);
  });

  it("a vector where vectors are multiplied entry by entry", () => {
    expect(valuesOf("\\mathbf{x} \\odot \\mathbf{y}", ["q_i = x_i y_i"])).toEqual([14, 33, 65]);
  });
});

describe("a formula without a value says why", () => {
  it.each<[string, readonly string[], string]>([
    ["a + 1", ["a = b", "b = a + 1"], "circular-definition"],
    ["\\sum_{i=1}^{1000000000} x_i", [], "too-many-terms"],
    ["\\infty + x", [], "unsupported"],
    ["\\begin{bmatrix} x \\\\ y \\end{bmatrix} + \\begin{bmatrix} x \\\\ y \\\\ w \\end{bmatrix}", [], "shape"],
  ])("%s with %j: %s", (tex, definitions, code) => {
    const { result } = lowered(tex, definitions, {});
    expect(result.ok ? "a value" : result.refusal.code).toBe(code);
  });

  it("names both shapes that do not fit", () => {
    const { result } = lowered(
      "\\begin{bmatrix} x \\\\ y \\end{bmatrix} + \\begin{bmatrix} x \\\\ y \\\\ w \\end{bmatrix}",
      [],
      {},
    );
    if (result.ok) throw new Error("a value");
    expect(result.refusal.detail).toMatch(/2.*3/);
  });
});
