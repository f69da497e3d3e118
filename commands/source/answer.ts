/** Answers /source: lists the sources, or shows one with everything recorded from it. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type DetailRow,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import { menuItems, textBlock } from "../../src/desk/answer-parts.ts";
import {
  formatPublished,
  formatPublisher,
  shortCredit,
  sourceAddresses,
  sourceRemarks,
} from "../../src/desk/citations.ts";
import { citeButtonLabel } from "../../src/desk/cite-button.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { recordName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { countBySpeaker, isReported } from "../../src/desk/quotations.ts";
import { answerResolution, missAnswer } from "../../src/desk/resolve.ts";
import { resolveSource } from "../../src/desk/resolve-source.ts";
import { suggestSources } from "../../src/desk/suggestions.ts";
import { withdrawalNote } from "../../src/desk/withdrawn-sources.ts";
import type { Messages } from "../../src/language/messages.ts";
import type { SourceInfo, Suggestion } from "../../src/library/library.ts";
import { RECORD_KINDS, type RecordKind } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { passageAnswer } from "./passage.ts";

/** The most choices in one item, so that a page can hold it. */
const TOGETHER = 20;

/** Lists what is known of a source, and which of it is unknown. */
function cardOf(source: SourceInfo, records: readonly AnyRecord[], messages: Messages): DetailRow[] {
  const say = messages.sourceCard;
  const { rows, notKnown } = say;
  const row = (label: string, value: string | undefined): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: false }];
  const republication = source.republication;
  const count = (kind: RecordKind) => records.filter((record) => record.kind === kind).length;
  const recorded = RECORD_KINDS.filter((kind) => count(kind) > 0).map((kind) =>
    messages.recordKinds[kind].counted(count(kind)),
  );
  return [
    ...row(rows.title, source.title.basis === "text" ? say.inText : say.onCopy),
    ...row(rows.author, source.authors ? messages.list(source.authors) : notKnown),
    ...row(rows.publisher, formatPublisher(source, messages)),
    ...row(rows.section, source.section),
    ...row(rows.published, formatPublished(source.published, messages)),
    ...row(rows.address, source.address ? undefined : notKnown),
    ...row(
      rows.stored,
      republication &&
        say.republication(republication.publisher, formatPublished(republication.published, messages)),
    ),
    ...row(rows.accessed, source.accessed === null ? notKnown : messages.date(source.accessed)),
    ...row(rows.language, source.card.citation.language ? messages.language(source.language) : notKnown),
    ...row(rows.rights, say.rights(source.rights.status, source.rights.text)),
    ...row(rows.length, say.length(source.characters)),
    ...row(rows.hash, source.sha256),
    ...row(rows.id, source.id),
    ...row(rows.recorded, recorded.length > 0 ? messages.list(recorded) : undefined),
  ];
}

/** Lists the speakers in a source, the most quoted first; each choice asks for that speaker's words. */
async function speakersIn(
  records: readonly AnyRecord[],
  { library, messages }: CommandContext,
): Promise<MenuChoice[]> {
  const each = [...countBySpeaker(records)].sort(
    ([, a], [, b]) => b.quotes - a.quotes || b.reports - a.reports,
  );
  return Promise.all(
    each.map(async ([ref, { quotes, reports }]) => ({
      label: await recordName(ref, library),
      detail: messages.quote.menuDetail(quotes, reports),
      ask: createAsk("quote", ref.slice(ref.indexOf("/") + 1)),
    })),
  );
}

/**
 * Lists records that no command shows by themselves. Each choice searches for the label, if there is a search command.
 */
const searchesFor = (records: readonly AnyRecord[], { commands }: CommandContext): MenuChoice[] =>
  commands.some(({ name }) => name === "search")
    ? records.map(({ label }) => ({ label, ask: createAsk("search", label) }))
    : [];

/** The kinds that have a list with a title of its own. */
const TITLED_KINDS: readonly RecordKind[] = [
  "pledges",
  "quotes",
  "terms",
  "events",
  "people",
  "organizations",
  "facts",
];

/** Lists what is recorded from a source by kind; each choice asks the command that shows the record. */
async function listsOf(records: readonly AnyRecord[], context: CommandContext): Promise<AnswerItem[]> {
  const { sourceCard, recordKinds } = context.messages;
  const { groups } = sourceCard;
  const statements = records.filter((record) => record.kind === "facts" && !isReported(record));
  const ofUnnamed = records.filter((record) => isReported(record) && record.speaker === undefined);
  const others = RECORD_KINDS.filter((kind) => !TITLED_KINDS.includes(kind)).map(
    (kind): [title: string, choices: readonly MenuChoice[]] => {
      const ofKind = records.filter((record) => record.kind === kind);
      return [recordKinds[kind].counted(ofKind.length), searchesFor(ofKind, context)];
    },
  );
  const of = (kind: RecordKind, command: string): MenuChoice[] =>
    records
      .filter((record) => record.kind === kind)
      .map(({ id, label }) => ({ label, ask: createAsk(command, id) }));
  const lists: [title: string, choices: readonly MenuChoice[]][] = [
    [groups.pledges, of("pledges", "pledge")],
    [groups.words, [...(await speakersIn(records, context)), ...searchesFor(ofUnnamed, context)]],
    [groups.terms, of("terms", "define")],
    [groups.events, of("events", "timeline")],
    [groups.people, of("people", "who")],
    [groups.organizations, of("organizations", "who")],
    [groups.facts, searchesFor(statements, context)],
    ...others,
  ];
  return lists.flatMap(([text, choices]) =>
    Array.from(
      { length: Math.ceil(choices.length / TOGETHER) },
      (_, index): AnswerItem => [
        ...(index === 0 ? [{ type: "heading", text, group: true } as const] : []),
        { type: "choices", choices: choices.slice(index * TOGETHER, (index + 1) * TOGETHER) },
      ],
    ),
  );
}

/** Links to the publisher's page and to the copy the stored text was taken from. */
const linksTo = (source: SourceInfo, { sourceCard }: Messages): AnswerButton[] =>
  sourceAddresses(source).map(({ url, by }) => ({ type: "link", label: sourceCard.open(by), url }));

async function answerWith(
  ask: Ask,
  source: SourceInfo,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const records = (await library.find({ source: source.id })).hits;
  return createAnswer({
    ask,
    title: messages.title(messages.source.work(source.title.text), messages.sourceCard.what),
    outcome: "found",
    opening: [
      ...opening,
      { type: "details", rows: cardOf(source, records, messages), passages: [] },
      ...noteBlocks([
        ...sourceRemarks(source),
        withdrawalNote(source, shortCredit(source, messages), messages),
      ]),
    ],
    items: await listsOf(records, context),
    close: noteBlocks([reviewNote(records, messages)]),
    buttons: [
      ...linksTo(source, messages),
      { type: "ask", label: citeButtonLabel([source], messages), ask: createAsk("cite", source.id) },
    ],
  });
}

/** Returns a menu choice for a source: its title, publisher, date and number of records. */
async function choiceOf(source: SourceInfo, { library, messages }: CommandContext): Promise<MenuChoice> {
  const { hits } = await library.find({ source: source.id });
  return {
    label: messages.source.work(source.title.text),
    detail: messages.sourceCard.menuDetail(shortCredit(source, messages), hits.length),
    ask: createAsk("source", source.id),
  };
}

async function menu(
  ask: Ask,
  title: string,
  sources: readonly SourceInfo[],
  context: CommandContext,
  close: readonly Block[] = [],
): Promise<Answer> {
  const choices = await Promise.all(sources.map((source) => choiceOf(source, context)));
  return createAnswer({
    ask,
    title,
    outcome: "menu",
    items: menuItems(choices),
    close,
  });
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const { sources, lastChange, version } = await library.about();
  const { home } = messages;
  const edition = lastChange === null ? home.version(version) : home.changed(lastChange, version);
  if (ask.text === "")
    return menu(ask, messages.sourceCard.menuTitle, sources, context, [textBlock(edition)]);
  const { at } = ask.options;
  return answerResolution(
    {
      resolution: await resolveSource(ask.text, library),
      typed: ask.text,
      nameOf: ({ title }) => messages.source.work(title.text),
      one: (source, opening) =>
        at === undefined
          ? answerWith(ask, source, opening, context)
          : passageAnswer(ask, source, at, context),
      several: (matches) => menu(ask, messages.menu.several(ask.text), matches, context),
      async miss(near) {
        const choices = await Promise.all(near.map((source) => choiceOf(source, context)));
        return missAnswer(ask, ask.text, { choices, none: messages.miss.noSource }, context);
      },
    },
    context,
  );
}

export async function suggest(
  option: string,
  typed: string,
  { library, messages }: CommandContext,
): Promise<readonly Suggestion[]> {
  return option === "source" ? suggestSources(typed, library, messages) : [];
}
