/** Limits of one document; the command line and tests raise them. */
export interface CompileOptions {
  readonly path?: string;
  readonly maxCharacters?: number;
  readonly maxFormulas?: number;
}

export const defaultLimits = { maxCharacters: 200_000, maxFormulas: 500 } as const;
