/** Finds givers by where a sentence names them: in a list, behind “from” or “by”, or as owners of a gift. */
import { AGENT_BEFORE, AGENT_END, LIST_GAP, NAMING_ASIDE, OWNED_GIFT } from "../language/draft-patterns.ts";
import type { Entity, Mention } from "./entities.ts";
import type { ReadSentence } from "./reading.ts";

/** The names that a list has from one of them on. */
export function listFrom(mentions: readonly Mention[], at: number, sentence: ReadSentence): Mention[] {
  const list = [mentions[at]!];
  const gapAfter = (index: number): string =>
    sentence.text
      .slice(mentions[index]!.end - sentence.start, mentions[index + 1]!.start - sentence.start)
      .replace(NAMING_ASIDE, "");
  for (let before = at - 1; before >= 0 && LIST_GAP.test(gapAfter(before)); before--)
    list.unshift(mentions[before]!);
  for (let next = at + 1; next < mentions.length; next++) {
    if (!LIST_GAP.test(gapAfter(next - 1))) break;
    list.push(mentions[next]!);
  }
  return list;
}

/** The entities of a list of mentions, each once. */
export const names = (list: readonly Mention[]): Entity[] => [...new Set(list.map(({ entity }) => entity))];

/** Returns those named behind “from” or “by” in the words that follow. */
export function agents(sentence: ReadSentence, from: number, end: number): Entity[] {
  const stop = sentence.text.slice(from, end).search(AGENT_END);
  const to = stop < 0 ? end : from + stop;
  const own = sentence.mentions.filter(
    (one) => one.start - sentence.start >= from && one.start - sentence.start < to,
  );
  const at = own.findIndex((one) =>
    AGENT_BEFORE.test(
      sentence.text.slice(Math.max(0, one.start - sentence.start - 60), one.start - sentence.start),
    ),
  );
  if (at < 0) return [];
  const after = sentence.text.slice(own[at]!.end - sentence.start);
  // “from X’s founder, NAME”: the owner gave nothing.
  if (/^['’]s? /u.test(after)) {
    const person = own.findIndex((one, index) => index > at && one.entity.kind === "people");
    return person < 0 ? [] : names(listFrom(own, person, sentence));
  }
  return names(listFrom(own, at, sentence));
}

/** Returns those who own the word of giving: “X’s pledge of”, “X’s $5m gift”. */
export function owners(sentence: ReadSentence, at: number): Entity[] {
  const own = sentence.mentions.filter((one) => one.end - sentence.start <= at).at(-1);
  if (!own) return [];
  return OWNED_GIFT.test(sentence.text.slice(own.end - sentence.start, at)) ? [own.entity] : [];
}

/** How many sentences back a list is sought. */
const LIST_REACH = 3;

/** Returns the last list of so many organizations before an offset: those that “the three companies” means. */
export function lastList(
  sentences: readonly ReadSentence[],
  { index }: ReadSentence,
  offset: number,
  count: number,
): Entity[] {
  for (let at = index; at >= 0 && at > index - LIST_REACH; at--) {
    const sentence = sentences[at]!;
    const own = sentence.mentions.filter(
      ({ entity, end }) => entity.kind === "organizations" && (at < index || end <= offset),
    );
    for (let from = own.length - 1; from >= 0; from--) {
      const list = names(listFrom(own, from, sentence));
      if (list.length === count) return list;
    }
  }
  return [];
}
