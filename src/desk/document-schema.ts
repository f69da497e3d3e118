/** Defines the schema of an answer as JSON, as the terminal prints it with `--json` and the API returns it. */
import { z } from "zod";

/** A span of a text, as offsets in code points. */
export const OffsetsSchema = z.object({
  start: z.int().min(0).describe("In code points, from 0."),
  end: z.int().min(0).describe("In code points; exclusive."),
});

const AskSchema = z.string().describe("A question as the line that a person types.");
const PassageSchema = OffsetsSchema.extend({
  source: z.int().describe("The number of its source in this answer."),
  text: z.string(),
  marked: z.array(OffsetsSchema).optional().describe("What was searched for, as offsets into the text."),
  note: z.string().optional(),
  stated: z
    .array(OffsetsSchema)
    .optional()
    .describe("What carries what is stated, as offsets into the text."),
});
const passages = z.array(PassageSchema);
const PartSchema = z.object({
  value: z.string(),
  stated: z.boolean(),
  passages,
  order: z
    .number()
    .optional()
    .describe("Where it stands among the values of its column, such as a date among dates."),
});

const BlockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heading"), text: z.string(), group: z.literal(true).optional() }),
  z.object({ type: z.literal("text"), text: z.string(), isExtra: z.literal(true).optional() }),
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
    rows: z.array(z.array(z.array(PartSchema))),
    cautions: z.array(z.string()).optional().describe("In short, what changes how its rows are read."),
  }),
  z.object({
    type: z.literal("note"),
    texts: z.array(z.string()),
    differs: z.boolean().optional(),
    cautions: z.array(z.string()).optional().describe("In short, what changes how the answer is read."),
    reviewed: z
      .object({ count: z.int(), of: z.int() })
      .optional()
      .describe("Where it says who has reviewed the records: how many of how many a person has."),
    unreviewed: z.literal(true).optional().describe("Whether no person has reviewed any of the records."),
  }),
  z.object({ type: z.literal("copyable"), label: z.string(), text: z.string() }),
  z.object({
    type: z.literal("choices"),
    choices: z.array(z.object({ label: z.string(), detail: z.string().optional(), ask: AskSchema })),
  }),
]);

const LineSchema = z
  .object({
    type: z.literal("line"),
    parts: z.array(
      z.object({ text: z.string(), strong: z.literal(true).optional(), passages: passages.optional() }),
    ),
  })
  .describe("One line in parts, each with the passages that support it.");

/** A complete answer, with each ask as the line that a person would type. */
export const AnswerDocumentSchema = z.object({
  ask: AskSchema,
  typed: z.string().optional().describe("What was typed, where it could not be read as a question."),
  title: z.string(),
  outcome: z.enum(["found", "menu", "nothing", "mistake", "failure"]),
  audience: z.enum(["room", "asker"]),
  lead: LineSchema.optional().describe("The answer in one line."),
  lines: z.array(LineSchema.nullish()).optional().describe("Each item in one line, by the item's index."),
  mainItems: z.int().optional().describe("How many items the short form shows in full at most."),
  opening: z.array(BlockSchema),
  items: z.array(z.array(BlockSchema)),
  close: z.array(BlockSchema),
  sources: z.array(
    z.object({
      number: z.int(),
      id: z.string(),
      short: z.string(),
      full: z.string(),
      brief: z.string().optional(),
      withdrawn: z
        .strictObject({ text: z.string(), caution: z.string() })
        .optional()
        .describe("The caution against it, when its publisher has withdrawn or corrected it."),
      url: z.string().optional(),
      page: z.url().optional().describe("The address of its page, on which each passage has a place."),
    }),
  ),
  buttons: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("ask"), label: z.string(), ask: AskSchema }),
      z.object({ type: z.literal("link"), label: z.string(), url: z.string() }),
    ]),
  ),
  verdicts: z
    .array(
      z.object({
        text: z.string(),
        ...OffsetsSchema.shape,
        verdict: z.enum(["supported", "differs", "not-as-stated", "none"]),
        why: z.string(),
        sources: z.array(z.string()),
      }),
    )
    .optional()
    .describe("The verdict on each sentence of a checked message; offsets are into the message."),
  picture: z.looseObject({}).optional().describe("What a picture of it would show."),
});
