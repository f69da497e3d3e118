/** What is done with commands, presses and shortcuts. Every request is acked, whatever happens. */
import type { App, RespondFn } from "@slack/bolt";
import type { Bot, Bots } from "../bot.ts";
import { carriageOf, PATIENCE, within } from "../carrier/carriage.ts";
import type { Audience } from "../desk/answer.ts";
import type { Parsed } from "../desk/ask.ts";
import type { Log } from "../log.ts";
import { type Locale, localeOfScript } from "../words/words.ts";
import { ACTIONS, type Action } from "./controls.ts";
import { lineFrom } from "./names.ts";
import { OnMessage, Pressed, Typed, unescapeText } from "./payloads.ts";
import { escapeText, renderSlack } from "./render.ts";

/** What a deployment decides for all answers. */
export interface SlackManner {
  /** Whom findings are for unless an ask says otherwise. */
  readonly answers: Audience;
  /** The desk's language where the ask itself does not tell. */
  readonly locale?: Locale;
  /** What stands before each slash command's name. */
  readonly prefix: string;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly patience?: number;
}

/** What was said of privacy with an ask, and by whom an answer is shared. */
interface Saying {
  readonly secret?: boolean | undefined;
  readonly sharedBy?: string;
}

/** One line from the desk to one person. */
const notice = (line: string) => ({
  response_type: "ephemeral" as const,
  replace_original: false,
  text: escapeText(line),
});

async function messageFor(bot: Bot, parsed: Parsed, asker: string, manner: SlackManner, saying: Saying = {}) {
  const answer = await bot.answerTo(parsed);
  const said = saying.secret ?? ("ask" in parsed ? parsed.private : undefined);
  const carriage = { ...carriageOf(answer, said, manner.answers, saying.sharedBy), asker };
  const turns = answer.ask.from > 1 && answer.outcome === "found";
  return { message: renderSlack(answer, bot.words, carriage).message, turns };
}

/** Registers everything that is listened to. */
export function listen(app: App, bots: Bots, manner: SlackManner, log: Log): void {
  const { prefix, patience = PATIENCE } = manner;
  const botFor = (text: string) => bots(manner.locale ?? localeOfScript(text) ?? "en");

  /** Answers by one call; what fails is answered too, with the id that the log has. */
  async function byCall(
    bot: Bot,
    respond: RespondFn,
    make: () => Promise<Parameters<RespondFn>[0] | undefined>,
  ) {
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

  app.command(/^\/.+/, async ({ body, ack, respond }) => {
    const started = performance.now();
    let bot = await botFor("");
    try {
      const { command, text, user_id } = Typed.parse(body);
      bot = await botFor(text);
      const parsed = bot.parse(lineFrom(command, unescapeText(text), prefix));
      const first = await within(messageFor(bot, parsed, user_id, manner), patience);
      if (first !== "late") await ack(first.value.message);
      else {
        // Promised to the asker alone, as a slow answer always is; it can be shared from there.
        await ack();
        await byCall(
          bot,
          respond,
          async () => (await messageFor(bot, parsed, user_id, manner, { secret: true })).message,
        );
      }
      log.info({ command, ms: Math.round(performance.now() - started) }, "answered");
    } catch (error) {
      await ack(notice(bot.apologize(error).text));
    }
  });

  app.action({ type: "block_actions", action_id: /.*/ }, async ({ body, ack, respond }) => {
    await ack();
    const bot = await botFor("");
    await byCall(bot, respond, async () => {
      const { user, actions, container } = Pressed.parse(body);
      const [{ action_id, value, selected_option } = { action_id: "" }] = actions;
      const [type = "", , asker] = action_id.split(":");
      const line = selected_option?.value ?? value;
      if (!ACTIONS.includes(type as Action) || line === undefined) return undefined;
      const owner = user.id === asker;
      const secret = container?.is_ephemeral === true;
      if (type === "dismiss") return owner ? { delete_original: true } : notice(bot.words.carrier.notYours);
      const asked = await botFor(line);
      const parsed = asked.parse(line);
      if (type === "share") {
        const sharedBy = user.username ?? user.name ?? "someone";
        const { message } = await messageFor(asked, parsed, user.id, manner, { sharedBy });
        return { ...message, replace_original: false };
      }
      // Only the asker turns the pages of a message in the channel; what others press opens for them alone.
      const { message, turns } = await messageFor(
        asked,
        parsed,
        user.id,
        manner,
        owner && !secret ? {} : { secret: !owner || secret || undefined },
      );
      return { ...message, replace_original: owner && turns };
    });
  });

  app.shortcut({ type: "message_action", callback_id: "find_sources" }, async ({ body, ack, respond }) => {
    await ack();
    const bot = await botFor("");
    await byCall(bot, respond as RespondFn, async () => {
      const { user, message } = OnMessage.parse(body);
      const command = bot.commands.find((candidate) => candidate.message !== undefined);
      const first = command?.options[0]?.name;
      if (!command || !first) return undefined;
      const text = unescapeText(message.text).slice(0, 480).replace(/["\\]/g, "\\$&");
      const parsed = bot.read(command.name, { [first]: `"${text}"` });
      return (await messageFor(bot, parsed, user.id, manner, { secret: true })).message;
    });
  });

  app.error(async (error) => log.error({ err: error }, "Bolt reported an error"));
}
