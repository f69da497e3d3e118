/** Carries the bot onto Slack through Bolt in Socket Mode: commands are answered in their ack, presses by one call. */
import { App, type Logger, LogLevel, SocketModeReceiver, webApi } from "@slack/bolt";
import { z } from "zod";
import type { Adapter, Bot } from "../bot.ts";
import type { SlackConfig } from "../config.ts";
import { type Parsed, parseAsk } from "../desk/ask.ts";
import type { Log } from "../log.ts";
import { ASK, CHOOSE, renderSlack, type SlackMessage } from "./render.ts";

/** How long a socket may be silent, in milliseconds; also how long a dropped one stays away at first. */
const PING_TIMEOUT = 1000;

const UserId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/);

const Typed = z.object({
  command: z.string().max(40),
  text: z.string().max(12_000).default(""),
  user_id: UserId,
});

/** A button's line or a menu's choice, and who pressed it. */
const Pressed = z.object({
  user: z.object({ id: UserId }),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(255),
        value: z.string().max(2000).optional(),
        selected_option: z.object({ value: z.string().max(2000) }).optional(),
      }),
    )
    .min(1),
});

/** Slack sends these three letters of what people type as entities. */
const unescapeText = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

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

async function messageFor(
  bot: Bot,
  parsed: Parsed,
  asker: string,
): Promise<{ message: SlackMessage; turns: boolean }> {
  const answer = await bot.answerTo(parsed);
  const turns = answer.ask.from > 1 && answer.outcome === "found";
  return { message: renderSlack(answer, bot.words, asker).message, turns };
}

/** Registers what is done with commands and presses. Every request is acked, whatever happens. */
function listen(app: App, bot: Bot, log: Log): void {
  app.command(/^\/.+/, async ({ body, ack }) => {
    const started = performance.now();
    try {
      const { command, text, user_id } = Typed.parse(body);
      const { message } = await messageFor(
        bot,
        parseAsk(`${command} ${unescapeText(text)}`, bot.commands),
        user_id,
      );
      await ack(message);
      log.info({ command, ms: Math.round(performance.now() - started) }, "answered");
    } catch (error) {
      const { id, text } = bot.apologize(error);
      log.warn({ id }, "a command was answered with an apology");
      await ack({ response_type: "ephemeral", text });
    }
  });

  app.action({ type: "block_actions", action_id: /.*/ }, async ({ body, ack, respond }) => {
    await ack();
    try {
      const { user, actions } = Pressed.parse(body);
      const [{ action_id, value, selected_option } = { action_id: "" }] = actions;
      const [kind, ...rest] = action_id.split(":");
      const line = kind === CHOOSE ? selected_option?.value : kind === ASK ? value : undefined;
      if (line === undefined) return;
      const asker = rest.at(-1);
      const { message, turns } = await messageFor(bot, parseAsk(line, bot.commands), user.id);
      // Its asker turns the pages of the message itself; what others press opens for them alone.
      await (user.id === asker
        ? respond({ ...message, replace_original: turns })
        : respond({ ...message, response_type: "ephemeral", replace_original: false }));
    } catch (error) {
      const { id, text } = bot.apologize(error);
      log.warn({ id }, "a press was answered with an apology");
      await respond({ response_type: "ephemeral", replace_original: false, text }).catch((failed: unknown) =>
        log.error({ id, err: failed }, "an apology could not be delivered to Slack"),
      );
    }
  });

  app.error(async (error) => log.error({ err: error }, "Bolt reported an error"));
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The adapter for Slack. It is ready when the socket is. */
export const slack =
  ({ botToken, appToken, apiUrl }: SlackConfig, log: Log): Adapter =>
  async (bot) => {
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
    listen(app, bot, log);
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
