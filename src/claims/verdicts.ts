/** Defines the verdicts on a message as data, independent of how they are shown. */
import type { DateRange } from "../language/dates.ts";
import type { AnyRecord, Evidence, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { ClosestPassage } from "./closest-passage.ts";
import type { MessageSpan } from "./quoted-spans.ts";
import type { SentenceMood } from "./sentence-mood.ts";
import type { Subject } from "./subjects.ts";
import type { BoundedSum } from "./tokens.ts";

/**
 * `supported`: a source states the same. `differs`: the sources state something else about the same thing.
 * `not-as-stated`: no source states it like this, but there is related evidence to show.
 */
type VerdictKind = "supported" | "differs" | "not-as-stated";

/** The kinds of verdicts, in the order in which they are shown. */
export const VERDICT_KINDS: readonly VerdictKind[] = ["supported", "differs", "not-as-stated"];

/** What a sentence says of where its words come from, and no source does. */
interface Unsourced {
  /** Whoever the sentence names as its source, of whom nothing here says this. */
  readonly missingIn?: AnyRecord;
  /** Whoever the sentence names as spoken to; no source says so. */
  readonly notToldTo?: AnyRecord;
}

/** The verdict on a sum, compared with a commitment. */
export interface AmountVerdict extends Unsourced {
  readonly about: "figure";
  readonly kind: VerdictKind;
  readonly sum: BoundedSum;
  /** Donors named by the sentence; empty if it names none. */
  readonly donors: readonly AnyRecord[];
  readonly pledge: PledgeRecord;
  /** The accounts that support the sum. */
  readonly supporting: readonly PledgeAccount[];
  /**
   * Why it is not as stated: no recorded sum in this currency, none at all, a sum by other donors, or one that is
   * promised and not said to be given.
   */
  readonly why?: "currency" | "unstated" | "elsewhere" | "promised";
}

/** The verdict on the duration of a commitment, compared with the periods in its sources. */
export interface PeriodVerdict extends Unsourced {
  readonly about: "period";
  readonly kind: VerdictKind;
  readonly said: string;
  readonly pledge: PledgeRecord;
  readonly supporting: readonly PledgeAccount[];
  /** Why it is not as stated: the accounts with this period state another sum. */
  readonly why?: "apart";
}

/** Words in which a message and a passage differ; either side is empty for added or omitted words. */
export interface WordDifference {
  readonly said: string;
  readonly known: string;
  /** What it is that differs, where it is no other word. */
  readonly sort?: "name" | "currency" | "number" | "date" | undefined;
}

/** The speaker to whom a sentence attributes words: a record, a name that is not recorded, or an office. */
export type ClaimedSpeaker = Exclude<Subject, string>;

/** The verdict on words in quotation marks, or on a whole sentence, compared with recorded passages. */
export interface WordsVerdict extends Unsourced {
  readonly about: "words";
  readonly kind: VerdictKind;
  readonly said: string;
  /**
   * What the words are in the record: a `quotation`; a `report`, in the source's words, of what somebody said; the
   * `source`'s own words; or, for a sentence without quotation marks, a `copy` of the source's, or a `paraphrase`.
   */
  readonly as: "quotation" | "report" | "source" | "copy" | "paraphrase";
  readonly record: AnyRecord;
  /** The passages compared with the words. */
  readonly evidence: readonly Evidence[];
  /** Ids of the sources that contain the words verbatim, or of those of the passages when none does. */
  readonly sources: readonly string[];
  /** Whether the words are only a part of the passages. */
  readonly part: boolean;
  readonly differences: readonly WordDifference[];
  /** The speaker that the sentence names, if the record names another or none. */
  readonly otherSpeaker?: ClaimedSpeaker;
  /** Ranges to highlight in each passage. */
  readonly marked: readonly (readonly { readonly start: number; readonly end: number }[])[];
}

/** The verdict on a date, compared with that of an event, a quotation or a commitment. */
export interface DateVerdict extends Unsourced {
  readonly about: "date";
  readonly kind: VerdictKind;
  readonly said: string;
  readonly record: AnyRecord;
  readonly when: DateRange & { readonly stated: string; readonly inferred?: string | undefined };
  readonly evidence: readonly Evidence[];
  /** Why it is not as stated: the recorded date is less precise, or another year may mean another event. */
  readonly why?: "coarser" | "another";
}

/** The verdict on a number, compared with one in a recorded passage. */
export interface NumberVerdict extends Unsourced {
  readonly about: "number";
  readonly kind: VerdictKind;
  readonly said: string;
  readonly known: string;
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  readonly marked: readonly (readonly { readonly start: number; readonly end: number }[])[];
}

/** The verdict on a person's office, compared with the recorded roles. */
export interface RoleVerdict extends Unsourced {
  readonly about: "role";
  readonly kind: "supported" | "not-as-stated";
  readonly said: string;
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
}

export type Verdict =
  | AmountVerdict
  | PeriodVerdict
  | WordsVerdict
  | DateVerdict
  | NumberVerdict
  | RoleVerdict;

/** Returns the record with which a verdict compared its part of the sentence. */
export const verdictRecord = (verdict: Verdict): AnyRecord =>
  "pledge" in verdict ? verdict.pledge : verdict.record;

/** Returns the ids of the sources with whose passages a part was compared. */
export function comparedSources(verdict: Verdict): string[] {
  if (verdict.about === "words") return [...verdict.sources];
  const evidence =
    "pledge" in verdict
      ? (verdict.supporting.length > 0 ? verdict.supporting : verdict.pledge.accounts).flatMap(
          ({ passages }) => passages,
        )
      : verdict.evidence;
  return evidence.map(({ source }) => source);
}

/** A sentence with the verdicts on its parts. */
export interface CheckedSentence extends MessageSpan {
  readonly mood: SentenceMood;
  /** Ordered: `supported`, then `differs`, then `not-as-stated`. */
  readonly verdicts: readonly Verdict[];
  /** Sums, dates and quotations without a verdict, as written. */
  readonly unchecked: readonly string[];
  /** The closest passage, where no part has a verdict. */
  readonly closest?: ClosestPassage;
  /** Whether the sentence names any record. */
  readonly isNaming: boolean;
  /** The sentence, if it says more than the dates and offices that alone were compared. */
  readonly beyond?: string;
}
