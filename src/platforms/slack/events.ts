/** Answers mentions and direct messages in their threads, and shows the app's home. */
import type { App, webApi } from "@slack/bolt";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import type { AnswerDelivery } from "../../delivery/deliver.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import { messageRequest } from "../../delivery/written-message.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import type { PackedSlackMessage } from "./addressing.ts";
import type { SlackCalls } from "./calls.ts";
import { slashCommandLine } from "./command-names.ts";
import { homeView } from "./home.ts";
import { AppHomeOpenedEvent, MessageEvent, readableText } from "./payloads.ts";
import type { SlackPolicy } from "./policy.ts";
import { threadTransport } from "./transports.ts";
import type { FileUploads } from "./uploads.ts";

type Message = ReturnType<typeof MessageEvent.parse>["event"];

/** Returns the line that a message asks. Messages may name slash commands as this workspace does. */
function lineOf(text: string, { commandPrefix: prefix }: SlackPolicy): string {
  const [, command, rest = ""] = /^`?(\/\S+?)`?(?:\s+(.*))?$/s.exec(text) ?? [];
  return command === undefined ? text : slashCommandLine(command, rest, prefix);
}

/** Delivers answers, and says how their files are uploaded. */
export interface EventDelivery {
  readonly delivery: AnswerDelivery<PackedSlackMessage>;
  readonly uploadsTo: FileUploads;
  readonly calls: SlackCalls;
}

/** Registers listeners for mentions, direct messages and the app's home, as far as the granted scopes allow. */
export function registerEvents(
  app: App,
  botFor: BotFactory,
  policy: SlackPolicy,
  { delivery, uploadsTo, calls }: EventDelivery,
  log: Log,
  has: { readonly mentions: boolean; readonly messages: boolean },
): void {
  const isFirstDelivery = createDeduplicator();

  async function reply(client: webApi.WebClient, message: Message, isDirect: boolean): Promise<void> {
    const { user: asker, channel, thread_ts, ts, type } = message;
    const line = lineOf(readableText(message.text).trim(), policy);
    const bot = await botFor(chooseLocale(policy, line));
    const files = uploadsTo(channel, thread_ts ?? ts);
    const request = messageRequest(bot, { asker, channel, line, isDirect }, { event: type });
    const way = { isDirect, slow: bot.messages.delivery.slow };
    await delivery.deliver(request, threadTransport(client, calls, message, way, files));
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
      const { user } = data.event;
      const publish = () => client.views.publish({ user_id: user, view });
      await calls.inLine(`home ${user}`, publish, { isRepeatable: true });
    } catch (error) {
      log.error({ err: error }, "the home could not be shown");
    }
  });
}
