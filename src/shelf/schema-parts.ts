/**
 * The parts of which the schemas of all kinds are built. Fields named `stated` quote the source and must occur in the
 * passage beside them; labels, notes and reasons are the desk's own text; `aliases` are other names that people may type.
 */
import { z } from "zod";
import { LOCALES } from "../language/messages.ts";
import { ID_PATTERN, RECORD_KINDS } from "./kinds.ts";
import { eachLanguage, type TextsByLanguage, translatedText } from "./translations.ts";

/** A text of one line or more that says something. */
export const line = z.string().trim().min(1);

/** The id of a record or a source: its file name without the extension. */
export const IdSchema = z.string().regex(ID_PATTERN, "expected lower-case words joined by hyphens");

/** A reference to another record: `kind/id`. */
const Ref = z.templateLiteral([z.enum(RECORD_KINDS), "/", z.string()]);

/** Who gave something: the id of an organization, as most givers here are, or the reference to a person. */
const Donor = z
  .string()
  .regex(
    new RegExp(`^(?:people/)?${ID_PATTERN.source.slice(1)}`),
    "expected the id of an organization, or people/ and the id of a person",
  );

const PartialDate = z
  .string()
  .regex(/^(\d{4}s|\d{4}(-\d{2}(-\d{2})?)?)$/, "expected 2021, 2021-08, 2021-08-17 or 1990s");

/** Who entered a record, and which person has reviewed it since. */
const Review = z
  .strictObject({ entered: z.iso.date(), reviewedBy: line.nullable(), reviewedOn: z.iso.date().nullable() })
  .refine((review) => (review.reviewedBy === null) === (review.reviewedOn === null), {
    error: "reviewedBy and reviewedOn go together: both null, or both given",
  });

/** The most words of a caution, and in Chinese the most characters. */
const CAUTION = { words: 12, characters: 36 } as const;

const isShort = (text: string): boolean =>
  text.split(/\s+/).length <= CAUTION.words &&
  (text.match(/\p{Script=Han}/gu) ?? []).length <= CAUTION.characters;

const english = z
  .string({
    error: ({ input }) =>
      input === undefined ? "is missing: a text by language has at least the English one" : undefined,
  })
  .trim()
  .min(1);
const others = LOCALES.filter((locale) => locale !== "en").map(
  (locale) => [locale, line.optional()] as const,
);

/**
 * The desk's own text as a file has it: in English, or by language. What is read is an English text by its type only:
 * `takeEnglish` makes it one.
 */
export const FileText = z.union(
  [
    line,
    z
      .strictObject({ en: english, ...Object.fromEntries(others) })
      .transform((texts) => translatedText(texts as TextsByLanguage)),
  ],
  {
    error: ({ input }) => `${input === undefined ? "is missing: " : ""}expected a text, or texts by language`,
  },
) as unknown as typeof line;

/**
 * Returns what a kind's schema is built from. It is handed over, so that nobody loads zod who only needs the other rules.
 * @param text the desk's own text: one line, or as a file has it
 */
export function schemaParts(text: typeof line) {
  /**
   * A passage of a source, as a TextQuoteSelector (W3C Web Annotation Data Model, 4.2.4). `prefix` and `suffix`
   * are needed only when `exact` occurs more than once.
   */
  const Evidence = z.strictObject({
    source: IdSchema,
    exact: line,
    prefix: z.string().min(1).optional(),
    suffix: z.string().min(1).optional(),
    /** An editor's remark on the stored text, such as an ellipsis of the source's own. */
    note: text.optional(),
  });

  /** Words quoted from the source. `evidence` is given when they are outside the record's own passages. */
  const StatedText = z.strictObject({ stated: line, evidence: Evidence.optional() });

  /**
   * A date as the source words it, and the date it resolves to. `inferred` gives the editor's reason when the
   * date is more precise than the words. Without `date` it is unresolved.
   */
  const StatedDate = z.strictObject({
    stated: line,
    evidence: Evidence.optional(),
    date: PartialDate.optional(),
    to: PartialDate.optional(),
    inferred: text.optional(),
  });

  /** What a source calls a person or an organization. Without `stated`, the source gives the name and no role. */
  const StatedRole = z.strictObject({
    stated: line.optional(),
    evidence: Evidence,
    of: IdSchema.optional(),
  });

  /** A note that changes how an answer is read: short, since it stands beside what it is about. */
  const caution = z
    .strictObject({ text, caution: z.literal(true) })
    .refine((note) => eachLanguage(note.text).every(isShort), {
      path: ["text"],
      error: `expected at most ${CAUTION.words} words in a caution, or ${CAUTION.characters} Chinese characters`,
    });

  /** The fields that a record of any kind has. */
  const base = {
    label: text,
    aliases: z.array(line).default([]),
    /** Names similar to this record's that mean something else: text with one never matches this record. */
    notConfusedWith: z.array(line).default([]),
    notes: z
      .array(z.union([text, caution], { error: "expected a text, or an object with text and caution" }))
      .default([]),
    review: Review,
  };

  return {
    z,
    line,
    text,
    Id: IdSchema,
    Ref,
    Donor,
    Evidence,
    passages: z.array(Evidence).min(1),
    StatedText,
    StatedDate,
    StatedRole,
    base,
  } as const;
}
/** The parts from which a kind's schema is built. */
export type SchemaParts = ReturnType<typeof schemaParts>;
