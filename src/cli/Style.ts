/** How a piece of text output looks on a terminal that shows colours. */
export type Tone = "good" | "fair" | "bad" | "open" | "strong" | "faint";

export type Style = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, readonly [number, number]>> = {
  good: [32, 39],
  fair: [36, 39],
  bad: [31, 39],
  open: [33, 39],
  strong: [1, 22],
  faint: [2, 22],
};

/** Colours where they are seen: on a terminal, unless NO_COLOR asks for none (no-color.org). */
export function styleFor(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Style {
  const plain = !isTerminal || Boolean(environment.NO_COLOR) || environment.TERM === "dumb";
  if (plain) return (_, text) => text;
  return (tone, text) => {
    const [on, off] = codes[tone];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
