/** Sends events to the bot as Slack does, over sockets to a stand-in, and collects what it sends back. */
import type {
  HomeView,
  KnownBlock,
  LinkUnfurls,
  MessageAttachment,
  ModalView,
  PlainTextOption,
} from "@slack/types";
import { attachmentOf } from "../src/delivery/attachments.ts";
import type { BotFactory } from "../src/desk/bot.ts";
import type { Locale } from "../src/language/messages.ts";
import { slackAdapter } from "../src/platforms/slack/adapter.ts";
import { typedCommand } from "../src/platforms/slack/command-names.ts";
import type { ActionType } from "../src/platforms/slack/controls.ts";
import { renderPosts } from "../src/platforms/slack/posts.ts";
import type { Json } from "../test/stand-ins/json.ts";
import { type Ack, type SlackMessage, type SlackWho, startSlack } from "../test/stand-ins/slack.ts";
import * as surfaces from "../test/stand-ins/slack-surfaces.ts";
import {
  bots as allBots,
  drawOnce,
  FIRST_LINE,
  failingBots,
  HASTY,
  linkPreview,
  MOST_PAGES,
  PATIENT,
  silent,
  slowBots,
} from "./desk.ts";

/** A picture or file uploaded with an answer. */
export interface Uploaded {
  readonly type: "picture" | "file";
  readonly title: string;
  readonly bytes: Buffer;
}

/** A message of the bot, with what it posted and uploaded below it. */
export interface SlackShot {
  readonly message: SlackMessage;
  readonly posts?: readonly SlackMessage[];
  readonly uploaded?: Uploaded;
}

/** The form when opened, while somebody types, answered, and refused. */
export interface FormShots {
  readonly opened: ModalView;
  /** The choices that its field offers for typed text. */
  readonly typing: {
    readonly typed: string;
    readonly offered: readonly PlainTextOption[];
  };
  /** The view with the answer, and the errors of a form submitted empty. */
  readonly answered: ModalView;
  readonly refused: Readonly<Record<string, string>>;
}

/** A simulated Slack in one language. */
export interface SlackDesk {
  /** Returns all pages of the answer to a line sent as a slash command. */
  ask(line: string): Promise<SlackShot[]>;
  /** Presses a button on a message. */
  press(shot: SlackShot, action: ActionType, who?: SlackWho): Promise<SlackShot>;
  /** Uses the message shortcut on a message with this text. */
  onMessage(text: string): Promise<SlackShot>;
  /** Returns the unfurl of a pasted link. */
  paste(url: string): Promise<MessageAttachment>;
  /** Mentions the bot in a channel. */
  mention(text: string): Promise<SlackShot>;
  home(): Promise<HomeView>;
  form(command: string, typed: string, chosen: string): Promise<FormShots>;
  close(): Promise<void>;
}

/** Returns the id of the first element with this action. Of paging buttons, only the one to the next page counts. */
function actionOn({ message }: SlackShot, action: ActionType): string | undefined {
  const elements = (message.blocks ?? []).flatMap(({ elements }) => (elements ?? []) as Json[]);
  const found = elements.find(
    ({ action_id, style }) =>
      String(action_id).startsWith(`${action}:`) && (action !== "next" || style === "primary"),
  );
  return found && String(found.action_id);
}

/** Waits until `look` returns a value. */
async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (let turns = 0; turns < 2000; turns++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error("nothing came from the bot for Slack");
}

/** Starts a stand-in for Slack and the bot connected to it, until closed. */
export async function slackDesk(
  locale: Locale,
  botFor: BotFactory = allBots(),
  patience = PATIENT,
): Promise<SlackDesk> {
  const stand = await startSlack({ checks: false, grace: 0 });
  const bot = await botFor(locale);
  const { botToken, appToken, apiUrl } = stand;
  const manner = {
    ...({ defaultAudience: "room", commandPrefix: "", drawPicture: drawOnce } as const),
    ...{ linkPreview, locale, replyTimeoutMs: patience },
  } as const;
  const carry = slackAdapter({ botToken, appToken, apiUrl }, manner, silent);
  const stop = await carry(botFor);
  await stand.connected();

  const calls = (method: string) =>
    stand.calls.filter((call) => call.method === method).map(({ body }) => body);
  /** Runs `act` and returns the body of the next call of this method. */
  async function callAfter(method: string, act: () => Promise<unknown>): Promise<Json> {
    const before = calls(method).length;
    await act();
    return until(() => calls(method)[before]);
  }

  async function followedAfter(line: string, act: () => Promise<Ack>): Promise<SlackShot> {
    const answer = await bot.answerTo(bot.parse(line), "here");
    const drawn = answer.outcome === "found" && answer.ask.from === 1;
    const coming = drawn ? renderPosts(answer, bot.messages, { isPrivate: false, asker: "" }) : [];
    const following = coming.some(({ isPicture }) => isPicture) ? undefined : attachmentOf(answer, drawOnce);
    const [before, posted] = [stand.uploads.length, stand.posts.length];
    const message = await act();
    if (message.response_type !== "in_channel") return { message };
    if (coming.length > 0) {
      await until(() => stand.posts[posted + coming.length - 1]);
      return { message, posts: stand.posts.slice(posted).map(({ body }) => body) };
    }
    if (!following) return { message };
    const { bytes } = await until(() => stand.uploads[before]);
    const type = following.type === "file" ? "file" : "picture";
    return { message, uploaded: { type, title: following.title, bytes } };
  }

  async function press(shot: SlackShot, action: ActionType, who?: SlackWho): Promise<SlackShot> {
    const id = actionOn(shot, action);
    if (id === undefined) throw new Error(`nothing on the message is ${action}`);
    return { message: (await stand.press(id, shot.message, who)).posted };
  }

  return {
    press,
    async ask(line) {
      const [head = "", ...rest] = line.split(" ");
      const [typed = "", ...before] = typedCommand(head.slice(1), "").split(" ");
      const shots = [await followedAfter(line, () => stand.command(typed, [...before, ...rest].join(" ")))];
      if (!shots[0]!.message.blocks) shots.push({ message: (await stand.nextPost()).body });
      while (shots.length < MOST_PAGES && actionOn(shots.at(-1)!, "next") !== undefined)
        shots.push(await press(shots.at(-1)!, "next"));
      return shots;
    },
    onMessage: async (text) => ({ message: await surfaces.openOnMessage(stand, "find_sources", text) }),
    async paste(url) {
      const pasted = surfaces.event(surfaces.linked([url]));
      const { unfurls } = await callAfter("chat.unfurl", () => stand.raw(pasted));
      return (unfurls as LinkUnfurls)[url]!;
    },
    async mention(text) {
      const said = surfaces.event(surfaces.mentioned(text));
      const before = stand.seen.length;
      await stand.raw(said);
      const body = await until(() => stand.seen[before]);
      const isPrivate = stand.taken.at(-1) === "chat.postEphemeral";
      return { message: { ...body, response_type: isPrivate ? "ephemeral" : "in_channel" } };
    },
    async home() {
      const opened = { type: "app_home_opened", user: "U0READER001", tab: "home", channel: "D0READER001" };
      const { view } = await callAfter("views.publish", () => stand.raw(surfaces.event(opened)));
      return view as HomeView;
    },
    async form(command, typed, chosen) {
      const { view: first } = await callAfter("views.open", () => surfaces.openShortcut(stand, "ask"));
      const choose = () => surfaces.actIn(stand, first as Json, "command", command);
      const { view } = await callAfter("views.update", choose);
      const opened = view as Json;
      const offered = await surfaces.typeInto(stand, opened, typed);
      const { view: answered } = await surfaces.submit(stand, opened, chosen);
      const { errors } = await surfaces.submit(stand, opened);
      return {
        opened: opened as unknown as ModalView,
        typing: { typed, offered: offered as unknown as PlainTextOption[] },
        answered: answered as ModalView,
        refused: errors as Record<string, string>,
      };
    },
    async close() {
      await stop();
      await stand.close();
    },
  };
}

async function answered(botFor: BotFactory, patience?: number): Promise<SlackShot[]> {
  const desk = await slackDesk("en", botFor, patience);
  try {
    return await desk.ask(FIRST_LINE);
  } finally {
    await desk.close();
  }
}

/** Returns a slow answer: the first response and the final message. */
export const slackLate = (): Promise<SlackShot[]> => answered(slowBots(), HASTY);

/** Returns the message for a failed answer. */
export const slackFailed = (): Promise<SlackShot[]> => answered(failingBots());

/** Returns the blocks of a message with the types of @slack/types. */
export const blocksOf = ({ blocks }: SlackMessage): readonly KnownBlock[] =>
  (blocks ?? []) as unknown as KnownBlock[];
