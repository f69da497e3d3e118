/** The tools, asked by the protocol's own client over HTTP, in both versions of the protocol. */
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { parseAsk, printAsk } from "../../../src/ask/ask.ts";
import type { Block } from "../../../src/desk/answer.ts";
import { placelessCommands } from "../../../src/desk/command.ts";
import { AnswerDocumentSchema } from "../../../src/desk/document-schema.ts";
import { figuresBeside, uncitedFigures } from "../../cited-figures.ts";
import { shelf } from "../../desks.ts";
import { serveTools, textOf, VERSIONS } from "./serving.ts";

const served = await serveTools();
afterAll(() => served.server.stop());

/** The parts of a document that these tests read. */
interface Document {
  readonly ask: string;
  readonly outcome: string;
  readonly opening: readonly Block[];
  readonly items: readonly (readonly Block[])[];
  readonly close: readonly Block[];
  readonly sources: readonly { readonly number: number; readonly id: string }[];
  readonly verdicts?: readonly { readonly verdict: string }[];
}

const asked = placelessCommands(commands);

/** Returns a command's example as a call of its tool. */
function callOf(line: string) {
  const parsed = parseAsk(line, commands);
  if (!("ask" in parsed)) throw new Error(line);
  const { command, text, options } = parsed.ask;
  const [first] = commands.find(({ name }) => name === command)!.options;
  return { name: command, arguments: { ...(text === "" ? {} : { [first!.name]: text }), ...options } };
}

describe.each(VERSIONS)("in version %s", async (version) => {
  const client = await served.connect(version);
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const result = await client.callTool({ name, arguments: given });
    return { ...result, text: textOf(result), document: result.structuredContent as unknown as Document };
  };
  const { tools } = await client.listTools();

  it("every command that is answered alike everywhere is a tool, and no other", () => {
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(tools.map(({ name }) => name)).toEqual(asked.map(({ name }) => name));
    expect(tools.length).toBe(11);
    for (const { annotations } of tools)
      expect(annotations).toEqual({
        ...{ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      });
  });

  it("a tool has its command's options as its arguments, and says when to use it and how to quote", () => {
    const quote = tools.find(({ name }) => name === "quote")!;
    expect(quote.inputSchema).toMatchInlineSnapshot(`
      {
        "additionalProperties": false,
        "properties": {
          "about": {
            "description": "Only quotes about this",
            "maxLength": 500,
            "type": "string",
          },
          "detail": {
            "description": "How much of the answer: full or notes",
            "enum": [
              "full",
              "notes",
            ],
            "type": "string",
          },
          "item": {
            "description": "The number of the item to begin with, in a long answer",
            "maximum": 999999,
            "minimum": 1,
            "type": "integer",
          },
          "speaker": {
            "description": "Who said it, or a topic",
            "maxLength": 500,
            "type": "string",
          },
        },
        "type": "object",
      }
    `);
    expect(quote.description).toMatchInlineSnapshot(
      `"What a person or an institution said, word for word. Use it before you quote or paraphrase anyone: it tells word-for-word quotations from reported speech. Quote the passages word for word, keep each number such as [1] beside its passage, keep […] where words are left out, and list the numbered sources. Where nothing is on record, say so and add nothing of your own."`,
    );
    for (const { name, description, inputSchema } of tools) {
      const { options } = asked.find((command) => command.name === name)!;
      const names = [...options.map((option) => option.name), "item", "detail"];
      expect(Object.keys(inputSchema.properties ?? {})).toEqual(names);
      expect(description).toMatch(/\. .*(?:Use|use) it .*word for word/s);
    }
  });

  it("what it connects to says what is on the shelf, and how to use it", () => {
    expect(client.getInstructions()).toMatchInlineSnapshot(`
      "Refdesk answers from 2 stored sources with 111 records; the latest known source is of 23 Nov 2021. It knows nothing else, and makes nothing up.
      The sources: “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’” and “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap”.
      Ask it before you quote, cite, or give a figure or a date about what these sources cover.
      Every result has numbered passages from stored texts. Quote them word for word with their numbers, and list their sources. Never add a quotation, a figure or a source that no result has.
      A miss says how many sources were searched: pass that on. A note of the desk's is labelled, and is not a source's word. Where sources differ, give both.
      A line such as /quote xi item:3 in a result is a further call: the tool quote, with its first argument and the others by name.
      Sources and records can be read whole as refdesk://sources/<id> and refdesk://records/<kind>/<id>."
    `);
  });

  it.each(asked.flatMap(({ name, examples }) => [`/${name}`, ...examples]))(
    "%s gives the document that the API gives, by one schema",
    async (line) => {
      const { document } = await call(callOf(line).name, callOf(line).arguments);
      const parsed = parseAsk(line, commands);
      const typed = "ask" in parsed ? printAsk(parsed.ask) : line;
      expect(document).toEqual(await served.api(`/api/ask?q=${encodeURIComponent(typed)}`));
      expect(AnswerDocumentSchema.parse(document)).toEqual(document);
    },
  );

  it("that schema is the API's", async () => {
    const { components } = await served.api("/api/openapi.json");
    const ajv = new Ajv2020({ strict: false, formats: { uri: true } });
    const [ours, its] = [tools[0]!.outputSchema!, components.schemas.Answer].map((one) => ajv.compile(one));
    const { document } = await call("check", { text: "Alibaba committed $16 billion." });
    for (const member of Object.keys(document)) {
      const { [member as keyof Document]: _, ...rest } = document;
      expect([ours!(rest), its!(rest)], member).toEqual([its!(rest), ours!(rest)]);
      expect([ours!({ ...rest, [member]: 7 }), its!({ ...rest, [member]: 7 })]).toEqual([false, false]);
    }
    expect([ours!(document), its!(document)]).toEqual([true, true]);
    // Clients of before read schemas as draft 7.
    const older = new Ajv({ strict: false, formats: { uri: true } }).compile(
      tools[0]!.outputSchema as object,
    );
    expect([older(document), older({ ...document, title: 7 })]).toEqual([true, false]);
    for (const tool of tools) expect(tool.outputSchema).toEqual(tools[0]!.outputSchema);
  });

  it("reads as the short answer, with its sources in full", async () => {
    expect((await call("pledge", { subject: "alibaba" })).text).toMatchInlineSnapshot(`
      "Alibaba: “$15.5 billion” [1] or “$15 billion” [2]; the sources differ

        […] Alibaba committed $15.5 billion over the next several years toward initiatives […] [1]
        Daniel Zhang, […] said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all. [2]
      One pledge by our reading: neither source has the other’s sum.

      Zhengzhou flood relief: four companies together
      Joint, with: Alibaba, Tencent, ByteDance and Meituan
        […] Chinese tech giants AlibabaTencentByteDance, and Meituan pledged a total of $154 million for flood relief efforts. [1]
      One sum for the four together; no shares stated.
      Not to be added to the “nearly $300 million” given before it.
      “In July”: Jul 2021, year inferred.

      [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed

      - Cite: /cite supchina-tech-philanthropy voa-common-prosperity
      - Whole passages: /pledge alibaba detail:full
      - Notes (14): /pledge alibaba detail:notes
      - Quotes: Daniel Zhang: /quote daniel-zhang
      - Define: Common prosperity: /define common-prosperity
      - Pledges: World Internet Conference: /pledge world-internet-conference
      - Pledges: Zhengzhou floods: /pledge zhengzhou-floods

      Sources
      [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. http://localhost:3000/sources/supchina-tech-philanthropy
      [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain. http://localhost:3000/sources/voa-common-prosperity"
    `);
  });

  it("gives the verdicts of a check", async () => {
    const { text, document } = await call("check", { text: "Alibaba committed $16 billion." });
    expect(document.verdicts?.map(({ verdict }) => verdict)).toEqual(["differs"]);
    expect(text).toContain("Amount differs from both sources");
  });

  it("says a miss as an answer, and a mistake as one", async () => {
    const missed = await call("quote", { speaker: "nobody of this name" });
    expect(missed.isError).toBeUndefined();
    expect(missed.document.outcome).toBe("nothing");
    expect(missed.text).toContain("Searched 2 sources");
    for (const [given, said] of [
      [{ speaker: "xi", tone: "angry" }, "/quote: unknown option “tone”"],
      [{ speaker: "xi", item: 99 }, "99"],
      [{ speaker: "xi", item: -1 }, "item:-1"],
      [{ speaker: "xi", detail: "all" }, "detail:all"],
      [{ speaker: { name: "xi" } }, "speaker"],
      [{ speaker: "x".repeat(501) }, "500"],
    ] as const) {
      const mistaken = await call("quote", given);
      expect(mistaken.isError, said).toBe(true);
      expect(mistaken.document.outcome).toBe("mistake");
      expect(mistaken.text).toContain(said);
    }
  });

  it("takes a list for a text, and a number for one", async () => {
    const { document } = await call("compare", { donors: ["alibaba", "tencent"] });
    expect([document.ask, document.outcome]).toEqual(["/compare alibaba, tencent", "found"]);
    expect((await call("timeline", { from: 2021 })).document.ask).toBe("/timeline from:2021");
  });

  it("begins a long answer at an item, and gives the whole where it is asked for", async () => {
    expect((await call("quote", { speaker: "xi", item: 3 })).document.ask).toBe("/quote xi item:3");
    const whole = await call("quote", { speaker: "xi", detail: "full" });
    expect(whole.document.ask).toBe("/quote xi detail:full");
    expect(whole.text.length).toBeGreaterThan((await call("quote", { speaker: "xi" })).text.length);
  });

  it("has no tool of another name", async () => {
    for (const name of ["bibliography", "review", "status", "settings", "__proto__", "constructor"])
      await expect(call(name)).rejects.toThrow("No such tool");
  });
});

it("a client that asks for Chinese is told in Chinese, and the sources' words stay as they are", async () => {
  const client = await served.connect(VERSIONS[0], { "accept-language": "zh-CN" });
  const { tools } = await client.listTools();
  expect(tools[0]!.title).toBe("捐款");
  const result = await client.callTool({ name: "pledge", arguments: { subject: "阿里巴巴" } });
  expect(textOf(result)).toContain("$15.5 billion");
  expect(textOf(result)).toContain("来源");
});

describe("over all records, in the results of every tool", async () => {
  const client = await served.connect();
  const results: { readonly name: string; readonly text: string; readonly document: Document }[] = [];
  for (const { name, options } of asked)
    for (const { id } of shelf.records.values()) {
      const result = await client.callTool({ name, arguments: { [options[0]!.name]: id } });
      results.push({
        ...{ name, text: textOf(result) },
        document: result.structuredContent as unknown as Document,
      });
    }
  const found = results.filter(({ document }) => document.outcome === "found");
  const blocksOf = ({ opening, items, close }: Document) => [...opening, ...items.flat(), ...close];
  const passagesOf = (document: Document) =>
    blocksOf(document).flatMap((block) => [
      ...("passages" in block ? block.passages : []),
      ...(block.type === "table" ? block.rows.flat(2).flatMap(({ passages }) => passages) : []),
    ]);

  it("every passage stands in its source, character for character, where it says", () => {
    expect(found.length).toBeGreaterThan(200);
    for (const { document } of found)
      for (const { source, text, start, end } of passagesOf(document)) {
        const { id } = document.sources[source - 1]!;
        expect([...shelf.sources.get(id)!.text].slice(start, end).join("")).toBe(text);
      }
  });

  it("every figure in the document stands in the passage that is cited for it", () => {
    for (const { document } of found)
      expect(uncitedFigures(blocksOf(document), document.close), document.ask).toEqual([]);
  });

  it("every figure that is quoted for reading stands in a passage of the result", () => {
    let quoted = 0;
    for (const { name, text, document } of found.filter(({ name }) => name !== "cite")) {
      for (const line of text.split("\n").filter((one) => !/^(?:\[\d+\]|- )/.test(one))) {
        const cited = (line.match(/\[\d+\]/g) ?? []).map((mark) => Number(mark.slice(1, -1)));
        const passages = passagesOf(document).filter(({ source }) => cited.includes(source));
        const words = line.startsWith("  ") ? [line] : (line.match(/“[^”]*”/g) ?? []);
        for (const one of words.filter((_) => line.includes(" [1]") || line.includes(" [2]"))) {
          quoted += 1;
          expect(figuresBeside(one.replace(/\[\d+\]/g, ""), passages), `${name}: ${line}`).toEqual([]);
        }
      }
    }
    expect(quoted).toBeGreaterThan(300);
  });

  it("every sum and share for reading, quoted or not, stands in a passage of the result", () => {
    let stated = 0;
    for (const { name, text, document } of found.filter(({ name }) => name !== "cite"))
      for (const sum of text.match(/[$¥€£] ?\d[\d,.]*|\d[\d,.]*(?= ?(?:(?:m|b|tr)illion|percent|%|yuan))/g) ??
        []) {
        stated += 1;
        expect(figuresBeside(sum, passagesOf(document)), `${name}: ${document.ask}`).toEqual([]);
      }
    expect(stated).toBeGreaterThan(50);
  });
});

it("logs what came of each call, and nothing that was asked", async () => {
  const before = served.log.lines.length;
  const client = await served.connect();
  await client.callTool({ name: "pledge", arguments: { subject: "alibaba of this very test" } });
  const lines = served.log.lines.slice(before);
  expect(lines).toMatchObject([
    { message: "answered", data: { platform: "mcp", command: "pledge", outcome: "nothing" } },
  ]);
  expect(JSON.stringify(lines)).not.toContain("this very test");
});
