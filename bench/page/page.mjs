/**
 * The page that the bench measures Backstep against: a slider, a loss of one neuron and its gradients as 20 lines with
 * a value each, set anew by KaTeX at each event, and three charts. With `?charts` the charts are drawn by Recharts, its
 * parts memoised and its animation off, as its guide to performance asks; without, there are formulas alone.
 */
import "katex/dist/katex.min.css";
import katex from "katex";
import { createElement as h, memo, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";

const hasCharts = new URLSearchParams(location.search).has("charts");
const points = 161;

const formulas = [
  { left: "z", right: "w x + b", value: ({ z }) => z },
  { left: "a", right: "\\frac{1}{1 + e^{-z}}", value: ({ a }) => a },
  { left: "L", right: "-\\left(y \\log a + (1 - y) \\log(1 - a)\\right)", value: ({ loss }) => loss },
  { left: "\\frac{\\partial L}{\\partial z}", right: "a - y", value: ({ a, y }) => a - y },
  { left: "\\frac{\\partial L}{\\partial w}", right: "\\left(\\sigma(w x + b) - y\\right) x", value: ({ slope }) => slope },
];

const lines = Array.from({ length: 20 }, (_, at) => formulas[at % formulas.length]);

function neuron(w, x = 0.8, b = -0.4, y = 1) {
  const z = w * x + b;
  const a = 1 / (1 + Math.exp(-z));
  return { w, x, b, y, z, a, loss: Math.log1p(Math.exp(-z)), slope: (a - y) * x };
}

function curves(x) {
  return Array.from({ length: points }, (_, at) => neuron(-6 + (12 * at) / (points - 1), x));
}

function Formula({ tex }) {
  return h("span", { dangerouslySetInnerHTML: { __html: katex.renderToString(tex, { displayMode: true }) } });
}

const Chart = memo(function Chart({ data, first, second }) {
  return h(
    LineChart,
    { width: 400, height: 186, data },
    h(CartesianGrid),
    h(XAxis, { type: "number", dataKey: "w", domain: [-6, 6] }),
    h(YAxis, { domain: ["auto", "auto"] }),
    h(Line, { dataKey: first, dot: false, isAnimationActive: false }),
    h(Line, { dataKey: second, dot: false, isAnimationActive: false }),
    h(Tooltip, { isAnimationActive: false }),
  );
});

function Page() {
  const [x, setX] = useState(0.8);
  const now = neuron(0.5, x);
  // oxlint-disable-next-line react/preserve-manual-memoization -- no compiler runs here
  const data = useMemo(() => curves(x), [x]);
  return h(
    "main",
    null,
    h("input", {
      type: "range",
      min: -3,
      max: 3,
      step: "any",
      value: x,
      onChange: (event) => setX(event.currentTarget.valueAsNumber),
    }),
    hasCharts && h(Chart, { data, first: "loss", second: "a" }),
    hasCharts && h(Chart, { data, first: "slope", second: "a" }),
    hasCharts && h(Chart, { data, first: "z", second: "loss" }),
    lines.map((line, at) => {
      const value = Number(line.value(now)).toFixed(6);
      return h("p", { key: at }, h(Formula, { tex: line.left }), h(Formula, { tex: `= ${line.right} = ${value}` }));
    }),
  );
}

createRoot(document.getElementById("root")).render(h(Page));
