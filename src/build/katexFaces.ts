/** Class names of KaTeX's markup by the face that they call for. Main-Regular is every formula's. */
const callers: readonly (readonly [face: string, caller: RegExp])[] = [
  ["KaTeX_Main-Regular", /class="katex"/],
  ["KaTeX_Math-Italic", /\bmathnormal\b/],
  ["KaTeX_Main-Bold", /\bmathbf\b/],
  ["KaTeX_Main-Italic", /\bmathit\b/],
  ["KaTeX_AMS-Regular", /\b(?:mathbb|amsrm)\b/],
  ["KaTeX_Caligraphic-Regular", /\bmathcal\b/],
  ["KaTeX_Size1-Regular", /\b(?:small-op|delimsizing size1|delim-size1)\b/],
  ["KaTeX_Size2-Regular", /\b(?:large-op|delimsizing size2)\b/],
  ["KaTeX_Size3-Regular", /\bdelimsizing size3\b/],
  ["KaTeX_Size4-Regular", /\b(?:delimsizing size4|delim-size4)\b/],
];

/** The faces that a page's formulas are set in, as KaTeX's font files are named. */
export function facesIn(html: string): readonly string[] {
  return callers.filter(([, caller]) => caller.test(html)).map(([face]) => face);
}
