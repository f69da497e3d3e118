/** What is done with commands, presses and shortcuts. Every request is acked, whatever happens. */
import type { App, RespondFn } from "@slack/bolt";
import { asWords } from "../../ask/ask.ts";
import { followingOf } from "../../delivery/attachments.ts";
import { createFresh } from "../../delivery/reply-cache.ts";
import type { Bots } from "../../desk/bot.ts";
import { LOCALES } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { ACTIONS, type Action } from "./controls.ts";
import { listenToEvents } from "./events.ts";
import { asking, localeFor, messageFor, noteShown, notice, type Shown, type SlackManner } from "./message.ts";
import { listenToForm } from "./modal.ts";
import { OnMessage, Pressed, readable, Triggered } from "./payloads.ts";
import { calls } from "./replies.ts";
import { ALL, type Features } from "./scopes.ts";
import { createCommands, type SlackCommands } from "./slash-commands.ts";
import { listenToLinks } from "./unfurl.ts";
import { shower } from "./uploads.ts";

export type { SlackManner } from "./message.ts";

/**
 * Registers everything that is listened to, as far as the scopes go.
 * @returns what answers slash commands, which may come in another way too
 */
export function listen(
  app: App,
  bots: Bots,
  manner: SlackManner,
  log: Log,
  has: Features = ALL,
): SlackCommands {
  const show = has.pictures ? shower(app.client, manner.draw, log) : undefined;
  const ways = calls(log);
  const { byCall } = ways;
  const commands = createCommands(bots, manner, ways, log, show);
  const isFresh = createFresh();

  // What a person does comes with an id of its own; what is sent again is acked again, and not done again.
  app.use(async ({ body, next, ...rest }) => {
    const { success, data } = Triggered.safeParse(body);
    if (!success || isFresh(data.trigger_id)) return next();
    if ("ack" in rest) await (rest.ack as () => Promise<void>)();
  });

  app.command(/^\/.+/, commands.answer);

  app.action({ type: "block_actions", action_id: /.*/ }, async ({ body, ack, respond }) => {
    await ack().catch((error: unknown) => log.warn({ err: error }, "an ack was not taken"));
    const bot = await bots(localeFor(manner));
    let follow: () => Promise<void> = async () => {};
    const arrived = await byCall(bot, respond, async () => {
      const { user, actions, container } = Pressed.parse(body);
      const [{ action_id, value, selected_option } = { action_id: "" }] = actions;
      const [type = "", , asker, from] = action_id.split(":");
      const line = selected_option?.value ?? value;
      if (!ACTIONS.includes(type as Action) || line === undefined) return undefined;
      const isAsker = user.id === asker;
      const isSecret = container?.is_ephemeral === true;
      const locale = localeFor(
        manner,
        line,
        LOCALES.find((one) => one === from),
      );
      const spoken = await bots(locale);
      if (type === "dismiss")
        return isAsker ? { delete_original: true } : notice(spoken.words.carrier.notYours);
      const { channel_id: channel, thread_ts: thread } = container ?? {};
      const asked = asking(spoken, spoken.parse(line), channel);
      const who = { asker: user.id, locale };
      const place = container?.thread_ts === undefined ? {} : { thread_ts: container.thread_ts };
      const answer = await asked.answer;
      const followWith = ({ message, cited }: Shown): void => {
        const isPublic = message.response_type === "in_channel";
        const following = isPublic ? followingOf(answer, manner.draw) : undefined;
        follow = async () => {
          noteShown(cited, channel, manner);
          if (following && channel !== undefined) await show?.(following, locale, { channel, thread });
        };
      };
      if (type === "share") {
        const sharedBy = user.username ?? user.name ?? "someone";
        const shared = await messageFor(spoken, asked, manner, { ...who, sharedBy });
        followWith(shared);
        return { ...shared.message, ...place, replace_original: false };
      }
      // Only the asker turns the pages of a message in the channel, which stays there; what others press
      // opens for them alone.
      const { ask, outcome } = answer;
      const isTurn = (type === "next" || ask.from > 1) && outcome === "found";
      const secret = !isAsker || isSecret || (isTurn ? false : undefined);
      const shown = await messageFor(spoken, asked, manner, { ...who, secret });
      followWith(shown);
      const replace = isAsker && isTurn;
      return { ...shown.message, ...(replace ? {} : place), replace_original: replace };
    });
    if (arrived) await follow();
  });

  app.shortcut({ type: "message_action" }, async ({ body, ack, respond }) => {
    await ack();
    const bot = await bots(localeFor(manner));
    await byCall(bot, respond as RespondFn, async () => {
      const { callback_id, user, message } = OnMessage.parse(body);
      const command = bot.commands.find((candidate) => candidate.message !== undefined);
      const first = command?.options[0]?.name;
      if (!command || !first || callback_id !== "find_sources") return undefined;
      const text = readable(message.text);
      const locale = localeFor(manner, text);
      const spoken = await bots(locale);
      const asked = asking(spoken, spoken.read(command.name, { [first]: asWords(text) }));
      return (await messageFor(spoken, asked, manner, { asker: user.id, locale, secret: true })).message;
    });
  });

  listenToForm(app, bots, manner, log);
  listenToEvents(app, bots, manner, log, has, show);
  if (has.unfurls && manner.glance) listenToLinks(app, bots, manner, manner.glance, log);
  app.error(async (error) => log.error({ err: error }, "Bolt reported an error"));
  return commands;
}
