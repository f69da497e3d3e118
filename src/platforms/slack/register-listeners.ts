/** Handles commands, presses and shortcuts. Every request is acked, whatever happens. */
import { isDeskLine, reportLine } from "../../curation/lines.ts";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import { type PressedControl, withApology } from "../../delivery/deliver.ts";
import { askAboutMessage } from "../../delivery/message-action.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import { LOCALES } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { ACTION_TYPES, type ActionType } from "./controls.ts";
import { SUGGEST_SHORTCUT, slackRequester } from "./curate.ts";
import { deskIn, type SlackListeners } from "./desk.ts";
import { registerEvents } from "./events.ts";
import { BlockActionsPayload, MessageShortcutPayload, readableText, TriggerPayload } from "./payloads.ts";
import { EventHeldError } from "./redelivery.ts";
import { replyByUrl } from "./response-url.ts";
import { ackAnyway, noticeTransport, pressTransport, shortcutTransport } from "./transports.ts";
import { registerLinks } from "./unfurl.ts";
import { registerViews, VIEW_ACTIONS } from "./views.ts";

/** The kinds of press, by the type of an action. */
const PRESS_KINDS: Readonly<Record<ActionType, PressedControl["kind"]>> = {
  ...{ next: "next", ask: "ask", choose: "ask", more: "ask", share: "share", dismiss: "dismiss" },
};

/** Whatever can be pressed that is not in a view: every press is acked. */
const IN_MESSAGES = new RegExp(`^(?!${VIEW_ACTIONS.source.slice(1)})`);

/** A press as its payload says it: the control, the line behind it, and where it is. */
function readPress(body: unknown) {
  const { user, actions, container = {}, trigger_id: trigger } = BlockActionsPayload.parse(body);
  const [{ action_id, block_id, value, selected_option } = { action_id: "", block_id: "" }] = actions;
  const [name = "", , asker, tag] = action_id.split(":");
  const type = ACTION_TYPES.find((known) => known === name);
  const said = selected_option?.value ?? value;
  if (type === undefined || said === undefined) return undefined;
  // The entry of the menu that reports a problem has the ask in its block.
  const line = said === reportLine() ? reportLine(block_id) : said;
  const press: PressedControl = {
    kind: PRESS_KINDS[type],
    isOwner: user.id === asker,
    isPrivate: container.is_ephemeral === true,
    presser: user.username ?? user.name ?? "someone",
  };
  const { channel_id: channel, thread_ts: thread } = container;
  const locale = LOCALES.find((one) => one === tag);
  return { press, line, asker: user.id, locale, channel, thread, trigger };
}

/** Registers all listeners with Bolt's app; each answers from the desk of the workspace that a request comes from. */
export function registerListeners(app: SlackListeners, log: Log): void {
  const isFirstDelivery = createDeduplicator();

  // Redelivered actions are acked again but not handled again.
  app.use(async ({ body, next, ...rest }) => {
    const { success, data } = TriggerPayload.safeParse(body);
    if (!success || isFirstDelivery(data.trigger_id)) return next();
    if ("ack" in rest) await (rest.ack as () => Promise<void>)();
  });

  app.command(/^\/.+/, ({ context, ...command }) => deskIn(context).commands.answer(command));

  app.action({ type: "block_actions", action_id: IN_MESSAGES }, async ({ body, ack, context }) => {
    const desk = deskIn(context);
    const { botFor, policy, delivery, uploadsTo, curator } = desk;
    await ackAnyway(ack, log);
    const send = replyByUrl(body);
    await withApology(await botFor(chooseLocale(policy)), noticeTransport(send), log, async () => {
      const pressed = readPress(body);
      if (!pressed) return;
      const { press, line, asker, channel, thread, locale, trigger } = pressed;
      if (curator && isDeskLine(line)) {
        const from = slackRequester(desk, asker, press.presser);
        return curator.press({ line, from, locale, trigger, isPrivate: press.isPrivate }, body);
      }
      const bot = await botFor(chooseLocale(policy, line, locale));
      const transport = pressTransport(send, asker, thread, uploadsTo(channel, thread));
      await delivery.deliver({ bot, asker, press, channel, read: () => bot.parse(line) }, transport);
    });
  });

  app.shortcut({ type: "message_action" }, async ({ body, ack, context }) => {
    const { botFor, policy, delivery, curator } = deskIn(context);
    await ackAnyway(ack, log);
    const send = replyByUrl(body);
    await withApology(await botFor(chooseLocale(policy)), noticeTransport(send), log, async () => {
      const { callback_id, user, message } = MessageShortcutPayload.parse(body);
      if (callback_id === SUGGEST_SHORTCUT) return curator?.shortcut(body);
      if (callback_id !== "find_sources") return;
      const text = readableText(message.text);
      const bot = await botFor(chooseLocale(policy, text));
      await delivery.deliver(
        { bot, asker: user.id, audience: "asker", read: () => askAboutMessage(bot, text) },
        shortcutTransport(send, user.id),
      );
    });
  });

  registerViews(app, log);
  registerEvents(app, log);
  registerLinks(app, log);
  app.error(async (error) => {
    if (error instanceof EventHeldError) throw error;
    log.error({ err: error }, "Bolt reported an error");
  });
}
