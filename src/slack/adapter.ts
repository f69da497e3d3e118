/** Carries the bot onto Slack through Bolt in Socket Mode: commands are answered in their ack, presses by one call. */
import { App, type Logger, LogLevel, SocketModeReceiver, webApi } from "@slack/bolt";
import type { Adapter } from "../bot.ts";
import type { SlackConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { listen, type SlackManner } from "./listen.ts";

/** How long a socket may be silent, in milliseconds; also how long a dropped one stays away at first. */
const PING_TIMEOUT = 1000;

/** Bolt's own words at their level, and none of its debugging. */
function boltLogger(log: Log): Logger {
  const say =
    (level: keyof Log) =>
    (...parts: unknown[]) =>
      log[level]({ from: "bolt" }, parts.map(String).join(" "));
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

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The adapter for Slack. It is ready when the socket is. */
export const slack =
  ({ botToken, appToken, apiUrl }: SlackConfig, manner: SlackManner, log: Log): Adapter =>
  async (bots) => {
    const logger = boltLogger(log);
    const clientOptions = { ...(apiUrl ? { slackApiUrl: apiUrl } : {}), logger };
    // Asked once here and passed on, or Bolt would ask at every request.
    const who = await new webApi.WebClient(botToken, { ...clientOptions, retryConfig: { retries: 2 } }).auth
      .test()
      .catch((error: unknown) => {
        throw new Error(
          `SLACK_BOT_TOKEN: Slack did not take it (${reason(error)}). It is found in the app's settings under OAuth & Permissions.`,
        );
      });
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      clientPingTimeout: PING_TIMEOUT,
      installerOptions: { clientOptions },
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
    listen(app, bots, manner, log);
    await app.start().catch((error: unknown) => {
      throw new Error(
        `SLACK_APP_TOKEN: Slack opened no socket (${reason(error)}). The token is made under Basic Information, App-Level Tokens, with the scope connections:write.`,
      );
    });
    log.info({ team: who.team ?? "" }, "connected to Slack");
    return async () => {
      await app.stop();
    };
  };
