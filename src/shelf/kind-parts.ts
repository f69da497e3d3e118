/** The parts that several kinds share in what they state and in their rules. */
import { asciiDigits } from "../support/fold-letters.ts";
import type { RuleFault, StatedWords } from "./kind-definition.ts";
import type { RecordKind, RecordRef } from "./kinds.ts";
import type { Evidence, StatedDate } from "./records.ts";

/** Returns the reference to a record of one kind, or undefined without an id. */
export const optionalRef = (kind: RecordKind, id: string | undefined): RecordRef | undefined =>
  id === undefined ? undefined : `${kind}/${id}`;

/** Returns the source's words in a field that may have evidence of its own; otherwise they stand in `within`. */
export const statedIn = (
  pointer: string,
  value: { readonly stated?: string | undefined; readonly evidence?: Evidence | undefined } | undefined,
  within: readonly Evidence[],
): StatedWords => ({
  pointer: `${pointer}/stated`,
  words: value?.stated,
  within: value?.evidence ? [value.evidence] : within,
});

/** The fault of a record whose source gives the speaker by a pronoun, without a reason whom it is read as. */
export const PRONOUN_ALONE: RuleFault = {
  pointer: "/speakerInferred",
  message: "the source gives the speaker by a pronoun alone: say here whom it is read as, and why",
};

/** Requires a reason for a date whose year is not in the source's words. */
export function inferredYear(pointer: string, when: StatedDate | undefined): RuleFault[] {
  const year = when?.date?.slice(0, 4);
  if (!when || !year || when.inferred || asciiDigits(when.stated).includes(year)) return [];
  const message = `the year ${year} is not in the source's words “${when.stated}”: say why it is inferred`;
  return [{ pointer: `${pointer}/inferred`, message }];
}
