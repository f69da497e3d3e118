/** Finds words of a passage that limit or deny what it says, and that a sentence leaves out. */
import type { SharedParts } from "./statement-order.ts";
import {
  hasKey,
  isContrast,
  isLimiting,
  isLink,
  isNegation,
  isRelative,
  type StatementPart,
} from "./statement-parts.ts";
import { BOUNDARY, PAST } from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

/** How many parts after a limiting word may be what it limits. */
const LIMITED_PARTS = 2;
/** How many after a denial that something is allowed: “not allow companies to donate”. */
const FORBIDDEN_PARTS = 4;
const ALLOWS = new Set(STATEMENT_GRAMMARS.flatMap(({ allows }) => allows.split(" ").map(wordKey)));
/**
 * How many characters before the first shared word a limiting word still limits it, as in “only gave”, and one that denies it
 * or opens a phrase, as in “instead of relying on”.
 */
const BEFORE = { word: 12, phrase: 30, denial: 60 } as const;

const reachOf = (part: StatementPart): number =>
  isNegation(part) ? BEFORE.denial : isLink(part) ? BEFORE.phrase : BEFORE.word;

/**
 * Tells whether a word of the sentence only describes the next one, whose like stands in another clause of the passage: “the
 * donated money”. What is denied of a donation there is not denied of the money.
 */
function isDescription(
  part: StatementPart,
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
): boolean {
  const pair = shared.find(([, other]) => other === part);
  const next = pair && said[said.indexOf(pair[0]) + 1];
  const described = next && shared.find(([one]) => one === next)?.[1];
  if (!pair || !described || !PAST.test(pair[0].text) || !/^\s+$/.test(next.gap ?? "")) return false;
  const [from, to] = [known.indexOf(part), known.indexOf(described)];
  return from < to && known.slice(from + 1, to + 1).some(({ gap = "" }) => BOUNDARY.test(gap));
}

/** Returns the words that limit or deny what a sentence shares with a passage. */
export function droppedWords(
  shared: SharedParts,
  said: readonly StatementPart[],
  known: readonly StatementPart[],
  taken: ReadonlySet<StatementPart>,
): StatementPart[] {
  const places = shared.flatMap(([, part]) =>
    part && part.kind !== "name" && !isRelative(part) ? [part.start] : [],
  );
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return known.filter(
    (part, index) =>
      !taken.has(part) &&
      !said.some((one) => hasKey(one, part.key) && isLimiting(part) && !isNegation(part)) &&
      ((isContrast(part) && places.some((place) => place > part.start)) ||
        (isLimiting(part) &&
          part.start > first - reachOf(part) &&
          part.start < last &&
          known
            .slice(
              index + 1,
              index + 1 + (ALLOWS.has(known[index + 1]?.key ?? "") ? FORBIDDEN_PARTS : LIMITED_PARTS),
            )
            .some((next) => taken.has(next) && !isDescription(next, shared, said, known)))),
  );
}
