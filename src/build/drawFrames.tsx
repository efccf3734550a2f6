import type { ChartFrame } from "../views/ChartFrame";

const nowhere = new Float64Array();

/**
 * The markup of frames as Recharts draws them. It finds its axes in effects, which a server's render never runs: it
 * draws into a document without layout, which is this process's only while it does. What a clip path would be for is
 * left out with it, so that no id stands twice in a page.
 */
export async function drawFrames(frames: readonly ChartFrame[]): Promise<readonly string[]> {
  const { JSDOM } = await import("jsdom");
  const { window } = new JSDOM("<!doctype html>", { pretendToBeVisual: true });
  const { document } = window;
  const given = {
    window,
    document,
    requestAnimationFrame: window.requestAnimationFrame.bind(window),
    // Node has one from version 21 on.
    ...("navigator" in globalThis ? {} : { navigator: window.navigator }),
  };
  Object.assign(globalThis, given);
  try {
    // Both ask when they are loaded whether there is a document.
    const [{ flushSync }, { createRoot }] = await Promise.all([import("react-dom"), import("react-dom/client")]);
    const { default: ChartFrameView } = await import("../views/ChartFrameView");
    const place = document.createElement("div");
    const root = createRoot(place);
    const drawings: string[] = [];
    for (const [number, frame] of frames.entries()) {
      flushSync(() => root.render(<ChartFrameView key={number} frame={frame} at={nowhere} tip={() => null} />));
      await nextFrame(window);
      const drawing = place.querySelector("svg");
      for (const unused of drawing?.querySelectorAll("defs, title, desc") ?? []) unused.remove();
      if (drawing?.querySelector(".recharts-cartesian-axis-tick-value") == null)
        throw new Error("Recharts drew no axes: its effects need more time");
      drawings.push(drawing.outerHTML);
    }
    flushSync(() => root.unmount());
    // What React has put off still asks for the document.
    await nextFrame(window);
    return drawings;
  } finally {
    for (const name of Object.keys(given)) Reflect.deleteProperty(globalThis, name);
    window.close();
  }
}

/** After the window's next frame and what it put off. */
async function nextFrame(window: Window): Promise<void> {
  await new Promise<void>((resolve) => window.requestAnimationFrame(() => resolve()));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
