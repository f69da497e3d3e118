/** Tells whether the short form of an answer leaves out what its sources say. */
import { type Answer, type Block, blockPassages, type Passage } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import { withoutIsolates } from "../support/isolation.ts";
import { lazy } from "../support/lazy.ts";

/** Spaces that are not as they are compared; most texts have none. */
const UNEVEN = /[^\S ]|\s\s/;

/** Returns a text as it is compared: stored texts also have other spaces, and messages isolates. */
export function foldedText(text: string): string {
  const own = withoutIsolates(text);
  return (UNEVEN.test(own) ? own.replace(/\s+/g, " ") : own).trim().toLowerCase();
}

/** Returns what a block of the short form says, in words. */
function wordsOf(block: Block): string {
  switch (block.type) {
    case "heading":
    case "text":
      return block.text;
    case "line":
      return block.parts.map(({ text }) => text).join("");
    case "quote":
    case "report":
      return [block.speaker ?? "", ...block.passages.map(({ text }) => text)].join("\n");
    default:
      return "";
  }
}

/** Returns what an item of the whole states beside its passages, without what a source leaves open. */
function valuesOf(block: Block, open: readonly string[]): string[] {
  if (block.type === "table") return block.rows.flat(2).map(({ value }) => value);
  if (block.type !== "details" || block.passages.length === 0) return [];
  return block.rows.map(({ value }) => value).filter((value) => !open.includes(value));
}

const blocksOf = ({ opening, items }: Pick<Answer, "opening" | "items">): Block[] => [
  ...opening,
  ...items.flat(),
];

/**
 * Tells whether words of the sources in an answer's items are missing from its short form: a passage is cut or left
 * out, or a value beside it is.
 * @param short all items of the short form, also those of later pages
 */
export function leavesOut(
  { items }: Pick<Answer, "items">,
  short: Pick<Answer, "opening" | "items">,
  { pledge, quote }: Messages,
): boolean {
  const blocks = blocksOf(short);
  const shown = blocks.filter(({ type }) => type === "quote" || type === "report").flatMap(blockPassages);
  const isWhole = ({ source, start, text }: Passage) =>
    shown.some(
      (part) => part.source === source && part.start <= start && part.end >= start + text.trimEnd().length,
    );
  const said = lazy(() => blocks.map(wordsOf).map(foldedText));
  const isSaid = (value: string) => said().some((text) => text.includes(foldedText(value)));
  const open = [quote.notStated, pledge.unstated];
  return items.flat().some((block) => {
    const isSpoken = block.type === "quote" || block.type === "report";
    return (isSpoken && !block.passages.every(isWhole)) || !valuesOf(block, open).every(isSaid);
  });
}
