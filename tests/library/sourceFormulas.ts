/**
 * The formula lines of the two published derivations, as facts to compare with: each display as its sides, in the
 * published order. Where a line is wrong, `corrected` has what our edition says in its place, and the published form
 * must stand in a callout.
 */
export interface SourceDisplay {
  readonly sides: readonly string[];
  readonly corrected?: readonly string[];
  /** Name of the error: see "As published" on the page. */
  readonly erratum?: string;
}

export const backpropagation: readonly SourceDisplay[] = [
  { sides: ["L", "-y \\log \\hat{y}  - (1 - y) \\log (1 - \\hat{y})"] },
  {
    sides: ["\\hat{y}", "a", "wx + b"],
    corrected: ["\\hat{y}", "a", "\\sigma(z)"],
    erratum: "the sigmoid is left out",
  },
  { sides: ["\\frac{dL}{d\\hat{y}}", "- \\frac{y}{\\hat{y}} + \\frac{1 - y}{1 - \\hat{y}}"] },
  {
    sides: ["\\frac{d\\hat{y}}{dw}", "x"],
    corrected: ["\\frac{d\\hat{y}}{dw}", "x a (1 - a)"],
    erratum: "slope of the logit",
  },
  {
    sides: ["\\frac{d\\hat{y}}{db}", "1"],
    corrected: ["\\frac{d\\hat{y}}{db}", "a (1 - a)"],
    erratum: "slope of the logit",
  },
  {
    sides: [
      "\\frac{\\partial{L}}{\\partial{w}}",
      "\\frac{dL}{d\\hat{y}} \\frac{d\\hat{y}}{dw}",
      "-\\frac{xy}{\\hat{y}} + \\frac{x(1 - y)}{1 - \\hat{y}}",
    ],
    corrected: [
      "\\frac{\\partial{L}}{\\partial{w}}",
      "\\frac{dL}{d\\hat{y}} \\frac{d\\hat{y}}{dw}",
      "\\left( -\\frac{xy}{\\hat{y}} + \\frac{x(1 - y)}{1 - \\hat{y}} \\right) \\hat{y} (1 - \\hat{y})",
    ],
    erratum: "slope of the sigmoid is missing",
  },
  {
    sides: [
      "\\frac{\\partial{L}}{\\partial{b}}",
      "\\frac{dL}{d\\hat{y}} \\frac{d\\hat{y}}{db}",
      "- \\frac{y}{\\hat{y}} + \\frac{1 - y}{1 - \\hat{y}}",
      "\\frac{\\hat{y}-y\\hat{y} - y + y\\hat{y}}{(1-\\hat{y})\\hat{y}}",
      "\\frac{\\hat{y} - y}{\\hat{y} - \\hat{y}^2}",
      "\\frac{1}{1- \\hat{y}} - \\frac{y}{\\hat{y}(1 - \\hat{y})}",
    ],
    corrected: [
      "\\frac{\\partial{L}}{\\partial{b}}",
      "\\frac{dL}{d\\hat{y}} \\frac{d\\hat{y}}{db}",
      "\\left( - \\frac{y}{\\hat{y}} + \\frac{1 - y}{1 - \\hat{y}} \\right) \\hat{y} (1 - \\hat{y})",
      "\\frac{\\hat{y} - y\\hat{y} - y + y\\hat{y}}{(1 - \\hat{y}) \\hat{y}} \\cdot \\hat{y} (1 - \\hat{y})",
      "\\frac{\\hat{y} - y}{\\hat{y} - \\hat{y}^2} \\cdot \\hat{y} (1 - \\hat{y})",
      "\\left( \\frac{1}{1 - \\hat{y}} - \\frac{y}{\\hat{y} (1 - \\hat{y})} \\right) \\hat{y} (1 - \\hat{y})",
    ],
    erratum: "slope of the sigmoid is missing",
  },
  {
    sides: [
      "\\frac{\\partial{L}}{\\partial{z}}",
      "\\frac{dL}{da} \\frac{da}{dz}",
      "\\left(-\\frac{y}{a} + \\frac{1 - y}{1 - a} \\right) \\left( \\frac{1}{1 + e^{-z}} \\right)'",
      "\\left(-\\frac{y}{a} + \\frac{1 - y}{1 - a} \\right)  (a (1 - a))",
      "-y ( 1 - a) + a (1 - y)",
      "-y + ay + a - ay",
      "a - y",
    ],
  },
  { sides: ["\\sigma(x)", "\\frac{1}{1 + e^{-x}}"] },
  { sides: ["f(x)", "\\frac{1}{\\sigma(x)}", "1 + e^{-x}"] },
  {
    sides: [
      "f'(x)",
      "-e^{-x}",
      "\\frac{d\\left[ \\frac{1}{\\sigma(x)} \\right]}{dx}",
      "[\\sigma(x)^{-1}]'",
      "-\\sigma(x)^{-2} \\sigma ' (x)",
      "- \\frac{\\sigma '(x)}{\\sigma (x)^2}",
    ],
  },
  { sides: ["-e^{-x}", "f'(x)", "1 - f(x)", "1 - \\frac{1}{\\sigma (x)}", "\\frac{\\sigma (x) - 1}{\\sigma (x)}"] },
  { sides: ["- \\frac{\\sigma '(x)}{\\sigma (x)^2}", "\\frac{\\sigma (x) - 1}{\\sigma (x)}"] },
  {
    sides: ["\\sigma' (x)", "\\frac{1 - \\sigma(x)}{\\sigma (x)} \\sigma (x)^2", "\\sigma (x) (1 - \\sigma (x))"],
  },
];

const gradient = "\\frac{\\partial L_i}{\\partial z_{i,k}}";
const lossSlope = "\\frac{\\partial L_i}{\\partial \\hat{y}_{i,j}}";
const softmaxSlope = "\\frac{\\partial \\hat{y}_{i,j}}{\\partial z_{i,k}}";
const weighted = `\\frac{y_{i,j}}{\\hat{y}_{i,j}} \\cdot ${softmaxSlope}`;

export const softmax: readonly SourceDisplay[] = [
  {
    sides: [gradient, `${lossSlope} \\cdot \\frac{\\partial S_{i,j}}{\\partial z_{i,k}}`],
    corrected: [gradient, `\\sum_j ${lossSlope} \\cdot \\frac{\\partial S_{i,j}}{\\partial z_{i,k}}`],
    erratum: "no sum over the classes",
  },
  { sides: ["\\hat{y}_{i,j}", "S_{i,j}"] },
  {
    sides: [`${lossSlope} \\cdot ${softmaxSlope}`],
    corrected: [`\\sum_j ${lossSlope} \\cdot ${softmaxSlope}`],
    erratum: "no sum over the classes",
  },
  {
    sides: [lossSlope, "- \\sum_j \\frac{y_{i,j}}{\\hat{y}_{i,j}}"],
    corrected: [lossSlope, "- \\frac{y_{i,j}}{\\hat{y}_{i,j}}"],
    erratum: "a sum where one term is meant",
  },
  { sides: [`- \\sum_j ${weighted}`] },
  {
    sides: [
      "\\frac{\\partial S_{i,j}}{\\partial z_{i,k}}",
      "\\Biggl\\{ \\begin{matrix} S_{i,j}\\cdot(1-S_{i,k}) , & \\text{j=k} \\\\ \\\\ -S_{i,j} \\cdot S_{i,k} , & j \\ne k \\end{matrix}",
    ],
  },
  {
    sides: [
      softmaxSlope,
      "\\Biggl\\{ \\begin{matrix} \\hat{y}_{i,j}\\cdot(1-\\hat{y}_{i,k}) , & \\text{j=k} \\\\ \\\\ -\\hat{y}_{i,j} \\cdot \\hat{y}_{i,k} , & j \\ne k \\end{matrix}",
    ],
  },
  {
    sides: [`-\\sum_j ${weighted}`, `- ${weighted} - \\sum_{j \\ne k} ${weighted}`],
    corrected: [
      `-\\sum_j ${weighted}`,
      `- \\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot \\frac{\\partial \\hat{y}_{i,k}}{\\partial z_{i,k}} - \\sum_{j \\ne k} ${weighted}`,
    ],
    erratum: "the lone term keeps the index of the sum",
  },
  {
    // The published text has the lone term by itself just before; it stands here as the first term.
    sides: [`-\\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot ${softmaxSlope} - \\sum_{j \\ne k} ${weighted}`],
    corrected: ["-\\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot \\frac{\\partial \\hat{y}_{i,k}}{\\partial z_{i,k}}"],
    erratum: "one index of the lone term is left",
  },
  {
    sides: [
      "- \\frac{y_{i,k}}{\\hat{y}_{i,k}} \\cdot \\hat{y}_{i,k} \\cdot (1 - \\hat{y}_{i,k}) - \\sum_{j \\ne k} \\frac{y_{i,j}}{\\hat{y}_{i,j}}(-\\hat{y}_{i,j}\\hat{y}_{i,k})",
      "-y_{i,k} \\cdot (1 - \\hat{y}_{i,k}) + \\sum_{j \\ne k}y_{i,j}\\hat{y}_{i,k}",
      "-y_{i,k} + y_{i,k}\\hat{y}_{i,k} + \\sum_{j \\ne k}y_{i,j}\\hat{y}_{i,k}",
      "-y_{i,k} + \\sum_j y_{i,j}\\hat{y}_{i,k}",
      "-y_{i,k} + \\hat{y}_{i,k}",
      "\\hat{y}_{i,k} - y_{i,k}",
    ],
  },
];

/** TeX without what does not change its meaning: spaces, sizes of brackets, braces around one letter. */
export function sameTex(tex: string): string {
  return tex
    .replace(/\\(?:left|right)(?![a-zA-Z])/g, "")
    .replace(/\s+/g, "")
    .replace(/(?<![a-z}_^])\{([A-Za-z])\}/g, "$1")
    .replace(/\\partial\{?([A-Za-z])\}?/g, "\\partial$1");
}
