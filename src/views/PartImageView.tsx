import { type ReactNode, useLayoutEffect, useRef } from "react";
import { expressionAt, type PartPlace } from "./LineSide";
import { elementsOf } from "./partElements";
import { plainExpression } from "./plainExpression";

/** Pixels that the strip has for a part's height. */
const height = 40;

/** A part as it is set in its line: a copy of its elements, made smaller where it is higher than the strip. */
export function PartImageView({ place }: { readonly place: PartPlace }): ReactNode {
  const box = useRef<HTMLSpanElement>(null);
  const expression = expressionAt(place);
  const plain = expression === null ? "" : plainExpression(expression);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const [only, ...others] = elementsOf(document, place);
    const isWhole = place.part === 0 || only?.getAttribute("data-part") === String(place.part);
    const copy = only === undefined || others.length > 0 || !isWhole ? null : copyOf(only);
    element.style.fontSize = "";
    element.replaceChildren(copy ?? plain);
    // What hangs below a Σ counts, which its own box leaves out.
    const tall = copy === null ? 0 : (element.parentElement?.scrollHeight ?? 0);
    if (tall > height) element.style.fontSize = `${Math.max(height / tall, 0.5)}em`;
  }, [place, plain]);
  return (
    <div className="inspector-part">
      <span className="sr-only">{plain}</span>
      <span ref={box} aria-hidden="true" />
    </div>
  );
}

/** The element within shallow copies of what KaTeX's style sheet wants around it, without the marks of our own. */
function copyOf(element: Element): Element | null {
  let copy = element.cloneNode(true) as Element;
  for (const marked of [copy, ...copy.querySelectorAll("[data-part]")])
    for (const name of ["data-part", "data-lit", "data-changed"]) marked.removeAttribute(name);
  if (element.matches(".katex-html")) copy = wrapIn(element.closest(".katex"), copy);
  else for (const around of [".katex-html > *", ".katex-html", ".katex"]) copy = wrapIn(element.closest(around), copy);
  return copy;
}

function wrapIn(around: Element | null, copy: Element): Element {
  if (around === null) return copy;
  const wrapper = around.cloneNode(false) as Element;
  wrapper.append(copy);
  return wrapper;
}
