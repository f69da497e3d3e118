/**
 * The parts of which the schemas of all kinds are built. Fields named `stated` quote the source and must occur in the
 * passage beside them; `label` and `notes` are written by editors; `aliases` are other names that people may type.
 */
import { z } from "zod";
import { ID_PATTERN, RECORD_KINDS } from "./kinds.ts";

const line = z.string().trim().min(1);

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
  note: line.optional(),
});

/** Words quoted from the source. `evidence` is given when they are outside the record's own passages. */
const StatedText = z.strictObject({ stated: line, evidence: Evidence.optional() });

const PartialDate = z
  .string()
  .regex(/^(\d{4}s|\d{4}(-\d{2}(-\d{2})?)?)$/, "expected 2021, 2021-08, 2021-08-17 or 1990s");

/**
 * A date as the source words it, and the date it resolves to. `inferred` gives the editor's reason when the
 * date is more precise than the words. Without `date` it is unresolved.
 */
const StatedDate = z.strictObject({
  stated: line,
  evidence: Evidence.optional(),
  date: PartialDate.optional(),
  to: PartialDate.optional(),
  inferred: line.optional(),
});

/** What a source calls a person or an organization. Without `stated`, the source gives the name and no role. */
const StatedRole = z.strictObject({
  stated: line.optional(),
  evidence: Evidence,
  of: IdSchema.optional(),
});

/** Who entered a record, and which person has reviewed it since. */
const Review = z
  .strictObject({ entered: z.iso.date(), reviewedBy: line.nullable(), reviewedOn: z.iso.date().nullable() })
  .refine((review) => (review.reviewedBy === null) === (review.reviewedOn === null), {
    error: "reviewedBy and reviewedOn go together: both null, or both given",
  });

/** The most words of a caution. */
const CAUTION_WORDS = 12;

/** A note that changes how an answer is read: short, since it stands beside what it is about. */
const caution = z.strictObject({
  text: line.refine((text) => text.split(/\s+/).length <= CAUTION_WORDS, {
    error: `expected at most ${CAUTION_WORDS} words in a caution`,
  }),
  caution: z.literal(true),
});

/** The fields that a record of any kind has. */
const base = {
  label: line,
  aliases: z.array(line).default([]),
  /** Names similar to this record's that mean something else: text with one never matches this record. */
  notConfusedWith: z.array(line).default([]),
  notes: z.array(z.union([line, caution])).default([]),
  review: Review,
};

/** What a kind's schema is built from. It is handed over, so that nobody loads zod who only needs the other rules. */
export const SCHEMA_PARTS = {
  z,
  line,
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
/** The type of `SCHEMA_PARTS`. */
export type SchemaParts = typeof SCHEMA_PARTS;
