/** English messages: titles, labels, notes and misses. No text of a source is here. */
import type { Locale } from "../messages.ts";
import { englishCommands } from "./commands.ts";
import { englishPages } from "./pages.ts";
import { englishRecordKinds } from "./record-kinds.ts";
import { countNoun, englishDate, englishDateSpan, englishList } from "./typography.ts";

export const englishMessages = {
  locale: "en" as Locale,
  date: englishDate,
  list: englishList,
  language: (code: string) => ({ en: "English", zh: "Chinese" })[code] ?? code,
  quoted: (text: string) => `“${text}”`,
  /** The speaker and the sources that print the words: “Xi Jinping, reported by SupChina, 23 November 2021 [1]”. */
  credit: (speaker: string, sources: string) => `${speaker}, reported by ${sources}`,
  /** Joins the passages of one quotation, and marks where a renderer shortened one. */
  gap: "[…]",
  /** Separates the values of several sources in one place. */
  between: "; ",

  title: (subject: string, what: string) => `${subject} · ${what}`,
  sources: "Sources",
  /** A label, with the separator before its value. */
  labelled: (label: string) => `${label}: `,
  deskNote: "Desk’s note",
  deskNotes: "Desk’s notes",
  next: (from: number, all: number) => `Next: ${from} of ${all}`,
  back: "Back to the start",
  more: (from: number, to: number, all: number) => `Shown: ${from} to ${to} of ${all}.`,
  typeForMore: (line: string) => `For the rest, ask: ${line}`,
  shortened: "Shortened here to fit this message.",
  fitsNowhere: "This answer does not fit into one message. Ask for less at a time.",
  choose: "Choose…",

  /** Controls and notices that are added when an answer is delivered. */
  delivery: {
    more: "More questions…",
    share: "Share this answer",
    dismiss: "Remove this answer",
    sharedBy: (name: string) => `Shared by ${name}`,
    tooMany: (seconds: number) =>
      `You have asked more than this desk answers one person in a minute. Ask again in ${countNoun(seconds, "second")}.`,
    onlyYou: "Only you see this. “Share this answer” puts it into the channel.",
    notYours: "Only who asked for this answer, or shared it, can remove it.",
    unreadable: "This message no longer says what was asked. Please ask again.",
    private: "Whether only you see the answer",
    slow: "This takes longer than it should; the answer follows.",
  },
  source: {
    /** Formats a title of a work and an aside; joins clauses and sentences. */
    work: (title: string) => `“${title}”`,
    aside: (text: string) => ` (${text})`,
    clauses: (parts: readonly string[]) => parts.join(", "),
    sentences: (parts: readonly string[]) => `${parts.map((part) => part.replace(/\.$/, "")).join(". ")}.`,
    notKnown: "date not known",
    inferred: (value: string) => `${value} (inferred)`,
    publisherInferred: "publisher inferred",
    bothInferred: (credit: string) => `${credit} (both inferred)`,
    inferredBecause: (year: string, why: string) => `publication date not stated, ${year} inferred: ${why}`,
    by: (authors: string) => `by ${authors}`,
    noAuthor: "author not known",
    noAddress: "address not known",
    titleOnCopy: "title on a copy",
    republished: (publisher: string, when: string) => `Stored text: republication by ${publisher}, ${when}`,
  },

  pictureLeftOut: (names: readonly string[]) =>
    `No picture: its fonts do not have the letters of ${englishList(names)}.`,
  miss: {
    title: (words: string) => `Nothing on record for “${words}”`,
    noSource: "no source of this name here",
    unnamed: (name: string) => `No source here names ${name}.`,
    searched: (sources: number, upTo: string | null) =>
      `Searched: ${countNoun(sources, "source")}${upTo === null ? "" : `, the latest known to be published on ${englishDate(upTo)}`}. This says nothing beyond ${sources === 1 ? "it" : "them"}.`,
    near: "Names on the shelf that are near:",
    elsewhere: "On the shelf, under another command:",
    used: (words: string) => `Records whose passages hold the words “${words}”:`,
  },
  offer: {
    place: (passage: string) => `Passage in its place: ${passage}`,
    pledge: (name: string) => `Commitments: ${name}`,
    quote: (name: string) => `Words of ${name}`,
    define: (name: string) => `Define: ${name}`,
    who: (name: string) => `About ${name}`,
    source: (title: string) => `Source: “${title}”`,
    spoken: (words: string) => `Quotations that speak of “${words}”`,
    search: (words: string) => `Search for “${words}”`,
    pledged: (words: string) => `Commitments that speak of “${words}”`,
  },
  menu: {
    several: (words: string) => `Several match “${words}”`,
    lead: "Which one is meant?",
  },
  showing: (label: string, typed: string) => `Showing ${label} for ‘${typed}’.`,
  review: {
    none: (entered: readonly string[]) =>
      `Entered on ${englishList(entered.map(englishDate))}; no person has reviewed these records.`,
    some: (reviews: readonly string[], left: number) =>
      `Reviewed by ${englishList(reviews)}.${left === 0 ? "" : ` Not reviewed by a person: ${countNoun(left, "record")}.`}`,
    one: (by: string, on: string) => `${by} on ${englishDate(on)}`,
  },
  inferred: (words: string, when: string, why: string) => `“${words}” is taken as ${when}. ${why}`,
  span: englishDateSpan,
  ...englishCommands,
  pages: englishPages,
  recordKinds: englishRecordKinds,

  mistake: {
    title: "That could not be asked",
    unknownCommand: (given: string, known: readonly string[]) =>
      `There is no command “${given}”. There are: ${known.join(", ")}.`,
    unknownOption: (command: string, given: string, known: readonly string[]) =>
      `/${command} has no option “${given}”. It has: ${known.join(", ")}. To ask for words with a colon in them, put them in quotation marks.`,
    givenTwice: (command: string, given: string) => `“${given}” is given twice; /${command} takes it once.`,
    badItem: (given: string) => `item:${given} is not a number of an item; expected a whole number from 1.`,
    badPrivate: (given: string) => `private:${given} is neither private:yes nor private:no.`,
    near: "Did you mean:",
    noValue: (option: string) =>
      `${option}: has no value. Write it after the colon, in quotation marks where it is more than a word.`,
    unclosed: (given: string) => `The quotation mark before ${given.replace(/^./u, "“")}” is not closed.`,
    tooLong: (given: string, limit: number) =>
      `“${given}…” is too long; at most ${limit} characters can be asked at once.`,
    pastEnd: (from: number, all: number) =>
      all === 0
        ? `There is no item ${from}: this answer has none.`
        : `There is no item ${from}: this answer has ${countNoun(all, "item")}.`,
  },
  failure: {
    title: "The desk could not answer",
    text: (id: string) =>
      `Something failed here, and it has been noted. To report it, give this number: ${id}.`,
  },

  /** The home page and the form that a platform shows beside the conversation. */
  home: {
    shelf: (sources: number, records: number) =>
      `On the shelf: ${countNoun(sources, "source")}, ${countNoun(records, "record")}.`,
    changed: (on: string, version: string) => `Last change: ${englishDate(on)}. Version: ${version}.`,
    version: (version: string) => `Version: ${version}.`,
    ways: "Mention @Refdesk in a channel or a thread, or write to it here, in words: what did xi say about poverty?",
  },
  form: {
    title: "Ask Refdesk",
    summary: "Ask what the sources say, with names completed as you type",
    hint: "Choose, or type",
    submit: "Ask",
    close: "Close",
    nothing: "Choose something to ask for.",
  },
};

/** The messages in any language: each has exactly the keys of the English ones. */
export type MessageCatalogue = typeof englishMessages;
