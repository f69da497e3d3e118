/** Contract of the review store, for SQLite and PostgreSQL. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoreLocation } from "../../src/config/store-location.ts";
import { type ReviewEntry, type ReviewStore, SENDER_DAYS } from "../../src/review/review-store.ts";
import { openReviewStore } from "../../src/review/sql-review-store.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { temporaryFolder } from "../shelves.ts";

const NOW = new Date("2026-11-22T12:00:00.000Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const entry = (id: string, more: Partial<ReviewEntry> = {}): ReviewEntry => ({
  ...{ id, origin: "suggestion", content: "{}", state: "waiting", by: "", byName: "", at: NOW, from: "" },
  ...more,
});
const decided = (id: string, by: string, more: Partial<ReviewEntry> = {}): ReviewEntry =>
  entry(id, { state: "accepted", by, byName: by.toUpperCase(), ...more });

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;
beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(() => postgres?.close());

const contenders: readonly { name: string; make: () => Promise<StoreLocation>; skip?: boolean }[] = [
  { name: "SQLite", make: async () => ({ folder: temporaryFolder() }) },
  {
    name: programs === undefined ? `PostgreSQL (${MISSING})` : "PostgreSQL",
    make: async () => ({ url: (await postgres?.database()) ?? "" }),
    skip: programs === undefined,
  },
];

for (const { name, make, skip = false } of contenders)
  describe.skipIf(skip)(name, () => {
    let place: StoreLocation;
    let store: ReviewStore;
    const opened: ReviewStore[] = [];
    const open = async (): Promise<ReviewStore> => {
      const one = await openReviewStore(place);
      opened.push(one);
      return one;
    };
    const idsOf = async (by: Parameters<ReviewStore["find"]>[0]) =>
      (await store.find(by)).map(({ id }) => id);

    beforeEach(async () => {
      place = await make();
      store = await open();
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });

    it("gives back letter for letter what was added, also after a restart", async () => {
      const hostile = entry("a", {
        content: JSON.stringify({
          remark: "@everyone <!channel> \u001b[31m \u202e '); drop table x; -- 漢字 \u{1f4da}",
        }),
        from: "discord:1",
      });
      await store.add(hostile);
      expect(await store.find({ ids: ["a"] })).toEqual([hostile]);
      expect(await (await open()).find({ ids: ["a"] })).toEqual([hostile]);
    });

    it("keeps what was added first under an id", async () => {
      await store.add(entry("a", { content: "first" }));
      await store.add(entry("a", { content: "second" }));
      expect((await store.find({ ids: ["a"] })).map(({ content }) => content)).toEqual(["first"]);
    });

    it("finds what is to be told, and lets one of several tell it", async () => {
      const from = "discord:1";
      await store.add(decided("told", "a", { from, at: daysAgo(1) }));
      await store.add(decided("later", "a", { from, at: NOW }));
      await store.add(decided("draft", "a", { at: daysAgo(1) }));
      await store.add(entry("open", { from, at: daysAgo(1) }));
      const sought = { sentAndDecidedBefore: daysAgo(0.5) };
      expect(await idsOf(sought)).toEqual(["told"]);
      const [found] = await store.find(sought);
      const other = await open();
      const tries = await Promise.all([store, other].map((one) => one.annotate(found!, '{"isTold":true}')));
      expect(tries.toSorted()).toEqual([false, true]);
      expect((await store.find({ ids: ["told"] }))[0]).toEqual({ ...found, content: '{"isTold":true}' });
    });

    it("finds by ids, however many, by states and by sender, oldest first", async () => {
      await store.add(entry("new", { at: daysAgo(1) }));
      await store.add(entry("old", { at: daysAgo(2) }));
      await store.add(decided("done", "a", { at: daysAgo(3) }));
      const many = Array.from({ length: 2_000 }, (_, index) => `none-${index}`);
      expect(await idsOf({ ids: ["old", ...many, "new"] })).toEqual(["old", "new"]);
      expect(await idsOf({ ids: [] })).toEqual([]);
      expect(await idsOf({ states: ["waiting"] })).toEqual(["old", "new"]);
      expect(await idsOf({ states: ["waiting", "accepted"] })).toEqual(["done", "old", "new"]);
      expect(await idsOf({ states: [] })).toEqual([]);
      await store.add(entry("sent", { from: "slack:T1:U1" }));
      expect(await idsOf({ from: "slack:T1:U1" })).toEqual(["sent"]);
      expect(await idsOf({ from: "slack:T1:U2" })).toEqual([]);
    });

    it("moves an entry from an expected state alone, and makes one where absence is expected", async () => {
      expect(await store.move(decided("a", "x"), ["waiting"])).toBe(false);
      expect(await store.move(entry("a", { state: "deferred" }), ["waiting", "absent"])).toBe(true);
      expect(await store.move(decided("a", "x"), ["waiting"])).toBe(false);
      expect(await store.move(decided("a", "x"), ["absent"])).toBe(false);
      expect(await store.move(decided("a", "x"), ["waiting", "deferred"])).toBe(true);
      expect(await store.find({ ids: ["a"] })).toEqual([decided("a", "x")]);
    });

    it.each(["there", "absent"])(
      "of many who move one entry at once, one does: %s before",
      async (before) => {
        const other = await open();
        for (const round of Array.from({ length: 10 }, (_, index) => `round-${index}`)) {
          if (before === "there") await store.add(entry(round));
          const reviewers = Array.from({ length: 8 }, (_, index) => `reviewer-${index}`);
          const moved = await Promise.all(
            reviewers.map((by, index) =>
              [store, other][index % 2]!.move(decided(round, by, { state: "accepting" }), [
                "waiting",
                "absent",
              ]),
            ),
          );
          const winners = reviewers.filter((_, index) => moved[index]);
          expect(winners).toHaveLength(1);
          expect((await other.find({ ids: [round] })).map(({ by }) => by)).toEqual(winners);
        }
      },
    );

    it("tells the last decision of one reviewer", async () => {
      await store.add(decided("a", "mina", { at: daysAgo(3) }));
      await store.add(decided("b", "mina", { at: daysAgo(2), state: "rejected" }));
      await store.add(entry("c", { by: "mina", at: daysAgo(1) }));
      await store.add(decided("d", "lu", { at: NOW }));
      expect((await store.lastBy("mina"))?.id).toBe("b");
      expect(await store.lastBy("nobody")).toBeUndefined();
    });

    it("forgets who sent what was decided long ago, and nothing else", async () => {
      const from = "slack:T1:U2";
      const long = daysAgo(SENDER_DAYS + 1);
      await store.add(decided("old", "mina", { at: long, from }));
      await store.add(entry("waiting", { at: long, from }));
      await store.add(decided("recent", "mina", { at: daysAgo(SENDER_DAYS - 1), from }));
      await store.forgetSenders(NOW);
      const senders = Object.fromEntries(
        (await store.find({ states: ["accepted", "waiting"] })).map((one) => [one.id, one.from]),
      );
      expect(senders).toEqual({ old: "", waiting: from, recent: from });
    });
  });

it("a database that cannot be reached is said by who opens it", async () => {
  await expect(openReviewStore({ folder: "/dev/null/refdesk" })).rejects.toThrow();
  await expect(openReviewStore({ url: "postgresql://refdesk@127.0.0.1:1/refdesk" })).rejects.toThrow();
});
