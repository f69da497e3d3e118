/** Tells whether a sentence gives the parts of a passage other roles: who did something to whom. */
import { claimPattern, claimWords } from "../language/claim-grammar.ts";
import { isOffice } from "./offices.ts";
import { isAttribution, isSayer } from "./statement-attribution.ts";
import { isAfterMeans } from "./statement-clauses.ts";
import type { SharedParts } from "./statement-order.ts";
import { isLink, type StatementPart } from "./statement-parts.ts";
import { ORGANIZATIONS, PAST, statementPattern } from "./statement-patterns.ts";
import { mayChange, type ReadParts, readParts } from "./statement-rearrangement.ts";
import { wordKey } from "./word-keys.ts";

const OWNED = statementPattern(({ owned }) => `(?:${owned})\\s+$`);
const BOUND = new RegExp(
  `^${claimPattern(({ sums: { over, nearly, about, atLeast } }) => `${over}|${nearly}|${about}|${atLeast}`)}$`,
  "iu",
);
const OWN = statementPattern(({ determiners }) => `(?:${determiners})\\s+$`);
const MANNER = statementPattern(({ manner }) => `(?:${manner})$`);
const AGO = statementPattern(({ ago }) => `^(?:${ago})$`);

/** A part that both texts have, with its place in each. */
interface SharedPart {
  readonly part: StatementPart;
  readonly at: number;
}

type SharedPair = readonly [SharedPart, SharedPart];

/** Tells whether whoever acts in the passive of one text stands after what is done in the other, too. */
function hasOtherAgent(pairs: readonly SharedPair[], texts: readonly [ReadParts, ReadParts]): boolean {
  return ([0, 1] as const).some((side) => {
    const there = side === 0 ? 1 : 0;
    // “Hit by rain” is “hit with rain”.
    const isMeans = pairs.some(
      (pair) => texts[side].agents.has(pair[side].at) && isAfterMeans(texts[there].parts, pair[there].at),
    );
    if (isMeans) return false;
    return pairs.some((pair) => {
      const { at } = pair[side];
      if (!texts[side].agents.has(at) || texts[there].agents.has(pair[there].at)) return false;
      const verb = pairs.findLast((one) => one[side].at < at && texts[side].passive.has(one[side].at));
      return verb !== undefined && verb[there].at < pair[there].at;
    });
  });
}

/** Tells whether a part is a measure or a bound of a number, as “years”, “ago” and “over” in “over five years ago”. */
const isOfNumber = ({ parts }: ReadParts, at: number): boolean =>
  (parts[at - 1]?.kind === "number" && /^[\s-]*$/.test(parts[at]!.gap ?? "")) ||
  (parts[at - 2]?.kind === "number" && AGO.test(parts[at]!.text)) ||
  (parts[at + 1]?.kind === "number" && BOUND.test(parts[at]!.text));

/** Tells whether a part belongs to a date after it, as “since” in “since 2016”. */
const isBeforeDate = (parts: readonly StatementPart[], at: number): boolean =>
  isLink(parts[at]!) && parts[at + 1]?.kind === "date";

/** Tells whether a part only takes up whom the text has named, as “the company”. */
const isAnaphor = ({ key, gap = "" }: StatementPart): boolean => ORGANIZATIONS.has(key) && OWN.test(gap);

/** Tells whether an organization stands beside somebody who is on record as its own: “Xiaomi’s Lei Jun”. */
const isOwnOrganization = ({ record }: StatementPart, said: readonly StatementPart[], at: number): boolean =>
  record?.kind === "organizations" &&
  [at - 2, at - 1, at + 1, at + 2].some((place) => {
    const person = said[place]?.record;
    const between = said.slice(Math.min(at, place) + 1, Math.max(at, place));
    return (
      person?.kind === "people" &&
      person.roles.some(({ of }) => of === record.id) &&
      between.every(({ text }) => isOffice(text))
    );
  });

const ADDRESSED = new RegExp(
  `(?<!\\p{L})${claimPattern(({ sentences }) => sentences.addresses)}\\s+(?:the\\s+)?$`,
  "iu",
);
/** Tells whether a name is of whoever is spoken to. */
const isAddressed = ({ kind, gap = "" }: StatementPart): boolean => kind === "name" && ADDRESSED.test(gap);

/** Tells whether a name stands for the pronoun before the same thing, as in “Xi’s themes” for “his themes”. */
function isOwner(
  { kind }: StatementPart,
  next: StatementPart | undefined,
  known: readonly StatementPart[],
  shared: SharedParts,
): boolean {
  if (kind !== "name" || !/^['’]s?\s/.test(next?.gap ?? "")) return false;
  const other = shared.find(([one]) => one === next)?.[1];
  return other !== undefined && known.includes(other) && OWNED.test(other.gap ?? "");
}

const GIVING = new Set(claimWords(({ vocabulary }) => vocabulary.roles.gives).map(wordKey));

/** Tells whether what only happened in the passage gives something in the sentence, as in “Zhengzhou gave”. */
const isMadeGiver = (pairs: readonly SharedPair[], said: ReadParts): boolean =>
  pairs.some(([one, other]) => {
    const verb = pairs.find(([next]) => next.at === one.at + 1);
    return (
      one.part.record?.kind === "events" &&
      verb !== undefined &&
      verb[0].part.kind === "word" &&
      GIVING.has(verb[0].part.key) &&
      /^\s*$/.test(verb[0].part.gap ?? "") &&
      !said.passive.has(verb[0].at) &&
      verb[1].at !== other.at + 1
    );
  });

/** Tells whether whoever is named before a verb does, in one text, what is done to them in the other: “X hit the rain”. */
const hasOtherVoice = (pairs: readonly SharedPair[], said: ReadParts, known: ReadParts): boolean =>
  pairs.some(([one, other]) => {
    const [verb, same] = pairs.find(([next]) => next.at === one.at + 1) ?? [];
    if (!verb || !same || one.part.kind !== "name" || verb.part.kind !== "word") return false;
    if (said.passive.has(verb.at)) {
      const isSomebody = one.part.record?.kind === "people" || one.part.record?.kind === "organizations";
      const isDone = PAST.test(verb.part.text) && !said.agents.has(verb.at + 1);
      return isSomebody && isDone && !known.passive.has(same.at) && same.at > other.at;
    }
    const hasObject = said.parts.length > verb.at + 1 && /^\s+$/.test(verb.part.gap ?? "");
    return hasObject && known.passive.has(same.at) && same.at === other.at + 1;
  });

/**
 * Tells whether parts stand the other way round in the passage, and nothing explains it: no passive, no list, no
 * compound, no phrase that was moved as a whole.
 */
export function isTurnedRound(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
  speaker?: string,
): boolean {
  const [own, read] = [readParts(said), readParts(known)];
  const all = shared.flatMap(([one, other]): [SharedPart, SharedPart][] => {
    const isActor = one.kind === "word" || one.kind === "name";
    if (!other || !isActor) return [];
    const [at, place] = [said.indexOf(one), known.indexOf(other)];
    const isTeller =
      one.key === speaker ? isAttribution(said, at) : isSayer(said, at) && isSayer(known, place);
    if (isTeller) return [];
    if (isOwner(one, said[at + 1], known, shared)) return [];
    if (MANNER.test(one.text) && MANNER.test(other.text)) return [];
    if (isAddressed(one) && isAddressed(other)) return [];
    if (isOwnOrganization(one, said, at)) return [];
    // “Since February” may open a sentence or end it.
    if (isBeforeDate(said, at) && isBeforeDate(known, place)) return [];
    if (isOfNumber(own, at) || isOfNumber(read, place) || (isAnaphor(one) && isAnaphor(other))) return [];
    return [
      [
        { part: one, at },
        { part: other, at: place },
      ],
    ];
  });
  if (isMadeGiver(all, own)) return true;
  const pairs = all.filter(([{ part }]) => part.record?.kind !== "events");
  if (hasOtherAgent(pairs, [own, read]) || hasOtherVoice(all, own, read)) return true;
  return pairs.some(([first, former], index) =>
    pairs
      .slice(index + 1)
      .some(
        ([second, latter]) =>
          latter.at < former.at && !mayChange(own, [first.at, second.at], read, [latter.at, former.at]),
      ),
  );
}
