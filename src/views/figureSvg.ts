/** Properties that style sheets give a drawing: a copy stands alone, so it carries them itself. */
const carried = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

export interface FigureDrawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** All drawings of a figure as one that stands alone, in the colours of the present theme. */
export function figureSvg(root: HTMLElement): FigureDrawing {
  const frame = root.getBoundingClientRect();
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)];
  const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  whole.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(root).getPropertyValue("--ground"));
  whole.append(ground);
  for (const svg of root.querySelectorAll<SVGSVGElement>("svg")) {
    if (svg.parentElement?.closest("svg") !== null) continue;
    const box = svg.getBoundingClientRect();
    const copy = standingAlone(svg);
    copy.setAttribute("x", String(box.left - frame.left));
    copy.setAttribute("y", String(box.top - frame.top));
    copy.setAttribute("width", String(box.width));
    copy.setAttribute("height", String(box.height));
    whole.append(copy);
  }
  for (const caption of root.querySelectorAll<HTMLElement>("[data-caption]")) whole.append(captionText(caption, frame));
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** A caption that is set beside the drawings, as plain text in its place. */
function captionText(caption: HTMLElement, frame: DOMRect): SVGTextElement {
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  const [box, style] = [caption.getBoundingClientRect(), getComputedStyle(caption)];
  text.setAttribute("x", String(box.left - frame.left));
  text.setAttribute("y", String(box.bottom - frame.top - box.height * 0.3));
  text.setAttribute("fill", style.color);
  for (const property of ["font-family", "font-size", "font-weight"])
    text.setAttribute(property, style.getPropertyValue(property));
  text.textContent = caption.dataset.caption ?? "";
  return text;
}

function standingAlone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, at) => {
    const original = originals[at];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    element.removeAttribute("class");
    for (const name of ["style", "role", "tabindex"]) element.removeAttribute(name);
    for (const property of carried) element.setAttribute(property, style.getPropertyValue(property));
  });
  return copy;
}
