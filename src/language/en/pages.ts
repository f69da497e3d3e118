/** English messages of the web pages. */
import { countNoun } from "./typography.ts";

const number = (value: number): string => value.toLocaleString("en");

export const englishPages = {
  name: "Refdesk",
  tagline: "What the sources say: word-for-word passages, each linked to its source.",
  skip: "Skip to the text",
  nav: "Pages",
  toPassage: (source: number, short: string) => `Source ${source}: ${short}, the passage in context`,
  toRecord: (index: number, label: string) => `Record ${index}: ${label}`,
  openSource: "open the source",
  publisherPage: "view at the publisher",
  next: "What else can be asked",
  copy: { passage: "Copy with credit", link: "Copy link", done: "Copied" },
  aboutSource: "About this source",
  source: "Source",
  record: "Record",
  records: "Records",
  allSources: (many: number) => `All ${countNoun(many, "source")}`,
  newest: "Newest records",
  recordedHere: (many: number) => countNoun(many, "record"),
  free: "public domain, shown whole",
  reserved: "rights reserved, passages shown",
  sourcesLead: (many: number) =>
    `The shelf holds ${countNoun(many, "source")}, each stored as it was published.`,
  sourceLead: (short: string, many: number) =>
    `${short}: ${countNoun(many, "record")}, each passage in context.`,
  share: (percent: number) => `${percent}% of the text`,
  leftOut: (characters: number) => `${countNoun(characters, "character")} left out`,
  wholeText: "The text",
  wholeLead: "Shown whole. What is on record is marked; the numbers lead to the records.",
  passagesOnly: "The recorded passages",
  partLead:
    "Its publisher keeps the rights: only the recorded passages are shown. The numbers lead to the records.",
  said: (sources: number): string => (sources === 1 ? "What the source says" : "What the sources say"),
  account: (publisher: string) => `${publisher}’s account`,
  place: (start: number, end: number, all: number) =>
    `characters ${number(start)} to ${number(end)} of ${number(all)}`,
  live: (publisher: string) => `view at ${publisher}`,
  proof: "Provenance",
  unreviewed: (entered: string) => `Entered on ${entered}. No person has reviewed this record.`,
  reviewed: (by: string, on: string, entered: string) => `Entered on ${entered}; reviewed by ${by} on ${on}.`,
  convenience:
    "The proof is the stored text under its hash. A link to the publisher is a convenience: that page may change, or say it otherwise.",
  related: "Related records",
  profile: (name: string) => `All records of ${name}`,
  rows: {
    date: "Date",
    purpose: "Purpose",
    occasion: "Occasion",
    speaker: "Speaker",
    inferred: "Why this speaker",
  },
  ask: {
    title: "Ask",
    label: "Ask the sources",
    submit: "Ask",
    hint: "A command, a name or a question, in English or Chinese.",
    examples: "For example",
    all: "everything",
    also: "Passages with these words",
    found: (many: number) => `${countNoun(many, "record")}, the best first`,
  },
  start: "Start here",
  shown: (from: number, to: number, all: number) => `${number(from)} to ${number(to)} of ${number(all)}`,
  earlier: "Earlier in the list",
  later: "Later in the list",
  footer: "Every passage is in a stored source, character for character. Refdesk writes no facts of its own.",
  data: "JSON API",
  until: (moment: string) => `This page is not public. The link that you have opens it until ${moment}.`,
  notPublic: (many: number) =>
    `${number(many)} more of sources that are not public. “refdesk review” and /refdesk review show them.`,
  missing: {
    title: "Page not found",
    text: "No record, source or page has this address. It may open only by a link from Refdesk, and the link may have expired.",
  },
  unreadable: {
    title: "I can’t read that question",
    long: (most: number) => `At most ${number(most)} characters can be asked at once.`,
    value: (name: string) => `The value of “${name}” is not one that is understood.`,
  },
};

/** The messages of the web pages, in one language. */
export type PageMessages = typeof englishPages;
