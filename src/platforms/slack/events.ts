/** Answers mentions and direct messages in their threads, and shows the app's home. */
import type { App, webApi } from "@slack/bolt";
import type { AnswerDelivery } from "../../delivery/deliver.ts";
import { answerOnce } from "../../delivery/delivery-claims.ts";
import { createMemoryClaims } from "../../delivery/memory-claims.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import { messageRequest } from "../../delivery/written-message.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import type { PackedSlackMessage } from "./addressing.ts";
import type { SlackCalls } from "./calls.ts";
import { slashCommandLine } from "./command-names.ts";
import { homeExamples, homeView } from "./home.ts";
import { AppHomeOpenedEvent, MessageEvent, readableText } from "./payloads.ts";
import type { SlackPolicy } from "./policy.ts";
import { EventHeldError } from "./redelivery.ts";
import type { SlackFeatures } from "./scopes.ts";
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
  has: Pick<SlackFeatures, "mentions" | "messages" | "prompts">,
): void {
  const { claims = createMemoryClaims() } = policy;

  async function reply(client: webApi.WebClient, message: Message, isDirect: boolean): Promise<void> {
    const { user: asker, channel, thread_ts, ts, type } = message;
    const line = lineOf(readableText(message.text).trim(), policy);
    const bot = await botFor(chooseLocale(policy, line));
    const files = uploadsTo(channel, thread_ts ?? ts);
    const request = messageRequest(bot, { asker, channel, line, isDirect }, { event: type });
    const way = { isDirect, slow: bot.messages.delivery.slow };
    await delivery.deliver(request, threadTransport(client, calls, message, way, files));
  }

  /**
   * Answers a new message by a person; ignores bots, edits, and what was answered before.
   * @throws {EventHeldError} where another may be answering it
   */
  async function hear(body: unknown, self: string | undefined, client: webApi.WebClient, direct: boolean) {
    const { success, data } = MessageEvent.safeParse(body);
    if (!success) return;
    const { event_id, event } = data;
    if (direct && event.channel_type !== "im") return;
    if (event.bot_id || event.subtype || event.edited || event.user === self) return;
    const outcome = await answerOnce(claims, `slack ${event_id}`, () => reply(client, event, direct));
    if (outcome === "held") throw new EventHeldError();
  }

  if (has.mentions)
    app.event("app_mention", ({ body, client, context }) => hear(body, context.botUserId, client, false));
  if (has.messages)
    app.event("message", ({ body, client, context }) => hear(body, context.botUserId, client, true));

  async function showHome({ views }: webApi.WebClient, user_id: string): Promise<void> {
    const view = await homeView(await botFor(chooseLocale(policy)), policy);
    await calls.inLine(`home ${user_id}`, () => views.publish({ user_id, view }), { isRepeatable: true });
  }

  /** Suggests asks in the bot's own messages, as they are typed there: Slack takes a slash for a command. */
  async function suggestPrompts({ assistant }: webApi.WebClient, channel_id: string): Promise<void> {
    const examples = await homeExamples(await botFor(chooseLocale(policy)), policy.commandPrefix);
    const prompts = examples.map(({ line }) => line.slice(1)).map((text) => ({ title: text, message: text }));
    if (prompts.length === 0) return;
    // Without a thread: agents' prompts stand above the conversation, and Slack drops those for a thread.
    const suggest = () => assistant.threads.setSuggestedPrompts({ channel_id, prompts });
    await calls.inLine(`prompts ${channel_id}`, suggest, { isRepeatable: true });
  }

  app.event("app_home_opened", async ({ body, client }) => {
    const { success, data } = AppHomeOpenedEvent.safeParse(body);
    if (!success) return;
    const { user, tab, channel } = data.event;
    try {
      if (tab === "home") await showHome(client, user);
      else if (tab === "messages" && channel !== undefined && has.prompts)
        await suggestPrompts(client, channel);
    } catch (error) {
      log.error({ err: error, tab }, "the home could not be shown");
    }
  });
}
