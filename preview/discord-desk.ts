/** Sends interactions to the bot as Discord does, and collects the messages it returns. */
import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from "discord.js";
import type { AttachedFile } from "../src/delivery/attachments.ts";
import type { DeliveryPolicy } from "../src/delivery/policy.ts";
import type { BotFactory } from "../src/desk/bot.ts";
import type { Locale } from "../src/language/messages.ts";
import { DISMISS_ID, NEXT_ID, OPEN_ID, SHARE_ID } from "../src/platforms/discord/controls.ts";
import { ASK_COMMAND, QUESTION_OPTION } from "../src/platforms/discord/forms.ts";
import { Interaction } from "../src/platforms/discord/interaction.ts";
import { createMessageResponder } from "../src/platforms/discord/mentions.ts";
import type { DiscordMessage } from "../src/platforms/discord/render.ts";
import type { ReplyExchange } from "../src/platforms/discord/reply.ts";
import { createResponder } from "../src/platforms/discord/respond.ts";
import {
  bots as allBots,
  drawOnce,
  FIRST_LINE,
  failingBots,
  HASTY,
  MOST_PAGES,
  PATIENT,
  silent,
  slowBots,
} from "./desk.ts";
import { ASKER } from "./html.ts";

/** A message of the bot with its files and the command that led to it. */
export interface DiscordShot {
  readonly message: DiscordMessage;
  readonly files: ReadonlyMap<string, Buffer>;
  /** The command used; undefined when the message answers a button or menu. */
  readonly used?: string;
  /** What the message replies to. */
  readonly asked?: string;
  /** The form that opens instead of a message. */
  readonly form?: APIModalInteractionResponseCallbackData;
  /** Whether the message is a deferred response without content yet. */
  readonly thinking?: boolean;
}

const TAGS: Readonly<Record<Locale, string>> = { en: "en-US", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };
const READER = "110000000000000201";
const OTHER = "110000000000000202";

/** Yields the parts of a message in reading order, including nested ones. */
function* partsOf(part: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(part)) for (const inner of part) yield* partsOf(inner);
  else if (typeof part === "object" && part !== null) {
    const record = part as Record<string, unknown>;
    yield record;
    yield* partsOf(record.components);
  }
}

/** Returns the id of the button for the next page, the only primary button. */
function nextOf({ components }: DiscordMessage): string | undefined {
  for (const part of partsOf(components))
    if (part.type === ComponentType.Button && part.style === ButtonStyle.Primary)
      return String(part.custom_id);
  return undefined;
}

/** A partly typed option and the choices that Discord offers. */
export interface Completion {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly offered: readonly string[];
}

/** A simulated Discord in one language. */
export interface DiscordDesk {
  /**
   * Returns all pages of the answer to a line, or none when its command does not exist, since Discord cannot send
   * it.
   */
  ask(line: string, more?: Readonly<Record<string, unknown>>): Promise<DiscordShot[]>;
  /** Presses a button on a message. */
  press(shot: DiscordShot, id: string, by?: "reader" | "other"): Promise<DiscordShot[]>;
  /** Uses the message command on a message with this content. */
  onMessage(content: string): Promise<DiscordShot[]>;
  /** Mentions the bot in a channel, and opens the reply where it has to be. */
  mention(line: string): Promise<DiscordShot[]>;
  /** Fills in a form. */
  submit(shot: DiscordShot, text: string): Promise<DiscordShot[]>;
  complete(command: string, option: string, typed: string): Promise<Completion>;
}

export { DISMISS_ID, SHARE_ID };

/** Creates a simulated Discord for a bot in one language. */
export async function discordDesk(
  locale: Locale,
  botFor: BotFactory = allBots(),
  patience = PATIENT,
): Promise<DiscordDesk> {
  const bot = await botFor(locale);
  const policy: DeliveryPolicy = {
    ...{ defaultAudience: "room", drawPicture: drawOnce, replyTimeoutMs: patience, locale },
  };
  const respond = createResponder(botFor, policy, silent);

  /** Sends an interaction; returns the data of the response, and of its last edit with the edit's files. */
  async function exchange(part: object, by: "reader" | "other" = "reader") {
    const sent: { data: Readonly<Record<string, unknown>>; files: ReadonlyMap<string, Buffer> }[] = [];
    let form: APIModalInteractionResponseCallbackData | undefined;
    const keep = (data: object = {}, files: readonly AttachedFile[] = []) =>
      void sent.push({ data: { ...data }, files: new Map(files.map(({ name, bytes }) => [name, bytes])) });
    await respond(
      Interaction.parse({
        ...{ id: "110000000000000001", application_id: "110000000000000002", token: "t" },
        channel_id: "110000000000000102",
        locale: TAGS[locale],
        member: { user: { id: by === "reader" ? READER : OTHER, global_name: ASKER } },
        ...part,
      }),
      {
        async respond(response) {
          if (response.type === InteractionResponseType.Modal) form = response.data;
          keep("data" in response && !form ? response.data : {});
        },
        edit: async (message, files) => keep(message, files),
        remove: async () => {},
        followUp: async (message) => keep(message),
        fetchText: async () => undefined,
      },
    );
    return { first: sent[0]!.data, last: sent.at(-1)!, form };
  }

  /** Sends an interaction; returns the final message, preceded by the deferred response if there was one. */
  async function say(part: object, used?: string, by?: "reader" | "other"): Promise<DiscordShot[]> {
    const { first, last, form } = await exchange(part, by);
    const above = used === undefined ? {} : { used };
    if (form) return [{ message: {}, files: new Map(), ...above, form }];
    const promised =
      "components" in first || first.content !== undefined ? [] : [{ ...above, thinking: true }];
    const early = promised.map((rest) => ({ message: first, files: new Map<string, Buffer>(), ...rest }));
    const flags = Number(last.data.flags ?? 0) | (Number(first.flags ?? 0) & MessageFlags.Ephemeral);
    return [...early, { message: { ...last.data, flags }, files: last.files, ...above }];
  }

  async function press({ message, used }: DiscordShot, custom_id: string, by: "reader" | "other" = "reader") {
    const { flags, components } = message;
    const on = { flags, components, interaction_metadata: { user: { id: READER } } };
    const turns = custom_id === nextOf(message) && by === "reader";
    return say({ type: 3, data: { custom_id }, message: on }, turns ? used : undefined, by);
  }

  return {
    press,
    async ask(line, more = {}) {
      const [typed = "", ...rest] = line.slice(1).split(" ");
      const command = bot.commands.find(({ name }) => name === typed);
      if (!command && typed !== ASK_COMMAND) return [];
      // The rest of a line always goes into the first option.
      const first = command?.options[0]?.name ?? QUESTION_OPTION;
      const options = Object.entries({ [first]: rest.join(" "), ...more }).filter(
        ([, value]) => value !== "",
      );
      const data = { name: typed, options: options.map(([name, value]) => ({ name, value })) };
      const shots = await say(
        { type: 2, data },
        command?.localizedName(bot.messages) ?? bot.messages.form.name,
      );
      for (let page = 1; page < MOST_PAGES; page++) {
        const last = shots.at(-1)!;
        const next = nextOf(last.message);
        if (next === undefined || (!next.startsWith("/") && !next.startsWith(NEXT_ID))) break;
        shots.push(...(await press(last, next)));
      }
      return shots;
    },
    async onMessage(content) {
      const name =
        bot.commands.find(({ messageAction: message }) => message)?.messageAction?.(bot.messages) ?? "";
      const target = "110000000000000301";
      const resolved = { messages: { [target]: { content } } };
      return say({ type: 2, data: { type: 3, name, target_id: target, resolved } }, name);
    },
    async mention(line) {
      const posts: DiscordShot[] = [];
      const asked = `@Refdesk ${line}`;
      const keep = (message: DiscordMessage, files: readonly AttachedFile[] = []) =>
        posts.push({ message, files: new Map(files.map(({ name, bytes }) => [name, bytes])), asked });
      const replies: ReplyExchange = {
        post: async (message) => String(keep(message)),
        async edit(_, message, files) {
          keep(message, files);
        },
      };
      await createMessageResponder(
        botFor,
        policy,
        () => replies,
        silent,
      )({ id: "110000000000000401", channel: "110000000000000102", asker: READER, line, isDirect: false });
      const last = posts.at(-1)!;
      const open = [...partsOf(last.message.components)].find(({ custom_id }) =>
        String(custom_id).startsWith(OPEN_ID),
      );
      return open === undefined ? [last] : [last, ...(await press(last, String(open.custom_id)))];
    },
    async submit({ form, used }, text) {
      const components = [{ component: { value: text } }];
      return say({ type: 5, data: { custom_id: form?.custom_id, components } }, used);
    },
    async complete(command, option, typed) {
      const data = { name: command, options: [{ name: option, value: typed, focused: true }] };
      const { first } = await exchange({ type: 4, data });
      const { choices = [] } = first as { choices?: { name: string }[] };
      return { command, option, typed, offered: choices.map(({ name }) => name) };
    },
  };
}

/** Returns a slow answer: the deferred response and the final message. */
export async function discordLate(): Promise<DiscordShot[]> {
  return (await discordDesk("en", slowBots(), HASTY)).ask(FIRST_LINE);
}

/** Returns the message for a failed answer. */
export async function discordFailed(): Promise<DiscordShot[]> {
  return (await discordDesk("en", failingBots())).ask(FIRST_LINE);
}
