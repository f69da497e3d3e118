/** Generates the API's OpenAPI 3.1 document from the schemas of its requests and replies. */
import { z } from "zod";
import { AnswerDocumentSchema } from "../../desk/document-schema.ts";
import { IdSchema } from "../../shelf/schema-parts.ts";
import * as schemas from "./api-schemas.ts";

const COMPONENTS = {
  Answer: AnswerDocumentSchema,
  Record: schemas.RecordWholeSchema,
  RecordList: schemas.RecordListSchema,
  Source: schemas.SourceWholeSchema,
  SourceList: schemas.SourceListSchema,
  Problem: schemas.ProblemSchema,
} as const;

type Component = keyof typeof COMPONENTS;

function schemaOf(schema: z.ZodType, io: "input" | "output" = "output"): object {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

const refTo = (name: Component) => ({ $ref: `#/components/schemas/${name}` });

const reply = (description: string, name: Component, type = "application/json") => ({
  description,
  content: { [type]: { schema: refTo(name) } },
});

const problem = (description: string) => reply(description, "Problem", "application/problem+json");

const inQuery = (name: string, schema: z.ZodType, description: string, required = false) => ({
  ...{ name, in: "query", required, description },
  schema: schemaOf(schema, "input"),
});

const inPath = (name: string, schema: z.ZodType, description: string) => ({
  ...{ name, in: "path", required: true, description },
  schema: schemaOf(schema),
});

interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly gives: Component;
  readonly parameters?: readonly object[];
  readonly missing?: true;
}

const operation = ({ id, summary, gives, parameters = [], missing }: Operation) => ({
  get: {
    ...{ operationId: id, summary, parameters },
    responses: {
      200: reply("What was asked for.", gives),
      ...(parameters.length > 0 ? { 400: problem("A value that is not understood.") } : {}),
      ...(missing ? { 404: problem("There is nothing of this name.") } : {}),
    },
  },
});

const { shape } = schemas.ListingSchema;

/**
 * Returns the OpenAPI document.
 * @param server base URL of the API
 */
export const openApiDocument = (server: string): object => ({
  openapi: "3.1.0",
  info: {
    title: "Refdesk",
    version: "1.0.0",
    description:
      "What stored sources say, word for word. Of a source whose publisher keeps the rights, nothing gives more than the recorded passages.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: server }],
  paths: {
    "/api/ask": operation({
      ...{ id: "ask", gives: "Answer" },
      summary: "The answer to a question, as a command's line or as people write it",
      parameters: [inQuery("q", schemas.QuestionSchema, "The question, such as /pledge alibaba", true)],
    }),
    "/api/records": operation({
      ...{ id: "listRecords", gives: "RecordList" },
      summary: "The records on the shelf, page by page",
      parameters: [
        inQuery("kind", shape.kind, "Only records of this kind"),
        inQuery("source", shape.source, "Only records that stand on this source"),
        inQuery("from", shape.from, "The first record to list, from 1"),
        inQuery("limit", shape.limit, "How many to list"),
      ],
    }),
    "/api/records/{kind}/{id}": operation({
      ...{ id: "getRecord", gives: "Record", missing: true },
      summary: "One record, and where it stands",
      parameters: [
        inPath("kind", schemas.KindSchema, "The kind of record"),
        inPath("id", IdSchema, "The record's id"),
      ],
    }),
    "/api/sources": operation({
      ...{ id: "listSources", gives: "SourceList" },
      summary: "The sources on the shelf",
    }),
    "/api/sources/{id}": operation({
      ...{ id: "getSource", gives: "Source", missing: true },
      summary: "One source, and what is recorded from it",
      parameters: [inPath("id", IdSchema, "The source's id")],
    }),
  },
  components: {
    schemas: Object.fromEntries(Object.entries(COMPONENTS).map(([name, schema]) => [name, schemaOf(schema)])),
  },
});
