/** What /compare answers. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, type Choice, type Item, makeAnswer } from "../../src/desk/answer.ts";
import type { Desk } from "../../src/desk/command.ts";
import { SUBJECTS, subjectsOf } from "../../src/desk/pledges.ts";
import { miss, offersFor } from "../../src/desk/resolve.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { refOf } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { barsOf } from "./bars.ts";
import { type Listed, readList } from "./name-list.ts";
import { itemsOf, linesFor, notesOn } from "./rows.ts";

/** The ask that sets these beside each other. */
const together = (records: readonly AnyRecord[]): Ask =>
  makeAsk("compare", [...new Set(records.map(({ id }) => id))].join(" "));

const labels = (records: readonly AnyRecord[]): string[] => records.map(({ label }) => label);

async function sideBySide(
  ask: Ask,
  subjects: readonly AnyRecord[],
  lead: readonly Block[],
  desk: Desk,
): Promise<Answer> {
  const { library, words } = desk;
  const names = words.list(labels(subjects));
  const offers = (await Promise.all(subjects.map((subject) => offersFor(subject, desk)))).flat();
  const first = (command: string) => offers.filter((offer) => offer.ask.command === command);
  const buttons = [...first("pledge"), ...offers.filter((offer) => offer.ask.command !== "pledge")]
    .slice(0, 4)
    .map((offer) => ({ type: "ask", ...offer }) as const);
  const { lines, pledges, citing } = await linesFor(subjects, desk);
  if (pledges.length === 0) {
    const { sources, upTo } = await library.about();
    const searched = { type: "text", text: words.miss.searched(sources.length, upTo) } as const;
    return makeAnswer({
      ask,
      title: words.title(names, words.pledge.none),
      outcome: "nothing",
      lead: [...lead, searched],
      buttons,
    });
  }
  const picture = barsOf(words.title(names, words.compare.amounts), lines, words);
  return makeAnswer({
    ask,
    title: words.title(names, words.compare.what),
    outcome: "found",
    lead,
    items: itemsOf(lines, words),
    // Not among the items, which would then be no longer one table.
    close: notesOn(lines, pledges, desk),
    sources: citing.sources(),
    buttons,
    ...(picture ? { picture } : {}),
  });
}

/** Lines of a menu under a heading. */
const group = (title: string, choices: readonly Choice[]): Item[] =>
  choices.map((choice, index) => [
    ...(index === 0 ? [{ type: "heading", text: title, group: true } as const] : []),
    { type: "choices", choices: [choice] },
  ]);

/** One donor or occasion alone: its commitments, and the others that it can be set beside. */
async function one(ask: Ask, subject: AnyRecord, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { words, library } = desk;
  const { donors, occasions } = await subjectsOf(library);
  const others = (occasions.includes(subject) ? occasions : donors).filter((other) => other !== subject);
  const beside = others.map((donor) => ({
    label: words.list(labels([subject, donor])),
    ask: together([subject, donor]),
  }));
  return makeAnswer({
    ask,
    title: words.title(subject.label, words.compare.one),
    outcome: "menu",
    lead,
    items: [
      ...group(words.compare.alone, await offersFor(subject, desk)),
      ...group(words.compare.beside, beside),
    ],
  });
}

async function menu(ask: Ask, { library, words }: Desk): Promise<Answer> {
  const { donors } = await subjectsOf(library);
  const each = donors.map((donor) => ({ label: donor.label, ask: together([donor]) }));
  return makeAnswer({
    ask,
    title: words.compare.menuTitle,
    outcome: "menu",
    items: [
      ...group(words.compare.all, [{ label: words.list(labels(donors)), ask: together(donors) }]),
      ...group(words.compare.menuDonors, each),
    ],
  });
}

/** Whether a comparison of these shows anything. */
async function shows(records: readonly AnyRecord[], { library }: Desk): Promise<boolean> {
  for (const record of records)
    if ((await library.find({ kinds: ["pledges"], concerning: refOf(record) })).hits.length > 0) return true;
  return false;
}

/** One of the names is more than one record's: which is meant, the others as they are. */
async function several(ask: Ask, typed: string, listed: readonly Listed[], desk: Desk): Promise<Answer> {
  const { words } = desk;
  const meant = listed.find((it) => it.typed === typed);
  const records = meant && "records" in meant ? meant.records : [];
  const others = (these: readonly AnyRecord[]) =>
    listed.flatMap((it) => (it === meant ? these : it.type === "one" ? [it.record] : []));
  const items: Item[] = [];
  for (const record of records) {
    const choice = { label: record.label, ask: together(others([record])) };
    if (await shows(others([record]), desk)) items.push([{ type: "choices", choices: [choice] }]);
  }
  // Whichever is meant, there is nothing to compare: that can be said of all of them.
  if (items.length === 0) return sideBySide(ask, others(records), [], desk);
  const lead: Block[] = [{ type: "text", text: words.menu.lead }];
  return makeAnswer({ ask, title: words.menu.several(typed), outcome: "menu", lead, items });
}

/** A text with lines of a menu below it; nothing where there are none. */
const offered = (text: string, choices: readonly Choice[]): Block[] =>
  choices.length === 0
    ? []
    : [
        { type: "text", text },
        { type: "choices", choices },
      ];

/** Names that are only like one on the shelf, each beside the others. */
async function nearOf(
  listed: readonly Listed[],
  subjects: readonly AnyRecord[],
  desk: Desk,
): Promise<Block[]> {
  const near = listed.flatMap((it) => (it.type === "near" ? it.records : []));
  const choices: Choice[] = [];
  for (const record of near)
    if (await shows([...subjects, record], desk))
      choices.push({ label: record.label, ask: together([...subjects, record]) });
  return offered(desk.words.miss.near, choices);
}

const isAway = ({ type }: Listed): boolean => type === "none" || type === "near";

/** Not two donors, and a name that is not on the shelf: what is near, and what there is of the one that is. */
async function missed(
  ask: Ask,
  listed: readonly Listed[],
  subject: AnyRecord | undefined,
  desk: Desk,
): Promise<Answer> {
  const { library, words } = desk;
  const away = listed.filter(isAway).map(({ typed }) => typed);
  if (!subject) {
    const near = listed.flatMap((it) => (it.type === "near" ? it.records : []));
    return miss(ask, away.join(" ") || ask.words, { near, kinds: SUBJECTS }, desk);
  }
  const { sources, upTo } = await library.about();
  return makeAnswer({
    ask,
    title: words.miss.title(words.list(away)),
    outcome: "nothing",
    lead: [
      { type: "text", text: words.miss.searched(sources.length, upTo) },
      ...(await nearOf(listed, [subject], desk)),
      ...offered(words.miss.elsewhere, await offersFor(subject, desk)),
    ],
  });
}

/** What is to be said before the rows: what was read as what, and what is not on the shelf. */
async function leadOf(
  listed: readonly Listed[],
  subjects: readonly AnyRecord[],
  desk: Desk,
): Promise<Block[]> {
  const { words } = desk;
  const text = (line: string): Block => ({ type: "text", text: line });
  const away = listed.filter(isAway).map(({ typed }) => words.quoted(typed));
  return [
    ...listed.flatMap((it) =>
      it.type === "one" && it.likeness ? [text(words.showing(it.record.label, it.typed))] : [],
    ),
    ...(away.length > 0 ? [text(words.compare.missing(away))] : []),
    ...(await nearOf(listed, subjects, desk)),
  ];
}

/** The names typed so far, and after them what may come: the last one in full, or one more. */
export async function suggest(
  _option: string,
  typed: string,
  { library, words }: Desk,
): Promise<readonly Suggestion[]> {
  const { donors } = await subjectsOf(library);
  const listed = await readList(typed, SUBJECTS, library);
  const last = listed.at(-1);
  const before = listed.slice(0, -1).flatMap((it) => (it.type === "one" ? [it.record] : []));
  const whole = last?.type === "one" && !last.likeness ? [...before, last.record] : before;
  const ending = last ? await library.suggest(last.typed, SUBJECTS) : [];
  const suggestion = (records: readonly Suggestion[]): Suggestion => ({
    label: words.list(records.map(({ label }) => label)),
    value: records.map(({ value }) => value).join(" "),
  });
  const named = (records: readonly AnyRecord[]) => records.map(({ id, label }) => ({ label, value: id }));
  const all = [
    ...ending
      .filter(({ value }) => !before.some(({ id }) => id === value))
      .map((it) => suggestion([...named(before), it])),
    ...(whole.length === listed.length
      ? donors.filter((donor) => !whole.includes(donor)).map((donor) => suggestion(named([...whole, donor])))
      : []),
  ];
  return [...new Map(all.map((it) => [it.value, it])).values()];
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  if (ask.words === "") return menu(ask, desk);
  const listed = await readList(ask.words, SUBJECTS, desk.library);
  const unclear = listed.find(({ type }) => type === "several");
  if (unclear) return several(ask, unclear.typed, listed, desk);
  const subjects = [...new Set(listed.flatMap((it) => (it.type === "one" ? [it.record] : [])))];
  const [first] = subjects;
  if (!first || (subjects.length === 1 && listed.some(isAway))) return missed(ask, listed, first, desk);
  const lead = await leadOf(listed, subjects, desk);
  return subjects.length > 1 ? sideBySide(ask, subjects, lead, desk) : one(ask, first, lead, desk);
}
