/** English messages of what people send to the desk, and of reviewing it, in chat. */
import { countNoun, englishList } from "./typography.ts";

/** What became of a proposal, as it is told to whoever decides after another. */
const states: Readonly<Record<string, string>> = {
  accepted: "accepted",
  accepting: "accepted",
  rejected: "rejected",
  deferred: "put off",
};

export const englishCuration = {
  title: "Refdesk",
  /** The summaries of `/refdesk`, and of what it has. */
  summary: "What the desk has of its own: reviewing, what waits, settings",
  reviewSummary: "Review what was drafted, suggested and reported, one at a time",
  statusSummary: "What waits for review, and what became of what you sent",
  away: (id: string) => `This cannot be kept at the moment. Please try again later. Reference: ${id}`,
  notReviewer: "Only reviewers can do this. Whoever runs Refdesk names them in REVIEWERS.",
  send: "Send",
  report: "Report a problem",
  whatIsWrong: "What is wrong?",
  formLate: "That took too long for a form to open. Please press again.",
  nothingWritten: "Please fill this in.",
  reported: "Thank you. Your report waits for a reviewer; /refdesk status says what became of it.",
  suggest: "Suggest a record",
  suggestSummary: "Suggest a passage of a stored source as a record",
  source: "Source",
  sourceHint: "Its title, or its id",
  passage: "Passage",
  passageHint: "As it stands in the source, word for word",
  passagesHint: "Word for word; an empty line between two passages",
  kind: "What it is",
  remark: "Remark",
  tooManyWaiting: (most: number) =>
    `${most} of your suggestions and reports wait already. Please send more once a reviewer has decided on some.`,
  suggested: "Thank you. Your suggestion waits for a reviewer; /refdesk status says what became of it.",
  noSource: (given: string) =>
    `No one source is found for “${given}”. Expected: the title or id of a stored source.`,
  notInSource: "The source does not have this passage. Expected: words as they stand in it.",
  nearest: (words: string) =>
    `The source does not have this passage. The nearest words there are: “${words}”`,
  written: (words: string) => `You wrote: “${words}”`,
  severalPlaces: (count: number) => `The source has these words ${count} times. Which place is meant?`,
  place: (number: number) => `Place ${number}`,
  useNearest: "Use these words",
  tryAgain: "Try again",
  reviewing: "Review",
  reviewExisting: "Review what is there",
  reviewDrafts: "Review its drafts",
  readOnly:
    "The shelf’s folder cannot be written here, so nothing can be accepted. Whoever runs Refdesk names one that can in SHELF_DIR.",
  nothingWaits: "Nothing waits for review.",
  proposal: (kind: string, origin: string, waiting: number) =>
    `${kind.charAt(0).toUpperCase()}${kind.slice(1)}, ${origin} · ${waiting} waiting`,
  origins: { draft: "drafted", suggestion: "suggested", report: "reported", existing: "on the shelf" },
  actions: {
    accept: "Accept",
    edit: "Edit",
    merge: "Add to that record",
    another: "Make another record",
    reject: "Reject",
    later: "Later",
    undo: "Undo",
  },
  open: (ask: string, candidates: readonly string[]) =>
    `Open: ${ask}${candidates.length === 0 ? "" : ` (${candidates.join("; ")})`}`,
  answers: (line: string) => `Will answer ${line}`,
  brings: (names: readonly string[]) => `Accepts with it: ${englishList(names)}`,
  known: {
    copy: (ref: string) => `${ref} has the same words`,
    account: (ref: string) => `${ref} is of the same`,
  },
  difference: (what: string, here: string, there: string) => `${what}: here “${here}”, there “${there}”`,
  about: (refs: readonly string[]) => `About ${englishList(refs)}`,
  remarked: (words: string) => `Remark: “${words}”`,
  merged: (refs: readonly string[]) => `Added to ${englishList(refs)}.`,
  accepted: (refs: readonly string[]) =>
    refs.length === 0 ? "Accepted." : `Accepted: ${englishList(refs)}.`,
  outcomes: {
    rejected: "Rejected.",
    deferred: "Put behind the others.",
    undone: "Taken back.",
    gone: "This no longer waits: it was decided, or its source has changed.",
  },
  decided: (by: string, as: string) => `${by} has ${as} this already.`,
  states,
  refused: (faults: string) => `It cannot be written so. ${faults}`,
  nothingToUndo: "You have decided nothing that can be taken back.",
  editing: "Edit and accept",
  others: "Other fields",
  othersHint: "One a line: its name, a colon, its value",
  unknownField: (line: string) =>
    `“${line}” names no field. Expected: a name of a field, a colon and a value.`,
  fields: {
    speaker: "Speaker",
    donors: "Donors",
    joint: "Joint",
    amount: "Amount",
    value: "Value",
    currency: "Currency",
    verb: "Source’s verb",
    purpose: "Purpose",
    term: "Term",
    when: "When",
    date: "Date",
    name: "Name",
    role: "Role",
    qualifier: "Qualifier",
    label: "Label",
  },
  status: "What waits for review",
  statusPage: "See all of it",
  rows: {
    drafts: "Drafts",
    suggestions: "Suggestions",
    reports: "Reports",
    unreviewed: "Records not yet reviewed",
    version: "Version of the shelf",
  },
  andUnread: (drafts: number, sources: number) =>
    `${drafts}, and ${countNoun(sources, "source")} to look at after them`,
  share: (some: number, all: number) => `${some} of ${all}`,
  sent: (waiting: number, accepted: number, rejected: number) =>
    `Of what you sent, ${accepted} ${accepted === 1 ? "was" : "were"} accepted, ${rejected} rejected, and ${waiting} ${waiting === 1 ? "waits" : "wait"}.`,
  /** What is written to whoever sent something, once it is decided. */
  told: {
    suggestion: (words: string, isAccepted: boolean) =>
      `Your suggestion “${words}” was ${isAccepted ? "accepted and is on record now" : "not accepted"}.`,
    report: (line: string, isAccepted: boolean) =>
      `A reviewer has looked at what you reported${line === "" ? "" : ` about ${line}`}${isAccepted ? ": it is settled" : ", and has changed nothing"}.`,
  },
  addSource: "Add a source",
  add: "Add",
  address: "Address",
  addressHint: "Of a public page or a PDF, beginning with https://",
  noAddress: (given: string) =>
    `“${given}” is no address that can be added. Expected: one that begins with https://`,
  notAdded: (why: string) => `It was not added: ${why}`,
  knownSource: (id: string, drafts: number) =>
    `There already: ${id}. ${countNoun(drafts, "draft")} to review.`,
  added: (title: string, drafts: number) => `Added: ${title}. ${countNoun(drafts, "draft")} to review.`,
};

/** The messages of curating, in any language. */
export type CurationMessages = typeof englishCuration;
