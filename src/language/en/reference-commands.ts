/** English messages of /who, /bibliography, /source, /cite and /help. */
import { countNoun, englishList } from "./typography.ts";

export const englishReferenceCommands = {
  who: {
    name: "who",
    summary: "Who someone is, as the sources give it: role, commitments, words, events",
    option: "A person or an organization: xi, lu jun, alibaba, 腾讯",
    hint: "person or organization",
    what: "in the sources",
    nobody: "nobody of this name on record",
    role: {
      row: "Role",
      none: "No role stated in the sources.",
      noneIn: (publishers: readonly string[]) => `No role stated by ${englishList(publishers)}.`,
    },
    description: {
      row: "Described as",
      none: "No description in the sources.",
      noneIn: (publishers: readonly string[]) => `No description by ${englishList(publishers)}.`,
    },
    partOf: "Part of",
    wrote: "Author of",
    commitments: "Commitments",
    told: (name: string) => `Commitments, as said by ${name}`,
    people: "People",
    organizations: "Organizations",
    words: (quotes: number, reports: number) =>
      `Words: ${[
        ...(quotes > 0 ? [countNoun(quotes, "quotation")] : ["no direct quotation"]),
        ...(reports > 0 ? [`reported speech: ${reports}`] : []),
      ].join("; ")}`,
    events: "Events",
    others: "What else the sources say",
    nouns: {
      commitments: "commitments",
      quotes: "quotations",
      reports: "reported speech",
      events: "events",
    },
    absent: (nouns: readonly string[]) => `No ${nouns.join(", ").replace(/, ([^,]*)$/, " or $1")} on record.`,
    menuTitle: "Who, or which organization?",
    menuDetail: (records: number) => countNoun(records, "record"),
  },

  bibliography: {
    name: "bibliography",
    summary: "The sources that were cited in this conversation, in the style of your choice",
    option: "From how many days back: 7, 30; without it, all that is kept, which is a year",
    hint: "days",
    what: "Sources cited here",
    within: (days: number) => (days === 1 ? "In the last day" : `In the last ${days} days`),
    none: "No answer that everyone here could see has cited a source yet.",
    noneWithin: (days: number) =>
      `No answer that everyone here could see has cited a source in the last ${days === 1 ? "day" : `${days} days`}.`,
    counted:
      "What answers cited that everyone here could see, within the last year. Private answers are not kept.",
    gone: (sources: number) =>
      `${countNoun(sources, "source")} cited here ${sources === 1 ? "is" : "are"} no longer on the shelf.`,
    unknown: "In this place it is not kept what was cited. Please ask in a channel or a conversation.",
    away: "What was cited here cannot be looked up at the moment; everything else can be asked. Please try again later.",
    notDays: (given: string) => `“${given}” is neither a number of days nor a style. What can be asked:`,
    noStyle: (given: string) => `There is no style “${given}”. The styles:`,
  },

  sourceCard: {
    name: "source",
    summary: "The sources on the shelf, or one of them and what is recorded from it",
    option: "A source by its id, title or publisher: supchina, voice of america",
    hint: "id, title or publisher",
    at: "The recorded passage that begins at this character, in its place",
    atHint: "number",
    what: "source on the shelf",
    whatPlace: "a passage in its place",
    place: (from: number, to: number, length: number) =>
      `Characters ${from.toLocaleString("en")} to ${to.toLocaleString("en")} of ${length.toLocaleString("en")}, marked in what surrounds them:`,
    onIt: "What is recorded from it",
    before: "The passage before",
    after: "The passage after",
    noPassage: (at: string) =>
      `No recorded passage begins at “${at}”. Expected: the number of a character at which one does.`,
    menuTitle: "Which source?",
    menuDetail: (published: string, records: number) => `${published}, ${countNoun(records, "record")}`,
    rows: {
      id: "Id",
      title: "Title",
      author: "Author",
      publisher: "Publisher",
      section: "Section",
      published: "Published",
      stored: "Stored text",
      address: "Address",
      accessed: "Accessed",
      language: "Language",
      rights: "Rights",
      length: "Length",
      hash: "SHA-256",
      recorded: "On record",
    },
    inText: "as the stored text bears it",
    onCopy: "as a copy bears it",
    republication: (publisher: string, when: string) => `republication by ${publisher}, ${when}`,
    notKnown: "not known",
    rights: (_status: string, text: string) => text,
    length: (characters: number) => `${characters.toLocaleString("en")} characters`,
    open: (publisher: string) => `Open at ${publisher}`,
    groups: {
      pledges: "Commitments",
      words: "Words",
      terms: "Terms",
      events: "Events",
      people: "People",
      organizations: "Organizations",
      facts: "The source’s own statements",
    },
  },

  cite: {
    name: "cite",
    button: (what: string) => `Cite: ${what}`,
    sources: (many: number) => countNoun(many, "source"),
    summary: "A citation to paste: of a source, or of the sources behind a record",
    option: "A source or a record: supchina, voice of america, third distribution",
    hint: "record or source",
    style: "APA, Chicago, MLA, Harvard, Vancouver, GB/T 7714, BibTeX, RIS, CSL-JSON",
    styleHint: "style",
    what: "citation",
    whatIn: (style: string) => `citation, ${style}`,
    several: (sources: number) => `Citations of ${countNoun(sources, "source")}`,
    behind: (sources: number) =>
      sources === 1 ? "The source that it stands on:" : `The ${sources} sources that it stands on:`,
    /** Names of citation styles that are not those of their own files, by id. */
    styles: {} as Readonly<Record<string, string>>,
    usual: "APA, Chicago, MLA, GB/T",
    others: (styles: readonly string[], line: string) =>
      `Other styles: ${styles.join(", ")}. For one of them, ask: ${line}`,
    noStyle: (given: string, styles: readonly string[]) =>
      `There is no style “${given}”. There are: ${styles.join(", ")}.`,
    menuTitle: "Cite which source?",
  },

  help: {
    name: "help",
    summary: "What can be asked, or one command with all its options and examples",
    option: "A command: pledge, quote, define",
    hint: "command",
    title: "What can be asked",
    umbrella: "Everything that can be asked, under one name",
    umbrellaUsage: "pledge alibaba",
    example: (examples: readonly string[]) => `Such as: ${examples.join(", ")}`,
    greeting: (sources: number, records: number) =>
      `Refdesk: ${countNoun(sources, "source")}, ${countNoun(records, "record")}. Ask, such as /pledge alibaba; help says what else; exit ends.`,
    alias: "Also",
    item: "The number of the item to begin with, in a long answer",
    private: "Whether only you see the answer: yes or no",
    examples: "Examples",
    unknown: (typed: string) => `There is no command “${typed}”.`,
    near: "Commands that are near:",
    all: "The commands:",
  },
};

/** The messages of these commands, in one language. */
export type ReferenceCommandMessages = typeof englishReferenceCommands;
