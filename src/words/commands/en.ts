/** What each command says in English, under the command's name. */
import { count, list } from "../english.ts";

export const commands = {
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

  check: {
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
};

/** What each command says, in one language. */
export type CommandWords = typeof commands;
