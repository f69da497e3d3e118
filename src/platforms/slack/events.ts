/** Answers mentions and direct messages in their threads, and shows the app's home. */
import type { Context } from "@slack/bolt";
import { answerOnce } from "../../delivery/delivery-claims.ts";
import { createMemoryClaims } from "../../delivery/memory-claims.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import { messageRequest } from "../../delivery/written-message.ts";
import type { Log } from "../../support/log.ts";
import { slashCommandLine } from "./command-names.ts";
import { deskIn, type SlackDesk, type SlackListeners } from "./desk.ts";
import { homeExamples, homeView } from "./home.ts";
import { AppHomeOpenedEvent, MessageEvent, readableText } from "./payloads.ts";
import type { SlackPolicy } from "./policy.ts";
import { EventHeldError } from "./redelivery.ts";
import { threadTransport } from "./transports.ts";

type Message = ReturnType<typeof MessageEvent.parse>["event"];

/** Returns the line that a message asks. Messages may name slash commands as this workspace does. */
function lineOf(text: string, { commandPrefix: prefix }: SlackPolicy): string {
  const [, command, rest = ""] = /^`?(\/\S+?)`?(?:\s+(.*))?$/s.exec(text) ?? [];
  return command === undefined ? text : slashCommandLine(command, rest, prefix);
}

/** Registers listeners for mentions, direct messages and the app's home, which do what the granted scopes allow. */
export function registerEvents(app: SlackListeners, log: Log): void {
  const own = createMemoryClaims();

  async function reply(desk: SlackDesk, message: Message, isDirect: boolean): Promise<void> {
    const { botFor, policy, client, calls, delivery, uploadsTo } = desk;
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
  async function hear(body: unknown, context: Context, direct: boolean) {
    const desk = deskIn(context);
    if (!desk.has[direct ? "messages" : "mentions"]) return;
    const { success, data } = MessageEvent.safeParse(body);
    if (!success) return;
    const { event_id, event } = data;
    if (direct && event.channel_type !== "im") return;
    if (event.bot_id || event.subtype || event.edited || event.user === desk.workspace.botUser) return;
    const { claims = own } = desk.policy;
    const outcome = await answerOnce(claims, `slack ${event_id}`, () => reply(desk, event, direct));
    if (outcome === "held") throw new EventHeldError();
  }

  app.event("app_mention", ({ body, context }) => hear(body, context, false));
  app.event("message", ({ body, context }) => hear(body, context, true));

  async function showHome(desk: SlackDesk, user_id: string): Promise<void> {
    const { botFor, policy, calls } = desk;
    const { views } = desk.client;
    const view = await homeView(await botFor(chooseLocale(policy)), policy);
    await calls.inLine(`home ${user_id}`, () => views.publish({ user_id, view }), { isRepeatable: true });
  }

  /** Suggests asks in the bot's own messages, as they are typed there: Slack takes a slash for a command. */
  async function suggestPrompts(desk: SlackDesk, channel_id: string): Promise<void> {
    const { botFor, policy, calls } = desk;
    const { assistant } = desk.client;
    const examples = await homeExamples(await botFor(chooseLocale(policy)), policy.commandPrefix);
    const prompts = examples.map(({ line }) => line.slice(1)).map((text) => ({ title: text, message: text }));
    if (prompts.length === 0) return;
    // Without a thread: agents' prompts stand above the conversation, and Slack drops those for a thread.
    const suggest = () => assistant.threads.setSuggestedPrompts({ channel_id, prompts });
    await calls.inLine(`prompts ${channel_id}`, suggest, { isRepeatable: true });
  }

  app.event("app_home_opened", async ({ body, context }) => {
    const desk = deskIn(context);
    const { success, data } = AppHomeOpenedEvent.safeParse(body);
    if (!success) return;
    const { user, tab, channel } = data.event;
    try {
      if (tab === "home") await showHome(desk, user);
      else if (tab === "messages" && channel !== undefined && desk.has.prompts)
        await suggestPrompts(desk, channel);
    } catch (error) {
      log.error({ err: error, tab }, "the home could not be shown");
    }
  });
}
