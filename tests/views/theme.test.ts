import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inkCount } from "../../src/views/symbolColours";

const css = readFileSync("src/views/theme.css", "utf8");

/** Custom properties of the block that begins with `selector`. */
function properties(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = properties(":root");
const dark = properties(':root[data-theme="dark"]');

test("the system's dark theme and the chosen one are the same", () => {
  expect(properties(':root:not([data-theme="light"])')).toEqual(dark);
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

const inks = Array.from({ length: inkCount }, (_, index) => `--ink-${index + 1}`);
const pairs: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ...["--text", ...inks].map(
    (ink) => [ink, ["--ground", "--paper", "--raised", "--current", "--warn-ground", "--lit"]] as const,
  ),
  ["--muted", ["--ground", "--paper", "--raised", "--current", "--neutral-ground", "--warn-ground"]],
  ["--ahead", ["--paper"]],
  ["--accent", ["--ground", "--paper", "--accent-ground", "--warn-ground"]],
  ["--on-accent", ["--accent-solid"]],
  ["--on-tip", ["--tip"]],
  ["--good", ["--ground", "--paper", "--good-ground", "--current", "--accent-ground"]],
  ["--warn", ["--ground", "--paper", "--warn-ground", "--current", "--accent-ground"]],
  ["--bad", ["--ground", "--paper", "--bad-ground", "--current", "--accent-ground"]],
];

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("in the %s theme", (_, theme) => {
  test.each(pairs)("%s is readable on %j", (text, grounds) => {
    for (const ground of grounds)
      expect(contrast(theme.get(text) ?? "", theme.get(ground) ?? ""), `${text} on ${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
  });

  test("inks differ for colour-blind readers too", () => {
    for (const view of [identity, deuteranopia, protanopia]) {
      const seen = inks.slice(0, 6).map((ink) => lab(view(channels(theme.get(ink) ?? ""))));
      seen.forEach((first, at) => {
        for (const second of seen.slice(at + 1)) expect(distance(first, second)).toBeGreaterThan(12);
      });
    }
  });
});

type Colour = readonly number[];

const identity = (colour: Colour): Colour => linear(colour);

/** Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB. */
const deuteranopia = (colour: Colour): Colour =>
  times(
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    linear(colour),
  );
const protanopia = (colour: Colour): Colour =>
  times(
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    linear(colour),
  );

function linear(colour: Colour): Colour {
  return colour.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
}

function times(matrix: readonly Colour[], colour: Colour): Colour {
  return matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (colour[at] ?? 0), 0));
}

/** CIE L*a*b* under D65 of linear RGB. */
function lab(colour: Colour): Colour {
  const xyz = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    colour,
  );
  const [x = 0, y = 0, z = 0] = xyz.map((value, at) =>
    Math.cbrt(Math.max(value, 0) / ([0.95047, 1, 1.08883][at] ?? 1)),
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(first: Colour, second: Colour): number {
  return Math.hypot(...first.map((value, at) => value - (second[at] ?? 0)));
}
