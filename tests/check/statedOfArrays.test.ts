import { describe, expect, test } from "vitest";
import { brief, lastVerdict } from "./lastVerdict";

/** What the text says of vectors and matrices, the step, and its verdict. */
type Row = readonly [before: string, step: string, verdict: string];

const distance = "\\|\\mathbf{u} - \\mathbf{v}\\|^2 = 2 - 2 \\mathbf{u}^T \\mathbf{v}";
const wrongDistance = "\\|\\mathbf{u} - \\mathbf{v}\\|^2 = 2 - \\mathbf{u}^T \\mathbf{v}";

const rows: readonly Row[] = [
  ["$\\|\\mathbf{u}\\| = \\|\\mathbf{v}\\| = 1$.", distance, "holds-if stated"],
  ["$\\|\\mathbf{u}\\| = \\|\\mathbf{v}\\| = 1$.", wrongDistance, "fails"],
  ["$$\\mathbf{u}^T \\mathbf{u} = 1$$\n\nand\n\n$$\\mathbf{v}^T \\mathbf{v} = 1$$", distance, "holds-if stated"],
  ["Take unit vectors $\\mathbf{u}$ and $\\mathbf{v}$.", distance, "holds-if stated"],
  ["where $\\mathbf{u}$ is normalised and $\\mathbf{v}$ is a unit vector.", distance, "holds-if stated"],
  ["", distance, "fails"],
  ["Let $\\|\\mathbf{u}\\| = 2$.", "\\mathbf{u}^T \\mathbf{u} = 4", "not-checked equation"],
  ["Let $\\sum_i w_i^2 = 1$.", "\\sum_i 3 w_i^2 = 3", "holds-if stated"],
  ["Let $\\sum_i w_i^2 = 1$.", "\\sum_i 3 w_i^2 = 1", "fails"],
  // A defined vector has the length that it has.
  ["$\\mathbf{u} = \\frac{\\mathbf{x}}{\\|\\mathbf{x}\\|}$", "\\|\\mathbf{u}\\| = 1", "holds"],
  ["$\\mathbf{u} = \\frac{\\mathbf{x}}{\\|\\mathbf{x}\\|^2}$", "\\|\\mathbf{u}\\| = 1", "fails"],
  // A missing transpose is no symmetry that nobody speaks of; other conditions are known of, and nothing is computed with them.
  ["$g(x) = x^T A x$ with $A \\in \\mathbb{R}^{n \\times n}$ symmetric.", "\\nabla g(x) = 2 A x", "holds-if stated"],
  ["$g(x) = x^T A x$", "\\nabla g(x) = 2 A x", "fails"],
  ["$g(x) = x^T A x$ with a symmetric matrix $A$.", "\\nabla g(x) = 2 A x", "holds-if stated"],
  ["$g(x) = x^T A x$ with a symmetric matrix $A$.", "\\nabla g(x) = A x", "fails"],
  ["", "\\nabla_x x^T A x = (A + A^T) x", "holds"],
  [
    "$$\\mathbf{Q}^T \\mathbf{Q} = I$$",
    "\\mathbf{x}^T \\mathbf{Q}^T \\mathbf{Q} \\mathbf{x} = \\|\\mathbf{x}\\|^2",
    "not-checked unused-condition",
  ],
  [
    "If $\\mathbf{u}^T \\mathbf{v} = 0$,",
    "\\|\\mathbf{u} + \\mathbf{v}\\|^2 = \\|\\mathbf{u}\\|^2 + \\|\\mathbf{v}\\|^2",
    "not-checked unused-condition",
  ],
];

describe("a condition on vectors and matrices", () => {
  test.each(rows)("%s %s: %s", (before, step, verdict) => {
    expect(brief(lastVerdict(`${before}\n\n$$\n${step}\n$$\n`))).toBe(verdict);
  });
});

test.each([
  [
    "where $\\mathbf{u}$ and $\\mathbf{v}$ are unit vectors, $\\|\\mathbf{u}\\| = \\|\\mathbf{v}\\| = 1$.",
    "holds-if stated",
  ],
  ["Now take $\\|\\mathbf{u}\\| = \\|\\mathbf{v}\\| = 1$.", "fails"],
])("what is said after a step: %s %s", (after, verdict) => {
  expect(brief(lastVerdict(`$$\n${distance}\n$$\n\n${after}\n`))).toBe(verdict);
});
