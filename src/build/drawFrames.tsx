import type { ChartFrame } from "../views/ChartFrame";

const nowhere = new Float64Array();

/**
 * Frames as Recharts draws them, each an element of a document that lasts as long as they do. It finds its axes in
 * effects, which a server's render never runs: it draws into a document without layout, which is this process's only
 * while it does. What a clip path would be for is left out with it, so that no id stands twice in a page.
 */
export async function drawFrames(frames: readonly ChartFrame[]): Promise<readonly Element[]> {
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
    const drawings: Element[] = [];
    for (const [number, frame] of frames.entries()) {
      flushSync(() => root.render(<ChartFrameView key={number} frame={frame} at={nowhere} tip={() => null} />));
      await nextFrame(window);
      const drawing = place.querySelector("svg");
      if (drawing?.querySelector(".recharts-cartesian-axis-tick-value") == null)
        throw new Error("Recharts drew no axes: its effects need more time");
      const own = drawing.cloneNode(true) as Element;
      tidy(own);
      drawings.push(own);
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

/**
 * Takes out what draws nothing: clip paths that hold for no curve, layers without content, attributes that SVG lacks, what no
 * screen shows of lengths. */
function tidy(drawing: Element): void {
  for (const unused of drawing.querySelectorAll("defs, title, desc")) unused.remove();
  for (const group of [...drawing.querySelectorAll("g")].reverse()) {
    if (group.childNodes.length === 0) group.remove();
    else group.removeAttribute("tabindex");
  }
  for (const line of drawing.querySelectorAll("line"))
    for (const name of ["x", "y", "width", "height"]) line.removeAttribute(name);
  for (const text of drawing.querySelectorAll("text"))
    for (const name of ["width", "height", "stroke"]) text.removeAttribute(name);
  for (const element of drawing.querySelectorAll("line, text, tspan"))
    for (const name of ["x", "y", "x1", "x2", "y1", "y2"]) {
      const length = element.getAttribute(name);
      if (length !== null) element.setAttribute(name, String(Math.round(100 * Number(length)) / 100));
    }
}

/** After the window's next frame and what it put off. */
async function nextFrame(window: Window): Promise<void> {
  await new Promise<void>((resolve) => window.requestAnimationFrame(() => resolve()));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
