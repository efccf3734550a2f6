import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { gatherFrames } from "../../src/build/gatherFrames";
import type { ChartFrame } from "../../src/views/ChartFrame";
import { plotBox } from "../../src/views/chartScale";
import { buildDrawing } from "../../src/views/Drawing";
import { type Extent, steadyDomain, ticksOf } from "../../src/views/steadyDomain";

const frame = (
  x: Extent,
  wanted: Extent,
  height: number,
  rows: number,
  yText: ChartFrame["yText"] = String,
): ChartFrame => ({
  x,
  y: steadyDomain(null, wanted),
  width: 380,
  height,
  rows,
  xText: String,
  yText,
});

const frames: readonly ChartFrame[] = [
  frame([-6, 6], [-1.1, 0], 186, 5),
  frame([-6, 6], [-1.1, 0], 84, 2),
  frame([0, 1], [0.2, 0.7], 110, 3),
  frame([-3, 3], [1e-9, 4e-9], 186, 5, (value) => value.toExponential(0)),
];

const drawn = await (async () => {
  const gathered = gatherFrames();
  const places = frames.map(gathered.markup);
  const { fill } = await gathered.draw();
  return places.map((place) => fill(`<p>${place}</p>`));
})();

describe.each(frames.map((one, index) => [one, drawn[index] ?? ""] as const))(
  "%o",
  ({ x, y, rows, yText, width, height }, page) => {
    const texts = [...page.matchAll(/<text([^>]*)>.*?<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, of = "", text]) => ({
      text,
      x: Number(/ x="([\d.]+)"/.exec(of)?.[1]),
      y: Number(/ y="([\d.]+)" class/.exec(of)?.[1]),
      isAcross: of.includes('orientation="bottom"'),
    }));
    const box = plotBox(width, height);

    test("is drawn by Recharts, its ticks named and placed as its domain's", () => {
      expect(page).toMatch(/^<p><svg class="recharts-surface"/);
      const [across, up] = [texts.filter(({ isAcross }) => isAcross), texts.filter(({ isAcross }) => !isAcross)];
      expect(up.map(({ text }) => text)).toEqual(ticksOf(y, rows).map(yText));
      expect(across.map(({ text }) => Number(text))).toEqual(ticksOf(x, 6));
      ticksOf(y, rows).forEach((value, place) => {
        expect(up[place]?.y).toBeCloseTo(box.y + box.height - ((value - y[0]) / (y[1] - y[0])) * box.height, 6);
      });
      ticksOf(x, 6).forEach((value, place) => {
        expect(across[place]?.x).toBeCloseTo(box.x + ((value - x[0]) / (x[1] - x[0])) * box.width, 6);
      });
    });

    test("holds nothing that would stand twice in a page", () => {
      expect(page).not.toMatch(/ id=| clip-path=|<style|<script/);
    });
  },
);

test("a frame is the same in a page that is built and in one that runs", async () => {
  const gathered = gatherFrames();
  gathered.ask(frames);
  const place = gathered.markup(frames[0] as ChartFrame);
  const { fill, pick } = await gathered.draw();
  const { elements, frames: places } = pick(frames);
  expect(Object.keys(places)).toHaveLength(frames.length);
  const { document } = new JSDOM("").window;
  const [first] = Object.values(places);
  expect(buildDrawing(elements, first ?? -1, document)?.outerHTML).toBe(fill(place));
});

test("a frame that two pages ask for is drawn once; a document is this process's only while frames are drawn", async () => {
  const gathered = gatherFrames();
  const [first, again] = [0, 0].map(() => gathered.markup(frame([0, 1], [0, 1], 84, 2)));
  expect(again).toBe(first);
  await gathered.draw();
  expect("document" in globalThis).toBe(false);
});
