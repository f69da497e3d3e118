/** Distinguishes group headings from the headings below them. */
import type { Block } from "../desk/answer.ts";

/** Returns the plain headings that follow the first group heading. */
export function innerHeadings(blocks: readonly Block[]): ReadonlySet<Block> {
  const first = blocks.findIndex((block) => block.type === "heading" && block.group);
  const under = first < 0 ? [] : blocks.slice(first);
  return new Set(under.filter((block) => block.type === "heading" && !block.group));
}
