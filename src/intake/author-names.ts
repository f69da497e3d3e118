/** Reads names of authors as CSL-JSON has them: people by family and given name, institutions as they stand. */
import { isInstitutionName, namesInByline } from "../language/byline-grammar.ts";
import type { CslName } from "../shelf/csl-names.ts";
import { containsHan } from "../support/han.ts";

/** Words that belong to the family name after them. */
const PARTICLES = new Set(
  "al bin da dal de del della den der des di dos du el ibn la las le los san st ten ter van von zu".split(
    " ",
  ),
);

/** A name written family name first, with one comma: “Lee, Ann”. */
const INVERTED = /^([^,]+),\s+([^,]+)$/u;

/** The most words that a person's name has. */
const MOST_WORDS = 5;

/**
 * Returns one name: a literal for an institution, a family name alone for one that has no parts that can be told apart, such
 * as 李安 and “Banksy”. A person must never be taken for an institution, since an institution may be the publisher.
 */
export function parseName(written: string, isPerson?: boolean): CslName {
  const name = written.replace(/\s+/g, " ").trim();
  const words = name.split(" ");
  const isInstitution =
    isPerson === false ||
    words.length > MOST_WORDS ||
    /[\d@/]/.test(name) ||
    (isPerson !== true && isInstitutionName(name));
  if (isInstitution) return { literal: name };
  if (words.length < 2 || containsHan(name)) return { family: name };
  // A suffix belongs to the family name: “Martin Luther King Jr.”.
  let first = words.length - (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1)!) && words.length > 2 ? 2 : 1);
  while (first > 1 && PARTICLES.has(words[first - 1]!.toLowerCase())) first -= 1;
  return { family: words.slice(first).join(" "), given: words.slice(0, first).join(" ") };
}

/** Returns the names of a text that may hold several, and words around them, such as “By Ann Lee and Bo Chen”. */
export function parseByline(byline: string): CslName[] {
  const inverted = INVERTED.exec(byline.trim());
  // “Lee, Ann” is one name; “Ann Lee, Bo Chen” are two, and have spaces on both sides.
  if (inverted && !/\s/.test(inverted[1]!.trim()) && !/^by\b/i.test(byline) && !isInstitutionName(byline))
    return [{ family: inverted[1]!.trim(), given: inverted[2]!.trim() }];
  return namesInByline(byline)
    .filter((name) => !/^(?:https?:)?\/\//i.test(name) && name.length <= 100)
    .map((name) => parseName(name));
}
