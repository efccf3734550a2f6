import { classesFigure } from "./ClassesFigureView";
import { descentFigure } from "./DescentFigureView";
import type { Figure } from "./Figure";
import { graphFigure } from "./GraphFigureView";
import { landscapeFigure } from "./LandscapeFigureView";
import { slopeFigure } from "./SlopeFigureView";
import { stepFigure } from "./StepFigureView";

/** The bench's tabs in their order. */
export const figures: readonly Figure[] = [
  stepFigure,
  slopeFigure,
  classesFigure,
  graphFigure,
  landscapeFigure,
  descentFigure,
];
