/** Reads names of authors as CSL-JSON has them: family and given name where they can be told, else as they stand. */
import { namesInByline } from "../language/byline-grammar.ts";
import type { CslName } from "../shelf/csl-names.ts";
import { containsHan } from "../support/han.ts";

/** Words that belong to the family name after them. */
const PARTICLES = new Set(
  "al bin da dal de del della den der des di dos du el ibn la las le los san st ten ter van von zu".split(
    " ",
  ),
);

/** Words of names that are no person's. */
const INSTITUTION =
  /\b(?:agency|associated press|associates|association|board|bureau|center|centre|club|committee|company|council|daily|department|desk|editors?|foundation|group|inc|institute|ltd|magazine|media|ministry|network|news|newspaper|newsroom|office|organi[sz]ation|post|press|radio|reuters|review|service|society|staff|team|times|tribune|university|weekly)\b/i;

/** A name written family name first, with one comma: “Lee, Ann”. */
const INVERTED = /^([^,]+),\s+([^,]+)$/u;

/** Returns one name; one that cannot be told apart stays a literal. */
export function parseName(written: string, isPerson?: boolean): CslName {
  const name = written.replace(/\s+/g, " ").trim();
  const words = name.split(" ");
  const isLiteral =
    isPerson === false ||
    words.length < 2 ||
    words.length > 5 ||
    containsHan(name) ||
    /[\d@/]/.test(name) ||
    (isPerson !== true && INSTITUTION.test(name));
  if (isLiteral) return { literal: name };
  // A suffix belongs to the family name: “Martin Luther King Jr.”.
  let first = words.length - (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1)!) && words.length > 2 ? 2 : 1);
  while (first > 1 && PARTICLES.has(words[first - 1]!.toLowerCase())) first -= 1;
  return { family: words.slice(first).join(" "), given: words.slice(0, first).join(" ") };
}

/** Returns the names of a text that may hold several, and words around them, such as “By Ann Lee and Bo Chen”. */
export function parseByline(byline: string): CslName[] {
  const inverted = INVERTED.exec(byline.trim());
  // “Lee, Ann” is one name; “Ann Lee, Bo Chen” are two, and have spaces on both sides.
  if (inverted && !/\s/.test(inverted[1]!.trim()) && !/^by\b/i.test(byline) && !INSTITUTION.test(byline))
    return [{ family: inverted[1]!.trim(), given: inverted[2]!.trim() }];
  return namesInByline(byline)
    .filter((name) => !/^(?:https?:)?\/\//i.test(name) && name.length <= 100)
    .map((name) => parseName(name));
}
