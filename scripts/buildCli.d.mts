/** The command line as one file that needs nothing but Node. */
export const bundle: string;
export function buildCli(): Promise<void>;
export function isStale(): boolean;
