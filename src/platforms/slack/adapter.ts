/** Connects the bot to Slack through Bolt, over Socket Mode or HTTP. */

import { App, type Logger, LogLevel, type webApi } from "@slack/bolt";
import type { SlackConfig } from "../../config/slack-config.ts";
import { createDrawnReplies } from "../../delivery/drawn-replies.ts";
import type { RouteRegistry } from "../../http/server.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import { plainMessage } from "../../support/serialize-error.ts";
import type { PlatformAdapter } from "../adapter.ts";
import { packedSlackSize } from "./addressing.ts";
import { createSlackCalls } from "./calls.ts";
import { withSlackNaming } from "./command-names.ts";
import { createSlackDesk, withDesk } from "./desk.ts";
import { type ClientOfPerson, slackDirectSender } from "./direct-messages.ts";
import type { SlackPolicy } from "./policy.ts";
import { holdRoute, httpReceiver } from "./receiver.ts";
import { registerListeners } from "./register-listeners.ts";
import { socketReceiver } from "./sockets.ts";
import { type OpenSource, type SurroundingsOf, singleWorkspace } from "./workspace-source.ts";
import type { FindWorkspace, SlackWorkspace } from "./workspaces.ts";

/** How long a call may take, in milliseconds. */
const CALL_MS = 10_000;

/**
 * Makes the client try each call once. What is tried again, and what waits for a rate limit, is decided where the call
 * is made: the client would pause all channels for one, for as long as half an hour, and might post a message twice.
 */
const CLIENT_OPTIONS: webApi.WebClientOptions = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: CALL_MS,
};

/** Passes Bolt's warnings and errors to the log, and drops the rest. */
function boltLogger(log: Log): Logger {
  const say =
    (level: keyof Log) =>
    (...parts: unknown[]) =>
      log[level]({ from: "bolt" }, plainMessage(parts.map(String).join(" ")));
  const silent = () => {};
  return {
    debug: silent,
    info: silent,
    warn: say("warn"),
    error: say("error"),
    setLevel: silent,
    setName: silent,
    getLevel: () => LogLevel.WARN,
  };
}

/** Returns the client that writes to a person: in one of several workspaces, they are known as `T1/U2`. */
const clientOfPerson =
  (find: FindWorkspace): ClientOfPerson =>
  async (person) => {
    const [user = "", team] = person.split("/", 2).reverse();
    const workspace = await find({ team_id: team });
    if (!workspace) throw new Error("the app is not installed in their workspace");
    return { chat: workspace.client.chat, user };
  };

/**
 * Creates the adapter for Slack. Starting it resolves once a socket is open or, over HTTP, once its handler is in
 * `routes`. Slash commands are answered in their ack, presses by a call to their response URL.
 * @param openSource opens the workspaces that are answered, where they are not the one whose token is configured
 */
export const slackAdapter =
  (
    config: SlackConfig,
    policy: SlackPolicy,
    log: Log,
    routes: RouteRegistry = new Map(),
    openSource?: OpenSource,
  ): PlatformAdapter =>
  async (botFor, report) => {
    const { apiUrl } = config;
    const logger = boltLogger(log);
    const clientOptions = { logger, ...(apiUrl ? { slackApiUrl: apiUrl } : {}), ...CLIENT_OPTIONS };
    if ("signingSecrets" in config) holdRoute(routes);
    const open = "botToken" in config ? singleWorkspace(config) : openSource;
    if (!open) throw new Error("nothing says which workspaces are answered");
    const source = await open({ clientOptions, logger, policy, routes, log });
    const shared = { calls: createSlackCalls(), replies: createDrawnReplies(packedSlackSize), log };
    const all = { botFor, policy };
    const surroundingsOf: SurroundingsOf = source.surroundingsOf ?? (async () => all);
    const desksIn = memoizeByKey((around: typeof all) => {
      const named = withSlackNaming(around.botFor, around.policy.commandPrefix);
      return memoizeByKey((workspace: SlackWorkspace) =>
        createSlackDesk(workspace, { policy: around.policy, ...shared, botFor: named }),
      );
    });
    const deskFor = async (body: unknown) => {
      const workspace = await source.find(body);
      return workspace && desksIn(await surroundingsOf(workspace))(workspace);
    };
    const receiver =
      "signingSecrets" in config
        ? httpReceiver(config.signingSecrets, routes, log, {
            kept: async (body) => (await deskFor(body))?.commands.cached(body),
            ...defined({ refuse: source.refuse, replyTimeoutMs: policy.replyTimeoutMs }),
          })
        : socketReceiver({
            appToken: config.appToken,
            clientOptions,
            logger,
            log,
            ...defined({ report, sockets: config.sockets }),
          });
    const app = new App({
      receiver,
      logger,
      clientOptions,
      convoStore: false as const,
      ignoreSelf: false,
      async authorize(_, body) {
        const desk = await deskFor(body);
        if (!desk) throw new Error("the app is not installed in the workspace of a request");
        return withDesk(desk);
      },
    });
    const only = source.only && desksIn(all)(source.only);
    registerListeners(app, log);
    source.listen?.(app);
    await app.start();
    const isWriting = !only || only.has.mentions || only.has.messages;
    const disconnect = isWriting
      ? (source.directMessages ?? policy.directMessages)?.connect(
          "slack",
          slackDirectSender(clientOfPerson(source.find)),
        )
      : undefined;
    log.info(source.about, "connected to Slack");
    return async () => {
      disconnect?.();
      await app.stop();
      await source.stop();
    };
  };
