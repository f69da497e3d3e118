/** Tells whether a sentence speaks of an event, and which words identify one. */

import { claimPattern, claimWords } from "../language/claim-grammar.ts";
import { foldName } from "../shelf/fold.ts";
import { recordNames } from "../shelf/kinds.ts";
import type { EventRecord } from "../shelf/records.ts";
import { labelIn } from "../shelf/translations.ts";
import { containsHan } from "../support/han.ts";
import { stemWord, stemWords } from "./stems.ts";
import type { ClaimToken } from "./tokens.ts";

const ONCE = new RegExp(String.raw`\b${claimPattern(({ events }) => events.once)}\b`, "i");
const ORDINAL = new RegExp(String.raw`\b${claimPattern(({ events }) => events.ordinal)}\b`, "i");
const SMALL_STEMS = new Set(claimWords(({ events }) => events.smallWords).map(stemWord));

/** Tells whether an event can happen only once, so that another year is a wrong date and not another event. */
export const happensOnce = (event: EventRecord): boolean => ONCE.test(labelIn(event, "en"));

/** Returns the stems in an event's label that distinguish it from other events. */
export const distinctiveStems = (event: EventRecord): string[] =>
  stemWords(labelIn(event, "en").replace(ORDINAL, "")).filter(
    (stem) => stem !== "" && !SMALL_STEMS.has(stem),
  );

/** Collects the parts of an event's names that say what happened rather than where. */
function happenings(event: EventRecord): {
  readonly stems: ReadonlySet<string>;
  readonly hanEndings: readonly string[];
} {
  const names = recordNames(event);
  const lowerCase = names.flatMap((name) => name.match(/(?<![\p{L}])\p{Ll}[\p{L}’'-]*/gu) ?? []);
  const han = names.filter(containsHan);
  const hanEndings = han.flatMap((name) =>
    han
      .filter((shorter) => name !== shorter && name.startsWith(shorter))
      .map((shorter) => name.slice(shorter.length)),
  );
  return {
    stems: new Set(lowerCase.map(stemWord).filter((stem) => !SMALL_STEMS.has(stem))),
    hanEndings,
  };
}

/**
 * Tells whether a sentence that contains one of an event's names speaks of the event and not only of its place. A
 * name that is part of a longer one needs a further word on what happened.
 */
export function isAboutEvent(event: EventRecord, token: ClaimToken, text: string): boolean {
  const { stems, hanEndings } = happenings(event);
  const names = recordNames(event).map(foldName);
  const name = foldName(token.text);
  const isBare =
    names.some((other) => other !== name && ` ${other} `.includes(` ${name} `)) ||
    (containsHan(token.text) &&
      event.aliases.some((alias) => alias !== token.text && alias.startsWith(token.text)));
  if (!isBare) return true;
  return (
    stemWords(text).some((stem) => stems.has(stem)) || hanEndings.some((ending) => text.includes(ending))
  );
}
