/** What /timeline answers. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, type Button, makeAnswer } from "../../src/desk/answer.ts";
import { createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { recordAt } from "../../src/desk/lookup.ts";
import { SUBJECTS } from "../../src/desk/pledges.ts";
import { offersAmong } from "../../src/desk/related.ts";
import { miss, type Resolved, resolve, several } from "../../src/desk/resolve.ts";
import type { Words } from "../../src/language/messages.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { refOf } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { calendarOf, inOrder, type Ordered, TIMED, type Timed, type Told } from "./dated-records.ts";
import { meet } from "./day-ranges.ts";
import { bare, daysOf, hasEnd, type Period, periodOf, readDates, readPeriod } from "./period.ts";
import { momentsOf, tell, undatedNote } from "./table.ts";

/** What a timeline is of: its name, what belongs to it, and the record that was asked for, if one was. */
interface Subject extends Ordered {
  readonly name: string;
  readonly record?: AnyRecord;
}

function periodText({ from, to }: Period, words: Words): string {
  const text = (date: string | undefined) => (date === undefined ? undefined : words.date(date));
  return words.timeline.period(text(from), text(to));
}

/** The ask as it is understood: a time among its words is read as one where they name nothing as they stand. */
async function understood(ask: Ask, given: Period, { library }: Desk) {
  const typed = bare(ask.words);
  const whole: Resolved = typed === "" ? { type: "none" } : await resolve(typed, [SUBJECTS], library);
  const read = whole.type === "none" && !hasEnd(given) ? readPeriod(typed) : undefined;
  const { words, period } = read ?? { words: typed, period: given };
  const resolved = read && words !== "" ? await resolve(words, [SUBJECTS], library) : whole;
  return {
    asked: makeAsk(ask.command, words, read ? { ...period } : ask.options, ask.from),
    period,
    resolved,
  };
}

function mistake(ask: Ask, text: string, { words }: Desk): Answer {
  return makeAnswer({ ask, title: words.mistake.title, outcome: "mistake", lead: [{ type: "text", text }] });
}

/** On the shelf, and without a date, or without one in this time. */
async function empty(
  ask: Ask,
  { name, record, dated, undated }: Subject,
  period: Period,
  desk: Desk,
): Promise<Answer> {
  const { library, words } = desk;
  const say = words.timeline;
  const { sources, upTo } = await library.about();
  const offer = (label: string, it: Ask): Button => ({ type: "ask", label, ask: it });
  const has = (kind: Timed["kind"]) =>
    undated.some((one) => one.kind === kind) && !record && ask.words !== "";
  const others = [
    ...(dated.length > 0 ? [offer(say.whole(name), makeAsk("timeline", record?.id ?? ask.words))] : []),
    ...(has("quotes")
      ? [offer(words.offer.spoken(ask.words), makeAsk("quote", "", { about: ask.words }))]
      : []),
    ...(has("pledges") ? [offer(words.offer.pledged(ask.words), makeAsk("pledge", ask.words))] : []),
  ];
  return makeAnswer({
    ask,
    title: words.title(name, hasEnd(period) ? say.noneIn(periodText(period, words)) : say.none),
    outcome: "nothing",
    lead: [{ type: "text", text: words.miss.searched(sources.length, upTo) }],
    close: notes([dated.length > 0 ? say.outside(dated.length) : undefined, undatedNote(undated, words)]),
    buttons: [...others, ...(await offersAmong(record, [], desk))],
  });
}

async function answerWith(
  ask: Ask,
  subject: Subject,
  period: Period,
  lead: readonly Block[],
  desk: Desk,
): Promise<Answer> {
  const { words } = desk;
  const { record } = subject;
  const days = daysOf(period);
  const within = subject.dated.filter(({ stretch }) => meet(stretch, days));
  // An event that is asked for itself is shown, whether its date is known or not.
  const undated =
    record?.kind === "events" && !hasEnd(period) && subject.undated.includes(record) ? [record] : [];
  const shown = [...within, ...undated.map((event): Told => ({ record: event, when: event.when }))];
  if (shown.length === 0) return empty(ask, subject, period, desk);
  const citing = createCiting(desk.library, words);
  const { items, reasons } = await tell(shown, citing, words);
  const told = new Set(shown.map((one) => one.record));
  const records = [...told];
  const left = subject.undated.filter((one) => !told.has(one));
  const say = words.timeline;
  const title = words.title(subject.name, hasEnd(period) ? say.whatIn(periodText(period, words)) : say.what);
  const picture = momentsOf(title, within, words);
  return makeAnswer({
    ask,
    title,
    outcome: "found",
    lead,
    items,
    // Not among the items, which would then be no longer one table.
    close: notes([...reasons, undatedNote(left, words), reviewed(records, words)]),
    sources: citing.sources(),
    buttons: await offersAmong(record, records, desk),
    ...(picture ? { picture } : {}),
  });
}

/** Everything dated that speaks of a record; an event is part of its own timeline. */
async function recordsOf(record: AnyRecord, { library }: Desk): Promise<AnyRecord[]> {
  const { hits } = await library.find({ kinds: TIMED, concerning: refOf(record) });
  return [...new Set(record.kind === "events" ? [record, ...hits] : hits)];
}

/** Those of which there is something to show in this time: no other is worth asking for. */
async function datedAmong(records: readonly AnyRecord[], period: Period, desk: Desk): Promise<AnyRecord[]> {
  const days = daysOf(period);
  const kept: AnyRecord[] = [];
  for (const record of records) {
    const own = record.kind === "events" && !hasEnd(period);
    const { dated } = inOrder(own ? [] : await recordsOf(record, desk));
    if (own || dated.some(({ stretch }) => meet(stretch, days))) kept.push(record);
  }
  return kept;
}

/** Several match: those that have something dated; where none has, that is said of all of them. */
async function among(ask: Ask, records: readonly AnyRecord[], period: Period, desk: Desk): Promise<Answer> {
  const dated = await datedAmong(records, period, desk);
  if (dated.length > 0) return several(ask, dated, desk);
  const all = (await Promise.all(records.map((record) => recordsOf(record, desk)))).flat();
  return answerWith(
    ask,
    { name: desk.words.quoted(ask.words), ...inOrder([...new Set(all)]) },
    period,
    [],
    desk,
  );
}

/** Nothing by this name: what is near, or named in the words, and has something dated. */
async function missed(ask: Ask, near: readonly AnyRecord[], period: Period, desk: Desk): Promise<Answer> {
  const things = SUBJECTS.filter((kind) => kind !== "people");
  const named = near.length > 0 ? near : await desk.library.mentions(ask.words, things);
  return miss(ask, ask.words, { near: await datedAmong(named, period, desk) }, desk);
}

/** The years and decades in which something on the shelf is dated; and what begins with what is typed. */
async function suggestedDates({ library, words }: Desk, typed: string): Promise<Suggestion[]> {
  const { dates } = await calendarOf(library);
  const begun = typed.trim();
  const years = dates.map((date) => date.slice(0, date.endsWith("s") ? 5 : 4));
  const read = readDates(begun)?.date;
  const all = [...(read === undefined ? [] : [read]), ...years, ...(begun.length > 3 ? dates : [])];
  return [...new Set(all)]
    .filter((date) => date === read || date.startsWith(begun))
    .map((value) => ({ label: words.date(value), value }));
}

/** What most is dated of, for an empty box. */
async function suggestedSubjects({ library }: Desk): Promise<Suggestion[]> {
  const { subjects } = await calendarOf(library);
  const records = await Promise.all(subjects.slice(0, 100).map((ref) => recordAt(ref, library)));
  return records.flatMap((record) =>
    record && SUBJECTS.includes(record.kind) ? [{ label: record.label, value: record.id }] : [],
  );
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const say = words.timeline;
  const given = periodOf(ask.options);
  if ("wrong" in given) return mistake(ask, say.notADate(given.wrong, ask.options[given.wrong] ?? ""), desk);
  const { asked, period, resolved } = await understood(ask, given, desk);
  const { first, last } = daysOf(period);
  if (first > last)
    return mistake(ask, say.backwards(words.date(period.from!), words.date(period.to!)), desk);
  const sought = asked.words;
  if (sought === "") {
    const { dated, undated } = await calendarOf(library);
    return answerWith(asked, { name: say.shelf, dated, undated }, period, [], desk);
  }
  if (resolved.type === "several") return among(asked, resolved.records, period, desk);
  if (resolved.type === "one") {
    const { record, likeness } = resolved;
    const lead: Block[] = likeness ? [{ type: "text", text: words.showing(record.label, sought) }] : [];
    const subject = { name: record.label, ...inOrder(await recordsOf(record, desk)), record };
    return answerWith(asked, subject, period, lead, desk);
  }
  const near = resolved.type === "near" ? resolved.records : [];
  const { hits } = await library.find({ words: sought, in: "text", kinds: TIMED });
  if (near.length > 0 || hits.length === 0) return missed(asked, near, period, desk);
  const lead: Block[] = [{ type: "text", text: say.byText(sought) }];
  return answerWith(asked, { name: words.quoted(sought), ...inOrder(hits) }, period, lead, desk);
}

export async function suggest(option: string, typed: string, desk: Desk): Promise<readonly Suggestion[]> {
  if (option !== "subject") return suggestedDates(desk, typed);
  return typed === "" ? suggestedSubjects(desk) : desk.library.suggest(typed, SUBJECTS);
}
