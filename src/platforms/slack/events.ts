/** Mentions and direct messages, answered in their thread; and the app's home. */
import type { App, webApi } from "@slack/bolt";
import { makeAsk } from "../../ask/ask.ts";
import { readPhrase } from "../../ask/phrases.ts";
import { followingOf } from "../../delivery/attachments.ts";
import { createFresh } from "../../delivery/reply-cache.ts";
import { carriageOf } from "../../delivery/visibility.ts";
import type { Bots } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import { lineFrom } from "./command-names.ts";
import { homeView } from "./home.ts";
import { asking, localeFor, logged, noteShown, type SlackManner } from "./message.ts";
import { Opened, readable, Said } from "./payloads.ts";
import { escapeText, renderSlack } from "./render.ts";
import type { Show } from "./uploads.ts";

type Message = ReturnType<typeof Said.parse>["event"];

/** A slash command in the midst of a message goes by the name that it has in this workspace. */
function lineOf(text: string, { prefix }: SlackManner): string {
  const [, command, rest = ""] = /^`?(\/\S+?)`?(?:\s+(.*))?$/s.exec(text) ?? [];
  return command === undefined ? text : lineFrom(command, rest, prefix);
}

/** Registers what is listened to in conversations, as far as the scopes go. */
export function listenToEvents(
  app: App,
  bots: Bots,
  manner: SlackManner,
  log: Log,
  has: { readonly mentions: boolean; readonly messages: boolean },
  show?: Show,
): void {
  const fresh = createFresh();

  async function reply(client: webApi.WebClient, message: Message, direct: boolean): Promise<void> {
    const started = performance.now();
    const { user, channel, thread_ts, ts } = message;
    const line = lineOf(readable(message.text).trim(), manner);
    const locale = localeFor(manner, line);
    const bot = await bots(locale);
    // Nobody sees a message to one person in a thread that has not begun: that stands in the channel.
    const aside = { channel, user, ...(thread_ts ? { thread_ts } : {}) };
    const inThread = { channel, thread_ts: thread_ts ?? ts, unfurl_links: false, unfurl_media: false };
    try {
      const asked = asking(bot, readPhrase(line, bot.parse) ?? { ask: makeAsk("help") }, channel);
      const answer = await asked.answer;
      const carriage = direct ? { private: false } : carriageOf(answer, asked.private, manner.answers);
      const { message: drawn, cited } = renderSlack(answer, bot.words, { ...carriage, asker: user, locale });
      const { text, blocks } = drawn;
      if (carriage.private) await client.chat.postEphemeral({ ...aside, text, blocks });
      else await client.chat.postMessage({ ...inThread, mrkdwn: false, text, blocks });
      if (!carriage.private) noteShown(cited, channel, manner);
      const following = followingOf(answer, manner.draw);
      if (following && !carriage.private)
        await show?.(following, locale, { channel, thread: thread_ts ?? ts });
      const ms = Math.round(performance.now() - started);
      log.info({ event: message.type, ...(await logged(bot, asked)), ms }, "answered");
    } catch (error) {
      const { id, text } = bot.apologize(error);
      const sorry = escapeText(text);
      const said = direct
        ? client.chat.postMessage({ ...inThread, text: sorry })
        : client.chat.postEphemeral({ ...aside, text: sorry });
      await said.catch((failed: unknown) =>
        log.error({ id, err: failed }, "an apology could not be delivered to Slack"),
      );
    }
  }

  /** Only what a person has newly written is answered. Bolt has acked it by now. */
  async function hear(body: unknown, self: string | undefined, client: webApi.WebClient, direct: boolean) {
    const { success, data } = Said.safeParse(body);
    if (!success) return;
    const { event_id, event } = data;
    if (direct && event.channel_type !== "im") return;
    if (event.bot_id || event.subtype || event.edited || event.user === self) return;
    if (fresh(event_id)) await reply(client, event, direct);
  }

  if (has.mentions)
    app.event("app_mention", ({ body, client, context }) => hear(body, context.botUserId, client, false));
  if (has.messages)
    app.event("message", ({ body, client, context }) => hear(body, context.botUserId, client, true));

  app.event("app_home_opened", async ({ body, client }) => {
    const { success, data } = Opened.safeParse(body);
    if (!success || data.event.tab !== "home") return;
    try {
      const view = await homeView(await bots(localeFor(manner)), manner);
      await client.views.publish({ user_id: data.event.user, view });
    } catch (error) {
      log.error({ err: error }, "the home could not be shown");
    }
  });
}
