import type { Block, Chain, Derivation, Line, LineAddress } from "./Derivation";

/** All chains of some blocks in document order, those in lists, quotes and callouts included. */
export function chainsIn(blocks: readonly Block[]): readonly Chain[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "chain":
        return [block];
      case "callout":
      case "quote":
        return chainsIn(block.blocks);
      case "list":
        return block.items.flatMap(chainsIn);
      default:
        return [];
    }
  });
}

/** All chains of a document by id. Whoever looks up many lines keeps this. */
export function chainsById(derivation: Derivation): ReadonlyMap<string, Chain> {
  return new Map(derivation.sections.flatMap(({ blocks }) => chainsIn(blocks)).map((chain) => [chain.id, chain]));
}

/** The line at an address, or null where the document has none there. */
export function findLine(derivation: Derivation, address: LineAddress): Line | null {
  return chainsById(derivation).get(address.chain)?.lines[address.line] ?? null;
}
