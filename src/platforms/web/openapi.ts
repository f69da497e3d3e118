/** Generates the API's OpenAPI 3.1 document from the schemas of its requests and replies. */
import { z } from "zod";
import { AnswerDocumentSchema } from "../../desk/document-schema.ts";
import { IdSchema } from "../../shelf/schema-parts.ts";
import * as schemas from "./api-schemas.ts";
import { PROBLEM_EXAMPLES, REPLY_EXAMPLES } from "./openapi-examples.ts";

/**
 * The version of the contract. What is added raises its second number; what is taken away or means something else
 * raises its first.
 */
const API_VERSION = "2.2.0";

const COMPONENTS = {
  Answer: AnswerDocumentSchema,
  Record: schemas.RecordWholeSchema,
  RecordList: schemas.RecordListSchema,
  Source: schemas.SourceWholeSchema,
  SourceList: schemas.SourceListSchema,
  Problem: schemas.ProblemSchema,
} as const;

type Reply = keyof typeof REPLY_EXAMPLES;
type Problem = keyof typeof PROBLEM_EXAMPLES;

interface TupleSchema {
  type?: string;
  prefixItems?: readonly object[];
  minItems?: number;
  maxItems?: number;
  oneOf?: readonly object[];
}

/** Describes a tuple by each of the lengths that it may have, which a list of schemas alone leaves open. */
function boundTuple(schema: TupleSchema, least: number): void {
  const members = schema.prefixItems ?? [];
  const ofLength = (size: number): TupleSchema => ({
    type: "array",
    prefixItems: members.slice(0, size),
    minItems: size,
    maxItems: size,
  });
  const lengths = members.map((_, index) => index + 1).filter((size) => size >= least);
  for (const name of ["type", "prefixItems", "items"] as const) delete schema[name as keyof TupleSchema];
  Object.assign(schema, lengths.length === 1 ? ofLength(lengths[0]!) : { oneOf: lengths.map(ofLength) });
}

function schemaOf(schema: z.ZodType): object {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, {
    override({ zodSchema, jsonSchema }) {
      if (!(zodSchema instanceof z.ZodTuple)) return;
      const { items } = zodSchema._zod.def;
      boundTuple(jsonSchema as TupleSchema, items.filter((item) => item._zod.optin !== "optional").length);
    },
  });
  return rest;
}

const refTo = (name: keyof typeof COMPONENTS) => ({ $ref: `#/components/schemas/${name}` });

const PROBLEMS: Readonly<Record<Problem, string>> = {
  400: "A value is not understood; `detail` says which.",
  404: "There is nothing of this name.",
  414: "The query is longer than any question may be.",
  500: "The request failed here; `detail` has an id that the log has too.",
  503: "More is asked for at once than can be drawn; Retry-After says when to try again.",
};

const problemReply = (status: Problem) => ({
  description: PROBLEMS[status],
  content: { "application/problem+json": { schema: refTo("Problem"), example: PROBLEM_EXAMPLES[status] } },
});

const parameter = (
  place: "query" | "path",
  name: string,
  schema: z.ZodType,
  description: string,
  example: string | number,
  required = place === "path",
) => ({ name, in: place, required, description, schema: schemaOf(schema), example });

interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly gives: Reply;
  readonly given: string;
  readonly parameters?: readonly object[];
  readonly problems: readonly Problem[];
}

const operation = ({ id, summary, description, gives, given, parameters = [], problems }: Operation) => ({
  get: {
    operationId: id,
    summary,
    description,
    tags: [id === "ask" ? "questions" : "shelf"],
    parameters,
    responses: {
      200: {
        description: given,
        content: { "application/json": { schema: refTo(gives), example: REPLY_EXAMPLES[gives] } },
      },
      ...Object.fromEntries(problems.map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  },
});

const { shape } = schemas.ListingSchema;
const COMMON: readonly Problem[] = [414, 500, 503];

/**
 * Returns the OpenAPI document.
 * @param server base URL of the API, without a trailing slash
 */
export const openApiDocument = (server: string): object => ({
  openapi: "3.1.0",
  info: {
    title: "Refdesk",
    version: API_VERSION,
    description: [
      "What stored sources say, word for word. Of a source whose publisher keeps the rights, nothing gives more than the recorded passages.",
      "Every offset and every length counts Unicode code points, as TextPositionSelector of the W3C Web Annotation Data Model does, from 0; `end` is exclusive. The numbers in a page's anchor are part of its name: take positions from `start` and `end`.",
      "Every address is absolute. Nothing needs a key, and scripts of any site may read the replies.",
    ].join("\n\n"),
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: server }],
  security: [],
  tags: [
    { name: "questions", description: "Answers to what people ask." },
    { name: "shelf", description: "The records and the sources behind the answers." },
  ],
  paths: {
    "/api/ask": operation({
      id: "ask",
      gives: "Answer",
      given: "The answer, which may be that nothing is on record.",
      summary: "Answer a question",
      description:
        "Answers a command's line, such as `/pledge alibaba`, or a question as people write it, in English or Chinese. The answer's own words are in the language that Accept-Language prefers.",
      parameters: [parameter("query", "q", schemas.QuestionSchema, "The question.", "/pledge alibaba", true)],
      problems: [400, ...COMMON],
    }),
    "/api/records": operation({
      id: "listRecords",
      gives: "RecordList",
      given: "One page of the records that match.",
      summary: "List records",
      description: "Lists the records on the shelf page by page; `next` is the address of the next page.",
      parameters: [
        parameter("query", "kind", shape.kind.unwrap(), "Only records of this kind.", "pledges"),
        parameter(
          ...([
            "query",
            "source",
            shape.source.unwrap(),
            "Only records with a passage in this source.",
          ] as const),
          "voa-common-prosperity",
        ),
        parameter("query", "from", shape.from, "The first record to list, counted from 1.", 1),
        parameter("query", "limit", shape.limit, "The most records to list.", 50),
      ],
      problems: [400, ...COMMON],
    }),
    "/api/records/{kind}/{id}": operation({
      id: "getRecord",
      gives: "Record",
      given: "The record as it is stored.",
      summary: "Get a record",
      description: "Returns a record as it is stored, with the place of each of its passages in its source.",
      parameters: [
        parameter("path", "kind", schemas.KindSchema, "The kind of record.", "events"),
        parameter("path", "id", IdSchema, "The record's id.", "poverty-declared-eliminated"),
      ],
      problems: [404, ...COMMON],
    }),
    "/api/sources": operation({
      id: "listSources",
      gives: "SourceList",
      given: "One page of the sources, without their texts.",
      summary: "List sources",
      description:
        "Lists the sources on the shelf page by page: who published what, when, and under which rights.",
      parameters: [
        parameter("query", "from", shape.from, "The first source to list, counted from 1.", 1),
        parameter("query", "limit", shape.limit, "The most sources to list.", 50),
      ],
      problems: [400, ...COMMON],
    }),
    "/api/sources/{id}": operation({
      id: "getSource",
      gives: "Source",
      given: "The source.",
      summary: "Get a source",
      description:
        "Returns a source with its recorded passages, and with its text where that is in the public domain.",
      parameters: [parameter("path", "id", IdSchema, "The source's id.", "supchina-tech-philanthropy")],
      problems: [404, ...COMMON],
    }),
  },
  components: {
    schemas: Object.fromEntries(Object.entries(COMPONENTS).map(([name, schema]) => [name, schemaOf(schema)])),
    responses: Object.fromEntries(
      Object.keys(PROBLEMS).map((status) => [status, problemReply(Number(status) as Problem)]),
    ),
  },
});
