/** Answers /compare: shows the commitments of several donors or occasions side by side. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer, type MenuChoice } from "../../src/desk/answer.ts";
import {
  askButtons,
  firstOfAll,
  menuItems,
  namedLine,
  offeredChoices,
  searchedText,
  textBlock,
} from "../../src/desk/answer-parts.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { type ListedName, parseNames } from "../../src/desk/name-list.ts";
import { noteBlocks, pictureOrNote } from "../../src/desk/notes.ts";
import { donorGroups, isPledged, PLEDGE_SUBJECTS, pledgeSubjects } from "../../src/desk/pledges.ts";
import { missAnswer, recordOffers, showingNotice } from "../../src/desk/resolve.ts";
import { matchingSuggestions, suggestAmong } from "../../src/desk/suggestions.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { distinctRecords, isSameRecord, type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";
import { comparisonBars } from "./bars.ts";
import { comparisonItems, comparisonNotes, comparisonRows } from "./rows.ts";

/** What can be compared: donors and occasions, and a commitment itself, whose donors may have no other name. */
const COMPARED: readonly RecordKind[] = [...PLEDGE_SUBJECTS, "pledges"];

/** The most donors that one ask compares, whose ids it has room for. */
const MOST_COMPARED = 20;

/** Returns the ask that compares these records. */
const together = (records: readonly AnyRecord[]): Ask =>
  createAsk("compare", [...new Set(records.map(({ id }) => id))].join(" "));

const labels = (records: readonly AnyRecord[]): string[] => records.map(({ label }) => label);

async function sideBySide(
  ask: Ask,
  subjects: readonly AnyRecord[],
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const names = messages.list(labels(subjects));
  const offers = (await Promise.all(subjects.map((subject) => recordOffers(subject, context)))).flat();
  const first = (command: string) => offers.filter((offer) => offer.ask.command === command);
  const buttons = askButtons(
    [...first("pledge"), ...offers.filter((offer) => offer.ask.command !== "pledge")].slice(0, 4),
  );
  const { lines, pledges, citations, missing } = await comparisonRows(subjects, context);
  if (pledges.length === 0)
    return createAnswer({
      ask,
      title: messages.title(names, messages.pledge.none),
      outcome: "nothing",
      opening: [...opening, textBlock(await searchedText(library, messages))],
      buttons,
    });
  const bars = comparisonBars(messages.title(names, messages.compare.amounts), lines, messages);
  const { picture, note } = pictureOrNote(bars, messages);
  return createAnswer({
    ask,
    title: messages.title(names, messages.compare.what),
    outcome: "found",
    lead: namedLine(names, messages.brief.pledges(pledges.length), messages),
    opening,
    items: comparisonItems(lines, messages),
    // Outside the items, so that these remain a single table.
    close: [...missing, ...comparisonNotes(lines, pledges, context), ...noteBlocks([note])],
    sources: citations.sources(),
    buttons,
    ...defined({ picture }),
  });
}

/** Answers for a single donor or occasion: its own answers, and the comparisons it could be part of. */
async function one(
  ask: Ask,
  subject: AnyRecord,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { messages, library } = context;
  const { donors, occasions } = await pledgeSubjects(library);
  const isSubject = (other: AnyRecord) => isSameRecord(other, subject);
  const others = (occasions.hits.some(isSubject) ? occasions : donors).hits.filter(
    (other) => !isSubject(other),
  );
  const beside = others.map((donor) => ({
    label: messages.list(labels([subject, donor])),
    ask: together([subject, donor]),
  }));
  return createAnswer({
    ask,
    title: messages.title(subject.label, messages.compare.one),
    outcome: "menu",
    opening,
    items: [
      ...menuItems(await recordOffers(subject, context), messages.compare.alone),
      ...menuItems(beside, messages.compare.beside),
    ],
  });
}

async function menu(ask: Ask, { library, messages }: CommandContext): Promise<Answer> {
  const { donors } = await pledgeSubjects(library);
  const each = donors.hits.map((donor) => ({ label: donor.label, ask: together([donor]) }));
  // So many as one table can hold side by side.
  const all = donors.hits.slice(0, MOST_COMPARED);
  return createAnswer({
    ask,
    title: messages.compare.menuTitle,
    outcome: "menu",
    items: [
      ...menuItems([{ label: messages.list(labels(all)), ask: together(all) }], messages.compare.all),
      ...menuItems(each, messages.compare.menuDonors),
    ],
    close: firstOfAll(each.length, donors.total, messages),
  });
}

/** Tells whether a comparison of these records has any commitment to show. */
async function shows(records: readonly AnyRecord[], { library }: CommandContext): Promise<boolean> {
  const tallies = await library.tallies(records.map(recordRef));
  return records.some(({ kind }, index) => kind === "pledges" || (tallies[index]!.counts.pledges ?? 0) > 0);
}

/** Keeps of some records those with which a comparison has any commitment to show. */
async function showing(
  records: readonly AnyRecord[],
  others: (record: AnyRecord) => readonly AnyRecord[],
  context: CommandContext,
): Promise<AnyRecord[]> {
  const each = await Promise.all(records.map((record) => shows(others(record), context)));
  return records.filter((_, index) => each[index]);
}

/** Asks which record is meant by an ambiguous name, keeping the other names as they are. */
async function several(
  ask: Ask,
  typed: string,
  listed: readonly ListedName[],
  context: CommandContext,
): Promise<Answer> {
  const { messages } = context;
  const meant = listed.find((it) => it.typed === typed);
  const records = meant && "matches" in meant ? meant.matches : [];
  const others = (these: readonly AnyRecord[]) =>
    listed.flatMap((it) => (it === meant ? these : it.type === "one" ? [it.match] : []));
  const choices = (await showing(records, (record) => others([record]), context)).map(
    (record): MenuChoice => ({ label: record.label, ask: together(others([record])) }),
  );
  // With nothing to compare whichever is meant, say so instead of asking.
  if (choices.length === 0) return sideBySide(ask, others(records), [], context);
  return createAnswer({
    ask,
    title: messages.menu.several(typed),
    outcome: "menu",
    opening: [textBlock(messages.menu.lead)],
    items: menuItems(choices),
  });
}

/** Offers the records with similar names, each compared with the subjects that were found. */
async function nearOf(
  listed: readonly ListedName[],
  subjects: readonly AnyRecord[],
  context: CommandContext,
): Promise<Block[]> {
  const near = listed.flatMap((it) => (it.type === "near" ? it.matches : []));
  const beside = (record: AnyRecord) => [...subjects, record];
  const choices = (await showing(near, beside, context)).map(
    (record): MenuChoice => ({ label: record.label, ask: together(beside(record)) }),
  );
  return offeredChoices(context.messages.miss.near, choices);
}

const isAway = ({ type }: ListedName): boolean => type === "none" || type === "near";

/** Answers when no subject was found: offers similar names. */
async function missed(ask: Ask, listed: readonly ListedName[], context: CommandContext): Promise<Answer> {
  const away = listed.filter(isAway).map(({ typed }) => typed);
  const near = listed.flatMap((it) => (it.type === "near" ? it.matches : []));
  return missAnswer(
    ask,
    away.join(" ") || ask.text,
    { near, kinds: PLEDGE_SUBJECTS, none: context.messages.pledge.none },
    context,
  );
}

/** Says which names were matched fuzzily and which are unknown, and offers similar names. */
async function leadOf(
  listed: readonly ListedName[],
  subjects: readonly AnyRecord[],
  context: CommandContext,
): Promise<Block[]> {
  const { messages } = context;
  const away = listed.filter(isAway).map(({ typed }) => messages.quoted(typed));
  return [
    ...listed.flatMap((it) =>
      it.type === "one" ? showingNotice(it.likeness, it.match.label, it.typed, context) : [],
    ),
    ...(away.length > 0 ? [textBlock(messages.compare.missing(away))] : []),
    ...(await nearOf(listed, subjects, context)),
  ];
}

/** Completes the last name of a list, or offers one more. */
export async function suggest(
  _option: string,
  typed: string,
  { library, messages }: CommandContext,
): Promise<readonly Suggestion[]> {
  const [{ donors }, groups, listed] = await Promise.all([
    pledgeSubjects(library),
    donorGroups(library),
    parseNames(typed, COMPARED, library),
  ]);
  const last = listed.at(-1);
  const before = listed.slice(0, -1).flatMap((it) => (it.type === "one" ? [it.match] : []));
  const complete = last?.type === "one" && !last.likeness ? [...before, last.match] : before;
  const group = groups.map((words) => ({ label: words, value: words }));
  const ending = last
    ? [
        ...(await suggestAmong(last.typed, PLEDGE_SUBJECTS, isPledged, library)),
        ...matchingSuggestions(group, last.typed),
      ]
    : [];
  const suggestion = (records: readonly Suggestion[]): Suggestion => ({
    label: messages.list(records.map(({ label }) => label)),
    value: records.map(({ value }) => value).join(" "),
  });
  const named = (records: readonly AnyRecord[]) => records.map(({ id, label }) => ({ label, value: id }));
  const all = [
    ...(listed.length === 0 && donors.hits.length > 1 ? [suggestion(named(donors.hits.slice(0, 2)))] : []),
    ...ending
      .filter(({ value }) => !before.some(({ id }) => id === value))
      .map((it) => suggestion([...named(before), it])),
    ...(complete.length === listed.length
      ? donors.hits
          .filter((donor) => !complete.some((one) => isSameRecord(one, donor)))
          .map((donor) => suggestion(named([...complete, donor])))
      : []),
  ];
  return [...new Map(all.map((it) => [it.value, it])).values()];
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  if (ask.text === "") return menu(ask, context);
  const listed = await parseNames(ask.text, COMPARED, context.library);
  const unclear = listed.find(({ type }) => type === "several");
  if (unclear) return several(ask, unclear.typed, listed, context);
  const subjects = distinctRecords(listed.flatMap((it) => (it.type === "one" ? [it.match] : [])));
  const [first] = subjects;
  if (!first) return missed(ask, listed, context);
  const opening = await leadOf(listed, subjects, context);
  // Who is compared with somebody that no source names is shown alone.
  return subjects.length > 1 || listed.some(isAway)
    ? sideBySide(ask, subjects, opening, context)
    : one(ask, first, opening, context);
}
