import type { ComponentType } from "react";
import type { FigureId } from "./figureIds";
import type { OpenPage } from "./PageContext";

/** A tab of the bench. It appears on every page that it applies to. */
export interface Figure {
  readonly id: FigureId;
  readonly name: string;
  readonly applies: (open: OpenPage) => boolean;
  /** Its script comes when it is opened; else with the page. */
  readonly isFetched: boolean;
  readonly View: ComponentType;
}
