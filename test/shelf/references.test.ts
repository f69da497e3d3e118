/** Tests the references of all records on the real shelf. */
import { expect, it } from "vitest";
import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import { referencesOf, referencesWithPointers } from "../../src/shelf/references.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { PROJECT } from "../desks.ts";

const { records } = await readShelf(PROJECT);

/** Resolves a JSON Pointer in a record. */
const valueAt = (record: object, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], record);

it("every reference stands where its pointer says", () => {
  for (const record of records.values())
    for (const { pointer, ref } of referencesWithPointers(record)) {
      const value = valueAt(record, pointer);
      expect([ref, ref.slice(ref.indexOf("/") + 1)], `${record.id} ${pointer}`).toContain(value);
    }
});

it("every text in a record that is a reference is listed", () => {
  for (const record of records.values()) {
    const listed = new Set(referencesWithPointers(record).map(({ ref }) => ref));
    const evidence = JSON.stringify(evidenceWithPointers(record));
    for (const [, text = ""] of JSON.stringify(record).matchAll(/"([a-z]+\/[a-z0-9-]+)"/g))
      if (records.has(text as never) && !evidence.includes(`"${text}"`))
        expect(listed, `${record.id} ${text}`).toContain(text);
  }
});

it("a record is about what it names, in the order of its fields, and not about what it leads on to", () => {
  for (const record of records.values()) {
    const all = referencesWithPointers(record);
    const about = referencesOf(record);
    const isLeading =
      record.kind === "terms" ? /^\/neighbours\/|^\/partOf$|\/quote$/ : /^\/neighbours\/|\/quote$/;
    const leadsOn = all.filter(({ pointer }) => isLeading.test(pointer));
    expect(about.length + leadsOn.length).toBe(all.length);
  }
});
