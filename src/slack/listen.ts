/** What is done with commands, presses and shortcuts. Every request is acked, whatever happens. */
import type { AckFn, App, RespondArguments, RespondFn } from "@slack/bolt";
import type { Bot, Bots } from "../bot.ts";
import { PATIENCE, within } from "../carrier/carriage.ts";
import { asWords } from "../desk/ask.ts";
import type { Log } from "../log.ts";
import { LOCALES } from "../words/words.ts";
import { ACTIONS, type Action } from "./controls.ts";
import { listenToEvents } from "./events.ts";
import { asking, askingLine, localeFor, logged, messageFor, notice, type SlackManner } from "./message.ts";
import { listenToForm } from "./modal.ts";
import { lineFrom } from "./names.ts";
import { OnMessage, Pressed, readable, Typed, unescapeText } from "./payloads.ts";
import { ALL, type Features } from "./scopes.ts";

export type { SlackManner } from "./message.ts";

/** How long is waited before a call to a response_url is made again, in milliseconds. */
const AGAIN = [200, 1000];

/** The same call, made again where Slack is out of breath or the line was cut. */
const patient =
  (respond: RespondFn): RespondFn =>
  async (message) => {
    for (const wait of AGAIN)
      try {
        return await respond(message);
      } catch (error) {
        const { statusCode = 500 } = error as { statusCode?: number };
        if (statusCode < 500 && statusCode !== 429) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    return respond(message);
  };

/** Registers everything that is listened to, as far as the scopes go. */
export function listen(app: App, bots: Bots, manner: SlackManner, log: Log, has: Features = ALL): void {
  const { prefix, patience = PATIENCE } = manner;

  /** Answers by one call; what fails is answered too, with the id that the log has. */
  async function byCall(
    bot: Bot,
    once: RespondFn,
    make: () => Promise<Parameters<RespondFn>[0] | undefined>,
  ) {
    const respond = patient(once);
    try {
      const message = await make();
      if (message !== undefined) await respond(message);
    } catch (error) {
      const { id, text } = bot.apologize(error);
      await respond(notice(text)).catch((failed: unknown) =>
        log.error({ id, err: failed }, "an apology could not be delivered to Slack"),
      );
    }
  }

  /** A whole answer in the ack; where the socket is gone by then, by one call instead. */
  async function byAck(
    bot: Bot,
    ack: AckFn<RespondArguments>,
    respond: RespondFn,
    message: RespondArguments,
  ) {
    try {
      await ack(message);
    } catch (error) {
      log.warn({ err: error }, "an ack was not taken: the answer follows by a call");
      await byCall(bot, respond, async () => message);
    }
  }

  app.command(/^\/.+/, async ({ body, ack, respond }) => {
    const started = performance.now();
    let bot = await bots(localeFor(manner));
    let what: Partial<Awaited<ReturnType<typeof logged>>> = { outcome: "failure" };
    try {
      const { command, text, user_id: asker } = Typed.parse(body);
      const line = lineFrom(command, unescapeText(text), prefix);
      const locale = localeFor(manner, text);
      bot = await bots(locale);
      const asked = askingLine(bot, line, manner);
      const late = (await within(asked.answer, patience)) === "late";
      // Promised to the asker alone, as a slow answer always is; it can be shared from there.
      if (late) await ack(notice(bot.words.carrier.slow)).catch(() => {});
      const make = () => messageFor(bot, asked, manner, { asker, locale, ...(late ? { secret: true } : {}) });
      if (late) await byCall(bot, respond, make);
      else await byAck(bot, ack, respond, await make());
      what = await logged(bot, asked);
    } catch (error) {
      await byAck(bot, ack, respond, notice(bot.apologize(error).text));
    }
    log.info({ ...what, ms: Math.round(performance.now() - started) }, "answered");
  });

  app.action({ type: "block_actions", action_id: /.*/ }, async ({ body, ack, respond }) => {
    await ack().catch((error: unknown) => log.warn({ err: error }, "an ack was not taken"));
    const bot = await bots(localeFor(manner));
    await byCall(bot, respond, async () => {
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
      const parsed = spoken.parse(line);
      const asked = asking(spoken, parsed);
      const who = { asker: user.id, locale };
      const place = container?.thread_ts === undefined ? {} : { thread_ts: container.thread_ts };
      if (type === "share") {
        const sharedBy = user.username ?? user.name ?? "someone";
        const shared = await messageFor(spoken, asked, manner, { ...who, sharedBy });
        return { ...shared, ...place, replace_original: false };
      }
      // Only the asker turns the pages of a message in the channel, which stays there; what others press
      // opens for them alone.
      const { ask, outcome } = await asked.answer;
      const isTurn = ask.from > 1 && outcome === "found";
      const secret = !isAsker || isSecret || (isTurn ? false : undefined);
      const message = await messageFor(spoken, asked, manner, { ...who, secret });
      const replace = isAsker && isTurn;
      return { ...message, ...(replace ? {} : place), replace_original: replace };
    });
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
      return messageFor(spoken, asked, manner, { asker: user.id, locale, secret: true });
    });
  });

  listenToForm(app, bots, manner, log);
  listenToEvents(app, bots, manner, log, has);
  app.error(async (error) => log.error({ err: error }, "Bolt reported an error"));
}
