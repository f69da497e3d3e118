/** Answers mentions and direct messages in their threads, and shows the app's home. */
import type { App, webApi } from "@slack/bolt";
import { createAsk } from "../../ask/ask.ts";
import { parsePhrase } from "../../ask/phrases.ts";
import { attachmentOf } from "../../delivery/attachments.ts";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import { resolveVisibility } from "../../delivery/visibility.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import { slashCommandLine } from "./command-names.ts";
import { homeView } from "./home.ts";
import { answerLogFields, askBot, chooseLocale, logSlackCitations, type SlackPolicy } from "./message.ts";
import { AppHomeOpenedEvent, MessageEvent, readableText } from "./payloads.ts";
import { escapeMrkdwn, renderSlack } from "./render.ts";
import type { UploadAttachment } from "./uploads.ts";

type Message = ReturnType<typeof MessageEvent.parse>["event"];

/** Returns the line that a message asks. Messages may name slash commands as this workspace does. */
function lineOf(text: string, { commandPrefix: prefix }: SlackPolicy): string {
  const [, command, rest = ""] = /^`?(\/\S+?)`?(?:\s+(.*))?$/s.exec(text) ?? [];
  return command === undefined ? text : slashCommandLine(command, rest, prefix);
}

/** Registers listeners for mentions, direct messages and the app's home, as far as the granted scopes allow. */
export function registerEvents(
  app: App,
  botFor: BotFactory,
  policy: SlackPolicy,
  log: Log,
  has: { readonly mentions: boolean; readonly messages: boolean },
  uploadAttachment?: UploadAttachment,
): void {
  const isFirstDelivery = createDeduplicator();

  async function reply(client: webApi.WebClient, message: Message, direct: boolean): Promise<void> {
    const started = performance.now();
    const { user, channel, thread_ts, ts } = message;
    const line = lineOf(readableText(message.text).trim(), policy);
    const locale = chooseLocale(policy, line);
    const bot = await botFor(locale);
    // Slack does not show an ephemeral message in a thread without replies, so it goes to the channel.
    const aside = { channel, user, ...(thread_ts ? { thread_ts } : {}) };
    const inThread = { channel, thread_ts: thread_ts ?? ts, unfurl_links: false, unfurl_media: false };
    try {
      const pending = askBot(bot, parsePhrase(line, bot.parse) ?? { ask: createAsk("help") }, channel);
      const answer = await pending.answer;
      const visibility = direct
        ? { isPrivate: false }
        : resolveVisibility(answer, pending.isPrivate, policy.defaultAudience);
      const { message: drawn, cited } = renderSlack(answer, bot.messages, {
        ...visibility,
        asker: user,
        locale,
      });
      const { text, blocks } = drawn;
      if (visibility.isPrivate) await client.chat.postEphemeral({ ...aside, text, blocks });
      else await client.chat.postMessage({ ...inThread, mrkdwn: false, text, blocks });
      if (!visibility.isPrivate) logSlackCitations(cited, channel, policy);
      const attachment = attachmentOf(answer, policy.drawPicture);
      if (attachment && !visibility.isPrivate)
        await uploadAttachment?.(attachment, locale, { channel, thread: thread_ts ?? ts });
      const ms = Math.round(performance.now() - started);
      log.info({ event: message.type, ...(await answerLogFields(bot, pending)), ms }, "answered");
    } catch (error) {
      const { id, text } = bot.reportFailure(error);
      const sorry = escapeMrkdwn(text);
      const said = direct
        ? client.chat.postMessage({ ...inThread, text: sorry })
        : client.chat.postEphemeral({ ...aside, text: sorry });
      await said.catch((failed: unknown) =>
        log.error({ id, err: failed }, "an apology could not be delivered to Slack"),
      );
    }
  }

  /** Answers a new message by a person; ignores bots, edits and redeliveries. Bolt has already acked the event. */
  async function hear(body: unknown, self: string | undefined, client: webApi.WebClient, direct: boolean) {
    const { success, data } = MessageEvent.safeParse(body);
    if (!success) return;
    const { event_id, event } = data;
    if (direct && event.channel_type !== "im") return;
    if (event.bot_id || event.subtype || event.edited || event.user === self) return;
    if (isFirstDelivery(event_id)) await reply(client, event, direct);
  }

  if (has.mentions)
    app.event("app_mention", ({ body, client, context }) => hear(body, context.botUserId, client, false));
  if (has.messages)
    app.event("message", ({ body, client, context }) => hear(body, context.botUserId, client, true));

  app.event("app_home_opened", async ({ body, client }) => {
    const { success, data } = AppHomeOpenedEvent.safeParse(body);
    if (!success || data.event.tab !== "home") return;
    try {
      const view = await homeView(await botFor(chooseLocale(policy)), policy);
      await client.views.publish({ user_id: data.event.user, view });
    } catch (error) {
      log.error({ err: error }, "the home could not be shown");
    }
  });
}
