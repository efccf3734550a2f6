import { describe, expect, it } from "vitest";
import { logSigmoid, sigmoid, sigmoidPrime, sigmoidSecond, softplus } from "../../src/calculus/stable";
import {
  binaryCrossEntropy,
  binaryCrossEntropyGradient,
  binaryCrossEntropyOfProbability,
} from "../../src/calculus/stableCrossEntropy";
import {
  crossEntropy,
  crossEntropyGradient,
  logSoftmax,
  logSumExp,
  softmax,
  softmaxJacobianRow,
} from "../../src/calculus/stableSoftmax";
import { type ReferenceRow as Row, reference } from "./reference";
import { ulpsApart } from "./ulp";

const rows = [...reference("scalar"), ...reference("bce"), ...reference("softmax")];

const number = (row: Row, key: string): number => Number(row.in[key]);

/** A vector of logits: a list, runs of equal ones, or k values a + b·i. */
function logits({ in: given }: Row): number[] {
  if (given.affine !== undefined) {
    const { k, a, b } = given.affine as { k: number; a: string; b: string };
    return Array.from({ length: k }, (_, i) => Number(a) + Number(b) * i);
  }
  const runs = given.runs as [string, number][] | undefined;
  if (runs !== undefined) return runs.flatMap(([value, times]) => Array<number>(times).fill(Number(value)));
  return (given.z as string[]).map(Number);
}

/** A label: a list of weights or the number of the true class. */
function labels(row: Row): number[] {
  const { y } = row.in;
  return Array.isArray(y) ? y.map(Number) : logits(row).map((_, i) => (i === y ? 1 : 0));
}

const functions: Readonly<Record<string, (row: Row) => number>> = {
  sigmoid: (row) => sigmoid(number(row, "x")),
  dsigmoid: (row) => sigmoidPrime(number(row, "x")),
  d2sigmoid: (row) => sigmoidSecond(number(row, "x")),
  logsigmoid: (row) => logSigmoid(number(row, "x")),
  softplus: (row) => softplus(number(row, "x")),
  bceLogits: (row) => binaryCrossEntropy(number(row, "x"), number(row, "y")),
  bceLogitsGrad: (row) => binaryCrossEntropyGradient(number(row, "x"), number(row, "y")),
  bceProb: (row) => binaryCrossEntropyOfProbability(number(row, "p"), number(row, "y")),
  softmax: (row) => softmax(logits(row))[number(row, "i")] ?? Number.NaN,
  logSoftmax: (row) => logSoftmax(logits(row))[number(row, "i")] ?? Number.NaN,
  cce: (row) => crossEntropy(logits(row), labels(row)),
  cceGrad: (row) => crossEntropyGradient(logits(row), labels(row))[number(row, "i")] ?? Number.NaN,
  softmaxJac: (row) => softmaxJacobianRow(logits(row), number(row, "i"))[number(row, "j")] ?? Number.NaN,
};

/** Differences of probabilities and labels nearly cancel: there the absolute error is judged. */
const differences = new Set(["bceLogitsGrad", "cceGrad"]);

function misses(row: Row): string | null {
  const expected = Number(row.dbl);
  const value = functions[row.fn]?.(row) ?? Number.NaN;
  const apart = ulpsApart(value, expected);
  const close = differences.has(row.fn) && Math.abs(value - expected) <= 2 ** -52;
  return apart <= 4 || close ? null : `${row.fn}(${JSON.stringify(row.in)}) = ${value}, not ${expected}: ${apart} ulp`;
}

describe("the stable functions", () => {
  it("meet all 1,375 reference values to 4 ulp, differences to 2^−52", () => {
    expect(rows).toHaveLength(1375);
    expect(rows.map(misses).filter((miss) => miss !== null)).toEqual([]);
  });

  it("one-hot gradients keep their relative precision", () => {
    const oneHot = rows.filter((row) => row.fn === "cceGrad" && typeof row.in.y === "number");
    const worst = oneHot.map((row) => ulpsApart(functions.cceGrad?.(row) ?? Number.NaN, Number(row.dbl)));
    expect(Math.max(...worst)).toBeLessThanOrEqual(4);
  });

  it.each([
    [[0, 0], Math.log(2)],
    [[1000, 1000], 1000 + Math.log(2)],
    [[-1e308, 1e308], 1e308],
    [[Number.NEGATIVE_INFINITY, 3], 3],
    [[Number.NaN, 3], Number.NaN],
    [[Number.NaN], Number.NaN],
  ])("log-sum-exp of %j is %d", (z, expected) => {
    expect(ulpsApart(logSumExp(z), expected)).toBeLessThanOrEqual(1);
  });
});
