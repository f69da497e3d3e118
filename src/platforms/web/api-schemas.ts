/** What the API takes and gives, as schemas: requests are read by them, and the OpenAPI document is made from them. */
import { z } from "zod";
import { MAX_VALUE_LENGTH } from "../../ask/ask.ts";
import { OffsetsSchema } from "../../desk/document-schema.ts";
import { RECORD_KINDS } from "../../shelf/kinds.ts";
import { IdSchema, RECORD_SCHEMAS } from "../../shelf/records.ts";
import { SourceCard } from "../../shelf/sources.ts";

/** The most records that one reply lists. */
const MOST = 100;

const whole = (least: number, most: number) =>
  z.codec(z.string().regex(/^\d{1,6}$/), z.int().min(least).max(most), {
    decode: Number,
    encode: String,
  });

export const KindSchema = z.enum(RECORD_KINDS);
export { IdSchema };

/** What is asked or searched for. */
export const QuestionSchema = z.string().trim().min(1).max(MAX_VALUE_LENGTH);

/** Which records are listed. */
export const ListingSchema = z.object({
  kind: KindSchema.optional(),
  source: IdSchema.optional(),
  from: whole(1, 999_999).default(1),
  limit: whole(1, MOST).default(50),
});

/** A stretch of a stored text, and the records that stand on it. */
const RecordedPassageSchema = OffsetsSchema.extend({ text: z.string(), records: z.array(z.string()) });

const SourceSummarySchema = SourceCard.extend({
  id: IdSchema,
  length: z.int().describe("Of the stored text, in UTF-16 units."),
  records: z.int().describe("How many records stand on it."),
  page: z.string(),
});

export const SourceWholeSchema = SourceSummarySchema.extend({
  passages: z.array(RecordedPassageSchema).describe("What is recorded from it, in the order of its text."),
  text: z.string().nullable().describe("The stored text, where it is in the public domain."),
});

const RecordSummarySchema = z.object({
  kind: KindSchema,
  id: IdSchema,
  label: z.string(),
  sources: z.array(IdSchema),
  page: z.string(),
});

/** Where one piece of a record's evidence stands. */
const StandingSchema = OffsetsSchema.extend({
  pointer: z.string().describe("Where in the record the evidence is, as a JSON Pointer."),
  source: IdSchema,
  text: z.string().describe("The stored text at this place, character for character."),
  sha256: z.string(),
  page: z.string(),
});

export const RecordWholeSchema = z.object({
  kind: KindSchema,
  id: IdSchema,
  record: z.union(RECORD_KINDS.map((kind) => RECORD_SCHEMAS[kind])),
  stands: z.array(StandingSchema),
  page: z.string(),
});

export const RecordListSchema = z.object({
  total: z.int(),
  from: z.int(),
  items: z.array(RecordSummarySchema),
  next: z.string().nullable(),
});

export const SourceListSchema = z.object({ items: z.array(SourceSummarySchema) });

/** What went wrong (RFC 9457). */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
