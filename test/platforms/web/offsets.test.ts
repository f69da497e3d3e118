/** Offsets that leave the desk count code points: in the API, in answers as JSON, in annotations and in tables. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { exportFiles } from "../../../src/export/folder.ts";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { evidenceWithPointers } from "../../../src/shelf/evidence.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { PROJECT, shelf as plainShelf } from "../../desks.ts";
import { setting, shelfWith } from "../../shelves.ts";
import { siteOver } from "./site.ts";

const PUBLIC = "https://refdesk.example.org/desk";
const SOURCE = "voa-common-prosperity";
const EVENT = "poverty-declared-eliminated";
const PAIRED = [
  "events/poverty-declared-eliminated",
  "facts/xi-poverty-eliminated",
  "facts/xi-use-of-common-prosperity",
];
const paired = (some: string) => some.replaceAll("had eliminated poverty", "𠮷 had eliminated poverty");

/** A text that begins with characters of two units each, and has one in a passage. */
const text = `𠮷🎉 ${paired(readFileSync(join(PROJECT, `seeds/${SOURCE}.txt`), "utf8"))}`;
const shelf = await readShelf(
  shelfWith({
    [`seeds/${SOURCE}.txt`]: text,
    [`seeds/${SOURCE}.json`]: setting("/sha256", createHash("sha256").update(text).digest("hex")),
    ...Object.fromEntries(PAIRED.map((record) => [`data/${record}.json`, paired])),
  }),
);
const { get } = await siteOver(createLibrary(shelf), { publicUrl: PUBLIC });
const data = async (path: string) => JSON.parse((await get(path)).body);

interface Told {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
const characters = [...text];
const at = ({ start, end }: Pick<Told, "start" | "end">): string => characters.slice(start, end).join("");

it("of a record, and of a source with all of its passages", async () => {
  const { stands } = await data(`/api/records/events/${EVENT}`);
  expect(stands.map((place: Told) => at(place))).toEqual(stands.map((place: Told) => place.text));
  expect(stands[0].text).toContain("𠮷");
  const { passages, length } = await data(`/api/sources/${SOURCE}`);
  expect(length).toBe(characters.length);
  expect(passages.length).toBeGreaterThan(30);
  for (const place of passages as Told[]) expect(at(place)).toBe(place.text);
});

it("of an answer, with what is marked in its passages and the sentences of a message", async () => {
  const found: Told[] = [];
  for (const q of ["/search 𠮷 had eliminated poverty", "/timeline poverty", "/who alibaba"])
    JSON.parse((await get(`/api/ask?q=${encodeURIComponent(q)}`)).body, (_, value) => {
      if (typeof value?.start !== "number" || value.source === undefined) return value;
      found.push(value);
      for (const span of [...(value.marked ?? []), ...(value.stated ?? [])]) {
        const marked = [...value.text].slice(span.start, span.end).join("");
        expect(marked).toMatch(/^[\p{L}\p{N}$](?:.*[\p{L}\p{N}])?$/u);
      }
      return value;
    });
  const own = found.filter((passage) => text.includes(passage.text));
  expect(own.length).toBeGreaterThan(2);
  for (const passage of own) expect(at(passage)).toBe(passage.text);
  const message = "𠮷🎉 Hello there. Tencent gave $7.7 billion in 2021.";
  const { verdicts } = await data(`/api/ask?q=${encodeURIComponent(`/check ${message}`)}`);
  expect(verdicts.length).toBeGreaterThan(0);
  for (const verdict of verdicts as Told[])
    expect([...message].slice(verdict.start, verdict.end).join("")).toBe(verdict.text);
});

it("of an annotation and of the tables", () => {
  const files = exportFiles(shelf);
  const textOf = (name: string): string => [...files.get(name)!()].join("");
  const rows: Record<string, string>[] = parse(textOf("csv/passages.csv"), { bom: true, columns: true });
  const own = rows.filter((row) => row.source === SOURCE);
  expect(own.length).toBeGreaterThan(30);
  for (const { start, end, exact } of own)
    expect(`'${at({ start: Number(start), end: Number(end) })}`).toContain(exact);
  const sources: Record<string, string>[] = parse(textOf("csv/sources.csv"), {
    bom: true,
    columns: true,
  });
  expect(sources.find(({ id }) => id === SOURCE)?.length).toBe(String(characters.length));
});

it("every name of an exported annotation leads to what it names", async () => {
  const site = await siteOver(undefined, { publicUrl: PUBLIC });
  const { "@graph": graph } = JSON.parse(
    [...exportFiles(plainShelf, `${PUBLIC}/`).get("shelf.jsonld")!()].join(""),
  );
  const annotations = graph.filter(({ type }: { type: unknown }) => type === "Annotation");
  const passages = [...plainShelf.records.values()].flatMap((record) =>
    evidenceWithPointers(record).map(({ pointer }) => `${recordRef(record)}${pointer}`),
  );
  expect(annotations.length).toBe(passages.length);
  const names = new Set<string>(graph.map(({ id }: { id: string }) => id.split("#")[0]));
  for (const { id, body, target } of annotations) {
    const { status, headers, body: given } = await site.get(new URL(id).pathname);
    expect([id, status]).toEqual([id, 200]);
    expect(headers["content-type"]).toBe('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"');
    // What stands beside a passage is no recorded evidence, and is not shown.
    const [{ prefix: _, suffix: __, ...quote }, position] = target.selector;
    const shown = { ...target, selector: [quote, position] };
    const { "@context": context, ...annotation } = JSON.parse(given);
    expect(annotation).toEqual({ id, type: "Annotation", motivation: "linking", body, target: shown });
    expect(context).toBe("http://www.w3.org/ns/anno.jsonld");
    for (const name of [body, target.source]) names.add(name);
  }
  for (const name of names)
    expect([name, (await site.get(new URL(name).pathname)).status]).toEqual([name, 200]);
});

it("every address in the API begins with the public one, once, and leads to a page", async () => {
  const site = await siteOver(undefined, { publicUrl: PUBLIC });
  const paths = [
    "/api/records?limit=3",
    "/api/sources",
    `/api/sources/${SOURCE}`,
    `/api/records/events/${EVENT}`,
  ];
  const addresses = new Set<string>();
  for (const path of paths)
    JSON.parse((await site.get(path)).body, (key, value) => {
      if ((key === "page" || key === "next") && value !== null) addresses.add(value);
      return value;
    });
  expect(addresses.size).toBeGreaterThan(5);
  for (const address of addresses) {
    expect(address).toMatch(/^https:\/\/refdesk\.example\.org\/desk\/(?!desk)/);
    const { pathname, search } = new URL(address);
    expect([address, (await site.get(pathname + search)).status]).toEqual([address, 200]);
  }
  const { servers } = JSON.parse((await site.get("/api/openapi.json")).body);
  expect(servers).toEqual([{ url: PUBLIC }]);
});
