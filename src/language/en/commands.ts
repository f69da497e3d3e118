/** English texts of the commands; those of /who, /source, /cite, /bibliography and /help are in reference-commands.ts. */

import { englishReferenceCommands } from "./reference-commands.ts";
import { countNoun, englishCurrency, englishList } from "./typography.ts";

export const englishCommands = {
  ...englishReferenceCommands,

  pledge: {
    name: "pledge",
    summary: "What was pledged or given, by donor or occasion, as each source puts it",
    option: "A donor or an occasion: alibaba, zhengzhou, common prosperity",
    hint: "donor or occasion",
    what: "commitments in the sources",
    none: "no pledge on record",
    noneFor: (donors: readonly string[], occasions: readonly string[]) =>
      `No pledge by ${englishList(donors)} for ${englishList(occasions)} is recorded here.`,
    noneBy: (donors: readonly string[]) => `No pledge by ${englishList(donors)} is recorded here.`,
    others: "Other commitments",
    everyone: "Every donor",
    known: "Commitments that are on record:",
    notAdded: "These sums are not added up: one may be part of another, and some are not stated.",
    noneLead: (name: string) => `No pledge recorded here is linked to ${name}. What the sources say:`,
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
    /** Says that an account does not name the occasion that was asked about. */
    withoutOccasion: (publisher: string, occasion: string) =>
      `${publisher}’s account does not name ${occasion}.`,
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
    noDirect: (name: string) => `No direct quotation of ${name} on record. Reported speech follows.`,
    noWords: "no words on record",
    noWordsLead: (name: string) => `No words of ${name} are recorded here, quoted or reported.`,
    reported: "Reported speech, in the source’s words (not quotations)",
    byTopic: (words: string) => `No speaker ‘${words}’; quotations that speak of it:`,
    byTopicOnly: "Quotations that speak of it:",
    noneAbout: (name: string, topic: string) => `${name}: no quotation about “${topic}” on record`,
    menuTitle: "Whose words?",
    menuDetail: (quotes: number, reports: number) =>
      quotes > 0 ? countNoun(quotes, "quotation") : `no direct quotation; reported speech: ${reports}`,
    rows: {
      when: "When",
      where: "Where",
      via: "Through",
      wording: "Wording",
    },
    notStated: "not stated",
    wording: (language: string, publisher: string) =>
      `${language} as printed by ${publisher}; original language and translator not stated`,
    wordings: (language: string) =>
      `The quotations are in ${language}, as printed; original language and translator not stated.`,
    reportOf: (speaker: string) => `${speaker} (in the source’s words)`,
    fragment: (speaker: string) => `${speaker} (fragment: only the words in quotation marks)`,
    inferredSpeaker: (speaker: string) => `${speaker} (speaker inferred)`,
  },

  define: {
    name: "define",
    summary: "What a term means, in the words of the sources",
    option: "A term: common prosperity, third distribution, 共同富裕",
    hint: "term",
    what: "as the sources define it",
    whatNone: "no definition on record",
    whatUsed: "in the sources",
    also: (aliases: readonly string[]) => `Also asked as: ${aliases.join(" · ")}`,
    rows: { explained: "According to" },
    partOf: (whole: string) => `One of: ${whole}`,
    ofWhole: (whole: string, part: string) =>
      `The source says this of “${whole}” together, not of “${part}” alone.`,
    menuTitle: "Which term?",
    used: (words: string) => `“${words}” is used in the sources and defined in none of them.`,
  },

  compare: {
    name: "compare",
    summary: "Donors side by side: what each pledged or gave, as the sources put it",
    option: "Two donors or more: alibaba tencent; alibaba, tencent and meituan",
    hint: "donors",
    what: "commitments side by side",
    columns: {
      donor: "Donor",
      amount: "Amount",
      verb: "Word used",
      period: "Period",
      purpose: "Purpose, occasion",
      when: "When",
    },
    together: (names: string) => `${names}, together`,
    jointly: "together",
    unnamed: "Donors not named",
    undisclosed: "undisclosed",
    withOthers: "recorded only with other donors",
    missing: (names: readonly string[]) => `Not on the shelf: ${englishList(names)}.`,
    differing: (whose: string, what: string) => `${whose}, ${what.toLowerCase()}`,
    moreDiffer: (many: number) => `${many} more differences: each commitment has its own in full.`,
    overlapping: "Sums are not to be added up: two rows may speak of one commitment.",
    undivided: "A sum of several donors together stands once; it is not divided among them.",
    unconverted: "Amounts in different currencies or units stand as they are stated; none is converted.",
    one: "a comparison takes two or more",
    alone: "On its own",
    beside: "Beside another",
    menuTitle: "Which donors side by side?",
    all: "All donors",
    menuDonors: "One, and then another",
    amounts: "stated amounts",
    unit: (code: string) => englishCurrency(code),
    otherUnit: (sum: string, unit: string) => `${sum}, in ${unit}`,
    alt: (unit: string, bars: readonly string[], left: readonly string[]) =>
      `Bars in ${unit}. ${bars.join(". ")}.${left.length === 0 ? "" : ` Not drawn: ${left.join("; ")}.`}`,
  },

  timeline: {
    name: "timeline",
    summary: "What happened when: dated events, commitments and quotations, earliest first",
    option: "A person, an organization, a term or an event; everything without one",
    hint: "subject",
    from: "Only from this date on: 2020, 2021-08, 17 August 2021, 1990s",
    fromHint: "date",
    to: "Only up to this date: 2020, 2021-08, 17 August 2021, 1990s",
    toHint: "date",
    what: "timeline",
    whatIn: (period: string) => `timeline, ${period}`,
    shelf: "The whole shelf",
    period: (from: string | undefined, to: string | undefined) => {
      const the = (date: string) => (date.endsWith("s") ? `the ${date}` : date);
      if (from === undefined) return `up to ${the(to ?? "")}`;
      if (to === undefined) return `from ${the(from)}`;
      return from === to ? from : `${the(from)} to ${the(to)}`;
    },
    columns: { when: "When", what: "What", said: "In the source", kind: "Kind" },
    kinds: {
      events: "event",
      pledges: "commitment",
      quotes: "quotation",
      reports: "reported speech",
      facts: "statement",
    },
    inferred: "inferred",
    unknown: "Date not known",
    because: (publishers: readonly string[], why: string) =>
      `Inferred dates (${englishList(publishers)}): ${why}`,
    undated: (events: number, pledges: number, quotes: number, facts: number) =>
      `Without a known date, and so not shown: ${englishList([
        ...(events > 0 ? [countNoun(events, "event")] : []),
        ...(pledges > 0 ? [countNoun(pledges, "commitment")] : []),
        ...(quotes > 0 ? [countNoun(quotes, "quotation")] : []),
        ...(facts > 0 ? [countNoun(facts, "statement")] : []),
      ])}.`,
    none: "nothing dated on record",
    noneIn: (period: string) => `nothing dated on record, ${period}`,
    outside: (many: number) => `Dated, and outside this time: ${countNoun(many, "record")}.`,
    byText: (words: string) => `No subject ‘${words}’; dated records whose sources use these words:`,
    byTopic: (words: string) => `No subject ‘${words}’; dated records that speak of it:`,
    ofWhole: (records: string, whole: string, part: string) =>
      `${records}: the source says this of “${whole}” together, not of “${part}” alone.`,
    whole: (name: string) => `Timeline: ${name}`,
    notADate: (option: string, given: string) =>
      `“${given}” in ${option}: is not a date. Expected: a year, a month, a day or a decade, such as 2021, 2021-08, 2021-08-17, "August 2021", "17 August 2021" or 1990s.`,
    backwards: (from: string, to: string) => `The time from ${from} to ${to} ends before it begins.`,
    moment: (when: string, what: string, kind: string) => `${when}: ${what} (${kind})`,
    alt: (title: string, moments: readonly string[], more: number) =>
      `${title}. ${moments.join("; ")}${more === 0 ? "" : `; and ${more} more in the table`}.`,
  },

  search: {
    name: "search",
    summary: "Whatever the sources say, in plain words: records and passages, the best first",
    option: "A question or a few words: who came up with the three distributions",
    hint: "anything",
    kind: "Only records of this kind",
    kindHint: "kind",
    what: "what was found in the sources",
    hit: (label: string, kind: string) => `${label} (${kind})`,
    narrowed: (names: readonly string[]) => `Only what speaks of ${englishList(names)}.`,
    assumed: (typed: string, taken: readonly string[]) =>
      `No source has ‘${typed}’; sought in its place: ${englishList(taken)}.`,
    answers: (line: string) => `Answers this: ${line}`,
    menuTitle: "What to search for? A question or a few words, such as:",
    noKind: (given: string, kinds: readonly string[]) =>
      `“${given}” is no kind of record. There are: ${kinds.join(", ")}.`,
    indexing: "The full text is still being read in; names can be asked for already. Ask again in a moment.",
  },

  check: {
    name: "check",
    action: "Find sources",
    summary: "Which parts of a sentence the sources bear out, and where they differ",
    option: "A sentence, or a whole message",
    hint: "sentence",
    menuTitle: "What should be checked?",
    menuLead:
      "A sentence, or a whole message: its sums, words in quotation marks, dates and names are held against the sources. Such as:",
    title: "What the sources say of this message",
    nothingFound: (sources: number) => `Nothing found on this in ${countNoun(sources, "source")}.`,
    closest: "No verdict: this has no form that can be compared. The closest passage:",
    kinds: { supported: "Borne out", differs: "Differs", "not-as-stated": "Not on the shelf as said" },
    tally: (supported: number, differs: number, notAsStated: number) =>
      [
        ...(supported > 0 ? [`Borne out: ${supported}.`] : []),
        ...(differs > 0 ? [`Differs: ${differs}.`] : []),
        ...(notAsStated > 0 ? [`Not on the shelf as said: ${notAsStated}.`] : []),
      ].join(" "),
    sentence: (number: number, text: string) => `Sentence ${number}: ${text}`,
    figure: (what: string, message: string, sources: readonly string[]) =>
      `${what}: the message says ${message}; the ${sources.length === 1 ? "source says" : "sources say"} ${englishList(sources)}.`,
    supported: (what: string, message: string, publishers: readonly string[], all: number) =>
      `${what}: ${englishList(publishers)} ${publishers.length === 1 ? "bears" : "bear"} out ${message} (${publishers.length === all ? countNoun(all, "source") : `${publishers.length} of ${all} sources on this`}).`,
    split: (each: readonly string[]) => `The sources differ: ${englishList(each)}.`,
    saidBy: (words: string, publisher: string) => `${words} (${publisher})`,
    otherCurrency: (donor: string, message: string) =>
      `${donor}: the message says ${message}; the shelf has no figure in that currency.`,
    noSum: (donor: string, message: string) =>
      `${donor}: the message says ${message}; no source on the shelf states a sum.`,
    elsewhere: (message: string, donor: string, theirs: string) =>
      `The shelf has ${message} not for ${donor}, but for ${theirs}.`,
    elsewhereOnly: (message: string, theirs: string) => `The shelf has ${message} for ${theirs}.`,
    together: (donors: string) => `${donors} together`,
    date: "Date",
    number: "Number",
    role: "Role",
    period: "Period",
    apart: (period: string, publishers: readonly string[], sums: readonly string[]) =>
      `Period: ${period} is in ${englishList(publishers)}, with ${englishList(sums)}. No source has both.`,
    quoted: (publishers: readonly string[], speaker: string) =>
      `Word for word in ${englishList(publishers)} as words of ${speaker} (${countNoun(publishers.length, "source")}).`,
    reported: (publishers: readonly string[], speaker: string) =>
      `Word for word in ${englishList(publishers)} (${countNoun(publishers.length, "source")}), where the source reports in its own words what ${speaker} said: no quotation.`,
    printed: (publishers: readonly string[]) =>
      `Word for word in ${englishList(publishers)} (${countNoun(publishers.length, "source")}), as the source’s own words and no quotation.`,
    copied: (publishers: readonly string[]) =>
      `This stands word for word in ${englishList(publishers)} (${countNoun(publishers.length, "source")}).`,
    paraphrased: (publishers: readonly string[]) =>
      `${englishList(publishers)} ${publishers.length === 1 ? "says" : "say"} this in other words (${countNoun(publishers.length, "source")}).`,
    part: "That is a part of the passage; the whole follows.",
    altered: (publishers: readonly string[]) => `${englishList(publishers)} has another wording.`,
    exchanged: (message: string, source: string) => `The message has ${message}, the source ${source}.`,
    leftOut: (source: string) => `The message leaves out ${source}.`,
    added: (message: string) => `The message adds ${message}.`,
    translation: "The source does not say in what language this was said: perhaps another translation.",
    missingIn: (name: string, publishers: readonly string[]) =>
      `Not found in ${name}; found in ${englishList(publishers)}.`,
    notToldTo: (name: string, publishers: readonly string[]) =>
      `Found in ${englishList(publishers)}, but not as told to ${name}.`,
    givenTo: (name: string, speaker: string, publishers: readonly string[]) =>
      `The message gives these words to ${name}; ${englishList(publishers)} ${publishers.length === 1 ? "gives" : "give"} them to ${speaker}.`,
    givenToReported: (name: string, speaker: string, publishers: readonly string[]) =>
      `The message gives these words to ${name}; in ${englishList(publishers)} they report what ${speaker} said.`,
    givenToNobody: (name: string, publishers: readonly string[]) =>
      `The message gives these words to ${name}; in ${englishList(publishers)} they are the source’s own.`,
    stated: (words: string) => `The source’s words: ${words}.`,
    coarser: (what: string, message: string, source: string) =>
      `${what}: the message says ${message}; the source is less exact and says ${source}.`,
    another: (message: string, known: string) =>
      `The shelf has this of ${known}; of ${message} it does not speak.`,
    otherRole: (said: string) => `The shelf does not have “${said}”. What it has:`,
    unchecked: (parts: readonly string[]) => `Not compared with the sources: ${englishList(parts)}.`,
    noVerdict: "No verdict: nothing in this sentence has a form that can be checked.",
    moods: {
      asks: "This is a question, and is not held against the shelf.",
      denies: "This denies something, and is not held against the shelf.",
      supposes: "This supposes or demands something, and is not held against the shelf.",
    },
    named: "Nothing here can be held against the shelf; it has more on what the message names.",
    cut: (letters: number) => `Only the first ${letters} characters were read.`,
  },
};

/** The messages of the commands, in one language. */
export type CommandMessages = typeof englishCommands;
