/** English messages: titles, labels, notes and misses. No text of a source is here. */

import { languageName } from "../language-tags.ts";
import type { Locale } from "../messages.ts";
import { englishBrief } from "./brief.ts";
import { englishCommands } from "./commands.ts";
import { englishCuration } from "./curation.ts";
import { englishPages } from "./pages.ts";
import { englishRecordKinds } from "./record-kinds.ts";
import { countNoun, englishDate, englishDateSpan, englishList, englishShortDate } from "./typography.ts";
import { englishWorkspaces } from "./workspaces.ts";

export const englishMessages = {
  locale: "en" as Locale,
  /** Marks a text that exists in English alone. */
  inEnglish: (text: string) => text,
  date: englishDate,
  list: englishList,
  language: (tag: string) =>
    languageName(tag, "en", { en: "English", zh: "Chinese", und: "an unstated language" }),
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
  next: (from: number, all: number) => `Next (${from}${from === all ? "" : `–${all}`} of ${all})`,
  back: "Back to the start",
  more: (from: number, to: number, all: number) => `${from === to ? from : `${from}–${to}`} of ${all}.`,
  firstOf: (shown: number, all: number) =>
    `The first ${shown.toLocaleString("en")} of ${all.toLocaleString("en")} are shown.`,
  typeForMore: (line: string) => `To see the rest: ${line}`,
  /** What is added to a long ask, which is not repeated. */
  addToAsk: (added: string) => `add ${added}`,
  shortened: "Shortened here to fit this message.",
  fitsNowhere: "This answer does not fit into one message. Ask for less at a time.",
  choose: "Choose…",

  brief: englishBrief,
  curation: englishCuration,
  /** Controls and notices that are added when an answer is delivered. */
  delivery: {
    more: "More…",
    share: "Share",
    dismiss: "Delete",
    sharedBy: (name: string) => `Shared by ${name}`,
    tooMany: (seconds: number) => `Too many questions at once. Try again in ${countNoun(seconds, "second")}.`,
    onlyYou: "Only visible to you.",
    notYours: "Only the person who asked or shared this can delete it.",
    /** What stands in a channel where an answer cannot be shown to the asker alone, and what opens it. */
    aside: "There is an answer for you alone.",
    open: "Show it",
    notForYou: "Only the person who asked can open this.",
    unreadable: "I can’t tell what this message asked. Please ask again.",
    private: "Whether only you see the answer",
    slow: "Taking longer than usual. I’ll post the answer here.",
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
    noPublisher: "publisher not known",
    noAddress: "no link",
    titleOnCopy: "title from a copy",
    withdrawn: (credit: string, when: string, why: string) =>
      `${credit}: withdrawn or corrected by its publisher on ${when}. ${why}.`,
    republished: (publisher: string, when: string) => `Stored text: republication by ${publisher}, ${when}`,
  },

  pictureLeftOut: (names: readonly string[]) =>
    `No picture: its fonts do not have the letters of ${englishList(names)}.`,
  miss: {
    title: (words: string) => `Nothing on record for “${words}”`,
    noSource: "no source of this name here",
    unnamed: (name: string) => `No source here names ${name}.`,
    searched: (sources: number, upTo: string | null) =>
      `Searched ${countNoun(sources, "source")}${upTo === null ? "" : ` (latest known: ${englishShortDate(upTo)})`}. Others may differ.`,
    near: "Did you mean:",
    elsewhere: "Found under another command:",
    used: (words: string) => `Records that mention “${words}”:`,
  },
  offer: {
    place: (passage: string) => `See in context: ${passage}`,
    pledge: (name: string) => `Pledges: ${name}`,
    quote: (name: string) => `Quotes: ${name}`,
    define: (name: string) => `Define: ${name}`,
    who: (name: string) => `About ${name}`,
    source: (title: string) => `Source: “${title}”`,
    spoken: (words: string) => `Quotes about “${words}”`,
    search: (words: string) => `Search for “${words}”`,
    pledged: (words: string) => `Pledges about “${words}”`,
  },
  menu: {
    several: (words: string) => `Which “${words}” do you mean?`,
    lead: "Pick one:",
  },
  showing: (label: string, typed: string) => `Showing ${label} for ‘${typed}’.`,
  review: {
    none: (entered: readonly string[]) =>
      `Not yet reviewed by a person (entered on ${englishList(entered.map(englishDate))}).`,
    some: (reviews: readonly string[], left: number) =>
      `Reviewed by ${englishList(reviews)}.${left === 0 ? "" : ` Not reviewed by a person: ${countNoun(left, "record")}.`}`,
    one: (by: string, on: string) => `${by} on ${englishDate(on)}`,
  },
  inferred: (words: string, when: string, why: string) => `“${words}” is taken as ${when}. ${why}`,
  span: englishDateSpan,
  ...englishCommands,
  pages: englishPages,
  recordKinds: englishRecordKinds,
  workspaces: englishWorkspaces,

  mistake: {
    title: "I didn’t understand that",
    unknownCommand: (given: string, known: readonly string[]) =>
      `Unknown command “${given}”. Available commands: ${known.join(", ")}.`,
    unknownOption: (command: string, given: string, known: readonly string[]) =>
      `/${command}: unknown option “${given}”. Try: ${known.join(", ")}. Put words with a colon in quotation marks.`,
    givenTwice: (command: string, given: string) => `“${given}” is given twice; /${command} takes it once.`,
    badItem: (given: string) => `item:${given}: needs a whole number, 1 or more.`,
    badDetail: (given: string) => `detail:${given} is neither detail:full nor detail:notes.`,
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
    title: "Something went wrong",
    text: (id: string) => `This has been logged. Reference: ${id}.`,
  },

  /** Where the shelf is, and what is said of one without any source. */
  ownShelf: {
    title: "No sources yet",
    text: "Nothing has been put on this shelf. Whoever runs the desk adds the first source with: refdesk add <file or address>",
    greeting: "Refdesk: no sources yet. Add one with: refdesk add <file or address>. Type help or exit.",
    readFrom: (folder: string) => `The shelf is read from ${folder}.`,
  },

  /** The home page and the form that a platform shows beside the conversation. */
  home: {
    shelf: (sources: number, records: number) =>
      `${countNoun(sources, "source")}, ${countNoun(records, "record")}.`,
    changed: (on: string, version: string) => `Last change: ${englishDate(on)}. Version: ${version}.`,
    version: (version: string) => `Version: ${version}.`,
    ways: "Mention @Refdesk in a channel or a thread, or message me here, e.g. what did xi say about poverty?",
  },
  form: {
    name: "ask",
    title: "Ask Refdesk",
    summary: "Ask what the sources say, with names completed as you type",
    question: "Your question",
    inWords: "Ask what the sources say, in your own words",
    command: "What to ask",
    submit: "Ask",
    close: "Close",
    nothing: "Please fill this in.",
  },
};

/** The messages in any language: each has exactly the keys of the English ones. */
export type MessageCatalogue = typeof englishMessages;
