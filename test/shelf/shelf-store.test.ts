/** The files of a shelf are read and changed in the same way, whether they are in a folder or in a database. */
import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/connection.ts";
import { openDatabaseStore } from "../../src/library/database/database-store.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { createFolderStore } from "../../src/shelf/folder-store.ts";
import { areMade, ChangedSinceError, contentIn, type ShelfStore } from "../../src/shelf/shelf-store.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { faultsOf, setting, shelfWith, temporaryFolder } from "../shelves.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;
beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(() => postgres?.close());

/** Opens a shelf so often, as several processes do. */
type OpenStores = (root: string, processes: number) => Promise<ShelfStore[]>;

async function inDatabase(root: string, processes: number): Promise<ShelfStore[]> {
  const url = await postgres!.database();
  const database = await openDatabase(url);
  await publishFolder(database, root);
  await database.close();
  return Promise.all(
    Array.from({ length: processes }, () => openDatabaseStore(url, { cache: temporaryFolder() })),
  );
}
const inFolder: OpenStores = async (root, processes) =>
  Array.from({ length: processes }, () => createFolderStore(root, temporaryFolder()));

const STORES: readonly (readonly [string, OpenStores, boolean])[] = [
  ["a folder", inFolder, true],
  ["a database", inDatabase, programs !== undefined],
];

const LU = "data/people/lu-jun.json";
const TARGET = "data/people/somebody-new.json";
const NOTE = { id: "a-note", text: "A note\n\nSomebody New wrote it.\n" };
const CARD = JSON.stringify({
  citation: { type: "report", title: "A note", language: "en" },
  title: { text: "A note", basis: "text" },
  rights: { status: "unknown", text: "Made up." },
  visibility: "desk",
  sha256: hash("sha256", NOTE.text, "hex"),
});

for (const [where, open, isThere] of STORES)
  describe.skipIf(!isThere)(`a shelf in ${where}`, () => {
    let stores: readonly ShelfStore[] = [];
    async function opened(root = shelfWith({}), processes = 2): Promise<readonly ShelfStore[]> {
      stores = await open(root, processes);
      return stores;
    }
    const closeAll = () => Promise.all(stores.map((store) => store.close()));

    it("is read whole, and holds what its files hold", async () => {
      const root = shelfWith({});
      const [store] = await opened(root, 1);
      const [shelf, folder] = [await store!.read(), await createFolderStore(root).read()];
      expect({ ...shelf, spans: undefined }).toEqual({ ...folder, spans: undefined });
      expect(await store!.read()).toBe(shelf);
      expect(await store!.seeds()).toEqual(
        [...shelf.sources.keys()].flatMap((id) => [`seeds/${id}.json`, `seeds/${id}.txt`]).sort(),
      );
      const contents = await store!.contents([LU, "data/people/nobody.json"]);
      expect([...contents.keys()]).toEqual([LU]);
      expect(await contentIn(store!, "data/people/nobody.json")).toBeNull();
      await closeAll();
    });

    it("is changed by one and read by another, which reads only that", async () => {
      const [one, other] = await opened();
      const before = await other!.read();
      const text = (await contentIn(one!, LU))!;
      const changes = [
        { file: LU, before: text, after: setting("/label", "Lu Jun of Yirenping")(text) },
        { file: TARGET, before: null, after: setting("/label", "Somebody New")(text) },
      ];
      expect(await areMade(one!, changes)).toBe(false);
      await one!.whileAlone((write) => write(changes));
      expect(await areMade(other!, changes)).toBe(true);
      const after = await other!.read();
      expect(after.records.get("people/lu-jun")!.label).toBe("Lu Jun of Yirenping");
      expect(after.records.get("people/xi-jinping")).toBe(before.records.get("people/xi-jinping"));
      expect(after.hash).toBe((await one!.read()).hash);
      const back = changes.map(({ file, before: after, after: before }) => ({ file, before, after }));
      await other!.whileAlone((write) => write(back));
      expect((await one!.read()).hash).toBe(before.hash);
      await closeAll();
    });

    it("is left as it is where a file is not as it was", async () => {
      const [one] = await opened(undefined, 1);
      const { hash: before } = await one!.read();
      const writing = one!.whileAlone((write) =>
        write([
          { file: TARGET, before: null, after: "{}" },
          { file: LU, before: "something else", after: "{}" },
        ]),
      );
      await expect(writing).rejects.toThrow(ChangedSinceError);
      expect((await one!.read()).hash).toBe(before);
      await closeAll();
    });

    it("tells what would be wrong with it, and writes nothing", async () => {
      const [store] = await opened(undefined, 1);
      const text = (await contentIn(store!, LU))!;
      const changed = setting("/label", 7)(text);
      const [fault] = await faultsOf(shelfWith({ [LU]: changed, "data/people/xi-jinping.json": null }));
      const verified = store!.verify(
        new Map([
          [LU, changed],
          ["data/people/xi-jinping.json", null],
        ]),
      );
      await expect(verified).rejects.toThrow(fault!);
      expect(await contentIn(store!, LU)).toBe(text);
      await closeAll();
    });

    it("has one of several write after the other", async () => {
      const all = await opened(undefined, 4);
      const text = (await contentIn(all[0]!, LU))!;
      let inside = 0;
      let most = 0;
      await Promise.all(
        all.map((store, at) =>
          store.whileAlone(async (write) => {
            most = Math.max(most, ++inside);
            await write([{ file: `data/people/new-${at}.json`, before: null, after: text }]);
            inside--;
          }),
        ),
      );
      expect(most).toBe(1);
      const { records } = await all[0]!.read();
      expect(all.every((_, at) => records.has(`people/new-${at}`))).toBe(true);
      await closeAll();
    });

    it("takes a source once, by an id alone, and gives it away", async () => {
      const [one, other] = await opened();
      for (const id of ["../x", "a/b", "A", ""])
        await expect(one!.addSource({ ...NOTE, id, card: CARD })).rejects.toThrow(/is no id of a source/);
      const { hash: before } = await one!.read();
      await one!.addSource({ ...NOTE, card: CARD });
      expect((await other!.read()).sources.get("a-note")!.text).toBe(NOTE.text);
      await expect(other!.addSource({ ...NOTE, card: CARD })).rejects.toThrow(
        "seeds/a-note is there already",
      );
      const evidence = { source: "a-note", exact: "Somebody New wrote it." };
      const record = JSON.stringify({
        ...{ label: "Somebody New", aliases: [], roles: [{ evidence, stated: "wrote it" }] },
        review: { entered: "2026-03-01", reviewedBy: null, reviewedOn: null },
      });
      await one!.whileAlone((write) => write([{ file: TARGET, before: null, after: record }]));
      expect((await other!.read()).records.get("people/somebody-new")?.label).toBe("Somebody New");
      await other!.removeSource("a-note", ["people/somebody-new"]);
      expect((await one!.read()).hash).toBe(before);
      await closeAll();
    });
  });
