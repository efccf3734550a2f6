import { checkDerivation } from "../../src/check/checkDerivation";
import { compileDerivation } from "../../src/derivation/compile";
import { warmUp } from "../../src/worker/warmUp";

/**
 * Checks a document of 20 displays once, right after start-up or, told "warm", as a worker that was got ready, and prints
 * what it took.
 */
const displays = [
  "\\sigma(x) = \\frac{1}{1+e^{-x}}",
  "\\sigma'(x) = \\sigma(x)(1-\\sigma(x))",
  "\\frac{d}{dx}\\sigma(x) = \\frac{e^{-x}}{(1+e^{-x})^2}",
  "1 - \\sigma(x) = \\sigma(-x)",
  "p_i = \\frac{e^{z_i}}{\\sum_k e^{z_k}}",
  "\\frac{\\partial p_i}{\\partial z_j} = p_i(\\delta_{ij} - p_j)",
  "L = -\\sum_k y_k \\log p_k",
  "\\frac{\\partial L}{\\partial z_j} = p_j \\sum_k y_k - y_j",
  ...Array.from({ length: 12 }, (_, at) => `(x + ${at + 1})^2 = x^2 + ${2 * at + 2} x + ${(at + 1) ** 2}`),
];
const text = displays.map((tex) => `$$\n${tex}\n$$\n`).join("\n");
if (process.argv[2] === "warm") warmUp();
const before = process.cpuUsage();
const began = performance.now();
const { verdicts } = checkDerivation(compileDerivation(text));
const milliseconds = performance.now() - began;
const { user, system } = process.cpuUsage(before);
const holds = verdicts.filter((verdict) => verdict?.kind === "holds").length;
console.log(JSON.stringify({ holds, milliseconds, processor: (user + system) / 1000 }));
