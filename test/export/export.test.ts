/** Tests that an export is valid, reads back to the same records, and contains no more of a text than it may. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import { toCslItem } from "../../src/citation/csl.ts";
import { ANNOTATION_CONTEXT } from "../../src/export/annotation.ts";
import { splitCell, unguardFormula } from "../../src/export/csv.ts";
import { ExportError, type ExportedFile, exportFiles, writeFiles } from "../../src/export/folder.ts";

import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import { recordSchemas } from "../../src/shelf/records.ts";
import { referencesWithPointers } from "../../src/shelf/references.ts";
import { FileText, line, schemaParts } from "../../src/shelf/schema-parts.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { sourceCard } from "../../src/shelf/sources.ts";
import { takeEnglish } from "../../src/shelf/translations.ts";
import { shelf } from "../desks.ts";
import { PROGRAM } from "../programs/compiled.ts";
import { all, setting, shelfWith, temporaryFolder } from "../shelves.ts";

const files = exportFiles(shelf);
const textOf = (pieces: ExportedFile | undefined): string => [...(pieces?.() ?? [])].join("");
const file = (name: string): string => textOf(files.get(name));
const records = [...shelf.records.values()];
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the tables", () => {
  const rowsOf = (name: string): Record<string, string>[] => {
    const [columns = [], ...lines] = parse(file(`csv/${name}.csv`), { bom: true }) as string[][];
    return lines.map((line) =>
      Object.fromEntries(line.map((cell, at) => [columns[at], unguardFormula(cell)])),
    );
  };

  const LISTS =
    /^(aliases|notConfusedWith|notes|cautions|donors|occasions|about|topics|uses|neighbours|authors|definitions)$|\.(aliases|about)$/;
  /** A list of an account, which is absent where the account has none. */
  const INNER_LISTS = /^accounts\.\d+\.occasions$/;
  const NULLABLE =
    /^(review\.reviewed(By|On)|authors|address|accessed|(.*\.)?published\.date|republication\.address)$/;

  function meant(path: string, cell: string): unknown {
    if (cell === "" && NULLABLE.test(path)) return null;
    if (LISTS.test(path) || INNER_LISTS.test(path)) return splitCell(cell);
    if (path === "joint" || path === "byline") return cell === "true";
    return path.endsWith(".amount.value") ? Number(cell) : cell;
  }

  /** Rebuilds a record from a row, knowing only the names of the columns. */
  function nested(row: Record<string, string>): Record<string, unknown> {
    const whole: Record<string, unknown> = {};
    for (const [path, cell] of Object.entries(row)) {
      if (cell === "" && !LISTS.test(path) && !NULLABLE.test(path)) continue;
      const keys = path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) - 1 : key));
      const last = keys.pop()!;
      // A field is absent when all of its columns are empty.
      const above = path.includes(".") ? path.split(".")[0] : "";
      const filled = Object.entries(row).some(
        ([other, text]) => text !== "" && other.startsWith(`${above}.`),
      );
      if (above !== "" && !filled) continue;
      let place = whole as Record<string | number, unknown>;
      for (const [at, key] of keys.entries()) {
        const inner = typeof (keys[at + 1] ?? last) === "number" ? [] : {};
        place[key] ??= inner;
        place = place[key] as Record<string | number, unknown>;
      }
      place[last] = meant(path, cell);
    }
    return whole;
  }

  it.each(RECORD_KINDS)("of %s read back to the same records", (kind) => {
    const back = rowsOf(kind).map(({ id, ...row }) => {
      const {
        notes,
        cautions,
        labels: _,
        ...rest
      } = nested(row) as Record<"notes" | "cautions", string[]> & {
        labels?: object;
      };
      const both = notes.map((text) => (cautions.includes(text) ? { text, caution: true } : text));
      return { ...recordSchemas(schemaParts(line))[kind].parse({ ...rest, notes: both }), id, kind };
    });
    const inEnglish = records.map(({ translations: _, ...record }) => record);
    expect(plain(back)).toEqual(plain(inEnglish.filter((record) => record.kind === kind)));
  });

  it("of the sources read back to what the desk says of them", () => {
    const back = rowsOf("sources").map(({ length, ...row }) => ({ ...nested(row), length: Number(length) }));
    expect(plain(back)).toEqual(
      [...shelf.sources.values()].map(({ text, order: _, card: __, translations: ___, ...said }) =>
        plain({ ...said, length: text.length }),
      ),
    );
  });

  it("of the passages say where each stands, in characters", () => {
    const rows = rowsOf("passages");
    expect(rows.length).toBe(records.flatMap((record) => evidenceWithPointers(record)).length);
    for (const { source = "", exact, prefix, suffix, start, end } of rows) {
      const letters = [...shelf.sources.get(source)!.text];
      const [from, to] = [Number(start), Number(end)];
      expect(letters.slice(from, to).join("")).toBe(exact);
      expect(letters.slice(0, from).join("").endsWith(prefix!)).toBe(true);
      expect(letters.slice(to).join("").startsWith(suffix!)).toBe(true);
    }
  });

  it("have no cell that is a formula", () => {
    for (const name of files.keys()) {
      if (!name.endsWith(".csv")) continue;
      for (const cell of (parse(file(name), { bom: true }) as string[][]).flat())
        expect(cell, name).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }
  });
});

describe("the linked data", () => {
  /** The Web Annotation context for the terms used here, as in the W3C recommendation. */
  const annotation = {
    "@context": {
      oa: "http://www.w3.org/ns/oa#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
      id: "@id",
      type: "@type",
      Annotation: "oa:Annotation",
      TextQuoteSelector: "oa:TextQuoteSelector",
      TextPositionSelector: "oa:TextPositionSelector",
      linking: "oa:linking",
      motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
      body: { "@id": "oa:hasBody", "@type": "@id" },
      target: { "@id": "oa:hasTarget", "@type": "@id" },
      source: { "@id": "oa:hasSource", "@type": "@id" },
      selector: { "@id": "oa:hasSelector", "@type": "@id" },
      exact: "oa:exact",
      prefix: "oa:prefix",
      suffix: "oa:suffix",
      start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
      end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
    },
  };
  const options = {
    async documentLoader(url: string) {
      if (url !== ANNOTATION_CONTEXT) throw new Error(`nothing may be fetched: ${url}`);
      return { documentUrl: url, document: annotation };
    },
    // Throw at terms without a meaning instead of leaving them out.
    safe: true,
  };
  const OA = "http://www.w3.org/ns/oa#";
  const SCHEMA = "https://schema.org/";
  const DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom";

  type Expanded = Record<string, { "@id"?: string; "@value"?: unknown }[]> & {
    "@id": string;
    "@type": string[];
  };
  const document = JSON.parse(file("shelf.jsonld")) as { "@graph": Record<string, unknown>[] };
  let nodes: Expanded[];
  const ofType = (type: string): Expanded[] => nodes.filter((node) => node["@type"].includes(type));
  const idsIn = (node: Expanded, member: string): (string | undefined)[] =>
    (node[member] ?? []).map((value) => value["@id"]);

  beforeAll(async () => {
    nodes = (await jsonld.expand(document, options)) as Expanded[];
  });

  it("expands with nothing left out, to names that are all absolute and each its own", () => {
    expect(nodes.length).toBe(document["@graph"].length);
    const names = nodes.map((node) => node["@id"]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(URL.canParse(name), name).toBe(true);
  });

  it("is RDF", async () => {
    const quads = await jsonld.toRDF(document, { ...options, format: "application/n-quads" });
    expect(quads.split("\n").length).toBeGreaterThan(2_000);
  });

  it("has an annotation for each passage: a body, a target, the words and where they stand", () => {
    const annotations = ofType(`${OA}Annotation`);
    expect(annotations.length).toBe(records.flatMap((record) => evidenceWithPointers(record)).length);
    const names = new Set(nodes.map((node) => node["@id"]));
    for (const one of annotations) {
      expect(names).toContain(idsIn(one, `${OA}hasBody`)[0]);
      expect(idsIn(one, `${OA}motivatedBy`)).toEqual([`${OA}linking`]);
      const [target] = one[`${OA}hasTarget`] as unknown as Expanded[];
      const [source] = idsIn(target!, `${OA}hasSource`);
      expect(names).toContain(source);
      const [quote, position] = target![`${OA}hasSelector`] as unknown as Expanded[];
      expect([quote!["@type"], position!["@type"]]).toEqual([
        [`${OA}TextQuoteSelector`],
        [`${OA}TextPositionSelector`],
      ]);
      const { text } = shelf.sources.get(source!.split("/").at(-1)!)!;
      const at = (member: string) => Number(position![`${OA}${member}`]![0]!["@value"]);
      expect([...text].slice(at("start"), at("end")).join("")).toBe(quote![`${OA}exact`]![0]!["@value"]);
    }
  });

  it("derives every record from the sources that it stands on, and each stored text from its original", () => {
    const names = new Set(nodes.map((node) => node["@id"]));
    for (const record of records) {
      const node = nodes.find((one) => one["@id"].endsWith(`records/${recordRef(record)}`))!;
      const on = new Set(evidenceWithPointers(record).map(({ evidence }) => evidence.source));
      expect(idsIn(node, DERIVED).map((name) => name?.split("/").at(-1))).toEqual([...on]);
    }
    const texts = ofType(`${SCHEMA}Article`).filter((node) => !node["@id"].endsWith("#original"));
    expect(texts.length).toBe(3);
    for (const node of texts) expect(names).toContain(idsIn(node, DERIVED)[0]);
  });

  it("names every record that a record refers to", () => {
    for (const record of records) {
      const node = nodes.find((one) => one["@id"].endsWith(`records/${recordRef(record)}`))!;
      const named = JSON.stringify({ ...node, "urn:refdesk:terms:record": undefined });
      for (const { ref } of referencesWithPointers(record)) expect(named).toContain(`records/${ref}"`);
    }
  });

  it.each([
    ["Quotation", "quotes"],
    ["DonateAction", "pledges"],
    ["DefinedTerm", "terms"],
    ["Event", "events"],
    ["Person", "people"],
    ["Organization", "organizations"],
    ["Claim", "facts"],
  ] as const)("has each as a %s of schema.org: %s", (type, kind) => {
    const found = ofType(`${SCHEMA}${type}`).filter((node) => node["@id"].includes(`records/${kind}/`));
    expect(found.length).toBe(records.filter((record) => record.kind === kind).length);
  });

  it("reads back to the same records and the same sources, in all languages", () => {
    const files = recordSchemas(schemaParts(FileText));
    const back = nodes.flatMap((node) => {
      const [record] = node[`urn:refdesk:terms:record`] ?? [];
      const [kind, id] = node["@id"].split("/").slice(-2) as [RecordKind, string];
      if (!record) return [];
      const { english, ...translated } = takeEnglish(files[kind].parse(record["@value"]));
      return [{ ...english, ...translated, id, kind }];
    });
    expect(plain(back)).toEqual(plain(records));
    const cards = nodes.flatMap((node) => node["urn:refdesk:terms:card"] ?? []);
    for (const { "@value": card } of cards) {
      const { id, ...rest } = card as { id: string };
      const { english, translations } = takeEnglish(sourceCard(FileText).parse(rest));
      const source = shelf.sources.get(id)!;
      expect(plain([english, translations])).toEqual(plain([source.card, source.translations]));
    }
    expect(cards.length).toBe(shelf.sources.size);
  });

  it("has names under an address where one is given", () => {
    const named = textOf(exportFiles(shelf, "https://refdesk.example.org/").get("shelf.jsonld"));
    expect(named).toContain('"id": "https://refdesk.example.org/records/quotes/xi-common-prosperity-means"');
  });
});

describe("the bibliographies", () => {
  it("have every source, once", () => {
    const sources = [...shelf.sources.values()];
    expect(JSON.parse(file("sources.csl.json"))).toEqual(sources.map((source) => plain(toCslItem(source))));
    expect([...file("sources.bib").matchAll(/^@\w+\{([^,]+),$/gm)].map(([, id]) => id)).toEqual(
      sources.map(({ id }) => id),
    );
  });
});

describe("the rights", () => {
  it("give whole texts of what is in the public domain alone", () => {
    const texts = [...files.keys()].filter((name) => name.startsWith("texts/"));
    expect(texts).toEqual(["texts/voa-common-prosperity.txt"]);
    expect(file(texts[0]!)).toBe(shelf.sources.get("voa-common-prosperity")!.text);
  });

  it("give of any other source nothing but what is recorded of it", async () => {
    const added = "This sentence was added to the stored text, and no record has a word of it.";
    const text = `${shelf.sources.get("voa-common-prosperity")!.text}\n\n${added}\n`;
    const root = shelfWith({
      "seeds/voa-common-prosperity.txt": text,
      "seeds/voa-common-prosperity.json": all(
        setting("/rights", { status: "reserved", text: "All rights reserved." }),
        setting("/sha256", createHash("sha256").update(text).digest("hex")),
      ),
    });
    const closed = await readShelf(root);
    const written = [...exportFiles(closed)].map(([name, pieces]) => `${name}\n${textOf(pieces)}`).join("\n");
    expect([...exportFiles(closed).keys()].some((name) => name.startsWith("texts/"))).toBe(false);
    expect(written).not.toContain(added);
    for (const { id, text } of closed.sources.values()) {
      const recorded = new Array<boolean>(text.length).fill(false);
      for (const record of closed.records.values())
        for (const { evidence } of evidenceWithPointers(record)) {
          if (evidence.source !== id) continue;
          const { start, end } = closed.spans.get(evidence)!;
          const { prefix = "", suffix = "" } = evidence;
          recorded.fill(true, start - prefix.length, end + suffix.length);
        }
      // Compare only pieces of unrecorded text that occur once: a sentence may be printed twice.
      const left = [...text].map((letter, at) => (recorded[at] ? "\n" : letter)).join("");
      const pieces = left
        .split("\n")
        .flatMap((piece) => piece.match(/.{60}/g) ?? [])
        .filter((piece) => text.split(piece).length === 2);
      for (const piece of pieces) expect(written.includes(piece), piece).toBe(false);
    }
  });
});

describe("the folder", () => {
  it("is made where there is none", () => {
    const folder = join(temporaryFolder(), "deep", "export");
    writeFiles(folder, files);
    for (const name of files.keys()) expect(readFileSync(join(folder, name), "utf8")).toBe(file(name));
  });

  it("that is not empty is left as it is, unless it may be written over", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "mine.txt"), "mine");
    writeFileSync(join(folder, "shelf.jsonld"), "mine");
    expect(() => writeFiles(folder, files)).toThrow(ExportError);
    expect(() => writeFiles(folder, files)).toThrow(/is not empty: mine\.txt .* --over/);
    expect(readdirSync(folder).sort()).toEqual(["mine.txt", "shelf.jsonld"]);
    writeFiles(folder, files, true);
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
    expect(readFileSync(join(folder, "shelf.jsonld"), "utf8")).toBe(file("shelf.jsonld"));
  });

  it("that is a file, or cannot be written, is named with what to do", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a"), "");
    expect(() => writeFiles(join(folder, "a"), files)).toThrow(/is a file\. Give a folder/);
    mkdirSync(join(folder, "b", "csv"), { recursive: true });
    writeFileSync(join(folder, "b", "texts"), "");
    expect(() => writeFiles(join(folder, "b"), files, true)).toThrow(
      /could not be written \(E\w+\)\. Give a folder/,
    );
  });
});

describe("refdesk export", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [PROGRAM, "export", ...args], {
      cwd: temporaryFolder(),
      encoding: "utf8",
      env: { PATH: process.env.PATH, CACHE_DIR: temporaryFolder() },
    });

  it("writes, says what, and does not do it twice", () => {
    const folder = join(temporaryFolder(), "out");
    const first = run(folder, "--base", "https://refdesk.example.org");
    expect([first.status, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toContain(`${shelf.sources.size} sources and ${shelf.records.size} records`);
    expect(readFileSync(join(folder, "shelf.jsonld"), "utf8")).toContain(
      "https://refdesk.example.org/records/",
    );
    const second = run(folder);
    expect([second.status, second.stdout]).toEqual([2, ""]);
    expect(second.stderr).toContain("is not empty");
  });

  it.each([
    [[], "One folder is expected, and 0 were given."],
    [["a", "b"], "One folder is expected, and 2 were given."],
    [["a", "--base", "x"], "“x” is no address where names could begin."],
    [["--what"], "--what"],
  ])("%j is refused with status 2", (args, says) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

/** Every kind has a table, so that a new kind cannot be left out unnoticed. */
it("has a table for every kind", () => {
  expect([...files.keys()].filter((name) => name.startsWith("csv/")).sort()).toEqual(
    [...RECORD_KINDS, "sources", "passages"].map((name) => `csv/${name}.csv`).sort(),
  );
});
