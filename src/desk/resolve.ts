/** From the words of an ask to the record that is meant, to a choice between several, or to nothing. */

import { type Ask, makeAsk } from "../ask/ask.ts";
import type { Finding, FoundBy, Library } from "../library/library.ts";
import { type Kind, refOf } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { type Answer, type Block, type Choice, makeAnswer } from "./answer.ts";
import type { Desk } from "./command.ts";
import { nameInside } from "./lookup.ts";

/**
 * What the words came to. `one`: this record, found by `likeness` if that is set. `several`: equal matches.
 * `near`: nothing, but these names are a slip away. `none`: nothing at all.
 */
export type Resolved =
  | { readonly type: "one"; readonly record: AnyRecord; readonly likeness: boolean }
  | { readonly type: "several" | "near"; readonly records: readonly AnyRecord[] }
  | { readonly type: "none" };

const RANK: readonly FoundBy[] = ["name", "words", "likeness"];

/**
 * Looks among names, group of kinds by group. The surer way of finding wins; between equals, the earlier
 * group. People are never taken for one another: a likeness to a person's name is only near.
 */
export async function resolve(
  words: string,
  groups: readonly (readonly Kind[])[],
  library: Library,
): Promise<Resolved> {
  const findings: Finding[] = [];
  for (const kinds of groups) {
    const finding = await library.find({ words, kinds });
    if (finding.hits.length > 0) findings.push(finding);
    if (findings[0]?.by === "name") break;
  }
  const [best] = findings.sort((a, b) => RANK.indexOf(a.by) - RANK.indexOf(b.by));
  const [first, ...others] = best?.hits ?? [];
  if (!best || !first) return { type: "none" };
  const likeness = best.by === "likeness";
  if (likeness && (others.length > 0 || best.hits.some(({ kind }) => kind === "people")))
    return { type: "near", records: best.hits };
  return others.length > 0
    ? { type: "several", records: best.hits }
    : { type: "one", record: first, likeness };
}

/** The asks that give something for a record, each as a line of a menu. */
export async function offersFor(record: AnyRecord, { library, words }: Desk): Promise<Choice[]> {
  if (record.kind === "terms")
    return [{ label: words.offer.define(record.label), ask: makeAsk("define", record.id) }];
  const concerning = refOf(record);
  const pledges = await library.find({ kinds: ["pledges"], concerning });
  const spoken = await library.find({ kinds: ["quotes", "facts"], concerning });
  const speaks = spoken.hits.some((hit) => "speaker" in hit && hit.speaker === concerning);
  return [
    ...(pledges.hits.length > 0
      ? [{ label: words.offer.pledge(record.label), ask: makeAsk("pledge", record.id) }]
      : []),
    ...(speaks ? [{ label: words.offer.quote(nameInside(record)), ask: makeAsk("quote", record.id) }] : []),
  ];
}

/** Who somebody is. It gives something for everyone, so it is offered where little else is, and last. */
export const whoOffer = (record: AnyRecord, { words }: Desk): Choice[] =>
  record.kind === "people" || record.kind === "organizations"
    ? [{ label: words.offer.who(nameInside(record)), ask: makeAsk("who", record.id) }]
    : [];

/** A menu of records, each leading to the same command with the record's id. */
export function menuOf(ask: Ask, records: readonly AnyRecord[]): Choice[] {
  return records.map((record) => ({
    label: record.label,
    ask: makeAsk(ask.command, record.id, ask.options),
  }));
}

/** Several match equally well: which one is meant? */
export function several(ask: Ask, records: readonly AnyRecord[], { words }: Desk): Answer {
  return makeAnswer({
    ask,
    title: words.menu.several(ask.words),
    outcome: "menu",
    lead: [{ type: "text", text: words.menu.lead }],
    items: menuOf(ask, records).map((choice) => [{ type: "choices", choices: [choice] }]),
  });
}

/** The longest names of things (never of people) that stand inside longer words: Alibaba in “alibaba foundation”. */
async function namesIn(
  sought: string,
  kinds: readonly Kind[],
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
export interface Nearby {
  /** Names a slip away from what was typed. */
  readonly near?: readonly AnyRecord[];
  /** The same for what is no record. */
  readonly choices?: readonly Choice[];
  /** The kinds among whose names the longer words may hold one. */
  readonly kinds?: readonly Kind[];
  /** Where the words stand, if they are no name. */
  readonly uses?: readonly Choice[];
}

/**
 * Nothing on record: how much was searched and up to when; then the names that are near, what other
 * commands have under this very name, and else where the words stand.
 */
export async function miss(ask: Ask, sought: string, nearby: Nearby, desk: Desk): Promise<Answer> {
  const { near = [], choices = [], kinds = [], uses = [] } = nearby;
  const { library, words } = desk;
  const { sources, upTo } = await library.about();
  const named = await library.find({ words: sought });
  const names = near.length > 0 ? near : await namesIn(sought, kinds, library);
  const elsewhere =
    named.by === "name"
      ? (await Promise.all(named.hits.map((record) => offersFor(record, desk))))
          .concat(named.hits.map((record) => whoOffer(record, desk)))
          .flat()
          .filter((offer) => offer.ask.command !== ask.command)
      : [];
  const offered = (text: string, choices: readonly Choice[]): Block[] =>
    choices.length === 0
      ? []
      : [
          { type: "text", text },
          { type: "choices", choices },
        ];
  return makeAnswer({
    ask,
    title: words.miss.title(sought),
    outcome: "nothing",
    lead: [
      { type: "text", text: words.miss.searched(sources.length, upTo) },
      ...offered(words.miss.near, [...menuOf(ask, names), ...choices]),
      ...offered(words.miss.elsewhere, elsewhere),
      ...offered(words.miss.used(sought), elsewhere.length > 0 ? [] : uses),
    ],
  });
}
