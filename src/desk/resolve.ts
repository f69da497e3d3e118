/** Answers what the words of an ask resolve to: a record, a choice between several, or nothing. */

import { type Ask, createAsk } from "../ask/ask.ts";
import type { Library } from "../library/library.ts";
import { namedIn, tallyOf } from "../library/lookups.ts";
import { compactName } from "../shelf/fold.ts";
import { type RecordKind, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { type Answer, type Block, createAnswer, type MenuChoice } from "./answer.ts";
import { askButtons, menuItems, offeredChoices, searchedText, textBlock } from "./answer-parts.ts";
import type { CommandContext } from "./command.ts";
import { nameInSentence } from "./lookup.ts";
import type { Resolution } from "./resolve-name.ts";
import { lookUpWords, writtenName } from "./unnamed.ts";

/** Returns the notice that `shown` is only similar to `typed`; an empty list without `likeness`. */
export const showingNotice = (
  likeness: boolean,
  shown: string,
  typed: string,
  { messages }: Pick<CommandContext, "messages">,
): Block[] => (likeness ? [textBlock(messages.showing(shown, typed))] : []);

/** A resolution, and a command's answer to each result. */
interface ResolutionAnswers<Match> {
  readonly resolution: Resolution<Match>;
  /** The typed name. */
  readonly typed: string;
  /** Returns the name of a match for the notice. */
  nameOf(match: Match): string;
  /** Answers for one match. `opening` holds the notice that its name is only similar, or is empty. */
  one(match: Match, opening: readonly Block[]): Promise<Answer>;
  several(matches: readonly Match[]): Answer | Promise<Answer>;
  /** Answers when nothing has the name; `near` are the matches with a similar name. */
  miss(near: readonly Match[]): Promise<Answer>;
}

/** Answers a resolution with the function for its result. */
export async function answerResolution<Match>(
  { resolution, typed, nameOf, one, several, miss }: ResolutionAnswers<Match>,
  context: CommandContext,
): Promise<Answer> {
  switch (resolution.type) {
    case "one": {
      const { match, likeness } = resolution;
      return one(match, showingNotice(likeness, nameOf(match), typed, context));
    }
    case "several":
      return several(resolution.matches);
    case "near":
      return miss(resolution.matches);
    case "none":
      return miss([]);
  }
}

/** Answers a resolution of records; several matches are a menu of labels unless `answers` overrides that. */
export const answerRecordResolution = <Match extends AnyRecord>(
  ask: Ask,
  answers: Omit<ResolutionAnswers<Match>, "nameOf" | "several" | "typed"> &
    Partial<Pick<ResolutionAnswers<Match>, "several" | "typed">>,
  context: CommandContext,
): Promise<Answer> =>
  answerResolution(
    {
      typed: ask.text,
      nameOf: ({ label }) => label,
      several: (records) => severalAnswer(ask, records, context),
      ...answers,
    },
    context,
  );

/** Returns the asks that have an answer for a record, as choices. */
export async function recordOffers(
  record: AnyRecord,
  { library, messages }: CommandContext,
): Promise<MenuChoice[]> {
  if (record.kind === "pledges")
    return [{ label: messages.offer.pledge(record.label), ask: createAsk("pledge", record.id) }];
  if (record.kind === "terms")
    return [{ label: messages.offer.define(record.label), ask: createAsk("define", record.id) }];
  const { counts, quotes, reports } = await tallyOf(record, library);
  return [
    ...((counts.pledges ?? 0) > 0
      ? [{ label: messages.offer.pledge(record.label), ask: createAsk("pledge", record.id) }]
      : []),
    ...(quotes + reports > 0
      ? [{ label: messages.offer.quote(nameInSentence(record)), ask: createAsk("quote", record.id) }]
      : []),
  ];
}

/** Returns the `who` ask for a person or an organization. Every one of them has an answer, so it is offered last. */
export const profileOffer = (record: AnyRecord, { messages }: CommandContext): MenuChoice[] =>
  record.kind === "people" || record.kind === "organizations"
    ? [{ label: messages.offer.who(nameInSentence(record)), ask: createAsk("who", record.id) }]
    : [];

/** Returns a choice for each record: the same ask with the record's id as its text. */
export function recordChoices(ask: Ask, records: readonly AnyRecord[]): MenuChoice[] {
  return records.map((record) => ({
    label: record.label,
    ask: createAsk(ask.command, record.id, ask.options),
  }));
}

/** Creates the menu of records that match an ask equally well. */
export function severalAnswer(ask: Ask, records: readonly AnyRecord[], { messages }: CommandContext): Answer {
  return createAnswer({
    ask,
    title: messages.menu.several(ask.text),
    outcome: "menu",
    opening: [textBlock(messages.menu.lead)],
    items: menuItems(recordChoices(ask, records)),
  });
}

/** The most words of a text in which names are looked for. */
const MOST_WORDS = 12;

/** Returns the records with the longest name inside the text, except people: Alibaba in “alibaba foundation”. */
async function namesIn(
  sought: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<readonly AnyRecord[]> {
  const otherKinds = kinds.filter((kind) => kind !== "people");
  const words = sought.split(" ").slice(0, MOST_WORDS);
  const named = await namedIn(words.join(" "), otherKinds, library);
  const withName = (part: string) =>
    named.filter((record) => [record.id, ...recordNames(record)].map(compactName).includes(part));
  for (let size = words.length - 1; size > 0; size--)
    for (let start = 0; start + size <= words.length; start++) {
      const found = withName(compactName(words.slice(start, start + size).join(" ")));
      if (found.length > 0) return found;
    }
  return [];
}

/** Suggestions for the answer to a miss. */
interface MissOffers {
  /** Records with a name similar to the typed one. */
  readonly near?: readonly AnyRecord[];
  /** Similar names of things that are not records, such as sources. */
  readonly choices?: readonly MenuChoice[];
  /** The kinds whose names are looked for inside the typed text. */
  readonly kinds?: readonly RecordKind[];
  /** Uses of the words in the sources, offered when they are no name. */
  readonly uses?: readonly MenuChoice[];
  /** What the sources do not have, where they do have the words: “no pledge in the sources”. */
  readonly none?: string;
}

/** The most words of a typed name that an answer repeats as one name. */
const MOST_NAME_WORDS = 4;

/** Says that no source has a name, as far as that is so. */
const unnamedText = (
  typed: string,
  unnamed: readonly string[],
  { messages }: Pick<CommandContext, "messages">,
): Block[] => {
  if (unnamed.length === 0) return [];
  const name = typed.split(" ").length > MOST_NAME_WORDS ? messages.list(unnamed) : typed;
  return [textBlock(messages.miss.unnamed(writtenName(name)))];
};

/**
 * Creates the answer for a miss: what was searched, similar names, asks of other commands for the exact name, and
 * otherwise uses of the words.
 */
export async function missAnswer(
  ask: Ask,
  sought: string,
  nearby: MissOffers,
  context: CommandContext,
): Promise<Answer> {
  const { near = [], choices = [], kinds = [], uses = [], none } = nearby;
  const { library, messages } = context;
  const [named, names, { unnamed, isUsed }, searched] = await Promise.all([
    library.find({ words: sought, by: "name" }),
    near.length > 0 ? near : namesIn(sought, kinds, library),
    lookUpWords(sought, library),
    searchedText(library, messages),
  ]);
  const elsewhere = (await Promise.all(named.hits.map((record) => recordOffers(record, context))))
    .concat(named.hits.map((record) => profileOffer(record, context)))
    .flat()
    .filter((offer) => offer.ask.command !== ask.command);
  // The sources have the words, so it would be false to say that there is nothing on them.
  const isKnown = elsewhere.length > 0 || isUsed;
  const search =
    isUsed && elsewhere.length === 0
      ? [{ label: messages.offer.search(sought), ask: createAsk("search", sought) }]
      : [];
  return createAnswer({
    ask,
    title:
      isKnown && none !== undefined
        ? messages.title(messages.quoted(sought), none)
        : messages.miss.title(sought),
    outcome: "nothing",
    buttons: askButtons(search),
    opening: [
      ...unnamedText(sought, unnamed, context),
      textBlock(searched),
      ...offeredChoices(messages.miss.near, [...recordChoices(ask, names), ...choices]),
      ...offeredChoices(messages.miss.elsewhere, elsewhere),
      ...offeredChoices(messages.miss.used(sought), elsewhere.length > 0 ? [] : uses),
    ],
  });
}
