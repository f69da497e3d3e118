/** Tests what becomes of a document: a source once, for the desk alone unless it is said otherwise, and a mail never public. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AddContext, addSource } from "../../src/intake/add-source.ts";
import type { ReadDocument } from "../../src/intake/document.ts";
import { readKnownSources } from "../../src/intake/known-sources.ts";
import { isPossible, planRemoval } from "../../src/intake/remove-source.ts";
import { createFolderStore } from "../../src/shelf/folder-store.ts";
import { shelf } from "../desks.ts";
import { faultsOf, temporaryFolder } from "../shelves.ts";
import { ENGLISH } from "./pages.ts";

/** Adds files to a new shelf, one after the other; each is read as plain text, with what else is told of it. */
async function started(decisions: Partial<AddContext["decisions"]> = {}) {
  const root = temporaryFolder();
  const known = await readKnownSources(createFolderStore(root));
  const add = (
    name: string,
    text: string,
    told: Partial<ReadDocument> = {},
    coding = "utf8" as BufferEncoding,
  ) => {
    const read: ReadDocument = { kind: "plain", text, facts: {}, notes: [], leftOut: [], ...told };
    const context: AddContext = {
      ...{ store: createFolderStore(root), known, takesWhole: false, completeFacts: (facts) => facts },
      reader: { read: async () => read, close: async () => {} },
      decisions: { isPublic: false, rights: "reserved", ...decisions },
    };
    return addSource({ name, bytes: Buffer.from(text, coding) }, context);
  };
  const cardOf = (id: string) => JSON.parse(readFileSync(join(root, `seeds/${id}.json`), "utf8"));
  return { root, add, cardOf };
}
const [first, second] = [ENGLISH.slice(0, 4).join("\n\n"), ENGLISH.slice(4).join("\n\n")];
const at = (value: string): Partial<ReadDocument> => ({ facts: { address: { value, at: "the address" } } });

/** Returns the id of what was added. */
async function idOf(adding: ReturnType<typeof addSource>): Promise<string> {
  const outcome = await adding;
  expect(outcome.result).toBe("added");
  return outcome.id;
}

describe("a document", () => {
  it("is a source for the desk alone, whose shelf holds", async () => {
    const { root, add, cardOf } = await started();
    const id = await idOf(add("a.txt", first));
    expect(cardOf(id)).toMatchObject({ visibility: "desk", rights: { status: "reserved" } });
    expect(readFileSync(join(root, `seeds/${id}.txt`), "utf8")).toBe(`${first}\n`);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("is public where that is said, but a mail never is", async () => {
    const { root, add, cardOf } = await started({ isPublic: true });
    expect(cardOf(await idOf(add("a.txt", first)))).not.toHaveProperty("visibility");
    await expect(add("b.eml", second, { isPrivate: true })).rejects.toThrow(/a mail is never public/);
    const known = await readKnownSources(createFolderStore(root));
    expect(await known.resembling(second)).toBeUndefined();
  });

  it("is added once: the same file is known, and the same words are a copy", async () => {
    const { root, add } = await started();
    const id = await idOf(add("a.txt", first));
    expect(await add("b.txt", first)).toEqual({ result: "known", id });
    expect(await add("c.txt", first, {}, "utf16le")).toMatchObject({ result: "copy", id });
    await idOf(add("d.txt", second));
    expect(existsSync(join(root, `seeds/${id}.txt`))).toBe(true);
  });

  it("from an address that is known follows the source that has it", async () => {
    const { add, cardOf } = await started();
    const id = await idOf(add("a.html", first, at("https://news.example/a")));
    expect(cardOf(id).taken).not.toHaveProperty("earlier");
    const next = await idOf(add("a.html", second, at("https://news.example/a?utm_source=x")));
    expect(cardOf(next).taken.earlier).toBe(id);
  });
});

it("a source is not taken from under a record that cites another too", () => {
  const plans = [...shelf.sources.keys()].map((id) => planRemoval(shelf, id)!);
  expect(plans.some(({ shared }) => shared.length > 0)).toBe(true);
  for (const plan of plans)
    expect(isPossible(plan), plan.id).toBe(plan.shared.length === 0 && plan.referring.length === 0);
  expect(isPossible({ id: "x", removed: [], shared: ["facts/a"], referring: [] })).toBe(false);
  expect(isPossible({ id: "x", removed: ["facts/a"], shared: [], referring: ["facts/b"] })).toBe(false);
  expect(isPossible({ id: "x", removed: ["facts/a"], shared: [], referring: [] })).toBe(true);
});
