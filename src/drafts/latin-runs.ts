/** Finds the runs of capitalized words in a text that may be names. */
import { DRAFT_GRAMMARS, draftPattern } from "../language/draft-grammar.ts";
import { GIVEN_NAMES } from "../language/en/given-names.ts";
import {
  ADJECTIVES,
  FAMILY_BEHIND,
  LINK,
  MONTH_AND_DAY,
  MONTH_OR_WEEKDAY,
  OPENERS,
  TITLE_ALONE,
} from "../language/en/name-words.ts";

/** The grammars of languages in Latin letters. */
export const LATIN = DRAFT_GRAMMARS.filter(({ isUnspaced }) => !isUnspaced);
/** A word that only the name of an organization has. */
export const INSTITUTION = new RegExp(
  String.raw`(?<![\p{L}])${draftPattern(({ naming }) => naming.institutions, LATIN)}(?![\p{L}])`,
  "u",
);

/** The owners that a name begins with: “the Patients’ Forum”, “St Anne’s Hospital”, “Women’s Aid”. */
const OF_MANY = String.raw`St\.? \p{Lu}\p{Ll}+['’]s(?= \p{Lu})|(?<=[Tt]he )(?!Netherlands|Philippines|Maldives|Bahamas|Seychelles|Emirates)\p{Lu}\p{Ll}+s['’](?= \p{Lu})|(?:Women|Men|Children|People)['’]s(?= \p{Lu})`;
/** A word of a name: capitalized, with initials, hyphens and apostrophes inside. */
const CAP = String.raw`(?:${OF_MANY}|(?:\p{Lu}\.)+(?:-\p{Lu}\.)?|(?:d['’]|al-|el-)?\p{Lu}[\p{L}\p{M}\d]*(?:['’](?!s(?![\p{L}]))[\p{L}]+|['’]s(?= (?:has|had|have|will|would|said|says|and|gave|pledged|donated) ))*(?:-[\p{L}][\p{L}\p{M}]*)*)`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${CAP}(?: (?:${LINK} )?(?:${CAP}|\d{1,4}(?![\d%]|[.,]\d| ?(?:million|billion|trillion|thousand|crore|lakh|bn|per|m)(?![\p{L}]))))*`,
  "gu",
);
/** What goes on with the name of an institution: “of Civil Affairs”, “for Financial and Economic Affairs”. */
const OF_PART = new RegExp(
  String.raw`^ (?:of|for|on) (?:the )?${CAP}(?: ${CAP})*(?:,? and (?:the )?${CAP}(?: ${CAP})*)?`,
  "u",
);
const AND_PART = new RegExp(
  String.raw`^ and ${CAP}(?: ${CAP})* (?:Commission|Ministry|Department|Administration|Agency|Committee|Council|Authority|Board|Foundation|Trust|Office|Bureau|Institute|Association|Organization|Organisation|Service)(?![\p{L}])`,
  "u",
);

/** What stands before the first word of a sentence. */
export const SENTENCE_START = /(?:^|[.!?:;]["”’)]*\s+|\n\s*|["“‘(]|[•*–—-] )$/u;

/** Tells whether a word with a capital is none of a name by itself. */
export const isOpener = (word: string): boolean =>
  OPENERS.has(word.toLowerCase().replace(/\.$/, "")) || isAdjective(word);
/** Words with a capital of their own that are no part of a name at its edges: days, months, nationalities. */
const isAdjective = (word: string): boolean => ADJECTIVES.has(word.toLowerCase());

/** “British Museum”: the nationality is a part of the name. */
const isInstitutionOf = (name: string, word: string): boolean =>
  word.length > 2 &&
  isAdjective(word) &&
  INSTITUTION.test(name.slice(word.length + 1).trim()) &&
  name.length > word.length;

/** The words of a name. */
export const nameParts = (name: string): string[] => name.split(" ");

/** Returns the runs of capitalized words in a text, without what opens a sentence and with institutions whole. */
export function runsIn(text: string): { readonly name: string; readonly start: number }[] {
  const runs: { readonly name: string; readonly start: number }[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index < from) continue;
    let name = run;
    let start = index;
    const opens = SENTENCE_START.test(text.slice(Math.max(0, index - 6), index));
    for (
      let word = nameParts(name)[0]!;
      name !== "" && (opens ? isOpener(word) : isAdjective(word)) && !isInstitutionOf(name, word);
      word = nameParts(name)[0]!
    ) {
      const cut = Math.min(name.length, word.length + 1);
      start += cut;
      name = name.slice(cut);
      if (cut === word.length) break;
    }
    while (name !== "" && isAdjective(nameParts(name).at(-1)!)) name = nameParts(name).slice(0, -1).join(" ");
    if (
      name === "" ||
      (!name.includes(" ") && (isOpener(name) || TITLE_ALONE.test(name))) ||
      MONTH_AND_DAY.test(name)
    )
      continue;
    const rest = (): string => text.slice(start + name.length, start + name.length + 90);
    const and = AND_PART.exec(rest())?.[0];
    if (and && !GIVEN_NAMES.has(name.split(" ")[0]!.toLowerCase())) name += and;
    else if (and && / (?:Foundation|Trust)$/.test(and) && !name.includes(" ")) name += and;
    if (
      INSTITUTION.test(name) ||
      /^(?:University|Bank|College|Friends|Doctors|Save|House|Institute|Centre|Center|State|City|County|Town|Province|Republic|Kingdom|Government)$/.test(
        name,
      )
    ) {
      const of = OF_PART.exec(rest())?.[0];
      if (of && !isDate(of)) name += endOfPart(of, name);
    }
    if (FAMILY_BEHIND.test(rest()) && /(?<![\p{L}])the $/iu.test(text.slice(Math.max(0, start - 5), start)))
      name += " family";
    from = start + name.length;
    runs.push({ name, start });
  }
  return runs;
}

const isDate = (part: string): boolean => MONTH_OR_WEEKDAY.test(part);

/** Keeps “and Rural Affairs” in the name of a ministry; after “University of Leeds and”, another name begins. */
const endOfPart = (part: string, head: string): string =>
  /Ministry|Department|Committee|Commission|Cent(?:er|re)|Bureau|Office|School|Institute|Council|Society$/.test(
    head,
  )
    ? part
    : part.replace(/,? and .*$/u, "");
