/** Schemas of the API: they parse requests, and the OpenAPI document is generated from them. */
import { z } from "zod";
import { MAX_VALUE_LENGTH } from "../../ask/ask.ts";
import { OffsetsSchema } from "../../desk/document-schema.ts";
import { RECORD_KINDS } from "../../shelf/kinds.ts";
import { recordSchemas } from "../../shelf/records.ts";
import { IdSchema, line, schemaParts } from "../../shelf/schema-parts.ts";
import { SourceCard } from "../../shelf/sources.ts";
import { codePointLength } from "../../support/code-points.ts";

/** Maximum number of records in one reply. */
const MOST = 100;

const whole = (least: number, most: number) =>
  z.codec(z.string().regex(/^\d{1,6}$/), z.int().min(least).max(most), {
    decode: Number,
    encode: String,
  });

export const KindSchema = z.enum(RECORD_KINDS);
/** A question or search query as typed; its length counts characters, as JSON Schema's does. */
export const QuestionSchema = z
  .string()
  .trim()
  .regex(/\S/)
  .refine((text) => codePointLength(text) <= MAX_VALUE_LENGTH)
  .meta({ minLength: 1, maxLength: MAX_VALUE_LENGTH });

/** Query parameters of the record list: filters and paging. `from` counts from 1. */
export const ListingSchema = z.object({
  kind: KindSchema.optional(),
  source: IdSchema.optional(),
  from: whole(1, 999_999).default(1),
  limit: whole(1, MOST).default(50),
});

/** Query parameters of the source list: paging. */
export const SourceListingSchema = ListingSchema.pick({ from: true, limit: true });

/** A recorded passage of a stored text, with the records that cite it. */
const RecordedPassageSchema = OffsetsSchema.extend({
  text: z.string(),
  records: z.array(z.string()).describe("The records that cite it, each as kind and id."),
});

const PageSchema = z.url().describe("The address of its page.");

const SourceSummarySchema = SourceCard.extend({
  id: IdSchema,
  length: z.int().min(0).describe("The length of the stored text in code points."),
  records: z.int().min(0).describe("How many records have a passage in it."),
  page: PageSchema,
});

/** A source with its recorded passages and, when it is in the public domain, its text. */
export const SourceWholeSchema = SourceSummarySchema.extend({
  passages: z.array(RecordedPassageSchema).describe("What is recorded from it, in the order of its text."),
  text: z.string().nullable().describe("The stored text, where it is in the public domain."),
});

const RecordSummarySchema = z.object({
  kind: KindSchema,
  id: IdSchema,
  label: z.string(),
  sources: z.array(IdSchema),
  page: PageSchema,
});

/** Position and text of one piece of a record's evidence in its source. */
const StandingSchema = OffsetsSchema.extend({
  pointer: z.string().describe("Where in the record the evidence is, as a JSON Pointer."),
  source: IdSchema,
  text: z.string().describe("The stored text at this place, character for character."),
  sha256: z.string().describe("The hash of the stored text."),
  page: z.url().describe("The address of the source's page, with the passage's anchor."),
});

/** What a record holds, in the language of the reply. */
const RECORD_SCHEMAS = recordSchemas(schemaParts(line));

/** A record as stored, with the position of each piece of its evidence. */
export const RecordWholeSchema = z.object({
  kind: KindSchema,
  id: IdSchema,
  labels: z
    .record(z.string(), z.string())
    .optional()
    .describe("Its label by language, where it has several."),
  record: z.union(RECORD_KINDS.map((kind) => RECORD_SCHEMAS[kind])),
  stands: z.array(StandingSchema),
  page: PageSchema,
});

/** One page of the record list; `next` is the URL of the next page, or null. */
export const RecordListSchema = z.object({
  total: z.int().min(0).describe("How many records match."),
  from: z.int().min(1).describe("The number of the first item, counted from 1."),
  items: z.array(RecordSummarySchema),
  next: z.url().nullable().describe("The address of the next page; null on the last."),
});

/** One page of the source list; `next` is the URL of the next page, or null. */
export const SourceListSchema = z.object({
  total: z.int().min(0).describe("How many sources there are."),
  from: z.int().min(1).describe("The number of the first item, counted from 1."),
  items: z.array(SourceSummarySchema),
  next: z.url().nullable().describe("The address of the next page; null on the last."),
});

/** Problem details, the body of every API error (RFC 9457). */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
