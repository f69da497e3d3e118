/** The API: its OpenAPI document is valid, replies match it, and answers equal the terminal's. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { renderJson } from "../../../src/delivery/json.ts";
import { createBot } from "../../../src/desk/bot.ts";
import { placelessCommands } from "../../../src/desk/command.ts";
import { AnswerDocumentSchema } from "../../../src/desk/document-schema.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { keptLog, library, shelf } from "../../desks.ts";
import { LOCAL_URL, PAGES, siteOver } from "./site.ts";

const { get } = await siteOver();
const bot = createBot(library, placelessCommands(commands), englishMessages, keptLog(), undefined, PAGES);
const data = async (path: string) => JSON.parse((await get(path)).body);
const document = await data("/api/openapi.json");
const records = [...shelf.records.values()];

/** Validates replies against the schemas of the OpenAPI document. */
const ajv = new Ajv2020({ strict: false, formats: { uri: true, date: true } });
ajv.addSchema(document, "desk");
const faultsOf = (name: string, value: unknown) => {
  const validate = ajv.getSchema(`desk#/components/schemas/${name}`);
  return validate?.(value) ? [] : (validate?.errors ?? [`no schema ${name}`]);
};

describe("the description", () => {
  it("is one of OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect([valid, errors]).toEqual([true, undefined]);
    expect(document.openapi).toBe("3.1.0");
  });

  it("names every path that there is", async () => {
    expect(Object.keys(document.paths)).toMatchInlineSnapshot(`
      [
        "/api/ask",
        "/api/records",
        "/api/records/{kind}/{id}",
        "/api/sources",
        "/api/sources/{id}",
      ]
    `);
  });

  it("types a date by as many parts as it may have", () => {
    const { issued } =
      document.components.schemas.SourceList.properties.items.items.properties.citation.properties;
    const [parts] = issued.properties["date-parts"].prefixItems;
    expect(parts.oneOf.map(({ minItems, maxItems }: Record<string, number>) => [minItems, maxItems])).toEqual(
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    );
  });
});

describe("a reply is what the description says", () => {
  it.each([
    ["RecordList", "/api/records"],
    ["RecordList", "/api/records?kind=quotes&limit=3&from=2"],
    ["RecordList", "/api/records?source=voa-common-prosperity"],
    ["SourceList", "/api/sources"],
    ["Source", "/api/sources/voa-common-prosperity"],
    ["Source", "/api/sources/supchina-tech-philanthropy"],
    ["Problem", "/api/records?kind=words"],
    ["Problem", "/api/nothing"],
  ])("%s: %s", async (name, path) => {
    expect(faultsOf(name, await data(path))).toEqual([]);
  });

  it("for every record", async () => {
    for (const record of records)
      expect(faultsOf("Record", await data(`/api/records/${recordRef(record)}`)), record.id).toEqual([]);
  });

  it("for an answer of every command, to the last member", async () => {
    for (const line of [
      ...commands.flatMap(({ name, examples }) => [`/${name}`, ...examples]),
      ...["/nothing", "/quote xi item:2", "/who somebody"],
    ]) {
      const answer = await data(`/api/ask?q=${encodeURIComponent(line)}`);
      expect(faultsOf("Answer", answer), line).toEqual([]);
      // Parsing strips fields that are missing from the schema.
      expect(AnswerDocumentSchema.parse(answer), line).toEqual(answer);
    }
  });
});

describe("an answer", () => {
  it.each(["/pledge alibaba", "/compare alibaba tencent", "/nothing", "/quote zzz"])(
    "to %s is the document that the terminal prints",
    async (line) => {
      const { body, status } = await get(`/api/ask?q=${encodeURIComponent(line)}`);
      expect(status).toBe(200);
      expect(body).toBe(renderJson(await bot.answerLine(line)));
    },
  );

  it("to a question as people write it is that of the command that is meant", async () => {
    expect((await data("/api/ask?q=what+did+xi+say+about+poverty%3F")).ask).toBe("/quote xi about:poverty");
  });
});

describe("records", () => {
  it("are listed page by page, each once", async () => {
    const all: string[] = [];
    for (let next: string | null = "/api/records?limit=40"; next !== null; ) {
      const page: { total: number; items: { page: string }[]; next: string | null } = await data(next);
      expect(page.total).toBe(records.length);
      all.push(...page.items.map((item) => item.page));
      next = page.next?.replace(LOCAL_URL, "") ?? null;
    }
    expect(all).toEqual(records.map((record) => `${LOCAL_URL}/records/${recordRef(record)}`));
  });

  it("say where they stand, by offsets into the stored text", async () => {
    const { stands } = await data("/api/records/pledges/alibaba-common-prosperity");
    for (const { source, start, end, text, sha256 } of stands) {
      const stored = shelf.sources.get(source)!;
      expect(stored.text.slice(start, end)).toBe(text);
      expect(sha256).toBe(stored.sha256);
    }
    expect(stands.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/accounts/0/passages/0",
      "/accounts/1/passages/0",
    ]);
  });
});

it.each([
  ["/api/ask", 400, "The value of “q” is not one that is understood."],
  [`/api/ask?q=${"x".repeat(501)}`, 400, "At most 500 characters can be asked at once."],
  ["/api/records?kind=words", 400, "The value of “kind” is not one that is understood."],
  ["/api/records?limit=1000", 400, "The value of “limit” is not one that is understood."],
  ["/api/records?from=-1", 400, "The value of “from” is not one that is understood."],
  ["/api/records?source=../x", 400, "The value of “source” is not one that is understood."],
  ["/api/records/quotes/nobody", 404, undefined],
  ["/api/sources/nothing", 404, undefined],
])("%s is a problem: %d", async (path, status, detail) => {
  const reply = await get(path);
  expect(reply.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(JSON.parse(reply.body)).toMatchObject({
    status,
    type: "about:blank",
    ...(detail ? { detail } : {}),
  });
  expect(reply.status).toBe(status);
});
