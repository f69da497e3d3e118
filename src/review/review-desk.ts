/**
 * Defines reviewing: what waits for a person, and what that person may do with it. It knows no platform: the terminal and
 * every chat draw the same proposals and call the same functions. A proposal is what waits for a person's decision; a card
 * is what is known of a source.
 */
import type { Locale } from "../language/messages.ts";
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";

/** Who decides: a name for the record's `reviewedBy`, and an id that is the same at every press. */
export interface Reviewer {
  /** Where they act and their id there: `terminal:mina`. */
  readonly id: string;
  /** What the record will say: `Mina Lee`. */
  readonly name: string;
  /** The language in which they are told what is wrong; without it, English. */
  readonly locale?: Locale;
}

/** Where a proposal comes from: a draft of a source, a suggestion, a report, or a record that is there and is unreviewed. */
export type ProposalOrigin = "draft" | "suggestion" | "report" | "existing";

/** A passage of a proposal: its words, its place in the source's text in UTF-16 units, and what stands around it. */
export interface ProposalPassage {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  /** The rest of its paragraph. */
  readonly before: string;
  readonly after: string;
}

/**
 * Fields of proposals. `donors` are separated by semicolons, `joint` is `yes` or `no`, `amount` is the sum in the source's
 * words and `value` in digits, `qualifier` what bounds it, `verb` and `purpose` are the source's words, `when` is a date in the source's words and
 * `date` as YYYY, YYYY-MM or YYYY-MM-DD, `label` is what the record is called.
 */
export const FIELD_NAMES = [
  "speaker",
  "donors",
  "joint",
  "amount",
  "value",
  "currency",
  "qualifier",
  "verb",
  "purpose",
  "term",
  "when",
  "date",
  "name",
  "role",
  "label",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** A field of the record that the proposal will become. `name` is what `edits` are given under. */
export interface ProposalField {
  readonly name: FieldName;
  readonly value: string;
  /** Those who or what may be meant, where the source leaves it open; the first nine can be picked by a number. */
  readonly question?: { readonly ask: string; readonly candidates: readonly string[] };
}

/** What one person decides on at once. */
export interface Proposal {
  /** The same for the same words of the same source, so that what was decided is not asked again. */
  readonly id: string;
  readonly origin: ProposalOrigin;
  readonly kind: RecordKind;
  /** The id of the source; of a report on none, empty. */
  readonly source: string;
  readonly passages: readonly ProposalPassage[];
  readonly fields: readonly ProposalField[];
  /** What it will answer, as an ask: `/quote lu-jun`. */
  readonly answers: string;
  /** People and organizations that are accepted with it, since it needs them. */
  readonly brings: readonly { readonly kind: RecordKind; readonly label: string }[];
  /** The record that says the same already or gives another account of it, and what differs. */
  readonly known?: {
    readonly ref: RecordRef;
    readonly as: "copy" | "account";
    readonly differences: readonly {
      readonly what: FieldName;
      readonly here: string;
      readonly there: string;
    }[];
  };
  /** The record itself, for one that is there already and for a report of it. */
  readonly record?: RecordRef;
  /** What whoever suggested or reported it wrote. */
  readonly remark?: string;
  /** What a report is about: records and sources, by reference. */
  readonly about?: readonly string[];
  /** Whether it waits in the list that is ticked through: people, organizations and events that nothing else needs. */
  readonly isListed: boolean;
  /** Whether it leaves nothing open, so that it may be accepted together with others of its kind. */
  readonly isSure: boolean;
}

/** A passage as a person typed it; `start` says which place is meant where the words occur several times. */
export interface TypedPassage {
  readonly exact: string;
  /** In UTF-16 units of the source's text: the `start` of a place that was offered. */
  readonly start?: number;
}

/** Changes to a proposal before it is accepted: fields by name, and the passages in place of its own. */
export interface ProposalEdits {
  readonly fields?: Readonly<Partial<Record<FieldName, string>>>;
  /** Typed passages; each is found in the source through the fold. */
  readonly passages?: readonly TypedPassage[];
  /**
   * Whether it is added to the record that is known, or becomes another beside it. Without it, it is added where one is
   * known, unless the two name different speakers: then it is refused, and has to be said.
   */
  readonly as?: "merged" | "another";
}

/** What became of an action on a proposal. */
export type ReviewOutcome =
  /** It is written, and these records are there now; or it was added to the one that was there. */
  | { readonly type: "accepted"; readonly records: readonly RecordRef[]; readonly isMerged?: true }
  | { readonly type: "rejected" | "deferred" | "undone" }
  /** Another decided first. */
  | { readonly type: "decided"; readonly by: string; readonly as: string }
  /** The proposal is not there: its source is gone, or its words are. */
  | { readonly type: "gone" }
  /** It cannot be written so; each fault names the field and says what is expected. */
  | { readonly type: "refused"; readonly faults: readonly string[] }
  /** A typed passage occurs several times; it is typed again with the `start` of the place that is meant. */
  | { readonly type: "ambiguous"; readonly passage: string; readonly places: readonly ProposalPassage[] };

/** What somebody suggests: a passage of a stored source, and what it would be. */
export interface SuggestedPassage {
  readonly source: string;
  readonly passage: TypedPassage;
  readonly kind: RecordKind;
  readonly remark?: string;
}

/** What became of a suggestion: it waits, or its passage is not in the source and the nearest words are. */
export type SuggestionOutcome =
  | { readonly type: "waiting"; readonly id: string }
  | { readonly type: "not-found"; readonly nearest?: string }
  | { readonly type: "ambiguous"; readonly places: readonly ProposalPassage[] }
  | { readonly type: "no-source" }
  | TooMany;

/** So much of somebody's waits already that nothing more is taken until some of it is decided. */
export interface TooMany {
  readonly type: "too-many";
  readonly most: number;
}

/** What became of a report. */
export type ReportOutcome = { readonly type: "waiting"; readonly id: string } | TooMany;

/** What somebody finds wrong in an answer. */
export interface Report {
  /** The ask whose answer it is about, as one line. */
  readonly line: string;
  readonly remark: string;
  /** Records and sources of the answer, by reference. */
  readonly about: readonly string[];
}

/** What waits, and what nobody has reviewed of what is there. */
export interface ReviewOverview {
  /** How many drafts wait, by the id of their source; of a large shelf, of the first sources that have any. */
  readonly drafted: ReadonlyMap<string, number>;
  /** How many sources were not looked at for drafts. */
  readonly unread: number;
  /** The suggestions and reports that wait. */
  readonly sent: readonly Proposal[];
  /** How many records are on the shelf, and those of them that nobody has reviewed. */
  readonly records: number;
  readonly unreviewed: readonly RecordRef[];
}

/** Which proposals are asked for. */
export interface ProposalFilter {
  readonly source?: string;
  /** Without it, drafts, suggestions and reports: records that are there are confirmed only when they are asked for. */
  readonly origins?: readonly ProposalOrigin[];
  /** The language in which questions are asked; without it, English. */
  readonly locale?: Locale;
}

/**
 * Reviewing over one shelf and one store. Two desks over the same store never accept the same proposal twice. Every function
 * rejects when the store or the shelf's folder cannot be reached.
 */
export interface ReviewDesk {
  /** Returns what waits: gifts and quotations first, what was deferred last. Of a large shelf, some hundreds at once. */
  waiting(filter?: ProposalFilter): Promise<readonly Proposal[]>;
  /** Returns one proposal by its id; undefined when it is not there or is decided. */
  proposal(id: string, locale?: Locale): Promise<Proposal | undefined>;
  /** Accepts a proposal: as a record of its own, or into the one that is known, as a further account, definition or copy. */
  accept(id: string, by: Reviewer, edits?: ProposalEdits): Promise<ReviewOutcome>;
  reject(id: string, by: Reviewer): Promise<ReviewOutcome>;
  /** Puts a proposal behind the others. */
  defer(id: string, by: Reviewer): Promise<ReviewOutcome>;
  /** Takes back the reviewer's last decision, also one of an earlier start; undefined when there is none. */
  undo(by: Reviewer): Promise<ReviewOutcome | undefined>;
  /** @param from who suggests it, as a reviewer's id is written */
  suggest(suggestion: SuggestedPassage, from: string): Promise<SuggestionOutcome>;
  report(report: Report, from: string): Promise<ReportOutcome>;
  overview(): Promise<ReviewOverview>;
}
