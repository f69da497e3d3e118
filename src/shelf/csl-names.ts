/** Parses names as reference managers write them, and shows them in reading order. */
import { z } from "zod";

const part = z.string().trim().min(1);

/** A mark that is true or false, in any of the forms that CSL-JSON allows. */
const mark = z.preprocess(
  (value) => (["string", "number"].includes(typeof value) ? !/^(?:|0|false)$/.test(String(value)) : value),
  z.boolean(),
);

/** The members of a person's name that are used; what else it has is kept. */
const PERSON_MEMBERS = {
  family: part,
  given: part.optional(),
  /** A particle that is left out where the family name stands alone, such as “van” in “Ludwig van Beethoven”. */
  "dropping-particle": part.optional(),
  /** A particle that stays with the family name, such as “de” in “Simone de Beauvoir”. */
  "non-dropping-particle": part.optional(),
  /** Such as “Jr.” or “III”. */
  suffix: part.optional(),
  "comma-suffix": mark.optional(),
  /** Written family name first wherever it stands. */
  "static-ordering": mark.optional(),
  "parse-names": mark.optional(),
};

export type CslPerson = z.output<z.ZodObject<typeof PERSON_MEMBERS>>;
/** A person's name in parts, or a `literal` name, such as that of an institution. */
export type CslName = CslPerson | { readonly literal: string };

/** Removes empty parts; a name of one part is a family name, and a name in parts has no second form. */
function normalized(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const all = Object.fromEntries(
    Object.entries(value).filter(
      ([, text]) => text !== null && !(typeof text === "string" && text.trim() === ""),
    ),
  );
  const { literal, given, family, ...rest } = all;
  if (family !== undefined) return { family, ...(given === undefined ? {} : { given }), ...rest };
  return literal === undefined && given !== undefined ? { family: given, ...rest } : all;
}

/** Parses a name in any of the forms in which CSL-JSON has one. */
export const CslNameSchema: z.ZodType<CslName> = z.preprocess(
  normalized,
  z.union([z.looseObject(PERSON_MEMBERS), z.looseObject({ literal: part })], {
    error: "expected a person, with family and given as text, or an institution, with its name as literal",
  }),
);

/** Tells whether a name is written family name first, without a space: Chinese, Japanese and Korean names. */
export const isEastAsianName = ({ family }: { readonly family: string }): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(family);

/** Joins a particle and a name: no space follows an apostrophe or a hyphen, as in “d’Ormesson” and “al-Khatib”. */
export const withParticle = (particle: string | undefined, name: string): string =>
  particle === undefined ? name : /['’-]$/u.test(particle) ? particle + name : `${particle} ${name}`;

/** Returns the particles of a name that stand between the given and the family names, in this order. */
export const particlesOf = (name: CslPerson): string | undefined => {
  const both = [name["dropping-particle"], name["non-dropping-particle"]].filter((one) => one !== undefined);
  return both.length === 0 ? undefined : both.reduce((first, second) => withParticle(first, second));
};

/** Returns a name in reading order: “Daniel Tam-Claiborne”, “Ludwig van Beethoven”, “李明”, “Voice of America”. */
export function displayName(name: CslName): string {
  if ("literal" in name) return name.literal;
  const family = withParticle(particlesOf(name), name.family);
  const { given, suffix } = name;
  const whole =
    given === undefined
      ? family
      : isEastAsianName(name)
        ? name.family + given
        : name["static-ordering"]
          ? `${family} ${given}`
          : `${given} ${family}`;
  return suffix === undefined ? whole : `${whole}${name["comma-suffix"] ? "," : ""} ${suffix}`;
}
