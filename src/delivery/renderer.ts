/** The seams between an answer and the message that a platform shows. */

import type { Ask } from "../ask/ask.ts";
import type { Answer, AnswerItem, AnswerSource, Block } from "../desk/answer.ts";

/** One entry a block type: a new block fails to compile until every renderer draws it. */
export type Renderer<Out> = {
  readonly [T in Block["type"]]: (block: Extract<Block, { type: T }>) => Out;
};

/** Draws a block by its entry. */
export function drawBlock<Out>(renderer: Renderer<Out>, block: Block): Out {
  // The entry under a block's type takes that type of block; the compiler cannot follow a key that varies.
  return (renderer[block.type] as (block: Block) => Out)(block);
}

/** As much of an answer as one message holds. */
export interface AnswerPage {
  readonly answer: Answer;
  /** The lead on the first page, nothing on the others. */
  readonly lead: readonly Block[];
  readonly items: readonly AnswerItem[];
  /** The number of the first item shown, from 1. */
  readonly from: number;
  /** The sources that this page cites. */
  readonly sources: readonly AnswerSource[];
  /** The ask for the rest, if there is a rest. */
  readonly next?: Ask;
  /** Whether a text had to be shortened for want of room. */
  readonly shortened: boolean;
}

/** A message within its platform's limits, and the ask for what it had no room for. */
export interface FittedMessage<Message> {
  readonly message: Message;
  /** The ids of the sources that the message cites, in the order of their numbers. */
  readonly cited: readonly string[];
  readonly next?: Ask;
}
