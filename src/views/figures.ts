import { lazy } from "react";
import type { Figure } from "./Figure";
import { mapInputs } from "./mapInputs";
import { pageClasses } from "./pageClasses";
import { StepFigureView } from "./StepFigureView";
import { slopeEnds } from "./slopeEnds";

/** The bench's tabs in their order. The first is drawn with its page; each of the others is fetched when it is opened. */
export const figures: readonly Figure[] = [
  {
    id: "step",
    name: "This step",
    applies: ({ page }) => page.workbench.axes.length > 0,
    isFetched: false,
    View: StepFigureView,
  },
  {
    id: "slope",
    name: "Slope",
    applies: ({ page }) => page.workbench.loss !== null && page.workbench.axes.length > 0,
    isFetched: true,
    View: lazy(() => import("./SlopeFigureView")),
  },
  {
    id: "classes",
    name: "Classes",
    applies: ({ page, derivation, section }) => pageClasses(page.workbench, derivation, section) !== null,
    isFetched: true,
    View: lazy(() => import("./ClassesFigureView")),
  },
  {
    id: "graph",
    name: "Graph",
    applies: ({ page }) => page.workbench.loss !== null,
    isFetched: true,
    View: lazy(() => import("./GraphFigureView")),
  },
  {
    id: "landscape",
    name: "Landscape",
    applies: ({ page }) => page.workbench.loss !== null && mapInputs(page.workbench).length > 1,
    isFetched: true,
    View: lazy(() => import("./LandscapeFigureView")),
  },
  {
    id: "descent",
    name: "Descent",
    applies: ({ page, rows }) => slopeEnds(page.workbench, rows).some(({ row }) => !row.chain.asPublished),
    isFetched: true,
    View: lazy(() => import("./DescentFigureView")),
  },
];
