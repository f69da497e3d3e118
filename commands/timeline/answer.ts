/** Answers /timeline: shows dated records in order, all or about one subject, within a period if one is given. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer, type MenuChoice } from "../../src/desk/answer.ts";
import {
  askButtons,
  firstOfAll,
  mistakeAnswer,
  namedLine,
  searchedText,
  textBlock,
} from "../../src/desk/answer-parts.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, pictureOrNote, reviewNote } from "../../src/desk/notes.ts";
import { PLEDGE_SUBJECTS } from "../../src/desk/pledges.ts";
import { relatedButtons } from "../../src/desk/related.ts";
import { answerRecordResolution, missAnswer, severalAnswer } from "../../src/desk/resolve.ts";
import { type Resolution, resolveName, resolvePlainName } from "../../src/desk/resolve-name.ts";
import { MOST_SUGGESTED, suggestAmong } from "../../src/desk/suggestions.ts";
import type { Messages } from "../../src/language/messages.ts";
import { stripLeadWords } from "../../src/language/periods.ts";
import type { RecordTally, Suggestion } from "../../src/library/library.ts";
import { namedIn } from "../../src/library/lookups.ts";
import { distinctRecords, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";
import { TIMED_KINDS, type TimedEntry, type TimedRecord } from "./dated-records.ts";
import {
  extractPeriod,
  isBounded,
  parseWholeDate,
  periodDays,
  periodFromOptions,
  type TimePeriod,
} from "./period.ts";
import { findRecordsOf, findSubjectRecords, type SubjectRecords, wholeNote } from "./subject-records.ts";
import { timelineItems, timelinePicture, undatedNote } from "./table.ts";

/** The most subjects that are suggested, since each is looked up. */
const MOST_SUBJECTS = 25;

/** The subject of a timeline: its name, its records and, if one was asked for, the subject's own record. */
interface Subject extends SubjectRecords {
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
  { name, record, everDated, undated }: Subject,
  period: TimePeriod,
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.timeline;
  const offer = (label: string, it: Ask): MenuChoice => ({ label, ask: it });
  const has = (kind: TimedRecord["kind"]) => (undated[kind] ?? 0) > 0 && !record && ask.text !== "";
  const others = [
    ...(everDated > 0 ? [offer(say.whole(name), createAsk("timeline", record?.id ?? ask.text))] : []),
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
    close: noteBlocks([everDated > 0 ? say.outside(everDated) : undefined, undatedNote(undated, messages)]),
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
  const { within, total } = subject;
  // An event that was asked for by name is shown even without a date.
  const isUndated = record?.kind === "events" && record.when.date === undefined && !isBounded(period);
  const shown = [...within, ...(isUndated ? [{ record, when: record.when } satisfies TimedEntry] : [])];
  if (shown.length === 0) return empty(ask, subject, period, context);
  const citations = createCitations(context.library, messages);
  const { items, reasons } = await timelineItems(shown, citations, context);
  const records = distinctRecords(shown.map((one) => one.record));
  const { events = 0, ...otherUndated } = subject.undated;
  const notShown = { ...otherUndated, events: events - (isUndated ? 1 : 0) };
  const say = messages.timeline;
  const title = messages.title(
    record ? titleName(record, messages) : subject.name,
    isBounded(period) ? say.whatIn(periodText(period, messages)) : say.what,
  );
  const { picture, note } = pictureOrNote(timelinePicture(title, within, messages), messages);
  return createAnswer({
    ask,
    title,
    outcome: "found",
    lead: namedLine(
      subject.name,
      messages.brief.dated(total + (isUndated ? 1 : 0)),
      messages,
      record && sourceForm(record, messages),
    ),
    opening,
    items,
    // Outside the items, so that these remain a single table.
    close: [
      ...firstOfAll(within.length, total, messages),
      ...noteBlocks([
        ...reasons,
        await wholeNote(record, records, context),
        undatedNote(notShown, messages),
        note,
        reviewNote(records, messages),
      ]),
    ],
    sources: citations.sources(),
    buttons: await relatedButtons(record, records, context),
    ...defined({ picture }),
  });
}

/** Keeps the records that have something to show within the period. */
async function datedAmong(
  records: readonly AnyRecord[],
  period: TimePeriod,
  { library }: CommandContext,
): Promise<AnyRecord[]> {
  const isOwnEvent = ({ kind }: AnyRecord) => kind === "events" && !isBounded(period);
  const found = await Promise.all(
    records.map((record) => (isOwnEvent(record) ? undefined : findRecordsOf(record, period, library))),
  );
  return records.filter((record, index) => isOwnEvent(record) || found[index]!.total > 0);
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
  const concerning = records.map(recordRef);
  const found = await findSubjectRecords({ concerning }, period, context.library);
  return answerWith(ask, { name: context.messages.quoted(ask.text), ...found }, period, [], context);
}

/** Answers for an unknown subject: similar names, or names within the text, that have something dated. */
async function missed(
  ask: Ask,
  near: readonly AnyRecord[],
  period: TimePeriod,
  context: CommandContext,
): Promise<Answer> {
  const things = PLEDGE_SUBJECTS.filter((kind) => kind !== "people");
  const named = near.length > 0 ? near : await namedIn(ask.text, things, context.library);
  return missAnswer(
    ask,
    ask.text,
    { near: await datedAmong(named, period, context), none: context.messages.timeline.none },
    context,
  );
}

/**
 * Suggests the years and decades that records are dated in, and the typed date if it is one, as the end of a period in
 * which something is dated.
 */
async function suggestedDates(
  option: string,
  typed: string,
  { library, messages }: CommandContext,
): Promise<Suggestion[]> {
  const begun = typed.trim();
  const read = parseWholeDate(begun)?.date;
  const days = read === undefined ? undefined : periodDays({ [option]: read });
  const [dates, dated] = await Promise.all([
    library.dates(begun, MOST_SUGGESTED),
    days && library.find({ kinds: TIMED_KINDS, days, most: 0 }),
  ]);
  const own = read !== undefined && dated && dated.total > 0 ? [read] : [];
  return [...new Set([...own, ...dates])].map((value) => ({ label: messages.date(value), value }));
}

/** Suggests the subjects that have something dated. */
async function suggestedSubjects(typed: string, { library }: CommandContext): Promise<Suggestion[]> {
  const isReferred = ({ total }: RecordTally) => total > 0;
  const suggested = (await suggestAmong(typed, PLEDGE_SUBJECTS, isReferred, library)).slice(0, MOST_SUBJECTS);
  const totals = await Promise.all(
    suggested.map(async ({ value }) => {
      const concerning = PLEDGE_SUBJECTS.map((kind) => recordRef({ kind, id: value }));
      return (await library.find({ kinds: TIMED_KINDS, days: {}, concerning, most: 0 })).total;
    }),
  );
  return suggested.filter((_, index) => totals[index]! > 0);
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
    const found = await findSubjectRecords({}, period, library);
    return answerWith(asked, { name: say.shelf, ...found }, period, [], context);
  }
  return answerRecordResolution(
    asked,
    {
      resolution,
      several: (records) => among(asked, records, period, context),
      async one(record, opening) {
        const subject = { name: record.label, ...(await findRecordsOf(record, period, library)), record };
        return answerWith(asked, subject, period, opening, context);
      },
      async miss(near) {
        const [told, held] = await Promise.all(
          (["passages", "text"] as const).map((where) =>
            findSubjectRecords({ words: sought, in: where }, period, library),
          ),
        );
        const isTold = told!.everDated > 0;
        const found = isTold ? told! : held!;
        const isNothing = found.everDated === 0 && undatedNote(found.undated, messages) === undefined;
        if (near.length > 0 || isNothing) return missed(asked, near, period, context);
        const subject = { name: messages.quoted(sought), ...found };
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
  return option === "subject" ? suggestedSubjects(typed, context) : suggestedDates(option, typed, context);
}
