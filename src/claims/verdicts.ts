/** What came of holding a message against the shelf, in data; a command draws it. */
import type { DateRange } from "../language/dates.ts";
import type { AnyRecord, Evidence, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import type { SentenceMood } from "./sentences.ts";
import type { BoundedSum } from "./tokenize.ts";

/**
 * `borne`: a source bears the part out. `differs`: the sources say it otherwise of the very same thing.
 * `silent`: the shelf does not speak of the part, and has something beside it that is worth showing.
 */
export type VerdictKind = "borne" | "differs" | "silent";

/** A sum, held against the commitment that it is said to be. */
export interface AmountVerdict {
  readonly about: "figure";
  readonly kind: VerdictKind;
  readonly sum: BoundedSum;
  /** Who gave it, as the sentence has it; nobody where it speaks of donations without their donors. */
  readonly donors: readonly AnyRecord[];
  readonly pledge: PledgeRecord;
  /** The accounts that bear the sum out. */
  readonly bearing: readonly PledgeAccount[];
  /** Why the shelf is silent: it has no sum in this currency, it has no sum at all, or it has the sum for others. */
  readonly why?: "currency" | "unstated" | "elsewhere";
}

/** How long a commitment runs, held against the periods that its sources state. */
export interface PeriodVerdict {
  readonly about: "period";
  readonly kind: Exclude<VerdictKind, "silent">;
  readonly said: string;
  readonly pledge: PledgeRecord;
  readonly bearing: readonly PledgeAccount[];
}

/** One word or run of words in which what was quoted and what is on the shelf part. */
export interface WordDifference {
  readonly said: string;
  readonly known: string;
}

/** Whose words a sentence says that they are: somebody on the shelf, or a name that is not. */
export type ClaimedSpeaker = { readonly record: AnyRecord } | { readonly name: string };

/** Words in quotation marks, or a sentence, held against the words on the shelf. */
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

/** A date, held against that of the event, the quotation or the commitment that it is said of. */
export interface DateVerdict {
  readonly about: "date";
  readonly kind: VerdictKind;
  readonly said: string;
  readonly record: AnyRecord;
  readonly when: DateRange & { readonly stated: string; readonly inferred?: string | undefined };
  readonly evidence: readonly Evidence[];
  /** Why the shelf is silent: it knows the date less exactly, or another year could be another event. */
  readonly why?: "coarser" | "another";
}

/** A number that is no sum of money, held against the fact that it stands in. */
export interface NumberVerdict {
  readonly about: "number";
  readonly kind: Exclude<VerdictKind, "silent">;
  readonly said: string;
  readonly known: string;
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  readonly marked: readonly (readonly { readonly start: number; readonly end: number }[])[];
}

/** What somebody is called, held against what the sources call them. */
export interface RoleVerdict {
  readonly about: "role";
  readonly kind: "borne" | "silent";
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
  /** What is borne out first, then what differs, then what the shelf is silent on. */
  readonly verdicts: readonly Verdict[];
  /** Sums, dates and quotations, as they were written, on which there is no verdict. */
  readonly unchecked: readonly string[];
}
