/** Drives the adapters alike through their stand-ins: asks a line, presses a control, and says who sees what came. */
import { setTimeout } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import { createAsk } from "../../src/ask/ask.ts";
import type { DeliveryPolicy } from "../../src/delivery/policy.ts";
import { createAnswer } from "../../src/desk/answer.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import type { Command } from "../../src/desk/command.ts";
import { discordGateway } from "../../src/platforms/discord/gateway.ts";
import { slackAdapter } from "../../src/platforms/slack/adapter.ts";
import { bot, broken, keptLog, library, loadAnswer } from "../desks.ts";
import { type InteractionResponse, type Message, messageOf, startDiscord } from "../stand-ins/discord.ts";
import { commandData } from "../stand-ins/discord-payloads.ts";
import { type Json, walk } from "../stand-ins/json.ts";
import { type SlackMessage, startSlack } from "../stand-ins/slack.ts";
import { event, mentioned, written } from "../stand-ins/slack-surfaces.ts";

/** Who acts: both are in the channel. */
export type Actor = "ann" | "bob";

/** What came of an ask or a press. */
export interface ShownReply {
  readonly effect: "post" | "replace" | "delete" | "refuse";
  /** Whether the channel sees it, or whoever acted alone. */
  readonly audience: "room" | "asker";
  /** Everything in it that can be read, with the labels of its controls. */
  readonly text: string;
  /** The message as the platform keeps it, for the next press. */
  readonly message: unknown;
}

/** What came of a message to the bot. */
export interface HeardReply {
  /** The reply as its asker reads it, opened where it has to be. */
  readonly reply: ShownReply;
  /** Everything that the channel reads of it. */
  readonly room: string;
  /** What stands in the channel where the reply has to be opened. */
  readonly aside?: ShownReply;
}

/** A bot running on a stand-in. */
export interface ContractDesk {
  ask(line: string, by?: Actor): Promise<ShownReply>;
  /** Writes to the bot: mentions it in the channel, or in a direct message. */
  write(line: string, how?: { readonly by?: Actor; readonly isDirect?: boolean }): Promise<HeardReply>;
  /** Presses the button, or chooses the entry of a menu, whose label begins with `label`. */
  press(on: ShownReply, label: string, by?: Actor): Promise<ShownReply>;
  /** Every citation that was recorded, as source ids. */
  readonly cited: readonly (readonly string[])[];
  readonly log: ReturnType<typeof keptLog>;
  /** Counts the files that were added to what everyone in a channel sees. */
  roomFiles(): number;
  end(): Promise<readonly string[]>;
}

const passage = { source: 1, text: "Ten coins. ".repeat(60), start: 0, end: 660 };

/** Answers in pages and offers further asks. `/pages aside` is for its asker alone, as `/check` is. */
const pages: Command = {
  ...broken,
  name: "pages",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Pages",
      outcome: "found",
      ...(ask.text === "aside" ? { audience: "asker" } : {}),
      items: Array(12).fill([{ type: "quote", passages: [passage] }]),
      sources: [{ number: 1, id: "a", short: "A", full: "A." }],
      buttons: ["alibaba", "tencent", "meituan", "jd.com", "pinduoduo"].map((name) => ({
        ...{ type: "ask", label: `Ask ${name}`, ask: createAsk("pledge", name) },
      })),
    }),
  ),
};

/** Answers with a picture, and offers to be asked again. */
const pictured: Command = {
  ...broken,
  name: "pictured",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Pictured",
      outcome: "found",
      items: [[{ type: "quote", passages: [passage] }]],
      sources: [{ number: 1, id: "a", short: "A", full: "A." }],
      buttons: [{ type: "ask", label: "Again", ask: createAsk("pictured", `${ask.text} again`) }],
      picture: { type: "bars", title: "Coins", unit: "coins", bars: [], left: [], alt: "Ten coins of A’s." },
    }),
  ),
};

const all = [...commands, pages, pictured];

const REFUSAL = "Only the person who asked";

async function startDiscordDesk(policy: DeliveryPolicy): Promise<ContractDesk> {
  const stand = await startDiscord();
  const log = keptLog();
  const cited: (readonly string[])[] = [];
  const recordCitations = (_: string, sources: readonly string[]) => void cited.push(sources);
  const botFor = createBotFactory(library, all, log);
  const stop = await discordGateway(stand, { ...policy, recordCitations }, log)(botFor);
  const who = (by: Actor) => ({
    ...{ userId: by === "ann" ? "1100000000000000201" : "1100000000000000202", username: by },
  });
  function shown(response: InteractionResponse): ShownReply {
    const { type, data } = response;
    const text = JSON.stringify(data ?? {}).replace(/\\\\/g, "");
    const isPrivate = (Number(data?.flags ?? 0) & 64) !== 0;
    const isRefusal = text.includes(REFUSAL);
    const effect = type === 6 ? "delete" : type === 7 ? "replace" : isRefusal ? "refuse" : "post";
    return { effect, audience: isPrivate ? "asker" : "room", text, message: messageOf(response) };
  }
  async function press(on: ShownReply, label: string, by: Actor = "ann"): Promise<ShownReply> {
    const message = on.message as Message;
    for (const [part] of walk(message.components)) {
      if (part.type === 2 && String(part.label).startsWith(label))
        return shown(await stand.press(String(part.custom_id), message, who(by)));
      const option = ((part.options ?? []) as Json[]).find((one) => String(one.label).startsWith(label));
      if (option) {
        const values = [String(option.value)];
        return shown(await stand.press(String(part.custom_id), message, { ...who(by), values }));
      }
    }
    throw new Error(`nothing is called “${label}” in ${on.text}`);
  }
  return {
    ...{ cited, log },
    roomFiles: () => stand.posts.filter(({ files }) => files.length > 0).length,
    async ask(line, by = "ann") {
      const parsed = bot.parse(line);
      const [name = ""] = line.slice(1).split(" ");
      const command = all.find((known) => known.name === name);
      // Whoever's client has an older list can still send what is not there any more.
      if (!command)
        return shown(await stand.interact({ type: 2, data: commandData("1100000000000000399", name, {}) }));
      const text =
        "ask" in parsed ? parsed.ask.text : line.replace(/^\S+ ?/, "").replace(/ ?private:\w+/, "");
      const said = /private:(yes|no)/.exec(line)?.[1];
      const options = {
        ...(text === "" ? {} : { [command.options[0]!.name]: text }),
        ...(said === undefined ? {} : { private: said === "yes" }),
      };
      return shown(await stand.command(name, options, who(by)));
    },
    async write(line, { by = "ann", isDirect = false } = {}) {
      const content = isDirect ? line : `<@${stand.applicationId}> ${line}`;
      const { message } = await stand.write(content, {
        ...who(by),
        ...(isDirect ? { guildId: null } : {}),
      });
      const room = JSON.stringify(message).replace(/\\\\/g, "");
      const posted: ShownReply = { effect: "post", audience: "room", text: room, message };
      if (!room.includes('"Show it"')) return { reply: posted, room };
      return { reply: await press(posted, "Show it", by), room, aside: posted };
    },
    press,
    async end() {
      await stop();
      await stand.close();
      return stand.faults;
    },
  };
}

async function startSlackDesk(policy: DeliveryPolicy): Promise<ContractDesk> {
  const stand = await startSlack();
  const log = keptLog();
  const cited: (readonly string[])[] = [];
  const recordCitations = (_: string, sources: readonly string[]) => void cited.push(sources);
  const botFor = createBotFactory(library, all, log);
  const stop = await slackAdapter(stand, { ...policy, recordCitations, commandPrefix: "" }, log)(botFor);
  await stand.connected();
  const who = (by: Actor) => ({ userId: by === "ann" ? "U0ANN000001" : "U0BOB000001", userName: by });
  function shown(message: SlackMessage): ShownReply {
    const text = JSON.stringify(message);
    const isRefusal = text.includes(REFUSAL);
    const posted = message.replace_original ? "replace" : isRefusal ? "refuse" : "post";
    const audience = message.response_type === "in_channel" ? "room" : "asker";
    return { effect: message.delete_original ? "delete" : posted, audience, text, message };
  }
  return {
    ...{ cited, log },
    roomFiles: () => stand.taken.filter((method) => method === "files.completeUploadExternal").length,
    async ask(line, by = "ann") {
      const [command = "", ...rest] = line.split(" ");
      return shown(await stand.command(command, rest.join(" "), who(by)));
    },
    async write(line, { by = "ann", isDirect = false } = {}) {
      const { userId: user } = who(by);
      const before = stand.seen.length;
      await stand.raw(event(isDirect ? written(line, { user }) : mentioned(line, { user })));
      while (stand.seen.length === before) await setTimeout(10);
      const body = stand.seen.at(-1)!;
      const isPrivate = stand.taken.at(-1) === "chat.postEphemeral";
      const message = { ...body, response_type: isPrivate ? "ephemeral" : "in_channel" };
      const text = JSON.stringify(body);
      const audience = isPrivate ? "asker" : "room";
      return { reply: { effect: "post", audience, text, message }, room: isPrivate ? "" : text };
    },
    async press(on, label, by = "ann") {
      const message = on.message as SlackMessage;
      const named = ({ text }: Json) => String((text as Json | undefined)?.text).startsWith(label);
      for (const [part] of walk(message.blocks)) {
        const action_id = String(part.action_id);
        if (part.type === "button" && named(part))
          return shown((await stand.press(action_id, message, who(by))).posted);
        const option = ((part.options ?? []) as Json[]).find(named);
        if (option) {
          const selected_option = { value: String(option.value) };
          return shown((await stand.press({ action_id, selected_option }, message, who(by))).posted);
        }
      }
      throw new Error(`nothing is called “${label}” in ${on.text}`);
    },
    async end() {
      await stop();
      await stand.close();
      return stand.faults;
    },
  };
}

/** Both adapters, for the suite that holds for both. */
export const contractDesks = [
  { platform: "Discord", start: startDiscordDesk },
  { platform: "Slack", start: startSlackDesk },
];
