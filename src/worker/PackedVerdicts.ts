import type { Verdict } from "../check/Verdict";
import type { MemoryEntry } from "../check/VerdictMemory";

/** Remembered verdicts as they are stored: texts that many of them share once, the others by their numbers. */
export interface PackedVerdicts {
  readonly texts: readonly string[];
  readonly entries: readonly PackedEntry[];
}

interface PackedEntry {
  readonly key: string;
  readonly verdicts: readonly { readonly asked: readonly number[]; readonly verdict: Verdict }[];
}

/** What a verdict without its texts takes, and a number, in characters. */
const sizes = { verdict: 400, number: 4 } as const;

/** The last of the entries, as many as there is room for in `most` characters. */
export function packVerdicts(entries: readonly MemoryEntry[], most: number): PackedVerdicts {
  const numbers = new Map<string, number>();
  const packed: PackedEntry[] = [];
  let size = 0;
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(text, number);
      size += text.length;
    }
    return number;
  };
  for (const [key, verdicts] of entries.toReversed()) {
    const entry = { key, verdicts: verdicts.map(({ asked, verdict }) => ({ asked: asked.map(numberOf), verdict })) };
    for (const { asked } of entry.verdicts) size += sizes.verdict + asked.length * sizes.number;
    size += key.length;
    if (size > most) break;
    packed.push(entry);
  }
  return { texts: [...numbers.keys()], entries: packed.toReversed() };
}

export function unpackVerdicts({ texts, entries }: PackedVerdicts): readonly MemoryEntry[] {
  return entries.map(({ key, verdicts }) => [
    key,
    verdicts.map(({ asked, verdict }) => ({ asked: asked.map((number) => texts[number] ?? ""), verdict })),
  ]);
}
