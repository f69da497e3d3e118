/** Formats authors' names by rules that each style sets. */
import { type CslName, isEastAsianName } from "../shelf/csl.ts";

/**
 * Writes a name for sorting: “Tam-Claiborne, Daniel”, “李明”, “Voice of America”.
 * @param given how given names are written
 * @param between what separates the family name from the given names
 */
export function filedName(
  name: CslName,
  given: (names: string) => string = (names) => names,
  between = ", ",
): string {
  if ("literal" in name) return name.literal;
  if (name.given === undefined) return name.family;
  return isEastAsianName(name) ? name.family + name.given : name.family + between + given(name.given);
}

/** How given names are abbreviated to initials. */
export interface InitialStyle {
  /** Follows each letter. */
  readonly mark: string;
  /** Separates two names. */
  readonly between: string;
  /** Joins the halves of a hyphenated name. */
  readonly hyphen: string;
}

/** Creates a function that abbreviates given names: “J. P.”, “B.-L.” */
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

/** Joins names with `comma` between them and `last` before the last one: “a, b, and c”. */
export function joinNames(names: readonly string[], comma: string, last: string): string {
  const [end = "", ...before] = names.toReversed();
  return before.length === 0 ? end : before.toReversed().join(comma) + last + end;
}
