/** Tests the settings of a workspace or a server in chat: the same on Discord and on Slack, over their stand-ins. */
import { afterEach, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createCuration } from "../../src/curation/curation.ts";
import { withSettings } from "../../src/curation/settings.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import type { WorkspaceSettings } from "../../src/installations/workspace-settings.ts";
import { LOCALES, loadMessages } from "../../src/language/messages.ts";
import { managesServer, serverOf } from "../../src/platforms/discord/interaction.ts";
import { createSlackCalls } from "../../src/platforms/slack/calls.ts";
import { askStanding, standingIn } from "../../src/platforms/slack/standing.ts";
import { keptLog, library, PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { type CurationDesk, curationDesks, type DeskOptions } from "./contract.ts";
import { createMemoryDesk } from "./memory-desk.ts";

/** Creates a curation, with settings that are kept in memory. */
function madeWith(settings: WorkspaceSettings) {
  const log = keptLog();
  const holder = { current: () => ({ library, version: "abc1234" }) };
  const desk = async () => createMemoryDesk();
  const plain = createCuration({ desk, holder, reviewers: new Set(), refresh: async () => {}, log });
  const kept = { settings, isAway: false };
  const read = async (): Promise<WorkspaceSettings> => {
    if (kept.isAway) throw new Error("the database is away");
    return kept.settings;
  };
  const curation = withSettings(plain, {
    stored: read,
    async change(next) {
      kept.settings = next(await read());
      return kept.settings;
    },
  });
  return { kept, log, plain, curation, botFor: createBotFactory(library, commands, log) };
}

/** People of each platform, as its forms give them. */
const PEOPLE: Readonly<Record<string, string>> = {
  Discord: "1100000000000000202,role:1100000000000000303",
  Slack: "U0BOB000001,U0CAT000001",
};

describe.each(curationDesks)("$platform", ({ platform, start }) => {
  let desk: CurationDesk;
  let made: ReturnType<typeof madeWith>;
  async function open(settings: WorkspaceSettings = {}, options: DeskOptions = {}) {
    made = madeWith(settings);
    desk = await start(made, options);
    desk.appoint("ann", true);
  }
  afterEach(async () => expect(await desk.end()).toEqual([]));

  it("shows an admin what is set, alone, and what is as everywhere else", async () => {
    await open({ language: "zh-TW", reviewers: ["1100000000000000202"] });
    const shown = await desk.type("settings");
    expect(shown.isPrivate).toBe(true);
    expect(shown.text).toContain("The one for everyone");
    expect(shown.text).toContain("繁體中文");
    expect(shown.text).toContain("1100000000000000202");
    expect(shown.text).toContain("As everywhere else");
    expect(shown.text).not.toContain("Share");
  });

  it("is changed by a form that opens with what is set, and stands in place of what was shown", async () => {
    await open({ language: "zh-TW", asks: 7 });
    const form = await desk.press(await desk.type("settings"), "Change");
    expect(form.form?.values).toEqual({
      ...{ language: "zh-TW", visibility: "deployment", reviewers: "", citations: "yes" },
    });
    const told = await desk.fill(form, {
      ...{ language: "zh-CN", visibility: "asker", reviewers: PEOPLE[platform]!, citations: "no" },
    });
    expect(told).toMatchObject({ isPrivate: true, replaces: true });
    expect(told.text).toContain("Saved.");
    expect(told.text).toContain("简体中文");
    expect(made.kept.settings).toEqual({
      ...{ language: "zh-CN", visibility: "asker", citations: "no", asks: 7 },
      reviewers: PEOPLE[platform]!.split(","),
    });
    const again = await desk.press(told, "Change");
    expect(again.form?.values.reviewers).toBe(PEOPLE[platform]);
    await desk.fill(again, {
      ...{ language: "deployment", visibility: "deployment", reviewers: "", citations: "yes" },
    });
    expect(made.kept.settings).toEqual({ asks: 7 });
  });

  it("lets an admin choose between the shelf that a workspace has of its own and everyone's", async () => {
    await open({ shelf: PROJECT });
    const shown = await desk.type("settings");
    expect(shown.text).toContain("Its own");
    const form = await desk.press(shown, "Change");
    expect(form.form?.options.answers).toEqual(["own", "deployment"]);
    await desk.fill(form, { answers: "deployment" });
    expect(made.kept.settings).toEqual({ shelf: PROJECT, answers: "deployment" });
    await desk.fill(form, { answers: "own" });
    expect(made.kept.settings).toEqual({ shelf: PROJECT, answers: "own" });
    // No folder is named in chat: it would be anybody's.
    expect(JSON.stringify([shown.text, form.text])).not.toContain(PROJECT);
  });

  it("refuses what `workspaces set` would refuse, and changes nothing then", async () => {
    const before = { shelf: temporaryFolder(), answers: "deployment" } as const;
    await open(before);
    const form = await desk.press(await desk.type("settings"), "Change");
    const gone = await desk.fill(form, { answers: "own", language: "en" });
    expect(gone.text).toContain("cannot be found, so nothing was changed");
    const forged = await desk.fill(form, { answers: "deployment", language: "xx" });
    expect(forged.text).toContain("Language of answers: this cannot be taken, so nothing was changed.");
    expect(made.kept.settings).toEqual(before);
  });

  it("tells whoever is no admin so, alone, and asks anew at each press and each form", async () => {
    await open({ language: "zh-TW" });
    const said = /Only (?:owners and admins of this workspace|those who may manage this server)/;
    const told = await desk.type("settings", "bob");
    expect([told.isPrivate, told.text]).toEqual([true, expect.stringMatching(said)]);
    expect(told.text).not.toContain("繁體中文");
    const shown = await desk.type("settings");
    const form = await desk.press(shown, "Change");
    expect((await desk.press(shown, "Change", "bob")).text).toMatch(said);
    desk.appoint("ann", false);
    expect((await desk.press(shown, "Change")).text).toMatch(said);
    const refused = await desk.fill(form, { language: "en" });
    expect(refused).toMatchObject({ isPrivate: true, text: expect.stringMatching(said) });
    expect(made.kept.settings).toEqual({ language: "zh-TW" });
  });

  it("says where the database is away, with its reference in the log", async () => {
    await open({});
    const form = await desk.press(await desk.type("settings"), "Change");
    made.kept.isAway = true;
    for (const told of [await desk.type("settings"), await desk.fill(form, { language: "en" })])
      expect(told.text).toMatch(/cannot be kept at the moment.*Reference/);
    expect(made.log.lines.filter(({ level }) => level === "error")).toHaveLength(2);
  });

  it("has none where nothing is anybody's own", async () => {
    const { plain, botFor } = madeWith({});
    desk = await start({ curation: plain, botFor });
    desk.appoint("ann", true);
    expect((await desk.type("settings")).text).toContain("There are no settings here");
  });
});

it("in a direct message on Discord there is no server, and so no settings", async () => {
  const { plain, botFor } = madeWith({});
  const desk = await curationDesks[0]!.start({ curation: plain, botFor }, { direct: true });
  const told = await desk.type("settings");
  expect([told.isPrivate, told.text]).toEqual([true, expect.stringContaining("There is no server here")]);
  expect(await desk.end()).toEqual([]);
});

describe("who looks after a workspace", () => {
  const T1 = { id: "U1", team_id: "T1" };
  it.each<[string, object, string | undefined, string]>([
    ["an admin of it", { ...T1, is_admin: true }, "T1", "admin"],
    ["an owner of it", { ...T1, is_owner: true }, "T1", "admin"],
    ["its first owner", { ...T1, is_primary_owner: true }, "T1", "admin"],
    ["an admin of the only one", { ...T1, is_admin: true }, undefined, "admin"],
    ["somebody else of it", { ...T1, is_admin: false }, "T1", "member"],
    ["an admin of another workspace", { ...T1, team_id: "T2", is_admin: true }, "T1", "member"],
    ["a stranger", { ...T1, is_admin: true, is_stranger: true }, "T1", "member"],
    ["a guest", { ...T1, is_admin: true, is_restricted: true }, "T1", "member"],
    ["an admin who has left", { ...T1, is_admin: true, deleted: true }, "T1", "member"],
    ["a bot", { ...T1, is_admin: true, is_bot: true }, "T1", "member"],
    [
      "an admin of the whole organization",
      { id: "U1", team_id: "E1", enterprise_user: { is_admin: true, teams: ["T1", "T2"] } },
      "T1",
      "admin",
    ],
    [
      "an admin of an organization that does not have it",
      { id: "U1", team_id: "E1", enterprise_user: { is_owner: true, teams: ["T2"] } },
      "T1",
      "member",
    ],
    [
      "an admin of another workspace of the organization",
      { id: "U1", team_id: "T2", is_admin: true, enterprise_user: { teams: ["T1", "T2"] } },
      "T1",
      "member",
    ],
    ["flags that are none", { ...T1, is_admin: "yes", is_owner: 1 }, "T1", "member"],
  ])("in Slack, %s", (_, user, workspace, standing) => {
    expect(standingIn({ ok: true, user }, workspace)).toBe(standing);
  });

  it.each([
    ["missing_scope", "unknown"],
    ["user_not_found", "member"],
    ["user_not_visible", "member"],
  ])("in Slack, where it refuses to tell by %s: %s", async (error, standing) => {
    const info = () =>
      Promise.reject(
        Object.assign(new Error(error), { code: "slack_webapi_platform_error", data: { error } }),
      );
    const asking = askStanding({ id: "T1" }, { users: { info } } as never, createSlackCalls(), "U1");
    expect(await asking()).toBe(standing);
  });

  it("in Slack, where it cannot tell is a fault, and nobody is taken for an admin", async () => {
    const info = () => Promise.reject(new Error("Slack is away"));
    const asking = askStanding({ id: "T1" }, { users: { info } } as never, createSlackCalls(), "U1");
    await expect(asking()).rejects.toThrow("Slack is away");
  });

  it("in Slack, what is no user is a fault", () => {
    for (const info of [undefined, {}, { user: null }, { user: "U1" }])
      expect(() => standingIn(info, "T1")).toThrow();
  });

  it.each([
    ["0", false],
    ["1", false],
    ["8", true],
    ["32", true],
    ["40", true],
    ["2248473465835073", false],
    ["2248473465835105", true],
    ["9007199254740993000000032", true],
  ])("in Discord, by the permissions %s: %s", (permissions, manages) => {
    expect(managesServer({ member: { user: { id: "1" }, roles: [], permissions } })).toBe(manages);
  });

  it("in Discord, nobody outside a server", () => expect(managesServer({})).toBe(false));
});

it.each([
  ["installed in the server", "1", { "0": "1" }, "1"],
  ["installed in both", "1", { "0": "1", "1": "2" }, "1"],
  ["a user's own install", "1", { "1": "2" }, undefined],
  ["another server's", "1", { "0": "3" }, undefined],
  ["not said", "1", undefined, "1"],
  ["a direct message", undefined, { "0": "0" }, undefined],
])("the server of an interaction, where the app is %s", (_, guild_id, owners, server) => {
  expect(serverOf({ guild_id, authorizing_integration_owners: owners })).toBe(server);
});

it("the settings in Chinese have no English of the desk’s, and each language says all of them", async () => {
  for (const locale of LOCALES.slice(1)) {
    const { settings } = (await loadMessages(locale)).workspaces;
    const words = JSON.stringify({ ...settings, refused: settings.refused("") }).replace(
      /"\w+":|Refdesk|Slack|Discord/g,
      "",
    );
    expect(words.match(/[A-Za-z]{2,}/g), locale).toEqual(null);
  }
});
