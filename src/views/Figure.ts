import type { ComponentType } from "react";
import type { OpenPage } from "./PageContext";

/** A tab of the bench. It appears on every page that it applies to. */
export interface Figure {
  /** Stable: addresses carry it. */
  readonly id: string;
  readonly name: string;
  readonly applies: (open: OpenPage) => boolean;
  readonly View: ComponentType;
}
