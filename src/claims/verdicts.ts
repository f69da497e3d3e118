/** The verdicts on a message, as data; a command draws them. */
import type { DateRange } from "../language/dates.ts";
import type { AnyRecord, Evidence, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { SentenceMood } from "./sentence-mood.ts";
import type { BoundedSum } from "./tokens.ts";

/**
 * `supported`: a source says the part as it is stated. `differs`: the sources say it otherwise of the very same
 * thing. `not-as-stated`: no source says the part as it is stated, and there is something beside it to show.
 */
type VerdictKind = "supported" | "differs" | "not-as-stated";

/** A sum, compared with the commitment that it is said to be. */
export interface AmountVerdict {
  readonly about: "figure";
  readonly kind: VerdictKind;
  readonly sum: BoundedSum;
  /** Who gave it, as the sentence has it; nobody where it speaks of donations without their donors. */
  readonly donors: readonly AnyRecord[];
  readonly pledge: PledgeRecord;
  /** The accounts that support the sum. */
  readonly supporting: readonly PledgeAccount[];
  /** Why it is not as stated: the shelf has no sum in this currency, has no sum at all, or has the sum for others. */
  readonly why?: "currency" | "unstated" | "elsewhere";
}

/** How long a commitment runs, compared with the periods that its sources state. */
export interface PeriodVerdict {
  readonly about: "period";
  readonly kind: Exclude<VerdictKind, "not-as-stated">;
  readonly said: string;
  readonly pledge: PledgeRecord;
  readonly supporting: readonly PledgeAccount[];
}

/** One word or run of words in which what was quoted and what is on the shelf differ. */
export interface WordDifference {
  readonly said: string;
  readonly known: string;
}

/** Whose words a sentence says that they are: somebody on the shelf, or a name that is not. */
export type ClaimedSpeaker = { readonly record: AnyRecord } | { readonly name: string };

/** Words in quotation marks, or a sentence, compared with the words on the shelf. */
export interface WordsVerdict {
  readonly about: "words";
  readonly kind: VerdictKind;
  readonly said: string;
  /**
   * What the words are there: a `quotation`; the source's own words, which it may `report` of somebody; or, for
   * a sentence without quotation marks, a `copy` of the source's.
   */
  readonly as: "quotation" | "report" | "source" | "copy";
  readonly record: AnyRecord;
  /** The passages that hold the words. */
  readonly evidence: readonly Evidence[];
  /** The ids of the sources that hold the words as they are; of the passages' own where they are not. */
  readonly sources: readonly string[];
  /** Whether they are only a part of what was said there. */
  readonly part: boolean;
  readonly differences: readonly WordDifference[];
  /** Whose words the sentence says that they are, where that is somebody else than in the source. */
  readonly otherSpeaker?: ClaimedSpeaker;
  /** What of each passage is to be marked, as offsets into it. */
  readonly marked: readonly (readonly { readonly start: number; readonly end: number }[])[];
}

/** A date, compared with that of the event, the quotation or the commitment that it is said of. */
export interface DateVerdict {
  readonly about: "date";
  readonly kind: VerdictKind;
  readonly said: string;
  readonly record: AnyRecord;
  readonly when: DateRange & { readonly stated: string; readonly inferred?: string | undefined };
  readonly evidence: readonly Evidence[];
  /** Why it is not as stated: the shelf knows the date less exactly, or another year could be another event. */
  readonly why?: "coarser" | "another";
}

/** A number that is no sum of money, compared with the fact that it stands in. */
export interface NumberVerdict {
  readonly about: "number";
  readonly kind: Exclude<VerdictKind, "not-as-stated">;
  readonly said: string;
  readonly known: string;
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  readonly marked: readonly (readonly { readonly start: number; readonly end: number }[])[];
}

/** What somebody is called, compared with what the sources call them. */
export interface RoleVerdict {
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

/** One sentence: what can be said of its parts, and which of them got no verdict. */
export interface CheckedSentence {
  readonly text: string;
  readonly mood: SentenceMood;
  /** What is supported first, then what differs, then what is not as stated. */
  readonly verdicts: readonly Verdict[];
  /** Sums, dates and quotations, as they were written, on which there is no verdict. */
  readonly unchecked: readonly string[];
}
