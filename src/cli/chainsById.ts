import type { Block, Callout, Chain, Derivation } from "../derivation/Derivation";

/** Every display of the document, in callouts, quotes and lists too, by its id. */
export function chainsById(derivation: Derivation): ReadonlyMap<string, Chain> {
  const blocks = derivation.sections.flatMap((section) => section.blocks);
  return new Map(blocks.flatMap(chainsOf).map((chain) => [chain.id, chain]));
}

export function chainsOf(block: Block): readonly Chain[] {
  if (block.kind === "chain") return [block];
  return inner(block).flatMap(chainsOf);
}

/** The callouts "As published", outermost ones only. */
export function publishedCallouts(block: Block): readonly Callout[] {
  if (block.kind === "callout" && block.asPublished) return [block];
  return inner(block).flatMap(publishedCallouts);
}

function inner(block: Block): readonly Block[] {
  switch (block.kind) {
    case "callout":
    case "quote":
      return block.blocks;
    case "list":
      return block.items.flat();
    case "chain":
    case "paragraph":
    case "heading":
    case "code":
    case "table":
    case "rule":
      return [];
  }
}
