/** English messages of `refdesk review` in a terminal. */
import { programCommand } from "../../support/program-command.ts";

const list = (names: readonly string[]): string => new Intl.ListFormat("en").format(names);
const count = (many: number, one: string, others = `${one}s`): string =>
  `${many} ${many === 1 ? one : others}`;

/** What a reviewer has decided in one sitting. */
interface Tally {
  readonly accepted: number;
  readonly rejected: number;
  readonly deferred: number;
}

const kinds = {
  pledges: "gift",
  quotes: "quotation",
  terms: "definition",
  events: "event",
  people: "person",
  organizations: "organization",
  facts: "statement",
};

const fields = {
  speaker: "said by",
  donors: "given by",
  joint: "together",
  amount: "sum",
  value: "in digits",
  currency: "currency",
  qualifier: "bounded by",
  verb: "word for it",
  purpose: "for",
  term: "term",
  when: "when",
  date: "date",
  name: "name",
  role: "role",
  label: "called",
};

export const englishReviewScreen = {
  kinds,
  fields,
  origins: { draft: "", suggestion: "suggested", report: "reported", existing: "on the shelf, unreviewed" },
  heading: (at: number, of: number, kind: string, origin: string): string =>
    [`${at} of ${of}`, kind, origin].filter((part) => part !== "").join(" · "),
  answers: (ask: string): string => `answers ${ask}`,
  about: (ask: string): string => `about the answer to ${ask}`,
  source: (id: string): string => `in ${id}`,
  question: (ask: string): string => `? ${ask}`,
  nobody: "0 names nobody",
  brings: (names: readonly string[]): string => `brings ${list(names)}, new to the shelf`,
  known: (as: "copy" | "account", ref: string): string =>
    as === "copy"
      ? `= ${ref} has the same words: a adds this passage to it`
      : `= ${ref} is of the same: a adds this to it`,
  difference: (what: string, here: string, there: string): string =>
    `≠ ${what}: “${here}” here, “${there}” there`,
  remark: (text: string): string => `“${text}”`,
  record: (ref: string): string => `data/${ref}.json`,
  open: "open",
  keys: (isKnown: boolean): string =>
    `${isKnown ? "a add to that record  n make another" : "a accept"}  e edit  r reject  s later  u undo  ? keys  q end`,
  allKeys: [
    "a      accept it as it stands here; where a record is shown, add it to that",
    "e      edit a field or the passage",
    "r      reject it: it does not come back",
    "s      later: it comes last",
    "m      add it to the record that is shown, whoever spoke there",
    "n      make another record beside the one that is shown",
    "u      undo your last decision, also of an earlier day",
    "1 – 9  pick a candidate for the question",
    "0      the source names nobody",
    "[ ]    move the passage’s beginning by a word, back or on",
    "{ }    move the passage’s end by a word, back or on",
    "A      accept all sure ones of this kind, after a list of them",
    "q      end; what was not decided waits",
  ],
  anyKey: "Any key goes back.",
  listHeading: (from: number, to: number, of: number): string =>
    `People, organizations, dates and sums that nothing else needs: ${from} to ${to} of ${of}`,
  listKeys:
    "1 – 9 tick  A tick the sure ones  a accept the ticked  r reject the ticked  s next  e open  u undo  q end",
  sureHeading: (many: number, kind: string): string => `${count(many, kind)} without a question:`,
  sureKeys: "A accept all of these  any other key goes back",
  noneSure: "None of this kind is without a question.",
  places: (passage: string): string => `“${passage}” stands there several times. Which is meant?`,
  placesKeys: "1 – 9 pick a place  any other key goes back",
  accepted: (refs: readonly string[], isMerged = false): string => {
    const files = refs.map((ref) => `data/${ref}.json`).join(", ");
    return refs.length === 0 ? "Settled." : isMerged ? `Added to ${files}` : `Accepted: ${files}`;
  },
  rejected: "Rejected.",
  deferred: "Later.",
  undone: "Taken back.",
  nothingToUndo: "You have decided nothing that could be taken back.",
  states: {
    accepted: "accepted",
    accepting: "accepted",
    rejected: "rejected",
    deferred: "put off",
  } as Readonly<Record<string, string>>,
  decided: (by: string, as: string): string => `${by} has decided on this already: ${as}.`,
  gone: "It is not there any more: its source or its words are gone.",
  noMerge: "No record is shown here to which it could be added.",
  noMove: "It cannot be moved further than its paragraph.",
  noCandidate: "No question here has a candidate of this number.",
  cannotEdit: "This can be accepted or rejected, and not edited.",
  noKey: (key: string): string => `“${key}” is no key here. ? shows all keys.`,
  tickOne: "Tick the one that is to be opened, and no other.",
  noneTicked: "Nothing is ticked.",
  whichField: "What is to be changed?",
  passage: "the passage",
  newValue: (field: string): string => `${field}:`,
  somePart: (accepted: number, failed: readonly string[]): string =>
    failed.length === 0 ? `Accepted ${accepted}.` : `Accepted ${accepted}. Not accepted: ${failed.join(" ")}`,
  nothing: "Nothing waits for a review.",
  ended: ({ accepted, rejected, deferred }: Tally, left: number): string =>
    `${accepted} accepted, ${rejected} rejected, ${deferred} put off. ${left === 0 ? "Nothing waits." : `${left} still ${left === 1 ? "waits" : "wait"}.`}`,
  waits: (many: number): string =>
    `${count(many, "proposal")} ${many === 1 ? "waits" : "wait"} for a review. Start it in a terminal: ${programCommand("review")}`,
  listed: (id: string, kind: string, what: string, isSure: boolean): string =>
    `${id}  ${kind}${isSure ? "" : " (open)"}  ${what}`,
  noReviewer:
    'Nobody is named as the reviewer. Set REVIEWER to your name, as records will show it, or tell git: git config --global user.name "Your Name"',
  noSource: (given: string, ids: readonly string[]): string =>
    `“${given}” is no source of the shelf. ${ids.length === 0 ? "The shelf has no sources." : `Sources are: ${ids.join(", ")}.`}`,
};

/** The messages of `refdesk review` in a terminal, in any language. */
export type ReviewScreenMessages = typeof englishReviewScreen;
