import { expect, test } from "vitest";
import { headOf } from "../../src/formula/headOf";
import { tokenize } from "../../src/formula/tokenize";
import { outline } from "./outline";

function headIn(tex: string): string | null {
  const tokens = tokenize(tex);
  const head = tokens.ok ? headOf(tokens.value) : null;
  if (head === null) return null;
  const { name, indices, parameters, word } = head;
  return `${name} [${indices.map(outline).join(",")}] (${parameters.map(outline).join(",")})${word === null ? "" : ` word ${word}`}`;
}

test.each([
  ["L", "L [] ()"],
  ["& \\hat{y}_{i,j}", "hat y [i,j] ()"],
  ["RSS", "RSS [] () word RSS"],
  ["dz", "dz [] () word dz"],
  ["\\sigma(x)", "sigma [] (x)"],
  ["s(\\mathbf x)_i", "s [i] (bold x)"],
  ["h_\\theta(x^{(i)})", "h_theta [] (x^()[i])"],
  ["p(x;\\mu)", "p [] (x,mu)"],
  ["P(y|x)", "P [] (y,x)"],
  ["P(t=1 \\mid z)", "P_t= [1] (z)"],
  ["L(\\beta; Y_1, \\dots, Y_N)", "L [] (beta,Y[1],…,Y[N])"],
  ["sigmoid(z)", "sigmoid [] (z) word sigmoid"],
  ["z^{(l)}_j", "z^() [j,l] ()"],
  ["e", "e [] ()"],
  ["\\delta_{ij}", "delta [i,j] ()"],
  ["d", "d [] ()"],
])("%s defines %s", (tex, head) => {
  expect(headIn(tex)).toBe(head);
});

test.each(["y(1-y)", "2(y-t)", "\\frac{dL}{dw}", "f'(x)", "wx", "x^2", "\\log(x)", "P(y|x-1)", "a + b", "", "1", "(x"])(
  "%s defines nothing",
  (tex) => {
    expect(headIn(tex)).toBeNull();
  },
);
