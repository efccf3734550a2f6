import type { Figure } from "./Figure";
import { stepFigure } from "./StepFigureView";

/** The bench's tabs in their order. */
export const figures: readonly Figure[] = [stepFigure];
