import { expect, test } from "vitest";
import { agreedDigits } from "../../src/views/agreedDigits";
import { numberText, scientificText, shortText, valueText } from "../../src/views/formatNumber";

test.each([
  [0, "0.000000"],
  [-0, "0.000000"],
  [1, "1.000000"],
  [-0.3635474597, "−0.363547"],
  [123456.789, "123456.789000"],
  [1e6, "1.00000 × 10⁶"],
  [-2.5e-9, "−2.50000 × 10⁻⁹"],
  [0.00009, "0.000090"],
  [Number.NaN, "undefined here"],
  [Number.POSITIVE_INFINITY, "undefined here"],
])("%d in a column is %s", (value, text) => {
  expect(valueText(value)).toBe(text);
});

test.each([
  [2.2204e-16, 1, "2.2 × 10⁻¹⁶"],
  [0, 1, "0"],
  [-1.5e10, 0, "−2 × 10¹⁰"],
])("%d with a power of ten and %d digits is %s", (value, digits, text) => {
  expect(scientificText(value, digits)).toBe(text);
});

test.each([
  [0.5, "0.5"],
  [-3, "−3"],
  [1 / 3, "0.3333"],
  [2e-8, "2.0 × 10⁻⁸"],
])("%d in a sentence is %s", (value, text) => {
  expect(shortText(value)).toBe(text);
});

test("a value that rounds to zero has no sign", () => {
  expect(numberText(-0.0004, 3)).toBe("−4.000 × 10⁻⁴");
  expect(numberText(-0.00005, 4)).toBe("−0.0001");
  expect(numberText(-0, 2)).toBe("0.00");
});

test.each([
  [
    ["−0.3635474597", "−0.3635474597"],
    ["−0.3635474597", ""],
  ],
  [
    ["1.2345", "1.2399"],
    ["1.23", "45"],
  ],
  [
    ["0.5", "−0.5"],
    ["", "0.5"],
  ],
  [[], undefined],
])("of %j the agreed part is split off", (texts, first) => {
  expect(agreedDigits(texts)[0]).toEqual(first);
});
