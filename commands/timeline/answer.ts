/** Answers /timeline: shows dated records in order, all or about one subject, within a period if one is given. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer, type MenuChoice } from "../../src/desk/answer.ts";
import {
  askButtons,
  mistakeAnswer,
  namedLine,
  searchedText,
  textBlock,
} from "../../src/desk/answer-parts.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord } from "../../src/desk/lookup.ts";
import { noteBlocks, pictureOrNote, reviewNote } from "../../src/desk/notes.ts";
import { PLEDGE_SUBJECTS } from "../../src/desk/pledges.ts";
import { relatedButtons } from "../../src/desk/related.ts";
import { answerRecordResolution, missAnswer, severalAnswer } from "../../src/desk/resolve.ts";
import { type Resolution, resolveName, resolvePlainName } from "../../src/desk/resolve-name.ts";
import type { Messages } from "../../src/language/messages.ts";
import { stripLeadWords } from "../../src/language/periods.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { distinctRecords, isSameRecord, recordRef, recordRefs } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";
import {
  type OrderedEntries,
  orderByDate,
  shelfCalendar,
  TIMED_KINDS,
  type TimedEntry,
  type TimedRecord,
} from "./dated-records.ts";
import { rangesOverlap } from "./day-ranges.ts";
import {
  extractPeriod,
  isBounded,
  parseWholeDate,
  periodDays,
  periodFromOptions,
  type TimePeriod,
} from "./period.ts";
import { recordsOf, wholeNote } from "./subject-records.ts";
import { timelineItems, timelinePicture, undatedNote } from "./table.ts";

/** The subject of a timeline: its name, its records and, if one was asked for, the subject's own record. */
interface Subject extends OrderedEntries {
  readonly name: string;
  readonly record?: AnyRecord;
}

function periodText({ from, to }: TimePeriod, messages: Messages): string {
  const text = (date: string | undefined) => (date === undefined ? undefined : messages.date(date));
  return messages.timeline.period(text(from), text(to));
}

/**
 * Resolves the subject. Its text is searched for a period only when the whole names nothing and no option gives
 * one.
 */
async function understood(ask: Ask, given: TimePeriod, { library }: CommandContext) {
  const typed = stripLeadWords(ask.text);
  const asTyped: Resolution<AnyRecord> =
    typed === "" ? { type: "none" } : await resolvePlainName(typed, [PLEDGE_SUBJECTS], library);
  const read = asTyped.type === "none" && !isBounded(given) ? extractPeriod(typed) : undefined;
  const { words, period } = read ?? { words: typed, period: given };
  const resolution = words === "" ? asTyped : await resolveName(words, [PLEDGE_SUBJECTS], library);
  return {
    asked: createAsk(ask.command, words, read ? { ...period } : ask.options, ask.from),
    period,
    resolution,
  };
}

/** Answers when nothing about the subject is dated, or not within the period. */
async function empty(
  ask: Ask,
  { name, record, dated, undated }: Subject,
  period: TimePeriod,
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.timeline;
  const offer = (label: string, it: Ask): MenuChoice => ({ label, ask: it });
  const has = (kind: TimedRecord["kind"]) =>
    undated.some((other) => other.kind === kind) && !record && ask.text !== "";
  const others = [
    ...(dated.length > 0 ? [offer(say.whole(name), createAsk("timeline", record?.id ?? ask.text))] : []),
    ...(has("quotes")
      ? [offer(messages.offer.spoken(ask.text), createAsk("quote", "", { about: ask.text }))]
      : []),
    ...(has("pledges") ? [offer(messages.offer.pledged(ask.text), createAsk("pledge", ask.text))] : []),
  ];
  return createAnswer({
    ask,
    title: messages.title(name, isBounded(period) ? say.noneIn(periodText(period, messages)) : say.none),
    outcome: "nothing",
    opening: [textBlock(await searchedText(library, messages))],
    close: noteBlocks([
      dated.length > 0 ? say.outside(dated.length) : undefined,
      undatedNote(undated, messages),
    ]),
    buttons: [...askButtons(others), ...(await relatedButtons(record, [], context))],
  });
}

async function answerWith(
  ask: Ask,
  subject: Subject,
  period: TimePeriod,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { messages } = context;
  const { record } = subject;
  const days = periodDays(period);
  const within = subject.dated.filter(({ range }) => rangesOverlap(range, days));
  // An event that was asked for by name is shown even without a date.
  const undated =
    record?.kind === "events" &&
    !isBounded(period) &&
    subject.undated.some((other) => isSameRecord(other, record))
      ? [record]
      : [];
  const shown = [...within, ...undated.map((event): TimedEntry => ({ record: event, when: event.when }))];
  if (shown.length === 0) return empty(ask, subject, period, context);
  const citations = createCitations(context.library, messages);
  const { items, reasons } = await timelineItems(shown, citations, context);
  const records = distinctRecords(shown.map((one) => one.record));
  const told = recordRefs(records);
  const notShown = subject.undated.filter((one) => !told.has(recordRef(one)));
  const say = messages.timeline;
  const title = messages.title(
    subject.name,
    isBounded(period) ? say.whatIn(periodText(period, messages)) : say.what,
  );
  const { picture, note } = pictureOrNote(timelinePicture(title, within, messages), messages);
  return createAnswer({
    ask,
    title,
    outcome: "found",
    lead: namedLine(subject.name, messages.brief.dated(shown.length), messages),
    opening,
    items,
    // Outside the items, so that these remain a single table.
    close: noteBlocks([
      ...reasons,
      await wholeNote(record, records, context),
      undatedNote(notShown, messages),
      note,
      reviewNote(records, messages),
    ]),
    sources: citations.sources(),
    buttons: await relatedButtons(record, records, context),
    ...defined({ picture }),
  });
}

/** Keeps the records that have something to show within the period. */
async function datedAmong(
  records: readonly AnyRecord[],
  period: TimePeriod,
  context: CommandContext,
): Promise<AnyRecord[]> {
  const days = periodDays(period);
  const kept: AnyRecord[] = [];
  for (const record of records) {
    const isOwnEvent = record.kind === "events" && !isBounded(period);
    const { dated } = orderByDate(isOwnEvent ? [] : await recordsOf(record, context));
    if (isOwnEvent || dated.some(({ range }) => rangesOverlap(range, days))) kept.push(record);
  }
  return kept;
}

/**
 * Asks which of several records is meant, leaving out those with nothing dated. When none has anything, answers for
 * all of them at once.
 */
async function among(
  ask: Ask,
  records: readonly AnyRecord[],
  period: TimePeriod,
  context: CommandContext,
): Promise<Answer> {
  const dated = await datedAmong(records, period, context);
  if (dated.length > 0) return severalAnswer(ask, dated, context);
  const all = (await Promise.all(records.map((record) => recordsOf(record, context)))).flat();
  return answerWith(
    ask,
    { name: context.messages.quoted(ask.text), ...orderByDate(distinctRecords(all)) },
    period,
    [],
    context,
  );
}

/** Answers for an unknown subject: similar names, or names within the text, that have something dated. */
async function missed(
  ask: Ask,
  near: readonly AnyRecord[],
  period: TimePeriod,
  context: CommandContext,
): Promise<Answer> {
  const things = PLEDGE_SUBJECTS.filter((kind) => kind !== "people");
  const named = near.length > 0 ? near : await context.library.mentions(ask.text, things);
  return missAnswer(
    ask,
    ask.text,
    { near: await datedAmong(named, period, context), none: context.messages.timeline.none },
    context,
  );
}

/** Suggests the years and decades that records are dated in, and the typed date if it is one. */
async function suggestedDates({ library, messages }: CommandContext, typed: string): Promise<Suggestion[]> {
  const { dates } = await shelfCalendar(library);
  const begun = typed.trim();
  const years = dates.map((date) => date.slice(0, date.endsWith("s") ? 5 : 4));
  const read = parseWholeDate(begun)?.date;
  const all = [...(read === undefined ? [] : [read]), ...years, ...(begun.length > 3 ? dates : [])];
  return [...new Set(all)]
    .filter((date) => date === read || date.startsWith(begun))
    .map((value) => ({ label: messages.date(value), value }));
}

/** Suggests the subjects with the most dated records. */
async function suggestedSubjects({ library }: CommandContext): Promise<Suggestion[]> {
  const { subjects } = await shelfCalendar(library);
  const records = await Promise.all(subjects.slice(0, 100).map((ref) => findRecord(ref, library)));
  return records.flatMap((record) =>
    record && PLEDGE_SUBJECTS.includes(record.kind) ? [{ label: record.label, value: record.id }] : [],
  );
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.timeline;
  const given = periodFromOptions(ask.options);
  if ("wrong" in given)
    return mistakeAnswer(ask, say.notADate(given.wrong, ask.options[given.wrong] ?? ""), messages);
  const { asked, period, resolution } = await understood(ask, given, context);
  const { first, last } = periodDays(period);
  if (first > last)
    return mistakeAnswer(
      ask,
      say.backwards(messages.date(period.from!), messages.date(period.to!)),
      messages,
    );
  const sought = asked.text;
  if (sought === "") {
    const { dated, undated } = await shelfCalendar(library);
    return answerWith(asked, { name: say.shelf, dated, undated }, period, [], context);
  }
  return answerRecordResolution(
    asked,
    {
      resolution,
      several: (records) => among(asked, records, period, context),
      async one(record, opening) {
        const subject = { name: record.label, ...orderByDate(await recordsOf(record, context)), record };
        return answerWith(asked, subject, period, opening, context);
      },
      async miss(near) {
        const told = await library.find({ words: sought, in: "passages", kinds: TIMED_KINDS });
        const isTold = orderByDate(told.hits).dated.length > 0;
        const { hits } = isTold
          ? told
          : await library.find({ words: sought, in: "text", kinds: TIMED_KINDS });
        if (near.length > 0 || hits.length === 0) return missed(asked, near, period, context);
        const subject = { name: messages.quoted(sought), ...orderByDate(hits) };
        const lead = isTold ? say.byText(sought) : say.byTopic(sought);
        return answerWith(asked, subject, period, [textBlock(lead)], context);
      },
    },
    context,
  );
}

export async function suggest(
  option: string,
  typed: string,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  if (option !== "subject") return suggestedDates(context, typed);
  return typed === "" ? suggestedSubjects(context) : context.library.suggest(typed, PLEDGE_SUBJECTS);
}
