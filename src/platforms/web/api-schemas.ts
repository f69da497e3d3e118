/** What the API takes and gives, as schemas: requests are read by them, and the OpenAPI document is made from them. */
import { z } from "zod";
import { MAX_VALUE_LENGTH } from "../../ask/ask.ts";
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

const Offsets = z.object({ start: z.int().min(0), end: z.int().min(0) });

/** A stretch of a stored text, and the records that stand on it. */
const RecordedPassage = Offsets.extend({ text: z.string(), records: z.array(z.string()) });

export const SourceSummary = SourceCard.extend({
  id: IdSchema,
  length: z.int().describe("Of the stored text, in UTF-16 units."),
  records: z.int().describe("How many records stand on it."),
  page: z.string(),
});

export const SourceWhole = SourceSummary.extend({
  passages: z.array(RecordedPassage).describe("What is recorded from it, in the order of its text."),
  text: z.string().nullable().describe("The stored text, where it is in the public domain."),
});

export const RecordSummary = z.object({
  kind: KindSchema,
  id: IdSchema,
  label: z.string(),
  sources: z.array(IdSchema),
  page: z.string(),
});

/** Where one piece of a record's evidence stands. */
const Standing = Offsets.extend({
  pointer: z.string().describe("Where in the record the evidence is, as a JSON Pointer."),
  source: IdSchema,
  text: z.string().describe("The stored text at this place, character for character."),
  sha256: z.string(),
  page: z.string(),
});

export const RecordWhole = z.object({
  kind: KindSchema,
  id: IdSchema,
  record: z.union(RECORD_KINDS.map((kind) => RECORD_SCHEMAS[kind])),
  stands: z.array(Standing),
  page: z.string(),
});

export const RecordList = z.object({
  total: z.int(),
  from: z.int(),
  items: z.array(RecordSummary),
  next: z.string().nullable(),
});

export const SourceList = z.object({ items: z.array(SourceSummary) });

const Ask = z.string().describe("A question as the line that a person types.");
const Passage = Offsets.extend({
  source: z.int().describe("The number of its source in this answer."),
  text: z.string(),
  marked: z.array(Offsets).optional(),
  note: z.string().optional(),
});
const passages = z.array(Passage);
const Part = z.object({ value: z.string(), stated: z.boolean(), passages });

const Block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heading"), text: z.string(), group: z.literal(true).optional() }),
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("quote"),
    passages,
    speaker: z.string().optional(),
    fragment: z.string().optional(),
  }),
  z.object({ type: z.literal("report"), passages, speaker: z.string().optional() }),
  z.object({
    type: z.literal("details"),
    rows: z.array(z.object({ label: z.string(), value: z.string(), stated: z.boolean() })),
    passages,
  }),
  z.object({
    type: z.literal("table"),
    columns: z.array(z.string()),
    heads: z
      .int()
      .optional()
      .describe("How many of the first cells say what a row is about; one without it."),
    rows: z.array(z.array(z.array(Part))),
  }),
  z.object({ type: z.literal("note"), texts: z.array(z.string()), differs: z.boolean().optional() }),
  z.object({ type: z.literal("copyable"), label: z.string(), text: z.string() }),
  z.object({
    type: z.literal("choices"),
    choices: z.array(z.object({ label: z.string(), detail: z.string().optional(), ask: Ask })),
  }),
]);

/** The document of an answer, as the terminal's --json prints it. */
export const AnswerDocument = z.object({
  ask: Ask,
  typed: z.string().optional().describe("What was typed, where it could not be read as a question."),
  title: z.string(),
  outcome: z.enum(["found", "menu", "nothing", "mistake", "failure"]),
  audience: z.enum(["room", "asker"]),
  lead: z.array(Block),
  items: z.array(z.array(Block)),
  close: z.array(Block),
  sources: z.array(
    z.object({
      number: z.int(),
      id: z.string(),
      short: z.string(),
      full: z.string(),
      url: z.string().optional(),
      page: z.string().optional().describe("The address of its page, on which each passage has a place."),
    }),
  ),
  buttons: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("ask"), label: z.string(), ask: Ask }),
      z.object({ type: z.literal("link"), label: z.string(), url: z.string() }),
    ]),
  ),
  picture: z.looseObject({}).optional().describe("What a picture of it would show."),
});

/** What went wrong (RFC 9457). */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
