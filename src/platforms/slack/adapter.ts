/** Connects the bot to Slack through Bolt, over Socket Mode or HTTP. */

import { App, type Logger, LogLevel, webApi } from "@slack/bolt";
import type { SlackConfig } from "../../config/config.ts";
import type { RouteRegistry } from "../../http/server.ts";
import { defined } from "../../support/defined.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { plainMessage } from "../../support/serialize-error.ts";
import { type PlatformAdapter, PlatformRefusal } from "../adapter.ts";
import { isRefusal } from "./calls.ts";
import { withSlackNaming } from "./command-names.ts";
import { slackDirectSender } from "./direct-messages.ts";
import type { SlackPolicy } from "./policy.ts";
import { holdRoute, httpReceiver } from "./receiver.ts";
import { registerListeners } from "./register-listeners.ts";
import { grantedFeatures } from "./scopes.ts";
import { socketReceiver } from "./sockets.ts";

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

/**
 * Creates the adapter for Slack. Starting it resolves once a socket is open or, over HTTP, once its handler is in
 * `routes`. Slash commands are answered in their ack, presses by a call to their response URL.
 */
export const slackAdapter =
  (config: SlackConfig, policy: SlackPolicy, log: Log, routes: RouteRegistry = new Map()): PlatformAdapter =>
  async (botFor, report) => {
    const { botToken, apiUrl } = config;
    const logger = boltLogger(log);
    const clientOptions = { ...(apiUrl ? { slackApiUrl: apiUrl } : {}), logger, ...CLIENT_OPTIONS };
    if ("signingSecrets" in config) holdRoute(routes);
    // Fetched once here, because Bolt would otherwise call auth.test on every request.
    const who = await new webApi.WebClient(botToken, clientOptions).auth.test().catch((error: unknown) => {
      throw isRefusal(error)
        ? new PlatformRefusal(
            `SLACK_BOT_TOKEN: Slack did not take it (${errorMessage(error)}). It is found in the app's settings under OAuth & Permissions.`,
          )
        : new Error(`Slack cannot be reached (${errorMessage(error)})`);
    });
    const receiver =
      "signingSecrets" in config
        ? httpReceiver(config.signingSecrets, routes, log, { kept: (body) => commands.cached(body) })
        : socketReceiver({
            ...{ appToken: config.appToken, clientOptions, logger, log },
            ...defined({ report, sockets: config.sockets }),
          });
    const app = new App({
      token: botToken,
      receiver,
      logger,
      clientOptions,
      tokenVerificationEnabled: false,
      botId: who.bot_id ?? "",
      botUserId: who.user_id ?? "",
      convoStore: false,
      ignoreSelf: false,
    });
    const { off, ...features } = grantedFeatures(
      who.response_metadata?.scopes,
      policy.linkPreview !== undefined,
    );
    if (off.length > 0)
      log.warn({ off }, "scopes were not granted in Slack: what they serve is off, and the rest works");
    const commands = registerListeners(
      app,
      withSlackNaming(botFor, policy.commandPrefix),
      policy,
      log,
      features,
    );
    await app.start();
    const disconnect =
      features.mentions || features.messages
        ? policy.directMessages?.connect("slack", slackDirectSender(app.client))
        : undefined;
    log.info({ team: who.team ?? "" }, "connected to Slack");
    return async () => {
      disconnect?.();
      await app.stop();
    };
  };
