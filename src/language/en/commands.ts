/** English texts of the commands; those of /who, /source, /cite, /bibliography and /help are in reference-commands.ts. */

import { englishReferenceCommands } from "./reference-commands.ts";
import { countNoun, englishCurrency, englishList } from "./typography.ts";

export const englishCommands = {
  ...englishReferenceCommands,

  pledge: {
    name: "pledge",
    summary: "What was pledged or given, by donor or cause, as each source puts it",
    option: "A donor or a cause",
    hint: "donor or cause",
    what: "pledges in the sources",
    none: "no pledge on record",
    noneFor: (donors: readonly string[], occasions: readonly string[]) =>
      `No pledge by ${englishList(donors)} for ${englishList(occasions)} is recorded here.`,
    noneBy: (donors: readonly string[]) => `No pledge by ${englishList(donors)} is recorded here.`,
    others: "Other pledges",
    everyone: "Every donor",
    known: "Pledges on record:",
    notAdded: "Don’t add these up: one may be part of another, some are unstated.",
    noneLead: (name: string) => `No pledge recorded here is linked to ${name}. What the sources say:`,
    menuTitle: "Which donor or cause?",
    donors: "Donors",
    occasions: "Causes and events",
    byText: (words: string) => `No donor or cause “${words}”; pledges whose sources use these words:`,
    rows: {
      donor: "Donor",
      donors: "Donors",
      together: "Joint, with",
      amount: "Amount",
      undisclosed: "Amount (undisclosed)",
      verb: "Wording",
      period: "Period",
      claim: "According to",
    },
    unstated: "not stated in this source",
    differs: "The sources differ; both are shown.",
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
    option: "Who said it, or a topic",
    hint: "speaker",
    about: "Only quotes about this",
    aboutHint: "topic",
    what: "quotations in the sources",
    whatNone: "reported speech in the sources",
    whatAbout: (topic: string) => `quotations in the sources about “${topic}”`,
    noDirect: (name: string) => `No direct quotation of ${name} on record. Reported speech follows.`,
    noWords: "no words on record",
    noWordsLead: (name: string) => `No words of ${name} are recorded here, quoted or reported.`,
    reported: "Reported, not quoted",
    byTopic: (words: string) => `No speaker “${words}”; quotes about it:`,
    byTopicOnly: "Quotes about it:",
    noneAbout: (name: string, topic: string) => `${name}: no quotation about “${topic}” on record`,
    menuTitle: "Whose words?",
    menuDetail: (quotes: number, reports: number) =>
      quotes > 0 ? countNoun(quotes, "quotation") : `${reports} reported, none quoted`,
    rows: {
      when: "When",
      where: "Where",
      via: "Via",
      wording: "Wording",
    },
    notStated: "not stated",
    wording: (language: string, publisher: string) =>
      `${language} as printed by ${publisher}; original language and translator not stated`,
    wordings: (language: string) =>
      `The quotations are in ${language}, as printed; original language and translator not stated.`,
    reportOf: (speaker: string) => `${speaker} (reported, not quoted)`,
    fragment: (speaker: string) => `${speaker} (partial quote)`,
    inferredSpeaker: (speaker: string) => `${speaker} (speaker inferred)`,
  },

  define: {
    name: "define",
    summary: "What a term means, in the words of the sources",
    option: "A term",
    hint: "term",
    what: "as the sources define it",
    whatNone: "no definition on record",
    whatUsed: "in the sources",
    also: (aliases: readonly string[]) => `Also known as: ${aliases.join(" · ")}`,
    rows: { explained: "According to" },
    ofWhole: (whole: string) => `Said of “${whole}” together`,
    menuTitle: "Which term?",
    used: (words: string) => `The sources use “${words}” and do not define it.`,
  },

  compare: {
    name: "compare",
    summary: "Donors side by side: what each pledged or gave, as the sources put it",
    option: "Two donors or more, with spaces or commas between them",
    hint: "donors",
    what: "pledges side by side",
    columns: {
      donor: "Donor",
      amount: "Amount",
      verb: "Wording",
      period: "Period",
      purpose: "Purpose, cause",
      when: "When",
    },
    together: (names: string) => `${names}, together`,
    jointly: "together",
    unnamed: "Donors not named",
    undisclosed: "undisclosed",
    withOthers: "recorded only with other donors",
    missing: (names: readonly string[]) => `No source here names ${englishList(names)}.`,
    differing: (whose: string, what: string) => `${whose}, ${what.toLowerCase()}`,
    moreDiffer: (many: number) => `${many} more differences: each pledge shows its own in full.`,
    overlapping: "Don’t add these up: rows may overlap.",
    undivided: "Joint sums aren’t split.",
    unconverted: "Amounts in different currencies or units stand as they are stated; none is converted.",
    one: "pick at least two to compare",
    alone: "On its own",
    beside: "Beside another",
    menuTitle: "Compare which donors?",
    all: "All donors",
    menuDonors: "Pick two",
    amounts: "stated amounts",
    unit: (code: string) => englishCurrency(code),
    otherUnit: (sum: string, unit: string) => `${sum}, in ${unit}`,
    alt: (unit: string, bars: readonly string[], left: readonly string[]) =>
      `Bars in ${unit}. ${bars.join(". ")}.${left.length === 0 ? "" : ` Not drawn: ${left.join("; ")}.`}`,
  },

  timeline: {
    name: "timeline",
    summary: "What happened when: dated events, pledges and quotations, earliest first",
    option: "A person, an organization, a term or an event; everything without one",
    hint: "subject",
    from: "Only from this date on: 2020, 2021-08, 17 August 2021, 1990s",
    fromHint: "date",
    to: "Only up to this date: 2020, 2021-08, 17 August 2021, 1990s",
    toHint: "date",
    what: "timeline",
    whatIn: (period: string) => `timeline, ${period}`,
    shelf: "All sources",
    period: (from: string | undefined, to: string | undefined) => {
      const the = (date: string) => (date.endsWith("s") ? `the ${date}` : date);
      if (from === undefined) return `up to ${the(to ?? "")}`;
      if (to === undefined) return `from ${the(from)}`;
      return from === to ? from : `${the(from)} to ${the(to)}`;
    },
    columns: { when: "When", what: "What", said: "In the source", kind: "Kind" },
    kinds: {
      events: "event",
      pledges: "pledge",
      quotes: "quotation",
      reports: "reported speech",
      facts: "statement",
    },
    inferred: "inferred",
    unknown: "Date not known",
    because: (publishers: readonly string[], why: string) =>
      `Inferred dates (${englishList(publishers)}): ${why}`,
    undated: (events: number, pledges: number, quotes: number, facts: number) =>
      `Not shown (no date): ${englishList([
        ...(events > 0 ? [countNoun(events, "event")] : []),
        ...(pledges > 0 ? [countNoun(pledges, "pledge")] : []),
        ...(quotes > 0 ? [countNoun(quotes, "quotation")] : []),
        ...(facts > 0 ? [countNoun(facts, "statement")] : []),
      ])}.`,
    none: "nothing dated on record",
    noneIn: (period: string) => `nothing dated on record, ${period}`,
    outside: (many: number) => `${many} more outside these dates.`,
    byText: (words: string) => `No subject “${words}”; dated records whose sources use these words:`,
    byTopic: (words: string) => `No subject “${words}”; dated records about it:`,
    ofWhole: (records: string, whole: string, part: string) =>
      `${records}: the source says this of “${whole}” together, not of “${part}” alone.`,
    whole: (name: string) => `Timeline: ${name}`,
    notADate: (option: string, given: string) =>
      `“${given}” in ${option}: is not a date. Expected: a year, a month, a day or a decade, such as 2021, 2021-08, 2021-08-17, "August 2021", "17 August 2021" or 1990s.`,
    backwards: (from: string, to: string) => `“from” (${from}) is after “to” (${to}).`,
    moment: (when: string, what: string, kind: string) => `${when}: ${what} (${kind})`,
    alt: (title: string, moments: readonly string[], more: number) =>
      `${title}. ${moments.join("; ")}${more === 0 ? "" : `; and ${more} more in the table`}.`,
  },

  search: {
    name: "search",
    summary: "Whatever the sources say, in plain words: records and passages, the best first",
    option: "A question or a few words",
    hint: "anything",
    kind: "Only records of this kind",
    kindHint: "kind",
    what: "results",
    hit: (label: string, kind: string) => `${label} (${kind})`,
    narrowed: (names: readonly string[]) => `Filtered to ${englishList(names)}.`,
    assumed: (typed: string, taken: readonly string[]) =>
      `No match for “${typed}”; showing ${englishList(taken.map((word) => `“${word}”`))}.`,
    answers: (line: string) => `Answers this: ${line}`,
    menuTitle: "What are you looking for? For example:",
    noKind: (given: string, kinds: readonly string[]) =>
      `“${given}” is no kind of record. There are: ${kinds.join(", ")}.`,
    unrecorded:
      "A stored text has these words, but nothing is recorded from there yet: only records are searched.",
    indexing: "The full text is still being read in; names can be asked for already. Ask again in a moment.",
  },

  check: {
    name: "check",
    action: "Find sources",
    summary: "Which parts of a sentence the sources support, and where they differ",
    option: "A sentence, or a whole message",
    hint: "sentence",
    menuTitle: "What should be checked?",
    menuLead:
      "A sentence, or a whole message: its sums, words in quotation marks, dates and names are compared with the sources.",
    title: "What the sources say about this",
    nothingFound: (sources: number) => `Nothing found on this in ${countNoun(sources, "source")}.`,
    closest: "No verdict: this sentence could not be compared. Closest passage:",
    kinds: { supported: "Supported", differs: "Differs", "not-as-stated": "Not found as stated" },
    tally: (supported: number, differs: number, notAsStated: number) =>
      [
        ...(supported > 0 ? [`Supported: ${supported}.`] : []),
        ...(differs > 0 ? [`Differs: ${differs}.`] : []),
        ...(notAsStated > 0 ? [`Not found as stated: ${notAsStated}.`] : []),
      ].join(" "),
    sentence: (number: number, text: string) => `Sentence ${number}: ${text}`,
    figure: (what: string, message: string, sources: readonly string[]) =>
      `${what}: you wrote ${message}; the ${sources.length === 1 ? "source says" : "sources say"} ${englishList(sources)}.`,
    supported: (what: string, message: string, publishers: readonly string[], all: number) =>
      `${what}: ${englishList(publishers)} ${publishers.length === 1 ? "says" : "say"} ${message} (${publishers.length === all ? countNoun(all, "source") : `${publishers.length} of ${all} sources`}).`,
    split: (each: readonly string[]) => `The sources differ: ${englishList(each)}.`,
    saidBy: (words: string, publisher: string) => `${words} (${publisher})`,
    otherCurrency: (donor: string, message: string) =>
      `${donor}: you wrote ${message}; no source here states a sum in that currency.`,
    noSum: (donor: string, message: string) => `${donor}: you wrote ${message}; no source here states a sum.`,
    elsewhere: (message: string, donor: string, theirs: string) =>
      `${message} is for ${theirs}, not for ${donor}.`,
    elsewhereOnly: (message: string, theirs: string) => `${message} is for ${theirs}.`,
    promised: (donor: string, message: string, publishers: readonly string[]) =>
      `${donor}: ${message} is promised in ${englishList(publishers)}; no source here says that it was paid.`,
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
      `Word for word in ${englishList(publishers)} (${countNoun(publishers.length, "source")}).`,
    paraphrased: (publishers: readonly string[]) =>
      `${englishList(publishers)} ${publishers.length === 1 ? "says" : "say"} this in other words (${countNoun(publishers.length, "source")}).`,
    part: "That is a part of the passage; the whole follows.",
    altered: (publishers: readonly string[]) =>
      `${englishList(publishers)} ${publishers.length === 1 ? "words" : "word"} it differently.`,
    exchanged: (message: string, source: string) => `You wrote ${message}; the source has ${source}.`,
    leftOut: (source: string) => `You left out ${source}.`,
    added: (message: string) => `You added ${message}.`,
    translation: "The source does not say in what language this was said: perhaps another translation.",
    missingIn: (name: string, publishers: readonly string[]) =>
      `Not found in ${name}; found in ${englishList(publishers)}.`,
    notToldTo: (name: string, publishers: readonly string[]) =>
      `Found in ${englishList(publishers)}, but not as told to ${name}.`,
    givenTo: (name: string, speaker: string, publishers: readonly string[]) =>
      `You give these words to ${name}; ${englishList(publishers)} ${publishers.length === 1 ? "gives" : "give"} them to ${speaker}.`,
    givenToReported: (name: string, speaker: string, publishers: readonly string[]) =>
      `You give these words to ${name}; in ${englishList(publishers)} they report what ${speaker} said.`,
    givenToNobody: (name: string, publishers: readonly string[]) =>
      `You give these words to ${name}; in ${englishList(publishers)} they are the source’s own.`,
    stated: (words: string) => `The source’s words: ${words}.`,
    coarser: (what: string, message: string, source: string) =>
      `${what}: you wrote ${message}; the source is less precise: ${source}.`,
    another: (message: string, known: string) => `The sources have this for ${known}, not for ${message}.`,
    otherRole: (said: string) => `No source says “${said}”. What they say:`,
    unchecked: (parts: readonly string[]) => `Not compared: ${englishList(parts)}.`,
    noVerdict: "No verdict: this sentence could not be compared.",
    moods: {
      asks: "Skipped: a question.",
      denies: "Skipped: a denial.",
      supposes: "Skipped: a supposition or demand.",
    },
    named: "This sentence could not be compared, but there is more on what it names.",
    cut: (letters: number) => `Only the first ${letters} characters were read.`,
  },
};

/** The messages of the commands, in one language. */
export type CommandMessages = typeof englishCommands;
