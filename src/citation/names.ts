/** Formats authors' names by rules that each style sets. */
import {
  type CslName,
  type CslPerson,
  isEastAsianName,
  particlesOf,
  withParticle,
} from "../shelf/csl-names.ts";

/** How a style files a person's name. */
export interface FilingStyle {
  /** How given names are written. */
  readonly given?: (names: string) => string;
  /** How the family name is written, with a particle that stays with it. */
  readonly family?: (name: string) => string;
  /** What separates the family name from the given names. */
  readonly between?: string;
  /** What separates the names from “Jr.” */
  readonly beforeSuffix?: string;
  /** Puts a particle that stays with the family name behind the given names: “Beauvoir, Simone de”. */
  readonly demotesParticle?: boolean;
}

/**
 * Writes a name for sorting: “Tam-Claiborne, Daniel”, “de Beauvoir, Simone”, “李明”, “Voice of
 * America”.
 */
export function filedName(
  asGiven: CslName,
  {
    given: shorten = (names) => names,
    family: write = (family) => family,
    between = ", ",
    beforeSuffix = ", ",
    demotesParticle = false,
  }: FilingStyle = {},
): string {
  if ("literal" in asGiven) return asGiven.literal;
  const name = splitParticles(asGiven);
  const { given, family, suffix, "non-dropping-particle": kept, "dropping-particle": dropped } = name;
  if (given !== undefined && isEastAsianName(name)) return write(family) + given;
  const first = write(demotesParticle ? family : withParticle(kept, family));
  const particles = demotesParticle ? particlesOf(name) : dropped;
  const rest = [
    ...(given === undefined ? [] : [shorten(given)]),
    ...(particles === undefined ? [] : [particles]),
  ];
  const separator = name["static-ordering"] ? " " : between;
  const whole = rest.length === 0 ? first : first + separator + rest.join(" ");
  return suffix === undefined ? whole : whole + beforeSuffix + suffix;
}

/** Words in lower case that begin a family name, or end the given names. */
const KEPT_PARTICLES = /^((?:\p{Ll}[\p{L}’']*\s+)*(?:\p{Ll}[\p{L}]*(?:[’'-]|\s+)))(?=\p{Lu})/u;
const DROPPED_PARTICLES = /^(\p{Lu}.*?)\s+(\p{Ll}[\p{L}’']*(?:\s+\p{Ll}[\p{L}’']*)*)$/u;

/**
 * Splits particles off a name that came without: “van Dyck” has one that stays with the family name, and “Ludwig van” one
 * that follows the given names, as CSL's processors read them.
 */
function splitParticles(name: CslPerson): CslPerson {
  if (particlesOf(name) !== undefined || name["static-ordering"]) return name;
  const kept = KEPT_PARTICLES.exec(name.family)?.[1];
  const [, given, dropped] = DROPPED_PARTICLES.exec(name.given ?? "") ?? [];
  return {
    ...name,
    ...(kept === undefined
      ? {}
      : { family: name.family.slice(kept.length), "non-dropping-particle": kept.trim() }),
    ...(given === undefined || dropped === undefined ? {} : { given, "dropping-particle": dropped }),
  };
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
