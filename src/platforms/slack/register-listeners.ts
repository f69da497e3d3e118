/** Handles commands, presses and shortcuts. Every request is acked, whatever happens. */
import type { App, RespondFn } from "@slack/bolt";
import { quoteMessage } from "../../ask/ask.ts";
import { attachmentOf } from "../../delivery/attachments.ts";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import type { BotFactory } from "../../desk/bot.ts";
import { LOCALES } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { ACTION_TYPES, type ActionType } from "./controls.ts";
import { registerEvents } from "./events.ts";
import {
  askBot,
  chooseLocale,
  composeMessage,
  logSlackCitations,
  type ShownMessage,
  type SlackPolicy,
  slackNotice,
} from "./message.ts";
import { registerForm } from "./modal.ts";
import { BlockActionsPayload, MessageShortcutPayload, readableText, TriggerPayload } from "./payloads.ts";
import { createReplies } from "./replies.ts";
import { ALL_FEATURES, type SlackFeatures } from "./scopes.ts";
import { createSlashCommands, type SlashCommands } from "./slash-commands.ts";
import { registerLinks } from "./unfurl.ts";
import { createUploader } from "./uploads.ts";

/**
 * Registers all listeners with Bolt's app, as far as the granted scopes allow.
 * @returns the handler of slash commands, whose cached replies the HTTP receiver sends without the app
 */
export function registerListeners(
  app: App,
  botFor: BotFactory,
  policy: SlackPolicy,
  log: Log,
  has: SlackFeatures = ALL_FEATURES,
): SlashCommands {
  const uploadAttachment = has.pictures ? createUploader(app.client, policy.drawPicture, log) : undefined;
  const ways = createReplies(log);
  const { byCall } = ways;
  const commands = createSlashCommands(botFor, policy, ways, log, uploadAttachment);
  const isFirstDelivery = createDeduplicator();

  // Redelivered actions are acked again but not handled again.
  app.use(async ({ body, next, ...rest }) => {
    const { success, data } = TriggerPayload.safeParse(body);
    if (!success || isFirstDelivery(data.trigger_id)) return next();
    if ("ack" in rest) await (rest.ack as () => Promise<void>)();
  });

  app.command(/^\/.+/, commands.answer);

  app.action({ type: "block_actions", action_id: /.*/ }, async ({ body, ack, respond }) => {
    await ack().catch((error: unknown) => log.warn({ err: error }, "an ack was not taken"));
    const bot = await botFor(chooseLocale(policy));
    let follow: () => Promise<void> = async () => {};
    const arrived = await byCall(bot, respond, async () => {
      const { user, actions, container } = BlockActionsPayload.parse(body);
      const [{ action_id, value, selected_option } = { action_id: "" }] = actions;
      const [type = "", , asker, from] = action_id.split(":");
      const line = selected_option?.value ?? value;
      if (!ACTION_TYPES.includes(type as ActionType) || line === undefined) return undefined;
      const isAsker = user.id === asker;
      const isEphemeral = container?.is_ephemeral === true;
      const locale = chooseLocale(
        policy,
        line,
        LOCALES.find((one) => one === from),
      );
      const localizedBot = await botFor(locale);
      if (type === "dismiss")
        return isAsker ? { delete_original: true } : slackNotice(localizedBot.messages.delivery.notYours);
      const { channel_id: channel, thread_ts: thread } = container ?? {};
      const pending = askBot(localizedBot, localizedBot.parse(line), channel);
      const who = { asker: user.id, locale };
      const place = container?.thread_ts === undefined ? {} : { thread_ts: container.thread_ts };
      const answer = await pending.answer;
      const followWith = ({ message, cited }: ShownMessage): void => {
        const isPublic = message.response_type === "in_channel";
        const attachment = isPublic ? attachmentOf(answer, policy.drawPicture) : undefined;
        follow = async () => {
          logSlackCitations(cited, channel, policy);
          if (attachment && channel !== undefined)
            await uploadAttachment?.(attachment, locale, { channel, thread });
        };
      };
      if (type === "share") {
        const sharedBy = user.username ?? user.name ?? "someone";
        const shared = await composeMessage(localizedBot, pending, policy, { ...who, sharedBy });
        followWith(shared);
        return { ...shared.message, ...place, replace_original: false };
      }
      // Only the asker turns the pages of a public message, which stays public; others get a private one.
      const { ask, outcome } = answer;
      const isTurn = (type === "next" || ask.from > 1) && outcome === "found";
      const isPrivate = !isAsker || isEphemeral || (isTurn ? false : undefined);
      const shown = await composeMessage(localizedBot, pending, policy, { ...who, isPrivate });
      followWith(shown);
      const replace = isAsker && isTurn;
      return { ...shown.message, ...(replace ? {} : place), replace_original: replace };
    });
    if (arrived) await follow();
  });

  app.shortcut({ type: "message_action" }, async ({ body, ack, respond }) => {
    await ack();
    const bot = await botFor(chooseLocale(policy));
    await byCall(bot, respond as RespondFn, async () => {
      const { callback_id, user, message } = MessageShortcutPayload.parse(body);
      const command = bot.commands.find((candidate) => candidate.messageAction !== undefined);
      const first = command?.options[0]?.name;
      if (!command || !first || callback_id !== "find_sources") return undefined;
      const text = readableText(message.text);
      const locale = chooseLocale(policy, text);
      const localizedBot = await botFor(locale);
      const pending = askBot(
        localizedBot,
        localizedBot.parseFields(command.name, { [first]: quoteMessage(text) }),
      );
      return (
        await composeMessage(localizedBot, pending, policy, { asker: user.id, locale, isPrivate: true })
      ).message;
    });
  });

  registerForm(app, botFor, policy, log);
  registerEvents(app, botFor, policy, log, has, uploadAttachment);
  if (has.unfurls && policy.linkPreview) registerLinks(app, botFor, policy, policy.linkPreview, log);
  app.error(async (error) => log.error({ err: error }, "Bolt reported an error"));
  return commands;
}
