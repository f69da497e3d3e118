/** The desk's own words in English: titles, labels, notes and misses. The sources' words are never here. */
import { MAX_VALUE, type Problem } from "../desk/ask.ts";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** A partial ISO date as people read it: 17 August 2021, August 2021, 2021, 1990s. */
function date(iso: string): string {
  const [year, month, day] = iso.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** “a, b and c”. */
function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

const count = (many: number, one: string, several = `${one}s`): string =>
  `${many} ${many === 1 ? one : several}`;

export const en = {
  date,
  list,
  language: (code: string) => ({ en: "English", zh: "Chinese" })[code] ?? code,
  quoted: (text: string) => `“${text}”`,
  /** Who said it and where that is printed: “Xi Jinping, reported by SupChina, 23 November 2021 [1]”. */
  credit: (speaker: string, sources: string) => `${speaker}, reported by ${sources}`,
  /** Between two passages of one quotation, and where a renderer had to shorten one. */
  gap: "[…]",

  title: (subject: string, what: string) => `${subject} · ${what}`,
  sources: "Sources",
  /** A label and what parts it from its value. */
  labelled: (label: string) => `${label}: `,
  deskNote: "Desk’s note",
  deskNotes: "Desk’s notes",
  next: (from: number, all: number) => `Next: ${from} of ${all}`,
  more: (from: number, to: number, all: number) => `Shown: ${from} to ${to} of ${all}.`,
  typeForMore: (line: string) => `For the rest, ask: ${line}`,
  shortened: "Shortened here to fit this message.",
  choose: "Choose…",

  /** What the carrier adds: who sees an answer, and what can be done with it. */
  carrier: {
    more: "More questions…",
    share: "Share this answer",
    dismiss: "Remove this answer",
    sharedBy: (name: string) => `Shared by ${name}`,
    onlyYou: "Only you see this. “Share this answer” puts it into the channel.",
    notYours: "Only who asked for this answer, or shared it, can remove it.",
    unreadable: "This message no longer says what was asked. Please ask again.",
    private: "Whether only you see the answer",
    slow: "This takes longer than it should; the answer follows.",
  },
  /** Finding what a message speaks of. */
  find: {
    name: "check",
    action: "Find sources",
    summary: "What the sources say of a sentence: its names and its figures",
    option: "A sentence, or a whole message",
    hint: "sentence",
    title: "What the sources say of this message",
    nothing: "The shelf speaks of nothing in this message.",
    figure: (donor: string, message: string, sources: readonly string[]) =>
      `${donor}: the message says ${message}; the sources say ${list(sources)}.`,
    borneOut: (donor: string, message: string, publishers: readonly string[]) =>
      `${donor}: ${list(publishers)} bears out ${message}.`,
    otherCurrency: (donor: string, message: string) =>
      `${donor}: the message says ${message}; the shelf has no figure in that currency.`,
    records: "On the shelf, of what the message names:",
    cut: (letters: number) => `Only the first ${letters} characters were read.`,
  },

  source: {
    /** The title of a text, something beside a name, and how clauses and sentences are joined. */
    work: (title: string) => `“${title}”`,
    aside: (text: string) => ` (${text})`,
    clauses: (parts: readonly string[]) => parts.join(", "),
    sentences: (parts: readonly string[]) => `${parts.map((part) => part.replace(/\.$/, "")).join(". ")}.`,
    notKnown: "date not known",
    inferredYear: (year: string) => `${year} (inferred)`,
    inferredBecause: (year: string, why: string) => `publication date not stated, ${year} inferred: ${why}`,
    by: (authors: string) => `by ${authors}`,
    noAuthor: "author not known",
    noAddress: "address not known",
    titleOnCopy: "title on a copy",
    republished: (publisher: string, when: string) => `Stored text: republication by ${publisher}, ${when}`,
  },

  miss: {
    title: (words: string) => `Nothing on record for “${words}”`,
    searched: (sources: number, upTo: string | null) =>
      `Searched: ${count(sources, "source")}${upTo === null ? "" : `, the latest known to be published on ${date(upTo)}`}. This says nothing beyond ${sources === 1 ? "it" : "them"}.`,
    near: "Names on the shelf that are near:",
    elsewhere: "On the shelf, under another command:",
    used: (words: string) => `Records whose passages hold the words “${words}”:`,
  },
  offer: {
    pledge: (name: string) => `Commitments: ${name}`,
    quote: (name: string) => `Words of ${name}`,
    define: (name: string) => `Define: ${name}`,
    spoken: (words: string) => `Quotations that speak of “${words}”`,
    pledged: (words: string) => `Commitments that speak of “${words}”`,
  },
  menu: {
    several: (words: string) => `Several match “${words}”`,
    lead: "Which one is meant?",
  },
  showing: (label: string, typed: string) => `Showing ${label} for ‘${typed}’.`,
  review: {
    none: (entered: readonly string[]) =>
      `Entered with the project on ${list(entered.map(date))}; no person has reviewed these records.`,
    some: (reviews: readonly string[], left: number) =>
      `Reviewed by ${list(reviews)}.${left === 0 ? "" : ` Not reviewed by a person: ${count(left, "record")}.`}`,
    one: (by: string, on: string) => `${by} on ${date(on)}`,
  },
  inferred: (words: string, when: string, why: string) => `“${words}” is taken as ${when}. ${why}`,
  span: (from: string, to: string | undefined) =>
    to === undefined ? date(from) : `${date(from)} to ${date(to)}`,
  pledge: {
    name: "pledge",
    summary: "What was pledged or given, by donor or occasion, as each source puts it",
    option: "A donor or an occasion: alibaba, zhengzhou, common prosperity",
    hint: "donor or occasion",
    what: "commitments in the sources",
    none: "no pledge in the sources",
    noneLead: (name: string) =>
      `${name} is on the shelf; no source there states a pledge by it or for it. What the sources do say:`,
    menuTitle: "Whose pledges, or for what?",
    donors: "Donors",
    occasions: "Occasions",
    byText: (words: string) => `No donor or occasion ‘${words}’; commitments whose sources use these words:`,
    rows: {
      donor: "Donor",
      donors: "Donors",
      together: "Together",
      amount: "Amount",
      undisclosed: "Amount (undisclosed)",
      verb: "Word used",
      period: "Period",
      claim: "As said by",
    },
    unstated: "not stated in this source",
    differs: "The sources differ. Each stands as it is.",
    on: (what: string, each: readonly string[]) => `${what}: ${each.join(" · ")}`,
    amount: "Amount",
    period: "Period",
    said: (words: string, source: number) => `${words} [${source}]`,
    noPeriod: "none stated",
  },

  quote: {
    name: "quote",
    summary: "What a person or an institution said, word for word",
    option: "Who said it: xi, lu jun, china daily; or a topic",
    hint: "speaker",
    about: "Only what speaks of this",
    aboutHint: "topic",
    what: "quotations in the sources",
    whatNone: "reported speech in the sources",
    whatAbout: (topic: string) => `quotations in the sources about “${topic}”`,
    noDirect: (name: string) => `No direct quotation of ${name} in the sources. Reported speech follows.`,
    noWords: "no words of theirs in the sources",
    noWordsLead: (name: string) => `${name} is on the shelf; no source there quotes it or reports its words.`,
    reported: "Reported speech, in the source’s words (not quotations)",
    byTopic: (words: string) => `No speaker ‘${words}’; quotations that speak of it:`,
    byTopicOnly: "Quotations that speak of it:",
    noneAbout: (name: string, topic: string) => `${name}: no quotation about “${topic}” on record`,
    menuTitle: "Whose words?",
    menuDetail: (quotes: number, reports: number) =>
      quotes > 0 ? count(quotes, "quotation") : `no direct quotation; reported speech: ${reports}`,
    rows: {
      when: "When",
      where: "Where",
      via: "Through",
      wording: "Wording",
    },
    notStated: "not stated",
    wording: (language: string, publisher: string) =>
      `${language} as printed by ${publisher}; original language and translator not stated`,
    reportOf: (speaker: string) => `What ${speaker} said`,
    fragment: (speaker: string) => `${speaker} (fragment: only the words in quotation marks)`,
    inferredSpeaker: (speaker: string) => `${speaker} (speaker inferred)`,
  },

  define: {
    name: "define",
    summary: "What a term means, in the words of the sources",
    option: "A term: common prosperity, third distribution, 共同富裕",
    hint: "term",
    what: "as the sources define it",
    whatNone: "no definition in the sources",
    whatUsed: "in the sources",
    also: (aliases: readonly string[]) => `Also asked as: ${aliases.join(" · ")}`,
    rows: { by: "Whose words", explained: "According to", reportedBy: "Reported by" },
    own: (publisher: string) => `${publisher}, in its own words`,
    menuTitle: "Which term?",
    used: (words: string) => `“${words}” is used in the sources and defined in none of them.`,
  },

  mistake: {
    title: "That could not be asked",
    problem(problem: Problem, known: readonly string[]): string {
      switch (problem.type) {
        case "unknown-command":
          return `There is no command “${problem.given}”. There are: ${known.join(", ")}.`;
        case "unknown-option":
          return `/${problem.command} has no option “${problem.given}”. It has: ${known.join(", ")}. To ask for words with a colon in them, put them in quotation marks.`;
        case "twice":
          return `“${problem.given}” is given twice; /${problem.command} takes it once.`;
        case "bad-item":
          return `item:${problem.given} is not a number of an item; expected a whole number from 1.`;
        case "bad-private":
          return `private:${problem.given} is neither private:yes nor private:no.`;
        case "too-long":
          return `“${problem.given}…” is too long; at most ${MAX_VALUE} characters can be asked at once.`;
      }
    },
    pastEnd: (from: number, all: number) =>
      all === 0
        ? `There is no item ${from}: this answer has none.`
        : `There is no item ${from}: this answer has ${count(all, "item")}.`,
  },
  failure: {
    title: "The desk could not answer",
    text: (id: string) =>
      `Something failed here, and it has been noted. To report it, give this number: ${id}.`,
  },

  help: {
    title: "What can be asked",
    umbrella: "Everything that can be asked, under one name",
    umbrellaUsage: "pledge alibaba",
    example: (examples: readonly string[]) => `Such as: ${examples.join(", ")}`,
    greeting: (sources: number, records: number) =>
      `Refdesk: ${count(sources, "source")}, ${count(records, "record")}. Ask, such as /pledge alibaba; help says what else; exit ends.`,
  },

  /** A page and a form that a platform shows beside the conversation. */
  home: {
    shelf: (sources: number, records: number) =>
      `On the shelf: ${count(sources, "source")}, ${count(records, "record")}.`,
    changed: (on: string, version: string) => `Last change: ${date(on)}. Version: ${version}.`,
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

/** One language's catalogue. */
export type Words = typeof en;
