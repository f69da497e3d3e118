/** Starts the bot for many workspaces on a stand-in of Slack, and acts there as people do. */
import { randomBytes, randomInt } from "node:crypto";
import type { SlackInstallConfig } from "../../../src/config/slack-config.ts";
import type { StoreLocation } from "../../../src/config/store-location.ts";
import type { BotFactory } from "../../../src/desk/bot.ts";
import { type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { createSealer } from "../../../src/installations/seal.ts";
import { openInstallations } from "../../../src/installations/sql-installations.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import { manyWorkspaces, type SlackWorkspaces } from "../../../src/platforms/slack/many-workspaces.ts";
import type { SlackPolicy } from "../../../src/platforms/slack/policy.ts";
import { botsWithLog } from "../../desks.ts";
import { asForm, asPayload, type Posted, send, slackSigner, startCallBacks } from "../../stand-ins/http.ts";
import type { Json } from "../../stand-ins/json.ts";
import { type Grant, startSlackOAuth } from "../../stand-ins/slack-oauth.ts";
import {
  actionPayload,
  commandPayload,
  type SlackAction,
  type SlackMessage,
  triggerId,
} from "../../stand-ins/slack-payloads.ts";

const secret = () => randomBytes(32).toString("base64");

/** A workspace's id, another each time. */
export const teamId = (letter: "T" | "E" = "T"): string =>
  `${letter}0${randomBytes(5).toString("hex").toUpperCase()}`;

/** An app, the stand-in of Slack that knows it, and where its installations are kept. */
export async function createApp(place: StoreLocation) {
  const install: SlackInstallConfig = {
    clientId: `${randomInt(10 ** 9)}1.${randomInt(10 ** 9)}1`,
    clientSecret: randomBytes(16).toString("hex"),
    keys: [secret()],
    publicUrl: "https://refdesk.example.org",
  };
  const slack = await startSlackOAuth(install.clientId, install.clientSecret);
  const responses = await startCallBacks();
  return {
    ...{ install, place, slack, responses, signingSecret: secret() },
    async close() {
      await slack.close();
      await responses.close();
    },
  };
}
export type TestApp = Awaited<ReturnType<typeof createApp>>;

/** Opens the store of an app's installations. */
export const openStore = ({ place, install }: TestApp) =>
  openInstallations(place, install.clientId, createSealer(install.keys));

/** Starts a process of the bot. */
export async function startProcess(
  app: TestApp,
  policy: Partial<SlackPolicy> = {},
  { botFor, openWorkspaces }: { botFor?: BotFactory; openWorkspaces?: () => Promise<SlackWorkspaces> } = {},
) {
  const { install, slack, responses, signingSecret } = app;
  const made = botsWithLog();
  const routes: RouteTable = new Map();
  async function openPlain(): Promise<SlackWorkspaces> {
    const installations = await openStore(app);
    return { installations, forget: async () => {}, close: () => installations.close() };
  }
  const open = manyWorkspaces(install, openWorkspaces ?? openPlain);
  const config = { install, signingSecrets: [signingSecret], apiUrl: slack.apiUrl };
  const stop = await slackAdapter(
    config,
    { defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000, ...policy },
    made.log,
    routes,
    open,
  )(botFor ?? made.botFor);
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, made.log);
  const { port } = server;
  const signed = slackSigner(signingSecret);

  const get = (path: string, headers: Record<string, string> = {}): Promise<Posted> =>
    send(port, { method: "GET", path, headers });
  const post = (body: string): Promise<Posted> =>
    send(port, { path: "/slack/events", headers: signed(body), body });
  /** Opens the page that leads to Slack, and returns the state and the cookie with it. */
  async function begin() {
    const { status, headers } = await get("/slack/install");
    const [cookie = ""] = [headers["set-cookie"]].flat() as string[];
    const to = new URL(String(headers.location));
    return { status, cookie, to, state: to.searchParams.get("state") ?? "" };
  }
  const comeBack = (query: Record<string, string>, cookie: string): Promise<Posted> =>
    get(`/slack/oauth_redirect?${new URLSearchParams(query)}`, { cookie: cookie.split(";")[0] ?? "" });

  return {
    ...{ log: made.log, get, post, begin, comeBack },
    /** Installs the app as a person does, and returns the last page. */
    async install(grant: Grant): Promise<Posted> {
      const { cookie, state } = await begin();
      return comeBack({ code: slack.allow(grant), state }, cookie);
    },
    /** Types a command in a workspace. */
    command: (command: string, text: string, origin: Json): Promise<Posted> =>
      post(asForm({ ...commandPayload(command, text, responses.responseUrl), team_id: "", ...origin })),
    /** Presses a control of a message in a workspace. @returns the reply, and what is posted to its response URL */
    async press(action: SlackAction, message: SlackMessage | undefined, origin: Json) {
      const url = `${responses.responseUrl}${randomBytes(6).toString("hex")}`;
      const { status } = await post(asPayload({ ...actionPayload(action, message, url), ...origin }));
      const posts = () => responses.calls.filter(({ path }) => url.endsWith(path)).map(({ body }) => body);
      return { status, posts };
    },
    interact: (payload: Json): Promise<Posted> =>
      post(asPayload({ trigger_id: triggerId(), response_url: responses.responseUrl, ...payload })),
    event: (event: Json, origin: Json): Promise<Posted> =>
      post(
        JSON.stringify({
          ...{ type: "event_callback", event_id: `Ev${randomBytes(6).toString("hex")}`, api_app_id: "A1" },
          event_time: Math.floor(Date.now() / 1_000),
          ...origin,
          event,
        }),
      ),
    async end() {
      await server.stop();
      await stop();
    },
  };
}

/** A mention of the bot. */
export const mention = (text: string, user = "U0READER001"): Json => ({
  ...{ type: "app_mention", user, text: `<@U0BOT> ${text}`, channel: "C0LIBRARY01", ts: "1.1" },
});
