/** Drafts records from a text. */
import type { Draft } from "./draft.ts";
import { DRAFT_KINDS } from "./kinds.ts";
import { type Reading, readText } from "./reading.ts";

/** A text as it was read, and what was drafted from it, kind by kind. */
export interface Drafted {
  readonly reading: Reading;
  readonly drafts: readonly Draft[];
}

/** Drafts all kinds of records from a text. What the text leaves open stays open. */
export function draftText(text: string, known: Parameters<typeof readText>[1] = {}): Drafted {
  const reading = readText(text, known);
  return { reading, drafts: DRAFT_KINDS.flatMap((draftsOf) => draftsOf(reading)) };
}
