/** Tests the settings of workspaces: how they are typed and kept, and that what is taken up is the same until it changes. */
import { EventEmitter, once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationKey } from "../../src/citation-log/conversation-key.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import type { StoreLocation } from "../../src/config/store-location.ts";
import { createCurrentSettings } from "../../src/installations/current-settings.ts";
import { forgetWorkspace } from "../../src/installations/forget-workspace.ts";
import { isOwnShelf, openSettings, type SettingsStore } from "../../src/installations/sql-settings.ts";
import {
  printSettings,
  shelfOf,
  type WorkspaceSettings,
  withSetting,
  withValue,
} from "../../src/installations/workspace-settings.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { keptLog, PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

const set = (...typed: string[]) => typed.reduce(withSetting, {});

describe("a setting", () => {
  it.each([
    ["language=zh-TW", { language: "zh-TW" }],
    ["visibility=asker", { visibility: "asker" }],
    ["citations=no", { citations: "no" }],
    ["asks=600", { asks: 600 }],
    ["reviewers=U024BE7LH, W024BE7LI", { reviewers: ["U024BE7LH", "W024BE7LI"] }],
    [`shelf=${PROJECT}`, { shelf: PROJECT.replace(/\/$/, "") }],
    ["answers=deployment", { answers: "deployment" }],
  ])("is read as it is typed: %s", (typed, settings) => {
    expect(set(typed)).toEqual(settings);
    expect(set(printSettings(set(typed)))).toEqual(settings);
  });

  it("takes the place of the one before, and the deployment's where it is empty", () => {
    const both = set("language=en", "asks=5", "language=zh-CN");
    expect(both).toEqual({ language: "zh-CN", asks: 5 });
    expect(printSettings(both)).toBe("language=zh-CN asks=5");
    expect(withSetting(both, "language=")).toEqual({ asks: 5 });
  });

  it.each([
    [
      "colour=red",
      "“colour=red” is no setting: expected is one of language, visibility, shelf, answers, reviewers, citations, asks, then = and its value, such as language=zh-CN.",
    ],
    ["language", "“language” is no setting"],
    ["__proto__=1", "“__proto__=1” is no setting"],
    ["language=fr", "language: “fr” is not en, zh-CN or zh-TW."],
    ["visibility=all", "visibility: “all” is not channel or asker."],
    ["asks=0", "asks: “0” is not a whole number from 1 on."],
    ["asks=1e3", "asks: “1e3” is not a whole number"],
    ["reviewers=mina", "reviewers: “mina” is not ids of users"],
    ["reviewers=T1/U024BE7LH", "reviewers: “T1/U024BE7LH” is not ids of users"],
    ["answers=own", "answers: “own” is not own, which needs a shelf that is there, or deployment."],
    ["answers=mine", "answers: “mine” is not own"],
    ["shelf=/nowhere", "shelf: “/nowhere” is not a folder that is there"],
  ])("is refused with what was expected: %s", (typed, said) => {
    expect(() => set(typed)).toThrow(said);
  });
});

it.each([
  [{}, undefined],
  [{ shelf: "/a" }, "/a"],
  [{ shelf: "/a", answers: "own" }, "/a"],
  [{ shelf: "/a", answers: "deployment" }, undefined],
  [{ answers: "own" }, undefined],
] as const)("the shelf that answers with %j is %s", (settings, shelf) => {
  expect(shelfOf(settings)).toBe(shelf);
  expect(withValue({ shelf: PROJECT }, "answers", "own")).toEqual({ shelf: PROJECT, answers: "own" });
});

it("what is changed holds at once, also while the settings are being read again", async () => {
  let kept: ReadonlyMap<string, WorkspaceSettings> = new Map([["T1", { asks: 5 }]]);
  let isSet = false;
  const events = new EventEmitter();
  const store: SettingsStore = {
    async all() {
      const now = kept;
      // The first reading after the change lasts until the next begins, and that one until the test is over.
      if (isSet) {
        isSet = false;
        await once(events, "another");
      } else if (now.has("T2")) {
        events.emit("another");
        await once(events, "end");
      }
      return now;
    },
    async set(workspace, settings) {
      kept = new Map([...kept, [workspace, settings]]);
      isSet = true;
    },
    forget: async () => false,
    close: async () => {},
  };
  const current = await createCurrentSettings(store, keptLog(), 1);
  expect(await current.change("T2", () => ({ asks: 7 }))).toEqual({ asks: 7 });
  expect([current.of("T1"), current.of("T2")]).toEqual([{ asks: 5 }, { asks: 7 }]);
  events.emit("end");
  await current.close();
});

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;
beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(() => postgres?.close());

describe.each<[string, () => Promise<StoreLocation>, boolean]>([
  ["SQLite", async () => ({ folder: temporaryFolder() }), false],
  [
    programs === undefined ? `PostgreSQL (${MISSING})` : "PostgreSQL",
    async () => ({ url: (await postgres?.database()) ?? "" }),
    programs === undefined,
  ],
])("kept in %s", (_, make, skip) => {
  it.skipIf(skip)("settings are those of their workspace, and taken up while processes run", async () => {
    const place = await make();
    const store = await openSettings(place);
    await store.set("T1", { language: "zh-CN", shelf: PROJECT });
    const current = await createCurrentSettings(await openSettings(place), keptLog(), 10);
    const first = current.of("T1");
    expect([first, current.of("T2")]).toEqual([{ language: "zh-CN", shelf: PROJECT }, {}]);
    expect([await isOwnShelf(place, PROJECT), await isOwnShelf(place, join(PROJECT, "x"))]).toEqual([
      true,
      false,
    ]);
    await store.set("T2", { asks: 7 });
    await expect.poll(() => current.of("T2")).toEqual({ asks: 7 });
    // What did not change is the same object, with all that was made of it.
    expect(current.of("T1")).toBe(first);
    // What this process changes holds at once, and is made of what the database has.
    const changed = current.change("T2", (now) => ({ ...now, language: "en" }));
    expect(await changed).toEqual({ asks: 7, language: "en" });
    expect([current.of("T2"), await current.stored("T2")]).toEqual([await changed, await changed]);
    const refused = current.change("T2", () => {
      throw new Error("refused");
    });
    await expect(refused).rejects.toThrow("refused");
    expect(await current.stored("T2")).toEqual(await changed);
    await current.change("T2", () => ({}));
    expect((await store.all()).has("T2")).toBe(false);
    expect([await store.forget("T1"), await store.forget("T1")]).toEqual([true, false]);
    await expect.poll(() => current.of("T1")).toEqual({});
    await current.close();
    await store.close();
  });

  it.skipIf(skip)(
    "what was cited in a workspace is found, also from before it had one, and forgotten with it",
    async () => {
      const place = await make();
      const log = await openCitationLog(place);
      const settings = await openSettings(place);
      const now = new Date();
      const [here, there] = ["T1", "T2"].map((team) => conversationKey("slack", "C1", team)) as [
        string,
        string,
      ];
      await log.record(conversationKey("slack", "C1"), ["before"], new Date(now.getTime() - 1_000));
      await log.record(here, ["here"], now);
      await log.record(there, ["there"], now);
      const idsIn = async (conversation: string) =>
        (await log.citedIn(conversation)).map(({ source }) => source);
      expect([await idsIn(here), await idsIn(there)]).toEqual([
        ["before", "here"],
        ["before", "there"],
      ]);
      const installations = { forget: async () => false };
      expect(await forgetWorkspace("T1", { installations, settings, place })).toBe(true);
      expect(await forgetWorkspace("T1", { installations, settings, place })).toBe(false);
      expect([await idsIn(here), await idsIn(there)]).toEqual([["before"], ["before", "there"]]);
      await settings.close();
      await log.close();
    },
  );
});
