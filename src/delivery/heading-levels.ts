/** How deep a heading lies: one that holds for a group of items, and one under it. */
import type { Block } from "../desk/answer.ts";

/** The headings that stand under a group's, of blocks in their order. */
export function innerHeadings(blocks: readonly Block[]): ReadonlySet<Block> {
  const first = blocks.findIndex((block) => block.type === "heading" && block.group);
  const under = first < 0 ? [] : blocks.slice(first);
  return new Set(under.filter((block) => block.type === "heading" && !block.group));
}
