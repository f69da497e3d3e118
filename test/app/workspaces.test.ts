/** Two workspaces with shelves of their own, which share their ids: neither sees anything of the other's. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { assembleDesk } from "../../src/app/assemble.ts";
import { createRunningCuration } from "../../src/app/curation.ts";
import { ownShelfOpener } from "../../src/app/own-shelf.ts";
import { openSlackWorkspaces } from "../../src/app/slack-workspaces.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { createRecorder } from "../../src/citation-log/recorder.ts";
import { openSettings } from "../../src/installations/sql-settings.ts";
import type { WorkspaceSettings } from "../../src/installations/workspace-settings.ts";
import type { SlackPolicy } from "../../src/platforms/slack/policy.ts";
import { keptLog } from "../desks.ts";
import {
  createApp,
  mention,
  startProcess,
  type TestApp,
  teamId,
} from "../platforms/slack/many-workspaces.ts";
import { temporaryFolder } from "../shelves.ts";
import { type Json, walk } from "../stand-ins/json.ts";
import type { SlackMessage } from "../stand-ins/slack-payloads.ts";
import { markedShelf } from "./marked-shelf.ts";

const cache = temporaryFolder();

/** Starts a process as the program does: over the project's shelf, with what each workspace has of its own. */
async function startWhole(app: TestApp) {
  const log = keptLog();
  const settings = { cache, colour: false, dumb: false, isUtf8: true };
  const progress = { report: () => {}, done: () => {} };
  const citationLog = createRecorder(() => openCitationLog(app.place), log);
  const { holder, refresher, botsWith } = await assembleDesk(settings, { log, progress, eager: true });
  const config = { citations: app.place, reviewers: [] };
  const curation = createRunningCuration(config, settings, { holder, refresher, log });
  const policy: SlackPolicy = {
    ...{ defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000 },
    ...{ curation: curation.curation, directMessages: curation.directMessages },
    recordCitations: citationLog.record,
  };
  const botFor = botsWith(citationLog);
  const openShelf = ownShelfOpener(config, settings, citationLog, log);
  const process = await startProcess(app, policy, {
    botFor,
    openWorkspaces: () =>
      openSlackWorkspaces({
        ...{ place: app.place, install: app.install, botFor, policy, curation, openShelf, log },
      }),
  });
  return {
    ...process,
    async end() {
      await process.end();
      await Promise.all([citationLog.close(), curation.close()]);
    },
  };
}
type Whole = Awaited<ReturnType<typeof startWhole>>;

/** A control of a message: a button, or a choice with its first option. */
type Control = {
  readonly action_id: string;
  readonly selected_option?: { readonly value: string };
  /** What it asks. */
  readonly line: string;
};

/** Returns the controls of a message. */
const controlsOf = (message: SlackMessage): Control[] =>
  [...walk(message.blocks ?? [])].flatMap(([{ action_id, type, value, options, option_groups }]) => {
    if (typeof action_id !== "string") return [];
    const [first] = [...walk(options ?? option_groups ?? [])].filter(
      ([one]) => typeof one.value === "string",
    );
    if (type === "button" || !first) return [{ action_id, line: String(value ?? "") }];
    const chosen = String(first[0].value);
    return [{ action_id, selected_option: { value: chosen }, line: chosen }];
  });

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
    await own(beta, { language: "zh-TW", visibility: "asker", citations: "no" });
    await store.close();
    processes = await Promise.all(Array.from({ length: count }, () => startWhole(app)));
    for (const team of [alpha, beta, plain]) await processes[0]!.install({ team });
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
    expect(sent.body).toContain("Thank");
    const review = (team: string, who: string) =>
      ask("/refdesk review", team, { user_id: who }).then((message) => String(message.text));
    expect(await review(alpha, "U0REVIEWER")).toContain("It is wrong in Alphaside.");
    expect(await review(beta, "U0REVIEWER")).not.toContain("Alphaside");
    expect(await review(plain, "U0REVIEWER")).not.toContain("Alphaside");
    expect(await review(alpha, "U0READER001")).not.toContain("It is wrong");
    for (const team of [beta, plain])
      expectNothingOfOthers(JSON.stringify(await ask("/refdesk status", team)), team);
  });

  it("no line of the log tells of what is on a shelf", () => {
    for (const { log } of processes) expect(JSON.stringify(log.lines)).not.toMatch(/Alphaside|Betaside/);
  });
});
