/** Defines the interface of a renderer, and the pages and messages that renderers draw. */

import type { Ask } from "../ask/ask.ts";
import type { Answer, AnswerItem, AnswerSource, Block } from "../desk/answer.ts";

/**
 * Draws blocks: one function for each block type, so that a new type does not compile until every renderer draws it.
 *
 * @example
 * const plainLines: Renderer<string> = {
 *   heading: ({ text }) => text,
 *   text: ({ text }) => text,
 *   quote: ({ passages }) => passages.map(({ text }) => `> ${text}`).join("\n"),
 *   report: ({ passages }) => passages.map(({ text }) => text).join("\n"),
 *   details: ({ rows }) => rows.map(({ label, value }) => `${label}: ${value}`).join("\n"),
 *   table: ({ rows }) => rows.map((cells) => cells.flat().map(({ value }) => value).join(" | ")).join("\n"),
 *   note: ({ texts }) => texts.join("\n"),
 *   copyable: ({ text }) => text,
 *   choices: ({ choices }) => choices.map(({ label }) => `- ${label}`).join("\n"),
 * };
 * const opening = answer.opening.map((block) => drawBlock(plainLines, block)).join("\n");
 */
export type Renderer<Out> = {
  readonly [T in Block["type"]]: (block: Extract<Block, { type: T }>) => Out;
};

/** Draws a block with the renderer's function for its type. */
export function drawBlock<Out>(renderer: Renderer<Out>, block: Block): Out {
  // `renderer[block.type]` accepts `block`, but TypeScript does not correlate a union's key with its value.
  return (renderer[block.type] as (block: Block) => Out)(block);
}

/** The part of an answer that fits into one message. */
export interface AnswerPage {
  readonly answer: Answer;
  /** The answer's opening on the first page, empty on the others. */
  readonly opening: readonly Block[];
  readonly items: readonly AnswerItem[];
  /** The number of the first item shown, from 1. */
  readonly from: number;
  /** Only the sources that this page cites. */
  readonly sources: readonly AnswerSource[];
  /** The ask for the next page, if there is one. */
  readonly next?: Ask;
  /** Whether texts were shortened or blocks dropped to fit. */
  readonly shortened: boolean;
}

/** A message within its platform's limits, and the ask for the next page. */
export interface FittedMessage<Message> {
  readonly message: Message;
  /** The ids of the sources that the message cites, in the order of their numbers. */
  readonly cited: readonly string[];
  readonly next?: Ask;
}
