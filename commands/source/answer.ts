/** What /source answers. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type Block,
  type Button,
  type Choice,
  type Item,
  makeAnswer,
  type Row,
} from "../../src/desk/answer.ts";
import { addressesOf, notes, published, remarksOn, reviewed, shortOf } from "../../src/desk/citations.ts";
import { citeLabel } from "../../src/desk/cite-button.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameOf } from "../../src/desk/lookup.ts";
import { tallyOf } from "../../src/desk/quotations.ts";
import { miss } from "../../src/desk/resolve.ts";
import { resolveSource } from "../../src/desk/resolve-source.ts";
import type { Words } from "../../src/language/messages.ts";
import type { SourceInfo, Suggestion } from "../../src/library/library.ts";
import { KINDS, type Kind } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { inPlace } from "./passage.ts";

/** Choices that one page can hold: a part of a list is never longer. */
const TOGETHER = 20;

/** The card: what is known of the source, and what is not known. */
function cardOf(source: SourceInfo, records: readonly AnyRecord[], words: Words): Row[] {
  const say = words.sourceCard;
  const { rows, notKnown } = say;
  const row = (label: string, value: string | undefined): Row[] =>
    value === undefined ? [] : [{ label, value, stated: false }];
  const again = source.republication;
  const many = (kind: Kind) => records.filter((record) => record.kind === kind).length;
  const recorded = KINDS.filter((kind) => many(kind) > 0).map((kind) => say.kinds[kind](many(kind)));
  return [
    ...row(rows.title, source.title.basis === "text" ? say.inText : say.onCopy),
    ...row(rows.author, source.authors ? words.list(source.authors) : notKnown),
    ...row(rows.publisher, source.publisher),
    ...row(rows.section, source.section),
    ...row(rows.published, published(source.published, words)),
    ...row(rows.address, source.address ? undefined : notKnown),
    ...row(rows.stored, again && say.republication(again.publisher, published(again.published, words))),
    ...row(rows.accessed, source.accessed === null ? notKnown : words.date(source.accessed)),
    ...row(rows.language, words.language(source.language)),
    ...row(rows.rights, say.rights(source.rights.status, source.rights.text)),
    ...row(rows.length, say.length(source.length)),
    ...row(rows.hash, source.sha256),
    ...row(rows.id, source.id),
    ...row(rows.recorded, recorded.length > 0 ? words.list(recorded) : undefined),
  ];
}

/** Who speaks in it, and how often: their words are shown by speaker. */
async function speakersIn(records: readonly AnyRecord[], { library, words }: Desk): Promise<Choice[]> {
  const each = [...tallyOf(records)].sort(([, a], [, b]) => b.quotes - a.quotes || b.reports - a.reports);
  return Promise.all(
    each.map(async ([ref, { quotes, reports }]) => ({
      label: await nameOf(ref, library),
      detail: words.quote.menuDetail(quotes, reports),
      ask: makeAsk("quote", ref.slice(ref.indexOf("/") + 1)),
    })),
  );
}

/** What it states itself. No command is for that alone, so it is found by its name where anything can be sought. */
const statementsIn = (records: readonly AnyRecord[], { commands }: Desk): Choice[] =>
  commands.some(({ name }) => name === "search")
    ? records
        .filter((record) => record.kind === "facts" && record.speaker === undefined)
        .map(({ label }) => ({ label, ask: makeAsk("search", label) }))
    : [];

/** What is recorded from it, part by part, each line leading to the command that shows it. */
async function listsOf(records: readonly AnyRecord[], desk: Desk): Promise<Item[]> {
  const { groups } = desk.words.sourceCard;
  const of = (kind: Kind, command: string): Choice[] =>
    records
      .filter((record) => record.kind === kind)
      .map(({ id, label }) => ({ label, ask: makeAsk(command, id) }));
  const lists: [title: string, choices: readonly Choice[]][] = [
    [groups.pledges, of("pledges", "pledge")],
    [groups.words, await speakersIn(records, desk)],
    [groups.terms, of("terms", "define")],
    [groups.events, of("events", "timeline")],
    [groups.people, of("people", "who")],
    [groups.organizations, of("organizations", "who")],
    [groups.facts, statementsIn(records, desk)],
  ];
  return lists.flatMap(([text, choices]) =>
    Array.from(
      { length: Math.ceil(choices.length / TOGETHER) },
      (_, index): Item => [
        ...(index === 0 ? [{ type: "heading", text, group: true } as const] : []),
        { type: "choices", choices: choices.slice(index * TOGETHER, (index + 1) * TOGETHER) },
      ],
    ),
  );
}

/** Where the source can be read: at its publisher's, and where the stored text was taken from. */
const linksTo = (source: SourceInfo, { sourceCard }: Words): Button[] =>
  addressesOf(source).map(({ url, by }) => ({ type: "link", label: sourceCard.open(by), url }));

async function answerWith(ask: Ask, source: SourceInfo, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const records = (await library.find({ source: source.id })).hits;
  return makeAnswer({
    ask,
    title: words.title(words.source.work(source.title.text), words.sourceCard.what),
    outcome: "found",
    lead: [
      ...lead,
      { type: "facts", rows: cardOf(source, records, words), passages: [] },
      ...notes(remarksOn(source)),
    ],
    items: await listsOf(records, desk),
    close: notes([reviewed(records, words)]),
    buttons: [
      ...linksTo(source, words),
      { type: "ask", label: citeLabel([source], words), ask: makeAsk("cite", source.id) },
    ],
  });
}

/** A menu line: the title, who published it when, and how many records stand on it. */
async function choiceOf(source: SourceInfo, { library, words }: Desk): Promise<Choice> {
  const { hits } = await library.find({ source: source.id });
  return {
    label: words.source.work(source.title.text),
    detail: words.sourceCard.menuDetail(shortOf(source, words), hits.length),
    ask: makeAsk("source", source.id),
  };
}

async function menu(ask: Ask, title: string, sources: readonly SourceInfo[], desk: Desk): Promise<Answer> {
  const choices = await Promise.all(sources.map((source) => choiceOf(source, desk)));
  return makeAnswer({
    ask,
    title,
    outcome: "menu",
    items: choices.map((choice) => [{ type: "choices", choices: [choice] }]),
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const { sources } = await library.about();
  if (ask.words === "") return menu(ask, words.sourceCard.menuTitle, sources, desk);
  const resolved = await resolveSource(ask.words, library);
  if (resolved.type === "several") return menu(ask, words.menu.several(ask.words), resolved.sources, desk);
  if (resolved.type === "one") {
    const { source: found, likeness } = resolved;
    if (ask.options.at !== undefined) return inPlace(ask, found, ask.options.at, desk);
    const shown = words.source.work(found.title.text);
    const lead: Block[] = likeness ? [{ type: "text", text: words.showing(shown, ask.words) }] : [];
    return answerWith(ask, found, lead, desk);
  }
  const choices =
    resolved.type === "near" ? await Promise.all(resolved.sources.map((near) => choiceOf(near, desk))) : [];
  return miss(ask, ask.words, { choices }, desk);
}

export async function suggest(
  option: string,
  typed: string,
  { library, words }: Desk,
): Promise<readonly Suggestion[]> {
  if (option !== "source") return [];
  const { sources } = await library.about();
  const sought = typed.trim().toLowerCase();
  return sources
    .map(({ id, title, publisher }) => ({
      label: words.source.clauses([title.text, publisher]),
      value: id,
    }))
    .filter(({ label, value }) => value.startsWith(sought) || label.toLowerCase().includes(sought));
}
