/** Tests how workspaces install the app, and that each is then answered with a token of its own. */
import { createHmac, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { temporaryFolder } from "../../shelves.ts";
import { createApp, mention, openStore, startProcess, type TestApp, teamId } from "./many-workspaces.ts";

let app: TestApp;
let bot: Awaited<ReturnType<typeof startProcess>>;
let team: string;

beforeEach(async () => {
  app = await createApp({ folder: temporaryFolder() });
  bot = await startProcess(app);
  team = teamId();
});

afterEach(async () => {
  await bot.end();
  await app.close();
});

const posts = (owner: string) =>
  app.slack.calls.filter((call) => call.method.startsWith("chat.") && call.team === owner);

describe("an installation", () => {
  it("leads to Slack with what the app asks for, and with a cookie that other sites do not send", async () => {
    const { status, cookie, to, state } = await bot.begin();
    expect([status, to.pathname]).toEqual([302, "/oauth/v2/authorize"]);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      scope: "commands,app_mentions:read,im:history,chat:write,files:write,assistant:write,users:read",
      client_id: app.install.clientId,
      redirect_uri: "https://refdesk.example.org/slack/oauth_redirect",
      state,
    });
    expect(cookie).toBe(
      `refdesk-slack-install=${state}; Secure; HttpOnly; Path=/; Max-Age=600; SameSite=Lax`,
    );
    expect((await bot.begin()).state).not.toBe(state);
  });

  it("ends on a page in the reader's language, and the workspace is answered from then on", async () => {
    expect((await bot.command("/pledge", "alibaba", { team_id: team })).body).toContain("not installed");
    const { cookie, state } = await bot.begin();
    const code = app.slack.allow({ team });
    const page = await bot.get(`/slack/oauth_redirect?${new URLSearchParams({ code, state })}`, {
      cookie: `other=1; ${cookie.split(";")[0]}`,
      "accept-language": "zh-TW",
    });
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.body).toContain(`Refdesk 已安裝到 Team ${team}`);
    expect(page.body).toContain(`https://app.slack.com/client/${team}`);
    expect(String(page.headers["set-cookie"])).toMatch(/^refdesk-slack-install=deleted; .*SameSite=Lax$/);
    expect((await bot.command("/pledge", "alibaba", { team_id: team })).body).toContain("Alibaba");
  });

  it("is not made in a workspace that may not, whose token is given back", async () => {
    const allowed = teamId();
    const own = { ...app, install: { ...app.install, workspaces: [allowed] } };
    const strict = await startProcess(own);
    try {
      const page = await strict.install({ team });
      expect([page.status, page.body]).toEqual([403, expect.stringContaining(`can let ${team} in`)]);
      expect(app.slack.calls.filter(({ method }) => method === "auth.revoke")).toHaveLength(1);
      expect(await installed()).toEqual([]);
      expect((await strict.install({ team: allowed })).status).toBe(200);
      expect(await installed()).toEqual([allowed]);
    } finally {
      await strict.end();
    }
  });

  it("says the name of a workspace as text", async () => {
    const page = await bot.install({ team, name: `<script>"&'` });
    expect(page.body).toContain("installed in &lt;script&gt;&quot;&amp;&#39;.");
    expect(page.body).not.toMatch(/<script|xoxb/);
  });

  it.each([
    ["without a state", ({ code }: Given) => ({ code })],
    ["with an empty state", ({ code }: Given) => ({ code, state: "" })],
    ["with a state of one's own", ({ code }: Given) => ({ code, state: "1.a.b" })],
    ["with the state of another browser", ({ code, other }: Given) => ({ code, state: other })],
    ["without a code", ({ state }: Given) => ({ state })],
    ["with a query beyond any length", ({ code, state }: Given) => ({ code, state, x: "x".repeat(5_000) })],
  ])("is not made %s", async (_, query) => {
    const { cookie, state } = await bot.begin();
    const { state: other } = await bot.begin();
    const page = await bot.comeBack(query({ code: app.slack.allow({ team }), state, other }), cookie);
    expect([page.status, page.body]).toEqual([400, expect.stringContaining("Please begin again")]);
    expect(await installed()).toEqual([]);
    expect(bot.log.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("is not made with a state that was signed with another secret, although the cookie has it", async () => {
    const text = `${Math.floor(Date.now() / 1_000) + 60}.${"a".repeat(24)}`;
    const state = `${text}.${createHmac("sha256", "other").update(text).digest("base64url")}`;
    const page = await bot.comeBack(
      { code: app.slack.allow({ team }), state },
      `refdesk-slack-install=${state}`,
    );
    expect(page.status).toBe(400);
    expect(await installed()).toEqual([]);
  });

  it("is made once with a state, also where the browser keeps its cookie", async () => {
    const { cookie, state } = await bot.begin();
    const first = await bot.comeBack({ code: app.slack.allow({ team }), state }, cookie);
    const again = await bot.comeBack({ code: app.slack.allow({ team: teamId() }), state }, cookie);
    expect([first.status, again.status]).toEqual([200, 400]);
    expect(await installed()).toEqual([team]);
  });

  it("is not made with a state of more than ten minutes", async () => {
    const { cookie, state } = await bot.begin();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 });
    try {
      const page = await bot.comeBack({ code: app.slack.allow({ team }), state }, cookie);
      expect(page.status).toBe(400);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ["was cancelled in Slack", { error: "access_denied" }, 400, "cancelled"],
    ["has a code of another app, or none", { code: "of-another-app" }, 502, "did not complete"],
  ])("says so where it %s", async (_, query, status, said) => {
    const { cookie, state } = await bot.begin();
    const page = await bot.comeBack({ ...query, state } as Record<string, string>, cookie);
    expect([page.status, page.body]).toEqual([status, expect.stringContaining(said)]);
    expect(page.body).toContain('href="https://refdesk.example.org/slack/install"');
  });

  it("is not made where the workspace has revoked it meanwhile, or Slack is away", async () => {
    app.slack.fail("auth.test");
    expect((await bot.install({ team })).status).toBe(502);
    expect(await installed()).toEqual([]);
    expect(bot.log.lines.at(-1)).toMatchObject({ level: "warn" });
    expect(JSON.stringify(bot.log.lines)).not.toMatch(/xox[be]/);
  });
});

interface Given {
  readonly code: string;
  readonly state: string;
  readonly other: string;
}

async function installed(): Promise<string[]> {
  const store = await openStore(app);
  const all = await store.list();
  await store.close();
  return all.map(({ owner }) => owner);
}

describe("where the app is not installed", () => {
  const line = (text: string) => expect.stringContaining(`${text}`);
  const where = "https://refdesk.example.org/slack/install";

  it("each request is answered, to its asker alone, with how to install it, and the log is quiet", async () => {
    const origin = { team_id: team };
    const typed = await bot.command("/pledge", "alibaba", origin);
    expect(JSON.parse(typed.body)).toEqual({
      ...{ response_type: "ephemeral", replace_original: false, text: line(where) },
    });
    expect(JSON.parse((await bot.command("/pledge", "阿里巴巴", origin)).body).text).toContain("尚未安装");
    const user = { id: "U0READER001", team_id: team };
    const team_ = { team: { id: team } };
    const pressed = await bot.interact({
      type: "block_actions",
      ...team_,
      user,
      actions: [{ action_id: "ask:1" }],
    });
    expect([pressed.status, pressed.body]).toEqual([200, ""]);
    await expect.poll(() => app.responses.calls.length).toBe(1);
    expect(app.responses.calls[0]?.body).toMatchObject({ response_type: "ephemeral", text: line(where) });
    const typing = await bot.interact({
      type: "block_suggestion",
      ...team_,
      user,
      action_id: "text:who",
      value: "a",
    });
    expect(JSON.parse(typing.body)).toEqual({ options: [] });
    const view = { id: "V1", state: { values: {} } };
    const sent = await bot.interact({ type: "view_submission", ...team_, user, view });
    expect(JSON.parse(sent.body)).toMatchObject({ response_action: "update", view: { type: "modal" } });
    const event = await bot.event(mention("alibaba"), { team_id: team });
    expect([event.status, event.body]).toEqual([200, ""]);
    expect(bot.log.lines.filter(({ level }) => level !== "info")).toEqual([]);
    expect(app.slack.calls).toEqual([]);
  });

  it("a request that says of no workspace, or of one that cannot be, is answered so too", async () => {
    for (const team_id of ["", "x", "T1'; drop table x", "T".repeat(100), 7, null])
      expect((await bot.command("/pledge", "alibaba", { team_id })).body).toContain(where);
  });
});

describe("an installation that was sealed with a key that is gone", () => {
  it("is named in the log at the start, and told how to install anew, while the others are served", async () => {
    await bot.install({ team });
    const other = teamId();
    const newer = randomBytes(32).toString("base64");
    const process = await startProcess({ ...app, install: { ...app.install, keys: [newer] } });
    try {
      await process.install({ team: other });
      const warned = process.log.lines.filter(({ level }) => level === "warn");
      expect(warned.map(({ data }) => data)).toEqual([
        { workspace: team, reason: expect.stringContaining("INSTALL_KEYS") },
      ]);
      const asked = async (team_id: string) =>
        (await process.command("/pledge", "alibaba", { team_id })).body;
      expect(await asked(other)).toContain("Alibaba");
      expect(await asked(team)).toContain("not installed");
      await process.install({ team });
      expect(await asked(team)).toContain("Alibaba");
    } finally {
      await process.end();
    }
  });
});

describe("several workspaces", () => {
  it("are each answered with their own token, at every place", async () => {
    const other = teamId();
    await bot.install({ team });
    await bot.install({ team: other });
    app.slack.calls.length = 0;
    await bot.event(mention("compare alibaba and tencent"), { team_id: other });
    await expect.poll(() => posts(other).length).toBeGreaterThan(0);
    await bot.event(mention("alibaba"), { team_id: team });
    await expect.poll(() => posts(team).length).toBeGreaterThan(0);
    for (const [owner, tokenStart] of [
      [team, `xoxb-${team}`],
      [other, `xoxb-${other}`],
    ] as const)
      for (const { token } of app.slack.calls.filter((call) => call.team === owner))
        expect(token).toMatch(new RegExp(`^${tokenStart}`));
    await bot.event(
      { type: "app_home_opened", user: "U0READER001", tab: "home", channel: "D1" },
      { team_id: other },
    );
    await expect
      .poll(() => app.slack.calls.some(({ method, team: at }) => method === "views.publish" && at === other))
      .toBe(true);
  });

  it("upload files with their own token", async () => {
    await bot.install({ team });
    app.slack.calls.length = 0;
    await bot.event(mention("/cite all style:bibtex"), { team_id: team });
    await bot.event(mention("/timeline alibaba"), { team_id: team });
    await expect.poll(() => posts(team).length).toBeGreaterThan(1);
    expect(app.slack.calls.every((call) => call.team === team)).toBe(true);
  });

  it("have what their own scopes allow, and nobody's other", async () => {
    const other = teamId();
    await bot.install({ team, scopes: ["commands"] });
    await bot.install({ team: other });
    await bot.event(mention("alibaba"), { team_id: team });
    await bot.event(mention("alibaba"), { team_id: other });
    await expect.poll(() => posts(other).length).toBe(1);
    expect(posts(team)).toEqual([]);
    expect((await bot.command("/pledge", "alibaba", { team_id: team })).body).toContain("Alibaba");
  });

  it("do not answer their own bot, whose id is another in each", async () => {
    await bot.install({ team });
    await bot.event(mention("alibaba", `U${team}BOT`), { team_id: team });
    await bot.event(mention("tencent"), { team_id: team });
    await expect.poll(() => posts(team).length).toBe(1);
    expect(JSON.stringify(posts(team))).toContain("Tencent");
  });

  it("are answered without a call to Slack before the ack", async () => {
    await bot.install({ team, endsIn: 30 });
    app.slack.calls.length = 0;
    app.slack.fail("oauth.v2.access");
    expect((await bot.command("/pledge", "alibaba", { team_id: team })).body).toContain("Alibaba");
    expect([app.slack.calls, app.slack.exchanges]).toEqual([[], 0]);
  });
});

describe("a workspace whose own shelf", () => {
  async function withShelf(surroundingsOf: () => Promise<never>, said: string) {
    const openWorkspaces = async () => {
      const installations = await openStore(app);
      return { installations, surroundingsOf, forget: async () => {}, close: () => installations.close() };
    };
    const process = await startProcess(app, {}, { openWorkspaces });
    await process.install({ team });
    expect((await process.command("/pledge", "alibaba", { team_id: team })).body).toContain(said);
    // Slack sends an event again, and then it may be answered.
    expect((await process.event(mention("alibaba"), { team_id: team })).status).toBe(503);
    await process.end();
    return process.log.lines.filter(({ level }) => level === "warn");
  }

  it("is still being read is told so in time", async () => {
    expect(await withShelf(() => new Promise(() => {}), "is opening its shelf")).toEqual([]);
  });

  it("cannot be read is told so, and the log says it once", async () => {
    const failed = () => Promise.reject(new Error("it has a fault"));
    expect(await withShelf(failed, "cannot answer right now")).toHaveLength(1);
  });
});

describe("an organization", () => {
  const organization = teamId("E");
  const whole = (team_id: string) => ({
    team_id,
    enterprise_id: organization,
    is_enterprise_install: "true",
  });

  it("installs the app for its workspaces, each of which is named with each call", async () => {
    const page = await bot.install({ team, organization, isWhole: true });
    expect(page.body).toContain(`Organization ${organization}`);
    expect(page.body).not.toContain("app.slack.com");
    expect((await bot.command("/pledge", "alibaba", whole(team))).body).toContain("Alibaba");
    const origin = {
      authorizations: [{ team_id: team, enterprise_id: organization, is_enterprise_install: true }],
    };
    await bot.event(mention("alibaba"), { team_id: "T0SOMEBODY", ...origin });
    await expect.poll(() => posts(organization).length).toBe(1);
    expect(posts(organization)[0]?.body).toMatchObject({ team_id: team });
  });

  it("comes after a workspace's own installation", async () => {
    await bot.install({ team, organization, isWhole: true });
    await bot.install({ team, organization });
    const [own, other] = [whole(team), whole(teamId())];
    await bot.event(mention("alibaba"), own);
    await expect.poll(() => posts(team).length).toBe(1);
    await bot.event(mention("alibaba"), other);
    await expect.poll(() => posts(organization).length).toBe(1);
  });
});

describe("a channel that organizations share", () => {
  it("is answered by the workspace for whose installation the event was sent", async () => {
    await bot.install({ team });
    const stranger = teamId();
    const origin = {
      ...{ team_id: stranger, context_team_id: stranger },
      authorizations: [{ team_id: team, enterprise_id: null, is_enterprise_install: false }],
    };
    await bot.event(mention("alibaba"), origin);
    await expect.poll(() => posts(team).length).toBe(1);
    await bot.event(mention("alibaba"), { team_id: team, authorizations: [{ team_id: stranger }] });
    await bot.event(mention("alibaba"), { team_id: stranger, context_team_id: team, authorizations: [] });
    await expect.poll(() => posts(team).length).toBe(2);
  });

  it("is answered for a guest of another organization too, who asks and presses there", async () => {
    await bot.install({ team });
    const guest = { user_team: teamId(), source_team: teamId() };
    const authorizations = [{ team_id: team, enterprise_id: null, is_enterprise_install: false }];
    await bot.event({ ...mention("alibaba", "U0STRANGER1"), ...guest }, { team_id: team, authorizations });
    await expect.poll(() => posts(team).length).toBe(1);
    const user = { id: "U0STRANGER1", name: "guest", team_id: guest.user_team };
    const action = { action_id: "ask:0:U0STRANGER1", value: "/pledge tencent" };
    const pressed = await bot.press(action, undefined, { team: { id: team }, user });
    await expect.poll(() => JSON.stringify(pressed.posts())).toContain("Tencent");
    expect(app.slack.calls.every((call) => call.team === team)).toBe(true);
  });

  it("is answered once where the same event comes for both of its workspaces", async () => {
    const other = teamId();
    await bot.install({ team });
    await bot.install({ team: other });
    const same = { event_id: "Ev0SHARED" };
    await bot.event(mention("alibaba"), { ...same, team_id: team });
    await bot.event(mention("alibaba"), { ...same, team_id: other });
    await bot.event(mention("tencent"), { team_id: other });
    await expect.poll(() => posts(other).length).toBe(1);
    await expect.poll(() => posts(team).length).toBe(1);
  });
});

describe("the end of an installation", () => {
  const seconds = (more = 0) => Math.floor(Date.now() / 1_000) + more;

  it.each([
    ["the app is removed", { type: "app_uninstalled" }],
    ["its bot's token is revoked", { type: "tokens_revoked", tokens: { oauth: [], bot: ["U1"] } }],
  ])("comes at once where %s", async (_, event) => {
    await bot.install({ team });
    await bot.event(event, { team_id: team, event_time: seconds() });
    await expect
      .poll(async () => (await bot.command("/pledge", "alibaba", { team_id: team })).body)
      .toContain("not installed");
    expect((await bot.install({ team })).status).toBe(200);
    expect((await bot.command("/pledge", "alibaba", { team_id: team })).body).toContain("Alibaba");
  });

  it.each([
    ["it was installed anew since", { type: "app_uninstalled" }, -10],
    ["a person's token alone was revoked", { type: "tokens_revoked", tokens: { oauth: ["U1"] } }, 0],
    ["nothing says when", { type: "app_uninstalled" }, undefined],
  ])("does not come where %s", async (_, event, at) => {
    await bot.install({ team });
    await bot.event(event, { team_id: team, event_time: at === undefined ? "now" : seconds(at) });
    await bot.event(mention("alibaba"), { team_id: team });
    await expect.poll(() => posts(team).length).toBe(1);
    expect(await installed()).toEqual([team]);
    const store = await openStore(app);
    expect((await store.list())[0]?.endedAt).toBeUndefined();
    await store.close();
  });
});

describe("a token that ends", () => {
  it("is renewed once for fifty events at once, and used by all that follow", async () => {
    await bot.install({ team, endsIn: 30 });
    app.slack.calls.length = 0;
    await Promise.all(Array.from({ length: 50 }, () => bot.event(mention("alibaba"), { team_id: team })));
    await expect.poll(() => posts(team).length).toBe(50);
    expect(app.slack.exchanges).toBe(1);
    expect(new Set(posts(team).map(({ token }) => token)).size).toBe(1);
  });

  it("is renewed by one of three processes", async () => {
    const others = [await startProcess(app), await startProcess(app)];
    await bot.install({ team, endsIn: 30 });
    const all = [bot, ...others];
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => all[index % 3]!.event(mention("alibaba"), { team_id: team })),
    );
    await expect.poll(() => posts(team).length).toBe(30);
    expect(app.slack.exchanges).toBe(1);
    for (const one of others) await one.end();
  });

  it("is renewed ahead of its end, without anybody waiting for it", async () => {
    await bot.install({ team, endsIn: 3_600 });
    app.slack.calls.length = 0;
    await bot.event(mention("alibaba"), { team_id: team });
    await expect.poll(() => posts(team).length).toBe(1);
    await expect.poll(() => app.slack.exchanges).toBe(1);
    expect(posts(team)[0]?.token).toMatch(/^xoxe\.xoxb/);
  });

  it("is looked up anew where another process has replaced it", async () => {
    const other = await startProcess(app);
    await bot.install({ team });
    await other.event(mention("alibaba"), { team_id: team });
    await expect.poll(() => posts(team).length).toBe(1);
    app.slack.revoke(team);
    await bot.install({ team });
    await other.event(mention("alibaba"), { team_id: team });
    await expect.poll(() => posts(team).length).toBe(2);
    await other.end();
  });

  it("ends no process where Slack does not renew it, and the log names the workspace", async () => {
    await bot.install({ team, endsIn: 30 });
    app.slack.fail("oauth.v2.access");
    await bot.event(mention("alibaba"), { team_id: team });
    await expect
      .poll(() => bot.log.lines.find(({ message }) => message.includes("was not renewed"))?.data)
      .toMatchObject({ workspace: team });
    expect((await bot.command("/pledge", "alibaba", { team_id: team })).body).toContain("Alibaba");
  });
});
