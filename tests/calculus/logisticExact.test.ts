import { describe, expect, it } from "vitest";
import { result } from "../../src/calculus/doubleDouble";
import { logSigmoid, sigmoid, sigmoidPrime, softplus } from "../../src/calculus/logisticExact";
import { reference } from "./reference";
import { ulpsApart } from "./ulp";

const functions: Readonly<Record<string, (hi: number, lo: number) => void>> = {
  sigmoid,
  dsigmoid: sigmoidPrime,
  logsigmoid: logSigmoid,
  softplus,
};

describe("the logistic functions in double-double", () => {
  it.each(Object.keys(functions))("%s is correctly rounded on every reference row", (name) => {
    const rows = reference("scalar").filter(({ fn }) => fn === name);
    expect(rows).toHaveLength(118);
    const misses = rows.filter(({ in: { x }, dbl }) => {
      functions[name]?.(Number(x), 0);
      return ulpsApart(result[0] as number, Number(dbl)) !== 0;
    });
    expect(misses).toEqual([]);
  });
});
