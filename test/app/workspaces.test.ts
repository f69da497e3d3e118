/** Two workspaces with shelves of their own, which share their ids: neither sees anything of the other's. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { openSettings } from "../../src/installations/sql-settings.ts";
import type { WorkspaceSettings } from "../../src/installations/workspace-settings.ts";
import { createApp, mention, type TestApp, teamId } from "../platforms/slack/many-workspaces.ts";
import { siteWith } from "../platforms/web/site.ts";
import { temporaryFolder } from "../shelves.ts";
import type { Json } from "../stand-ins/json.ts";
import { adminOf } from "../stand-ins/slack-oauth.ts";
import type { SlackMessage } from "../stand-ins/slack-payloads.ts";
import { markedShelf } from "./marked-shelf.ts";
import { controlsOf, PAGES, startWhole, type Whole } from "./whole-workspaces.ts";

/** What each workspace grants, also the links to the pages. */
const SCOPES = [
  ...["commands", "app_mentions:read", "im:history", "chat:write", "files:write", "users:read"],
  ...["links:read", "links:write"],
];

describe.each([1, 3])("over %i processes", (count) => {
  const [alpha, beta, plain] = [teamId(), teamId(), teamId()];
  let app: TestApp;
  let processes: Whole[] = [];
  let turn = 0;
  /** Each request comes to another process. */
  const next = (): Whole => processes[turn++ % count]!;
  const MARK: Readonly<Record<string, string>> = { [alpha]: "Alphaside", [beta]: "Betaside" };
  const others = (team: string): string[] =>
    Object.entries(MARK).flatMap(([id, mark]) => (id === team ? [] : [mark]));
  const expectNothingOfOthers = (said: string, team: string): void => {
    for (const mark of others(team)) expect(said).not.toContain(mark);
  };

  beforeAll(async () => {
    app = await createApp({ folder: temporaryFolder() });
    const store = await openSettings(app.place);
    const own = (team: string, more: WorkspaceSettings): Promise<void> =>
      store.set(team, { shelf: markedShelf(MARK[team]!), ...more });
    await own(alpha, { reviewers: ["U0REVIEWER"] });
    await own(beta, {
      ...{ language: "zh-TW", visibility: "asker", citations: "no", reviewers: ["U0REVIEWER"] },
    });
    await store.close();
    processes = await Promise.all(
      Array.from({ length: count }, () => startWhole(app, [`slack:${plain}/U0REVIEWER`])),
    );
    for (const team of [alpha, beta, plain]) await processes[0]!.install({ team, scopes: SCOPES });
    // The first requests to a shelf may be told that it is still being read.
    for (const process of processes)
      for (const team of [alpha, beta])
        await vi.waitFor(
          async () =>
            expect((await process.command("/define", "common prosperity", { team_id: team })).body).toContain(
              MARK[team],
            ),
          { timeout: 120_000 },
        );
  });

  afterAll(async () => {
    for (const process of processes) await process.end();
    await app.close();
  });

  const ask = async (line: string, team: string, more: Json = {}): Promise<SlackMessage> => {
    const [command = "", ...words] = line.split(" ");
    for (;;) {
      const { status, body } = await next().command(command, words.join(" "), { team_id: team, ...more });
      expect(status).toBe(200);
      // On a busy machine an answer may be late for its ack, and follows by a call.
      if (body !== "") return JSON.parse(body) as SlackMessage;
    }
  };

  const examples = commands.flatMap((command) => command.examples);

  it("every example is answered from the workspace's own shelf, also when it was kept before", async () => {
    expect(examples.length).toBeGreaterThan(20);
    const marked = new Set<string>();
    for (const round of [1, 2])
      for (const line of examples)
        for (const team of [alpha, beta, plain]) {
          const said = JSON.stringify(await ask(line, team));
          expectNothingOfOthers(said, team);
          if (MARK[team] && said.includes(MARK[team])) marked.add(`${round} ${team}`);
        }
    expect(marked.size).toBe(4);
  });

  it("every control of an answer, pressed in the other workspace, gives what is there", async () => {
    let pressed = 0;
    for (const line of ["/define common prosperity", "/pledge", "/quote", "/who", "/timeline", "/help"]) {
      const message = await ask(line, alpha);
      for (const { line: asked, ...action } of controlsOf(message)) {
        const shown = action.selected_option ? undefined : message;
        const { status, posts } = await next().press(action, shown, { team: { id: beta } });
        expect(status).toBe(200);
        await expect.poll(posts).not.toEqual([]);
        // What a control asks is repeated, as what somebody types is.
        const repeated = asked.replace(/^\/\S+ ?|(?:detail|style|from):\S+/g, "").trim();
        const said = String(posts()[0]?.text ?? "");
        expectNothingOfOthers(repeated === "" ? said : said.replaceAll(repeated, ""), beta);
        pressed += 1;
      }
    }
    expect(pressed).toBeGreaterThan(10);
  });

  it("mentions, the home, suggestions while typing and forms are the workspace's own", async () => {
    for (const team of [alpha, beta]) {
      app.slack.calls.length = 0;
      const here = () => app.slack.calls.filter((call) => call.team === team);
      await next().event(mention("define common prosperity"), { team_id: team });
      await next().event({ type: "app_home_opened", user: "U0READER001", tab: "home" }, { team_id: team });
      await expect
        .poll(() => here().filter(({ method }) => /^chat|^views/.test(method)).length)
        .toBeGreaterThan(1);
      const user = { id: "U0READER001", team_id: team };
      const typing = await next().interact({
        ...{ type: "block_suggestion", team: { id: team }, user, action_id: "text:define", value: "prosper" },
      });
      const values = {
        command: { command: { selected_option: { value: "define" } } },
        "text:define": { "text:define": { value: "common prosperity" } },
      };
      const form = await next().interact({
        ...{ type: "view_submission", team: { id: team }, user },
        view: { id: "V1", callback_id: "ask", state: { values } },
      });
      const said = JSON.stringify([app.slack.calls, typing.body, form.body]);
      expect(said).toContain(MARK[team]);
      expectNothingOfOthers(said, team);
    }
  });

  it("the language, whom findings are for, and whether citations are kept are the workspace's own", async () => {
    const [there, here] = [
      await ask("/define common prosperity", alpha),
      await ask("/define common prosperity", beta),
    ];
    expect([there.response_type, here.response_type]).toEqual(["in_channel", "ephemeral"]);
    expect(JSON.stringify(here)).toContain("轉載");
  });

  it("what was cited in a channel of one is no bibliography in the other's, although the channel has the same id", async () => {
    const shared = { channel_id: "C0SHARED001" };
    const cited = async (team: string) => String((await ask("/bibliography", team, shared)).text);
    for (const team of [alpha, beta]) await ask("/define common prosperity", team, shared);
    await expect.poll(() => cited(alpha)).toContain("SupChina");
    for (const team of [beta, plain]) expect(await cited(team)).not.toContain("SupChina");
  });

  it("what somebody sends waits for the reviewers of their workspace alone", async () => {
    const user = { id: "U0READER001", name: "reader", team_id: alpha };
    const metadata = { form: "/report /define common prosperity", replaces: false, locale: "en" };
    const view = {
      ...{ id: "V1", callback_id: "desk", private_metadata: JSON.stringify(metadata) },
      state: { values: { remark: { remark: { value: "It is wrong in Alphaside." } } } },
    };
    const sent = await next().interact({ type: "view_submission", team: { id: alpha }, user, view });
    // On a busy machine the thanks may be late for their ack.
    if (sent.body !== "") expect(sent.body).toContain("Thank");
    const review = (team: string, who: string) =>
      ask("/refdesk review", team, { user_id: who }).then((message) => String(message.text));
    await expect.poll(() => review(alpha, "U0REVIEWER")).toContain("It is wrong in Alphaside.");
    expect(await review(beta, "U0REVIEWER")).not.toContain("Alphaside");
    expect(await review(plain, "U0REVIEWER")).not.toContain("Alphaside");
    expect(await review(alpha, "U0READER001")).not.toContain("It is wrong");
    for (const team of [beta, plain])
      expectNothingOfOthers(JSON.stringify(await ask("/refdesk status", team)), team);
  });

  it("the buttons of a review, pressed by a reviewer of the other workspace, decide nothing", async () => {
    const reviewer = { user_id: "U0REVIEWER" };
    const card = await ask("/refdesk review", alpha, reviewer);
    expect(card.text).toContain("It is wrong in Alphaside.");
    const decisions = controlsOf(card).filter(({ line }) => /^\/review \S+ do:/.test(line));
    expect(decisions.length).toBeGreaterThan(3);
    for (const team of [beta, plain])
      for (const { line: value, action_id } of decisions) {
        const user = { id: "U0REVIEWER", username: "reviewer", team_id: team };
        const before = app.slack.calls.length;
        const { posts } = await next().press({ action_id, value }, undefined, { team: { id: team }, user });
        const opened = () => app.slack.calls.slice(before).filter(({ method }) => method === "views.open");
        await expect.poll(() => posts().length + opened().length).toBe(1);
        expectNothingOfOthers(JSON.stringify([posts(), opened()]), team);
      }
    expect((await ask("/refdesk review", alpha, reviewer)).text).toBe(card.text);
  });

  it("links to pages are the deployment's alone, and so is what is shown below one", async () => {
    const preview = async (team: string): Promise<Json[]> => {
      app.slack.calls.length = 0;
      const link = { url: `${PAGES}/records/terms/common-prosperity`, domain: "refdesk.example.org" };
      const shared = { type: "link_shared", user: "U0READER001", channel: "C0LIBRARY01" };
      await next().event({ ...shared, message_ts: "1.1", links: [link] }, { team_id: team });
      // What comes after it has come.
      await next().event(mention("define common prosperity"), { team_id: team });
      await expect
        .poll(() => app.slack.calls.filter(({ method }) => method.startsWith("chat.post")))
        .toHaveLength(1);
      return app.slack.calls.filter(({ method }) => method === "chat.unfurl").map(({ body }) => body);
    };
    const linked = new Set<string>();
    for (const line of [...examples, "/cite all", "/source", "/refdesk status", "/refdesk review"])
      for (const team of [alpha, beta, plain]) {
        const said = JSON.stringify(await ask(line, team, { user_id: "U0REVIEWER" }));
        expectNothingOfOthers(said, team);
        if (said.includes(PAGES)) linked.add(team);
      }
    expect([...linked]).toEqual([plain]);
    expect([await preview(alpha), await preview(beta)]).toEqual([[], []]);
    expect(await preview(plain)).toHaveLength(1);
  });

  it("no page shows anything of a workspace's own, also one that a signed link opens", async () => {
    const { holder, overview } = processes[0]!;
    const site = await siteWith(holder, { publicUrl: PAGES }, undefined, overview);
    const status = JSON.stringify(await ask("/refdesk status", plain, { user_id: "U0REVIEWER" }));
    const [, signed = ""] = /https:\/\/refdesk\.example\.org(\/status\?[^"\\]+)/.exec(status) ?? [];
    expect(signed).toContain("signature=");
    const paths = ["/", "/records", "/sources", "/records/terms/common-prosperity", "/people/xi-jinping"];
    for (const path of [...paths, signed.replaceAll("&amp;", "&"), "/api/v1/records", "/ask?q=/define"]) {
      const { status: is, body } = await site.get(path);
      expect([path, is === 200 || is === 404]).toEqual([path, true]);
      expect(body).not.toMatch(/Alphaside|Betaside|It is wrong/);
    }
  });

  it("citations and files are of the workspace's own sources", async () => {
    const there = { channel_id: "C0EXPORTS01" };
    for (const line of ["/cite all style:bibtex", "/cite all style:ris", "/bibliography style:bibtex"])
      for (const team of [alpha, beta, plain]) {
        app.slack.calls.length = 0;
        const said = JSON.stringify(await ask(line, team, there));
        expectNothingOfOthers(said, team);
        if (MARK[team] && line.startsWith("/cite")) expect(said).toContain(MARK[team]);
        expect(app.slack.calls.filter((call) => call.team !== team)).toEqual([]);
      }
  });

  it("settings are seen and changed by a workspace's own admins alone, wherever their form was opened", async () => {
    const store = await openSettings(app.place);
    const stored = async (team: string) => (await store.all()).get(team);
    const before = [await stored(alpha), await stored(beta), await stored(plain)];
    /** Waits for what is posted to the response URL of an act. */
    async function posted(act: () => Promise<unknown>): Promise<string> {
      const { length } = app.responses.calls;
      await act();
      await expect.poll(() => app.responses.calls.length).toBeGreaterThan(length);
      return JSON.stringify(app.responses.calls.at(-1)?.body);
    }
    const typed = (team: string, user_id: string) =>
      posted(() => next().command("/refdesk", "settings", { team_id: team, user_id }));
    const sendForm = (team: string, user: string, language: string) => {
      const note = { form: "/settings", replaces: true, locale: "en", url: app.responses.responseUrl };
      const state = { values: { language: { language: { selected_option: { value: language } } } } };
      const view = { id: "V1", callback_id: "desk", private_metadata: JSON.stringify(note), state };
      return posted(() =>
        next().interact({
          ...{ type: "view_submission", team: { id: team }, user: { id: user, team_id: team }, view },
        }),
      );
    };
    const own = await typed(alpha, adminOf(alpha));
    expect(own).toContain("Its own");
    expect(own).toContain("U0REVIEWER");
    expect(own).not.toMatch(/繁體中文|\/tmp\//);
    expect(await typed(plain, adminOf(plain))).toContain("The one for everyone");
    for (const said of [
      await typed(alpha, adminOf(beta)),
      await sendForm(alpha, adminOf(beta), "zh-CN"),
      await sendForm(plain, adminOf(alpha), "zh-CN"),
    ])
      expect(said).toMatch(/Only owners and admins/);
    const button = controlsOf(JSON.parse(own)).find(({ line }) => line === "/settings change")!;
    const { line: value, action_id } = button;
    const { posts } = await next().press({ action_id, value }, undefined, {
      ...{ team: { id: beta }, user: { id: adminOf(alpha), team_id: beta } },
    });
    await expect.poll(posts).toHaveLength(1);
    expect(JSON.stringify(posts())).toContain("只有此工作區");
    expect([await stored(alpha), await stored(beta), await stored(plain)]).toEqual(before);
    expect(await sendForm(plain, adminOf(plain), "zh-CN")).toContain("Saved.");
    expect([await stored(alpha), await stored(beta), await stored(plain)]).toEqual([
      ...before.slice(0, 2),
      { language: "zh-CN" },
    ]);
    // Each process takes it up, and no other workspace does.
    for (const process of processes)
      await expect
        .poll(async () => (await process.command("/pledge", "alibaba", { team_id: plain })).body)
        .toMatch(/转载|未审核/);
    expect(JSON.stringify(await ask("/define common prosperity", alpha))).not.toMatch(/转载|未审核/);
    await store.forget(plain);
    await store.close();
  });

  it("no line of the log tells of what is on a shelf, of what was typed, or of a token", async () => {
    for (const line of examples) for (const team of [alpha, beta, plain]) await ask(line, team);
    const lines = processes.flatMap(({ logs }) => logs.flatMap((log) => log.lines));
    expect(lines.length).toBeGreaterThan(100);
    expect(JSON.stringify(lines)).not.toMatch(/Alphaside|Betaside|It is wrong|common prosperity|xox[be]/);
  });
});
