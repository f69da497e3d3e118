/** Finds figures in an answer that the passages cited for them do not have. */
import type { Block } from "../src/desk/answer.ts";
import { englishMessages } from "../src/language/en/messages.ts";
import { foldText } from "../src/shelf/fold.ts";

const NUMBER = /\d[\d,.]*\d|\d/g;

const textOf = (passages: readonly { readonly text: string }[]): string =>
  foldText(passages.map(({ text }) => text).join("\n"));

const missingIn = (value: string, cited: string): string[] =>
  (value.match(NUMBER) ?? [])
    .filter((number) => !cited.includes(number))
    .map((number) => `${number}: ${value}`);

/** Figures in rows of details that cite something. */
const inDetails = ({ rows, passages }: Extract<Block, { type: "details" }>): string[] =>
  passages.length === 0 ? [] : rows.flatMap(({ value }) => missingIn(value, textOf(passages)));

/** Figures in rows of a table; a date that is marked as inferred is accounted for below it. */
function inTable({ rows, columns }: Extract<Block, { type: "table" }>, closing: string): string[] {
  return rows.flatMap((row) => {
    const cited = textOf(row.flat().flatMap(({ passages }) => passages));
    return row.flatMap((cell, index) =>
      (columns[index] === englishMessages.deskNote ? [] : cell).flatMap(({ value, stated, passages }) => {
        if (value.endsWith(` (${englishMessages.timeline.inferred})`))
          return closing.includes("Inferred dates") ? [] : [value];
        return missingIn(value, stated ? textOf(passages) : cited);
      }),
    );
  });
}

/** Returns the figures of blocks that their cited passages do not have. @param close the blocks at the answer's end */
export const uncitedFigures = (blocks: readonly Block[], close: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.type === "details") return inDetails(block);
    return block.type === "table" ? inTable(block, JSON.stringify(close)) : [];
  });

/** Returns the figures in a text that these passages do not have. */
export const figuresBeside = (text: string, passages: readonly { readonly text: string }[]): string[] =>
  missingIn(foldText(text), textOf(passages));
