/** Tests where a request comes from, and that its workspace is found in memory or by one query. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FoundInstallation, Installation } from "../../../src/installations/installation.ts";
import { createInstallationTokens } from "../../../src/installations/tokens.ts";
import { createInstalledWorkspaces, originOf } from "../../../src/platforms/slack/workspaces.ts";
import { keptLog } from "../../desks.ts";

describe("the origin of a request", () => {
  const none = { isOrganizationWide: false };
  it.each<[string, unknown, object]>([
    [
      "a command",
      { team_id: "T01", enterprise_id: "E01", is_enterprise_install: "false" },
      { ...none, team: "T01", organization: "E01" },
    ],
    [
      "a command in a whole organization",
      { team_id: "T01", enterprise_id: "E01", is_enterprise_install: "true" },
      { isOrganizationWide: true, team: "T01", organization: "E01" },
    ],
    [
      "a press",
      { team: { id: "T01", domain: "x" }, enterprise: null, user: { id: "U1", team_id: "T02" } },
      { ...none, team: "T01" },
    ],
    [
      "a press in a whole organization",
      { team: null, enterprise: { id: "E01" }, user: { id: "U1", team_id: "T02" } },
      { ...none, team: "T02", organization: "E01" },
    ],
    [
      "a form that was opened from another workspace",
      { team: { id: "T01" }, view: { app_installed_team_id: "T02" } },
      { ...none, team: "T02" },
    ],
    ["an event", { team_id: "T01", event: {} }, { ...none, team: "T01" }],
    [
      "an event of a shared channel",
      {
        team_id: "T02",
        context_team_id: "T03",
        authorizations: [
          { team_id: "T01", enterprise_id: null, is_enterprise_install: false },
          { team_id: "T04" },
        ],
      },
      { ...none, team: "T01" },
    ],
    [
      "an event without an authorization",
      { team_id: "T02", context_team_id: "T03", authorizations: [] },
      { ...none, team: "T03" },
    ],
    [
      "an event for a whole organization",
      {
        team_id: "T02",
        authorizations: [{ team_id: null, enterprise_id: "E01", is_enterprise_install: true }],
      },
      { isOrganizationWide: true, team: "T02", organization: "E01" },
    ],
    ["ids that are none", { team_id: "T'--", enterprise_id: 7, team: { id: "x".repeat(99) } }, none],
    ["nothing", undefined, none],
    ["no object", "T01", none],
    ["parts that are none", { team: "T01", user: [], view: 1, authorizations: { 0: {} } }, none],
  ])("is read from %s", (_, body, origin) => {
    expect(originOf(body)).toEqual(origin);
  });
});

describe("a workspace", () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const installation: Installation = {
    ...{ owner: "T01", organization: "", name: "One", scopes: ["commands"], botId: "B1", botUser: "U1" },
    ...{ token: "xoxb-1", installedAt: new Date(0) },
  };

  function made(find: (owners: readonly string[]) => Promise<FoundInstallation | undefined>) {
    const log = keptLog();
    const asked: (readonly string[])[] = [];
    const store = {
      find: async (owners: readonly string[]) => {
        asked.push(owners);
        return find(owners);
      },
      endingBefore: async () => [],
      claimRefresh: async () => undefined,
    };
    const exchange = () => Promise.reject(new Error("nothing is to be renewed"));
    const tokens = createInstallationTokens({ store, exchange, log });
    return { ...createInstalledWorkspaces({ store, tokens, clientOptions: {}, log }), asked, log };
  }

  it("is found by one query for all who ask at once, and then in memory for half a minute", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { find, asked } = made(async () => ({ type: "installed", installation }));
    const all = await Promise.all(
      Array.from({ length: 50 }, () => find({ team_id: "T01", enterprise_id: "E01" })),
    );
    expect(asked).toEqual([["T01", "E01"]]);
    expect(new Set(all).size).toBe(1);
    vi.advanceTimersByTime(29_000);
    await find({ team_id: "T01", enterprise_id: "E01" });
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    // What is kept for it stays.
    expect(await find({ team_id: "T01", enterprise_id: "E01" })).toBe(all[0]);
    expect(asked).toHaveLength(2);
  });

  it("is another one once the app was installed anew, or is forgotten", async () => {
    let now = installation;
    const { find, forget } = made(async () => ({ type: "installed", installation: now }));
    const first = await find({ team_id: "T01" });
    now = { ...installation, installedAt: new Date(1), scopes: ["commands", "chat:write"] };
    expect(await find({ team_id: "T01" })).toBe(first);
    forget();
    const second = await find({ team_id: "T01" });
    expect(second?.scopes).toEqual(["commands", "chat:write"]);
  });

  it("is known while the database is away, and one that was not asked for is not taken for none", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    let isAway = false;
    const { find } = made(async () => {
      if (isAway) throw new Error("away");
      return { type: "installed", installation };
    });
    const known = await find({ team_id: "T01" });
    isAway = true;
    vi.advanceTimersByTime(31_000);
    expect(await find({ team_id: "T01" })).toBe(known);
    await expect(find({ team_id: "T02" })).rejects.toThrow("away");
  });

  it("whose row cannot be read is not served, and the log names it", async () => {
    const { find, log } = made(async () => ({ type: "unreadable", owner: "T01", reason: "it was cut" }));
    expect(await find({ team_id: "T01" })).toBeUndefined();
    expect(log.lines).toMatchObject([{ level: "warn", data: { workspace: "T01", reason: "it was cut" } }]);
  });
});
