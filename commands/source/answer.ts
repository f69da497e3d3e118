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
import { firstOfAll, MOST_LISTED, menuItems, textBlock } from "../../src/desk/answer-parts.ts";
import {
  formatPublished,
  formatPublisher,
  shortCredit,
  sourceAddresses,
  sourceRemarks,
} from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { recordName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { countBySpeaker, isReported } from "../../src/desk/quotations.ts";
import { answerResolution, missAnswer } from "../../src/desk/resolve.ts";
import { resolveSource } from "../../src/desk/resolve-source.ts";
import { suggestSources } from "../../src/desk/suggestions.ts";
import { withdrawalNote } from "../../src/desk/withdrawn-sources.ts";
import type { Messages } from "../../src/language/messages.ts";
import type { FindResult, SourceInfo, Suggestion } from "../../src/library/library.ts";
import { RECORD_KINDS, type RecordKind } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { passageAnswer } from "./passage.ts";

/** The most choices in one item, so that a page can hold it. */
const TOGETHER = 20;

/** Lists what is known of a source, and which of it is unknown. */
function cardOf(source: SourceInfo, counts: FindResult["counts"], messages: Messages): DetailRow[] {
  const say = messages.sourceCard;
  const { rows, notKnown } = say;
  const row = (label: string, value: string | undefined): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: false }];
  const republication = source.republication;
  const recorded = RECORD_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [messages.recordKinds[kind].counted(count)] : [];
  });
  return [
    ...row(rows.title, source.title.basis === "text" ? undefined : say.onCopy),
    ...row(rows.author, source.authors ? messages.list(source.authors) : notKnown),
    ...row(rows.publisher, source.publisher === null ? notKnown : formatPublisher(source, messages)),
    ...row(rows.section, source.section),
    ...row(
      rows.published,
      source.published.date === null ? notKnown : formatPublished(source.published, messages),
    ),
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

/**
 * Lists the speakers in a source, the most quoted first; each choice asks for that speaker's words.
 * @param isWhole whether these are all records of the source, so that its quotations are counted
 */
async function speakersIn(
  records: readonly AnyRecord[],
  isWhole: boolean,
  { library, messages }: CommandContext,
): Promise<MenuChoice[]> {
  const each = [...countBySpeaker(records)].sort(
    ([, a], [, b]) => b.quotes - a.quotes || b.reports - a.reports,
  );
  return Promise.all(
    each.map(async ([ref, { quotes, reports }]) => ({
      label: await recordName(ref, library),
      ...(isWhole ? { detail: messages.quote.menuDetail(quotes, reports) } : {}),
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

/** A list of what is recorded from a source, with the kinds of records that it lists. */
type SourceList = readonly [title: string, choices: readonly MenuChoice[], kinds: readonly RecordKind[]];

/** What is recorded from a source, by kind: the first of each. */
type ListedKinds = ReadonlyMap<RecordKind, FindResult>;

/** How many records of each kind the card of a source lists. */
const MOST_OF_KIND = 50;

/** Finds what is recorded from a source. */
async function recordsIn(source: SourceInfo, { library }: CommandContext): Promise<ListedKinds> {
  const found = await Promise.all(
    RECORD_KINDS.map((kind) => library.find({ source: source.id, kinds: [kind], most: MOST_OF_KIND })),
  );
  return new Map(RECORD_KINDS.map((kind, index) => [kind, found[index]!]));
}

/** Lists what is recorded from a source by kind; each choice asks the command that shows the record. */
async function listsOf(found: ListedKinds, context: CommandContext): Promise<AnswerItem[]> {
  const records = [...found.values()].flatMap(({ hits }) => hits);
  const missing = (kinds: readonly RecordKind[]): Block[] => {
    const [shown, all] = [
      (kind: RecordKind) => found.get(kind)!.hits.length,
      (kind: RecordKind) => found.get(kind)!.total,
    ].map((count) => kinds.reduce((sum, kind) => sum + count(kind), 0));
    return firstOfAll(shown!, all!, context.messages);
  };
  const { sourceCard, recordKinds } = context.messages;
  const { groups } = sourceCard;
  const statements = records.filter((record) => record.kind === "facts" && !isReported(record));
  const ofUnnamed = records.filter((record) => isReported(record) && record.speaker === undefined);
  const others = RECORD_KINDS.filter((kind) => !TITLED_KINDS.includes(kind)).map((kind): SourceList => {
    const { hits, total } = found.get(kind)!;
    return [recordKinds[kind].counted(total), searchesFor(hits, context), [kind]];
  });
  const of = (kind: RecordKind, command: string): MenuChoice[] =>
    records
      .filter((record) => record.kind === kind)
      .map(({ id, label }) => ({ label, ask: createAsk(command, id) }));
  const isWhole = (["quotes", "facts"] as const).every(
    (kind) => found.get(kind)!.total === found.get(kind)!.hits.length,
  );
  const speakers = await speakersIn(records, isWhole, context);
  const lists: SourceList[] = [
    [groups.pledges, of("pledges", "pledge"), ["pledges"]],
    [groups.words, [...speakers, ...searchesFor(ofUnnamed, context)], ["quotes"]],
    [groups.terms, of("terms", "define"), ["terms"]],
    [groups.events, of("events", "timeline"), ["events"]],
    [groups.people, of("people", "who"), ["people"]],
    [groups.organizations, of("organizations", "who"), ["organizations"]],
    [groups.facts, searchesFor(statements, context), ["facts"]],
    ...others,
  ];
  return lists.flatMap(([text, choices, kinds]) => {
    const pages = Math.ceil(choices.length / TOGETHER);
    return Array.from(
      { length: pages },
      (_, index): AnswerItem => [
        ...(index === 0 ? [{ type: "heading", text, group: true } as const] : []),
        { type: "choices", choices: choices.slice(index * TOGETHER, (index + 1) * TOGETHER) },
        ...(index === pages - 1 ? missing(kinds) : []),
      ],
    );
  });
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
  const { messages } = context;
  const found = await recordsIn(source, context);
  const counts = Object.fromEntries([...found].map(([kind, { total }]) => [kind, total]));
  const records = [...found.values()].flatMap(({ hits }) => hits);
  return createAnswer({
    ask,
    title: messages.title(messages.source.work(source.title.text), messages.sourceCard.what),
    outcome: "found",
    opening: [
      ...opening,
      { type: "details", rows: cardOf(source, counts, messages), passages: [] },
      ...noteBlocks([
        ...sourceRemarks(source),
        withdrawalNote(source, shortCredit(source, messages), messages),
      ]),
    ],
    items: await listsOf(found, context),
    close: noteBlocks([reviewNote(records, messages)]),
    buttons: [
      ...linksTo(source, messages),
      { type: "ask", label: messages.cite.button, ask: createAsk("cite", source.id) },
    ],
  });
}

/** Returns a menu choice for each source: its title, publisher, date and number of records. */
async function choicesOf(
  sources: readonly SourceInfo[],
  { library, messages }: CommandContext,
): Promise<MenuChoice[]> {
  const counts = await library.recordCounts(sources.map(({ id }) => id));
  return sources.map((source, index) => ({
    label: messages.source.work(source.title.text),
    detail: messages.sourceCard.menuDetail(shortCredit(source, messages), counts[index]!),
    ask: createAsk("source", source.id),
  }));
}

async function menu(
  ask: Ask,
  title: string,
  sources: readonly SourceInfo[],
  context: CommandContext,
  close: readonly Block[] = [],
): Promise<Answer> {
  const items = menuItems(await choicesOf(sources, context));
  return createAnswer({ ask, title, outcome: "menu", items, close });
}

/** Lists the sources, the first of them where there are many, and says as of when. */
async function listSources(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const [{ lastChange, version }, { hits, total }] = await Promise.all([
    library.about(),
    library.findSources({ most: MOST_LISTED }),
  ]);
  const { home } = messages;
  const edition = lastChange === null ? home.version(version) : home.changed(lastChange, version);
  return menu(ask, messages.sourceCard.menuTitle, hits, context, [
    ...firstOfAll(hits.length, total, messages),
    textBlock(edition),
  ]);
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  if (ask.text === "") return listSources(ask, context);
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
        const choices = await choicesOf(near, context);
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
