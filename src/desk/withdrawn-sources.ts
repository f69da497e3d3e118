/** Cautions against sources that their publishers have withdrawn or corrected, in every answer that cites one. */
import type { Messages } from "../language/messages.ts";
import type { SourceInfo } from "../library/library.ts";
import type { Answer } from "./answer.ts";
import { noteBlocks } from "./notes.ts";

/** A note that cautions in the few words of `caution`. */
export interface WithdrawalNote {
  readonly text: string;
  readonly caution: string;
}

/** Returns the caution against a source; undefined when its publisher stands by it. */
export function withdrawalNote(
  { withdrawn }: Pick<SourceInfo, "withdrawn">,
  credit: string,
  messages: Messages,
): WithdrawalNote | undefined {
  if (!withdrawn) return undefined;
  const why = withdrawn.why.replace(/[.\u3002]$/, "");
  return {
    text: messages.source.withdrawn(credit, messages.date(withdrawn.on), why),
    caution: messages.brief.withdrawn(credit),
  };
}

/** Adds to an answer a caution for each withdrawn source that it cites. */
export function cautionWithdrawn(answer: Answer): Answer {
  const notes = answer.sources.map(({ withdrawn }) => withdrawn);
  return notes.every((note) => note === undefined)
    ? answer
    : { ...answer, close: [...answer.close, ...noteBlocks(notes)] };
}
