import { useEffect } from "react";
import type { LineSide } from "./LineSide";
import { usePage } from "./PageContext";
import { putNumbers } from "./putNumbers";
import { widthChange } from "./ScrollView";

/** While it is shown, the lines have numbers in the places of their symbols. */
export function NumbersView({ sides }: { readonly sides: readonly LineSide[] }): null {
  const { workbench, observation } = usePage();
  useEffect(() => {
    const numbers = putNumbers(sides, workbench);
    numbers.write(observation.getState());
    const paper = document.getElementById("paper");
    paper?.setAttribute("data-numbers", "");
    const tellBoxes = () => {
      for (const box of document.querySelectorAll(".lines .scrolls")) box.dispatchEvent(new Event(widthChange));
    };
    tellBoxes();
    const unsubscribe = observation.subscribe(numbers.write);
    return () => {
      unsubscribe();
      numbers.remove();
      paper?.removeAttribute("data-numbers");
      tellBoxes();
    };
  }, [sides, workbench, observation]);
  return null;
}
