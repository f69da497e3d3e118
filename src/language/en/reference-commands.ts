/** English messages of /who, /bibliography, /source, /cite and /help. */
import { countNoun, englishList } from "./typography.ts";

export const englishReferenceCommands = {
  who: {
    name: "who",
    summary: "Who someone is, as the sources give it: role, pledges, words, events",
    option: "A person or an organization",
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
    commitments: "Pledges",
    told: (name: string) => `Pledges, according to ${name}`,
    people: "People",
    organizations: "Organizations",
    words: (quotes: number, reports: number) =>
      [
        ...(quotes > 0 ? [countNoun(quotes, "quotation")] : []),
        ...(reports > 0 ? [`${reports} reported${quotes > 0 ? "" : ", none quoted"}`] : []),
      ].join(", "),
    events: "Events",
    others: "What else the sources say",
    nouns: {
      commitments: "pledges",
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
    none: "Nothing that everyone here could see has cited a source yet.",
    noneWithin: (days: number) =>
      `Nothing that everyone here could see has cited a source in the last ${days === 1 ? "day" : `${days} days`}.`,
    counted: "Sources cited publicly here in the past year.",
    gone: (sources: number) =>
      `${countNoun(sources, "source")} cited here ${sources === 1 ? "is" : "are"} no longer here.`,
    unknown: "Bibliographies work in Slack and Discord channels only.",
    away: "What was cited here cannot be looked up at the moment; everything else can be asked. Please try again later.",
    notDays: (given: string) => `“${given}” is neither a number of days nor a style. What can be asked:`,
    noStyle: (given: string) => `There is no style “${given}”. The styles:`,
  },

  sourceCard: {
    name: "source",
    summary: "The sources, or one of them and what is recorded from it",
    option: "A source by its id, title or publisher",
    hint: "id, title or publisher",
    at: "The recorded passage that begins at this character, in context",
    atHint: "number",
    what: "source",
    whatPlace: "a passage in context",
    place: (from: number, to: number, length: number) =>
      `Characters ${from.toLocaleString("en")} to ${to.toLocaleString("en")} of ${length.toLocaleString("en")}, marked in what surrounds them:`,
    onIt: "What is recorded from it",
    before: "The passage before",
    after: "The passage after",
    noPassage: (at: string) => `No passage starts at character ${at}.`,
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
    onCopy: "from a copy",
    republication: (publisher: string, when: string) => `republication by ${publisher}, ${when}`,
    notKnown: "not known",
    rights: (_status: string, text: string) => text,
    length: (characters: number) => `${characters.toLocaleString("en")} characters`,
    open: (publisher: string) => `Open at ${publisher}`,
    groups: {
      pledges: "Pledges",
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
    button: "Cite",
    summary: "A citation to paste: of a source, or of the sources behind a record",
    option: "A source or a record",
    hint: "record or source",
    style: "APA, Chicago, MLA, Harvard, Vancouver, GB/T 7714, BibTeX, RIS, CSL-JSON",
    styleHint: "style",
    what: "citation",
    whatIn: (style: string) => `citation, ${style}`,
    several: (sources: number) => `Citations of ${countNoun(sources, "source")}`,
    behind: (sources: number) => (sources === 1 ? "Its source:" : `Its ${sources} sources:`),
    /** Names of citation styles that are not those of their own files, by id. */
    styles: {} as Readonly<Record<string, string>>,
    usual: "APA, Chicago, MLA, GB/T",
    others: (styles: readonly string[], line: string) =>
      `Other styles: ${styles.join(", ")}. For one of them, ask: ${line}`,
    addAccess: (style: string, form: string) =>
      `${style} requires the day on which you read the text online, which is not known here: add it, as in ${form}.`,
    noStyle: (given: string, styles: readonly string[]) =>
      `There is no style “${given}”. There are: ${styles.join(", ")}.`,
    menuTitle: "Cite which source?",
  },

  help: {
    name: "help",
    summary: "What can be asked, or one command with all its options and examples",
    option: "A command",
    hint: "command",
    title: "What can be asked",
    umbrella: "Everything that can be asked, under one name",
    umbrellaUsage: "pledge alibaba",
    example: (examples: readonly string[]) => `For example: ${examples.join(", ")}`,
    greeting: (sources: number, records: number, example: string) =>
      `Refdesk: ${countNoun(sources, "source")}, ${countNoun(records, "record")}. Try ${example}. Type help or exit.`,
    /** Said at the prompt of a terminal. */
    atPrompt: "Here, a number asks what is listed beside it, Tab completes names, and exit ends.",
    /** Said of a number at the prompt under which nothing is offered. */
    noOffer: (typed: string) => `Nothing is offered under ${typed}.`,
    alias: "Also",
    item: "The number of the item to begin with, in a long answer",
    private: "Whether only you see the answer: yes or no",
    examples: "Examples",
    unknown: (typed: string) => `Unknown command “${typed}”.`,
    near: "Did you mean:",
    all: "The commands:",
  },
};

/** The messages of these commands, in one language. */
export type ReferenceCommandMessages = typeof englishReferenceCommands;
