/** Names as they are filed; the rules that a style has for them are the style's own. */
import { type CslName, isEastAsianName } from "../shelf/csl.ts";

/** As it is filed: “Tam-Claiborne, Daniel”, “李明”, “Voice of America”. */
export function filedName(
  name: CslName,
  given: (names: string) => string = (names) => names,
  between = ", ",
): string {
  if ("literal" in name) return name.literal;
  if (name.given === undefined) return name.family;
  return isEastAsianName(name) ? name.family + name.given : name.family + between + given(name.given);
}

/** How given names are cut to their first letters. */
export interface InitialStyle {
  /** After each letter. */
  readonly mark: string;
  /** Between two names. */
  readonly between: string;
  /** Between the two halves of a hyphenated name. */
  readonly hyphen: string;
}

/** Given names as their first letters: “J. P.”, “B.-L.” */
export const createInitials =
  ({ mark, between, hyphen }: InitialStyle) =>
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
export function joinNames(names: readonly string[], comma: string, last: string): string {
  const [end = "", ...before] = names.toReversed();
  return before.length === 0 ? end : before.toReversed().join(comma) + last + end;
}
