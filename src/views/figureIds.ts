/** The bench's tabs in their order, as addresses name them. */
export const figureIds = ["step", "slope", "classes", "graph", "landscape", "descent"] as const;

export type FigureId = (typeof figureIds)[number];
