/** Names as they are filed and as they are said; the rules that a style has for them are the style's own. */

/** A person's name in its parts, or a name that has none: an institution's. */
export type CslName =
  | { readonly family: string; readonly given?: string | undefined }
  | { readonly literal: string };

const HAN = /^[\p{Script=Han}]+$/u;

/** Chinese surnames of two characters, as far as they are common. */
const COMPOUND =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|南宫|南宮|慕容|尉迟|尉遲|长孙|長孫|夏侯|皇甫|端木|令狐|公孙|公孫|宇文|申屠)(?=.)/u;

/** What no person's name has in it. */
const INSTITUTION = /(?:^|\s)(?:the|of|and|for|&)(?:\s|$)/iu;

/**
 * A name as a text gives it, in its parts. The last word is the family's, with the particles before it; in
 * Chinese characters the first one is. What cannot be told by rule is said on the source's card.
 * @param institutions names that are not a person's
 */
export function nameFrom(name: string, institutions: readonly (string | undefined)[] = []): CslName {
  if (institutions.includes(name) || INSTITUTION.test(name)) return { literal: name };
  if (HAN.test(name)) {
    if (name.length < 2 || name.length > 4) return { literal: name };
    const family = COMPOUND.exec(name)?.[0] ?? name.slice(0, 1);
    return { family, given: name.slice(family.length) };
  }
  const words = name.split(" ");
  if (words.length < 2) return { literal: name };
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const start = particle < 0 ? words.length - 1 : particle;
  return { family: words.slice(start).join(" "), given: words.slice(0, start).join(" ") };
}

/** Chinese, Japanese and Korean names are said family first, with nothing between. */
const isJoined = ({ family }: { readonly family: string }): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(family);

/** As it is filed: “Tam-Claiborne, Daniel”, “李明”, “Voice of America”. */
export function filed(
  name: CslName,
  given: (names: string) => string = (names) => names,
  between = ", ",
): string {
  if ("literal" in name) return name.literal;
  if (name.given === undefined) return name.family;
  return isJoined(name) ? name.family + name.given : name.family + between + given(name.given);
}

/** As it is said: “Daniel Tam-Claiborne”, “李明”, “Voice of America”. */
export function said(name: CslName): string {
  if ("literal" in name) return name.literal;
  if (name.given === undefined) return name.family;
  return isJoined(name) ? name.family + name.given : `${name.given} ${name.family}`;
}

/** How given names are cut to their first letters. */
export interface Initials {
  /** After each letter. */
  readonly mark: string;
  /** Between two names. */
  readonly between: string;
  /** Between the two halves of a hyphenated name. */
  readonly hyphen: string;
}

/** Given names as their first letters: “J. P.”, “B.-L.” */
export const initials =
  ({ mark, between, hyphen }: Initials) =>
  (given: string): string =>
    given
      .split(/[\s.]+/)
      .filter((name) => name !== "")
      .map((name) =>
        name
          .split("-")
          .flatMap((half) => [...half].slice(0, 1))
          .map((letter) => letter.toUpperCase() + mark)
          .join(hyphen),
      )
      .join(between);

/** “a, b, and c”: the comma before the last one is the style's to have. */
export function listed(names: readonly string[], comma: string, last: string): string {
  const [end = "", ...before] = names.toReversed();
  return before.length === 0 ? end : before.toReversed().join(comma) + last + end;
}
