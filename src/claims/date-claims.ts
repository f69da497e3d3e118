/** Compares the date in a sentence with that of the event, quotation or commitment it clearly belongs to. */

import { claimPattern } from "../language/claim-grammar.ts";
import { type DateRange, isYearless, relateRanges } from "../language/dates.ts";
import type { Library } from "../library/library.ts";
import { distinctRecords, isSameRecord, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, EventRecord, Evidence } from "../shelf/records.ts";
import { distinctiveStems, happensOnce, isAboutEvent } from "./event-names.ts";
import { joinPhrases } from "./statement-words.ts";
import { stemWords } from "./stems.ts";
import { kindPattern, shapeOf } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { AmountVerdict, DateVerdict, WordsVerdict } from "./verdicts.ts";

type EventDate = EventRecord["when"];

const isDayRange = ({ date, to }: DateRange): boolean => to !== undefined && /-\d\d-\d\d$/.test(date);

/**
 * Compares a date with a recorded one.
 * @param text the sentence, which may say that something began or ended then
 * @param isOnce whether the event can happen only once, so that another year is an error and not another event
 */
function evaluateDate(
  said: ClaimToken,
  record: AnyRecord,
  when: EventDate,
  evidence: readonly Evidence[],
  isOnce: boolean,
  text: string,
): DateVerdict | undefined {
  if (!said.dates || when.date === undefined) return undefined;
  const known: DateRange = { date: when.date, to: when.to };
  const common = {
    about: "date",
    said: said.text,
    record,
    when: { ...known, date: when.date, stated: when.stated, inferred: when.inferred },
    evidence,
  } as const;
  const end = endMeant(text, known);
  if (end && relateRanges(said.dates, end) === "apart" && relateRanges(said.dates, known) === "inside")
    return { ...common, kind: "differs" };
  switch (relateRanges(said.dates, known)) {
    case "around":
      // A range of days is not another that holds it.
      return { ...common, kind: isDayRange(said.dates) && known.to !== undefined ? "differs" : "supported" };
    case "same":
      return { ...common, kind: "supported" };
    case "inside":
      return when.to === undefined || said.dates.to !== undefined
        ? { ...common, kind: "not-as-stated", why: "coarser" }
        : { ...common, kind: "supported" };
    case "across":
      // From one day to another is not from other days to others.
      return isDayRange(said.dates) && isDayRange(known) ? { ...common, kind: "differs" } : undefined;
    case undefined:
      return undefined;
    case "apart": {
      const sameYear = !isYearless(said.dates.date) && said.dates.date.slice(0, 4) === when.date.slice(0, 4);
      return isOnce || sameYear
        ? { ...common, kind: "differs" }
        : { ...common, kind: "not-as-stated", why: "another" };
    }
  }
}

const pattern = (part: "begins" | "ends") =>
  new RegExp(
    claimPattern(({ events }) => events[part]),
    "iu",
  );
const BEGINS = pattern("begins");
const ENDS = pattern("ends");

/** Returns the day of a range of days that a sentence speaks of: “opened” is the first, “closed” the last. */
function endMeant(text: string, { date, to }: DateRange): DateRange | undefined {
  const [isBegin, isEnd] = [BEGINS.test(text), ENDS.test(text)];
  if (to === undefined || isBegin === isEnd) return undefined;
  return { date: isBegin ? date : to };
}

/** Length of the prefix by which stems are compared: “publication” and “published” share five letters. */
const SHARED_LETTERS = 5;

/**
 * Finds one-time events that a sentence describes without naming: it has every distinctive word of their labels. Says
 * whether all were read that it may mean.
 */
async function describedEvents(
  tokenized: TokenizedSentence,
  library: Library,
): Promise<{ readonly events: readonly EventRecord[]; readonly isWhole: boolean }> {
  const named = tokenized.tokens.flatMap(({ record }) => (record ? [record] : []));
  const names = new Set(named.flatMap((record) => recordNames(record).flatMap(stemWords)));
  const textPrefixes = new Set(
    stemWords(joinPhrases(tokenized.text)).map((stem) => stem.slice(0, SHARED_LETTERS)),
  );
  const found: EventRecord[] = [];
  const refs = [...new Set(named.map(recordRef))];
  const concerning = await Promise.all(
    refs.map((ref) => library.find({ kinds: ["events"], concerning: ref })),
  );
  for (const { hits } of concerning) {
    for (const hit of hits) {
      if (hit.kind !== "events" || !happensOnce(hit)) continue;
      const needed = distinctiveStems(hit).filter((stem) => !names.has(stem));
      if (needed.every((stem) => textPrefixes.has(stem.slice(0, SHARED_LETTERS)))) found.push(hit);
    }
  }
  const isWhole = concerning.every(({ hits, total }) => hits.length === total);
  return { events: distinctRecords(found), isWhole };
}

/** A date on either side of the name of its event. */
const BESIDE = [
  kindPattern("event possessive? [filler preposition other]{0,4}? [preposition of filler by]{0,2} date", "g"),
  kindPattern("date [preposition of filler possessive]{0,2} event", "g"),
  kindPattern("^preposition? date comma [filler other]{0,2} event", "g"),
];

/** Stricter forms for sentences with a sum or quotation, to which the date could also belong. */
const CLOSE = [
  kindPattern("event [preposition of filler]{0,2} date", "g"),
  kindPattern("date [preposition of filler possessive]{0,2} event", "g"),
];

/** Dates of a quotation: at the start of the sentence, after its verb of saying, or at the end. */
const OF_SAYING = [
  kindPattern("^preposition? date [comma filler person organization]"),
  kindPattern("says [filler preposition of event organization purpose]{0,6} date"),
  kindPattern(
    "[quotation says] [person organization filler comma separator colon joiner preposition]* date $",
  ),
];

const SUM_OR_QUOTATION = kindPattern("[sum quotation]");

const eventsIn = (tokens: readonly ClaimToken[]) =>
  distinctRecords(tokens.flatMap(({ record }) => (record?.kind === "events" ? [record] : [])));

/** Returns the tokens around a date, up to the commas and other marks between clauses. */
function clauseOf(date: ClaimToken, tokens: readonly ClaimToken[]): readonly ClaimToken[] {
  const at = tokens.indexOf(date);
  const isEnd = (token: ClaimToken) => isOfKind(token, "comma", "separator", "colon");
  const end = tokens.findIndex((token, index) => index > at && isEnd(token));
  return tokens.slice(
    tokens.findLastIndex((token, index) => index < at && isEnd(token)) + 1,
    end < 0 ? undefined : end,
  );
}

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/**
 * Evaluates the date of a sentence. Returns no verdict when it has several.
 * @param about verdicts on its sums and quotations, to which the date may belong
 */
export async function checkDates(
  tokenized: TokenizedSentence,
  about: { readonly figures: readonly AmountVerdict[]; readonly words: readonly WordsVerdict[] },
  library: Library,
): Promise<DateVerdict[]> {
  const { tokens, shape } = tokenized;
  const said = only(tokens.filter((token) => isOfKind(token, "date")));
  if (!said) return [];
  const quote = only(about.words);
  if (quote?.record.kind === "quotes" && !quote.otherSpeaker && OF_SAYING.some((form) => form.test(shape))) {
    const { record } = quote;
    const when = record.kind === "quotes" ? record.said : undefined;
    const evidence = when?.evidence ? [when.evidence] : quote.evidence;
    const verdict = when && evaluateDate(said, record, when, evidence, true, tokenized.text);
    return verdict ? [verdict] : [];
  }
  if (about.figures.length > 0 && about.figures.every(({ kind }) => kind === "supported")) {
    const verdicts = about.figures.flatMap(({ supporting, pledge }) => {
      const account = supporting.find(({ when }) => when?.date !== undefined);
      if (!account) return [];
      return evaluateDate(said, pledge, account.when!, account.passages, false, tokenized.text) ?? [];
    });
    // Of several sums, a date that is not that of all may be that of one.
    const isOfAll = about.figures.length === 1 || verdicts.every(({ kind }) => kind === "supported");
    return isOfAll ? verdicts : [];
  }
  const clause = only(eventsIn(tokens)) ? tokens : clauseOf(said, tokens);
  const event = only(eventsIn(clause));
  if (event) {
    const forms = SUM_OR_QUOTATION.test(shape) ? CLOSE : BESIDE;
    const beside = forms.some((form) =>
      [...shapeOf(clause).matchAll(form)].some(({ index, 0: match }) =>
        clause
          .slice(index, index + match.length)
          .some((token) => isSameRecord(token.record, event) && isAboutEvent(event, token, tokenized.text)),
      ),
    );
    const verdict = beside
      ? evaluateDate(said, event, event.when, event.passages, happensOnce(event), tokenized.text)
      : undefined;
    return verdict ? [verdict] : [];
  }
  if (SUM_OR_QUOTATION.test(shape)) return [];
  const { events, isWhole } = await describedEvents(tokenized, library);
  const described = only(events);
  const verdict =
    described && evaluateDate(said, described, described.when, described.passages, true, tokenized.text);
  // What was not read may be the event of that day.
  return verdict && (isWhole || verdict.kind === "supported") ? [verdict] : [];
}
