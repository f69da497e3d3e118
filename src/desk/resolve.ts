/** From the words of an ask to the record that is meant, to a choice between several, or to nothing. */

import { type Ask, createAsk } from "../ask/ask.ts";
import type { FindResult, Library, MatchKind } from "../library/library.ts";
import { type RecordKind, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, RecordOfKinds } from "../shelf/records.ts";
import { type Answer, type Block, createAnswer, type MenuChoice } from "./answer.ts";
import { menuItems, offeredChoices, searchedText, textBlock } from "./answer-parts.ts";
import type { CommandContext } from "./command.ts";
import { nameInSentence } from "./lookup.ts";

/**
 * What the words came to. `one`: this match, found by `likeness` if that is set. `several`: equal matches.
 * `near`: nothing, but these names are a slip away. `none`: nothing at all.
 */
export type Resolution<Match> =
  | { readonly type: "one"; readonly match: Match; readonly likeness: boolean }
  | { readonly type: "several" | "near"; readonly matches: readonly Match[] }
  | { readonly type: "none" };

/** Matches that are equally sure: the one that is meant, several, or none. */
export function resolutionFrom<Match>(matches: readonly Match[], likeness = false): Resolution<Match> {
  const [match, ...others] = matches;
  if (match === undefined) return { type: "none" };
  return others.length > 0 ? { type: "several", matches } : { type: "one", match, likeness };
}

const RANK: readonly MatchKind[] = ["name", "words", "likeness"];

/**
 * Looks among names, group of kinds by group. The surer way of finding wins; between equals, the earlier
 * group. People are never taken for one another: a likeness to a person's name is only near.
 */
export async function resolveName<Kind extends RecordKind>(
  words: string,
  groups: readonly (readonly Kind[])[],
  library: Library,
): Promise<Resolution<RecordOfKinds<Kind>>> {
  const findings: FindResult[] = [];
  for (const kinds of groups) {
    const finding = await library.find({ words, kinds });
    if (finding.hits.length > 0) findings.push(finding);
    if (findings[0]?.by === "name") break;
  }
  const [best] = findings.sort((a, b) => RANK.indexOf(a.by) - RANK.indexOf(b.by));
  const likeness = best?.by === "likeness";
  // The library gives records of the kinds that were asked for, and of no other.
  const hits = (best?.hits ?? []) as readonly RecordOfKinds<Kind>[];
  return likeness && (hits.length > 1 || hits.some(({ kind }) => kind === "people"))
    ? { type: "near", matches: hits }
    : resolutionFrom(hits, likeness);
}

/** Says that what is shown is only like what was typed; nothing where it was found by its name. */
export const showingNotice = (
  likeness: boolean,
  shown: string,
  typed: string,
  { messages }: Pick<CommandContext, "messages">,
): Block[] => (likeness ? [textBlock(messages.showing(shown, typed))] : []);

/** What a command answers to each outcome of a resolution. */
interface ResolutionAnswers<Match> {
  readonly resolution: Resolution<Match>;
  /** What was typed for it. */
  readonly typed: string;
  /** What a match is called in the notice that it is shown. */
  nameOf(match: Match): string;
  /** The answer about one match; `lead` is the notice that it is only like what was typed, if it is. */
  one(match: Match, lead: readonly Block[]): Promise<Answer>;
  several(matches: readonly Match[]): Answer | Promise<Answer>;
  /** Nothing is so named; `near` are a slip away. */
  miss(near: readonly Match[]): Promise<Answer>;
}

/** Answers a resolution: a choice between several, a miss with what is near, or the one that is meant. */
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

/** The same for records: several are a menu of their labels, unless the command knows better. */
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

/** The asks that give something for a record, each as a line of a menu. */
export async function recordOffers(
  record: AnyRecord,
  { library, messages }: CommandContext,
): Promise<MenuChoice[]> {
  if (record.kind === "terms")
    return [{ label: messages.offer.define(record.label), ask: createAsk("define", record.id) }];
  const concerning = recordRef(record);
  const pledges = await library.find({ kinds: ["pledges"], concerning });
  const spoken = await library.find({ kinds: ["quotes", "facts"], concerning });
  const speaks = spoken.hits.some((hit) => "speaker" in hit && hit.speaker === concerning);
  return [
    ...(pledges.hits.length > 0
      ? [{ label: messages.offer.pledge(record.label), ask: createAsk("pledge", record.id) }]
      : []),
    ...(speaks
      ? [{ label: messages.offer.quote(nameInSentence(record)), ask: createAsk("quote", record.id) }]
      : []),
  ];
}

/** Who somebody is. It gives something for everyone, so it is offered where little else is, and last. */
export const profileOffer = (record: AnyRecord, { messages }: CommandContext): MenuChoice[] =>
  record.kind === "people" || record.kind === "organizations"
    ? [{ label: messages.offer.who(nameInSentence(record)), ask: createAsk("who", record.id) }]
    : [];

/** A menu of records, each leading to the same command with the record's id. */
export function recordChoices(ask: Ask, records: readonly AnyRecord[]): MenuChoice[] {
  return records.map((record) => ({
    label: record.label,
    ask: createAsk(ask.command, record.id, ask.options),
  }));
}

/** Several match equally well: which one is meant? */
export function severalAnswer(ask: Ask, records: readonly AnyRecord[], { messages }: CommandContext): Answer {
  return createAnswer({
    ask,
    title: messages.menu.several(ask.text),
    outcome: "menu",
    lead: [textBlock(messages.menu.lead)],
    items: menuItems(recordChoices(ask, records)),
  });
}

/** The longest names of things (never of people) that stand inside longer words: Alibaba in “alibaba foundation”. */
async function namesIn(
  sought: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<readonly AnyRecord[]> {
  const things = kinds.filter((kind) => kind !== "people");
  const words = sought.split(" ").slice(0, 12);
  for (let size = words.length - 1; size > 0; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const part = words.slice(start, start + size).join(" ");
      const { by, hits } = await library.find({ words: part, kinds: things });
      if (by === "name" && hits.length > 0) return hits;
    }
  }
  return [];
}

/** What else a miss can offer. */
interface MissOffers {
  /** Names a slip away from what was typed. */
  readonly near?: readonly AnyRecord[];
  /** The same for what is no record. */
  readonly choices?: readonly MenuChoice[];
  /** The kinds among whose names the longer words may hold one. */
  readonly kinds?: readonly RecordKind[];
  /** Where the words stand, if they are no name. */
  readonly uses?: readonly MenuChoice[];
}

/**
 * Nothing on record: how much was searched and up to when; then the names that are near, what other
 * commands have under this very name, and else where the words stand.
 */
export async function missAnswer(
  ask: Ask,
  sought: string,
  nearby: MissOffers,
  context: CommandContext,
): Promise<Answer> {
  const { near = [], choices = [], kinds = [], uses = [] } = nearby;
  const { library, messages } = context;
  const named = await library.find({ words: sought });
  const names = near.length > 0 ? near : await namesIn(sought, kinds, library);
  const elsewhere =
    named.by === "name"
      ? (await Promise.all(named.hits.map((record) => recordOffers(record, context))))
          .concat(named.hits.map((record) => profileOffer(record, context)))
          .flat()
          .filter((offer) => offer.ask.command !== ask.command)
      : [];
  return createAnswer({
    ask,
    title: messages.miss.title(sought),
    outcome: "nothing",
    lead: [
      textBlock(await searchedText(library, messages)),
      ...offeredChoices(messages.miss.near, [...recordChoices(ask, names), ...choices]),
      ...offeredChoices(messages.miss.elsewhere, elsewhere),
      ...offeredChoices(messages.miss.used(sought), elsewhere.length > 0 ? [] : uses),
    ],
  });
}
