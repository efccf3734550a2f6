import type { Inline } from "./Derivation";
import type { PageBlock } from "./PageBlock";

/** A section of the page: its heading and what stands below it. */
export interface OutlineSection {
  readonly title: readonly Inline[];
  readonly level: number;
  readonly blocks: readonly PageBlock[];
}

export interface Outline {
  /** The document's only first-level heading, if it has one. */
  readonly title: readonly Inline[] | null;
  readonly sections: readonly OutlineSection[];
}

/**
 * Parts a page at its section headings: `##`, or the highest level that occurs where there is no `##`. A single `#` is
 * the title; text before the first section is a section of that title.
 */
export function outlineOf(blocks: readonly PageBlock[]): Outline {
  const levels = blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  const single = levels.filter((level) => level === 1).length === 1;
  const sectionLevel = Math.min(...(single ? levels.filter((level) => level !== 1) : levels), 6);
  const sections: { title: readonly Inline[]; level: number; blocks: PageBlock[] }[] = [];
  let title: readonly Inline[] | null = null;
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 1 && single) {
      title = block.children;
      sections.push({ title: block.children, level: 1, blocks: [] });
    } else if (block.kind === "heading" && block.level <= sectionLevel) {
      sections.push({ title: block.children, level: block.level, blocks: [] });
    } else {
      if (sections.length === 0) sections.push({ title: [], level: 1, blocks: [] });
      sections.at(-1)?.blocks.push(block);
    }
  }
  return {
    title,
    sections: sections.filter((section, index) => hasContent(section.blocks) || (section.level > 1 && index > 0)),
  };
}

function hasContent(blocks: readonly PageBlock[]): boolean {
  return blocks.some((block) => block.kind !== "rule");
}
