/** What a bot does that makes it call a platform: one scene for each outgoing call, for the program and for plain bots. */
import { commands } from "../../commands/index.ts";
import { createAnswer } from "../../src/desk/answer.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import type { Command } from "../../src/desk/command.ts";
import { createLinkPreview } from "../../src/desk/link-preview.ts";
import { discordGateway } from "../../src/platforms/discord/gateway.ts";
import { slackAdapter } from "../../src/platforms/slack/adapter.ts";
import { defined } from "../../src/support/defined.ts";
import type { StopFunction } from "../../src/support/stop-function.ts";
import { broken, keptLog, library, loadAnswer } from "../../test/desks.ts";
import {
  type DiscordCall,
  type DiscordStandIn,
  type InteractionResponse,
  messageOf,
  startDiscord,
} from "../../test/stand-ins/discord.ts";
import type { Failure } from "../../test/stand-ins/failures.ts";
import { type SlackStandIn, startSlack } from "../../test/stand-ins/slack.ts";
import { event, linked, mentioned, openShortcut } from "../../test/stand-ins/slack-surfaces.ts";
import { ANSWER, APOLOGY, SLOW, startPlainDiscord, startPlainSlack } from "./plain.ts";

/** A scene that can be played once. */
export interface Scene {
  /** Makes the call fail so many times. */
  fail(times: number, how: Failure): void;
  /** Does what makes the bot call. */
  act(): Promise<unknown>;
  /** How often the answer has arrived. */
  answers(): number;
  /** Whether the asker was told of a failure. */
  isTold(): boolean;
  /** Whether the log tells of a failure. */
  isLogged(): boolean;
  close(): Promise<void>;
}

/** A scene of one bot, opened anew for each failure. */
export interface OutgoingCall {
  readonly call: string;
  /** Whether the answer has arrived before this call, which only adds to it. */
  readonly isAddition?: boolean;
  /** Whether the call does the same when it is made twice, such as an edit: people see it once. */
  readonly isIdempotent?: boolean;
  open(): Promise<Scene>;
}

/** How long the stand-ins wait, in milliseconds. */
const PATIENCE = 70_000;

const REPLY_TIMEOUT_MS = 400;
const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const PUBLIC_URL = "https://refdesk.example.org";
const CAME = "It came.";

const late: Command = {
  ...broken,
  name: SLOW,
  load: loadAnswer(async (ask) => {
    await new Promise((resolve) => setTimeout(resolve, 2 * REPLY_TIMEOUT_MS));
    return createAnswer({ ask, title: CAME, outcome: "found" });
  }),
};
const drawn: Command = {
  ...broken,
  name: "drawn",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ...{ ask, title: CAME, outcome: "found" },
      picture: { type: "bars", title: "Coins", unit: "coins", bars: [], left: [], alt: "Ten coins." },
    }),
  ),
};
const charted: Command = {
  ...broken,
  name: "charted",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ...{ ask, title: CAME, outcome: "found" },
      picture: {
        ...{ type: "bars", title: "Coins", unit: "coins", left: [], alt: "Ten coins." },
        bars: [{ names: ["A"], value: 10, stated: "“ten” [1]" }],
      },
    }),
  ),
};
const policy = {
  defaultAudience: "room",
  replyTimeoutMs: REPLY_TIMEOUT_MS,
  drawPicture: async () => PNG,
} as const;

/** Starts a bot on a stand-in. @returns how to stop it, and whether its log tells of a failure */
type Start<StandIn> = (stand: StandIn) => Promise<{ stop: StopFunction; isLogged: () => boolean }>;

const telling =
  ({ lines }: ReturnType<typeof keptLog>) =>
  () =>
    lines.some(({ level }) => level !== "info");

const refdeskOnDiscord: Start<DiscordStandIn> = async (stand) => {
  const log = keptLog();
  const bots = createBotFactory(library, [...commands, late, drawn], log);
  return { stop: await discordGateway(stand, policy, log)(bots), isLogged: telling(log) };
};

const refdeskOnSlack: Start<SlackStandIn> = async ({ botToken, appToken, apiUrl }) => {
  const log = keptLog();
  const bots = createBotFactory(library, [...commands, late, drawn, charted], log);
  const linkPreview = await createLinkPreview(PUBLIC_URL, library);
  const options = { ...policy, commandPrefix: "", linkPreview };
  const stop = await slackAdapter({ botToken, appToken, apiUrl }, options, log)(bots);
  return { stop, isLogged: telling(log) };
};

const says = (what: unknown, ...texts: readonly string[]): boolean =>
  texts.some((text) => JSON.stringify(what).includes(text));

const ANSWERS = [CAME, ANSWER, "$15.5 billion"];
const APOLOGIES = [APOLOGY, "Reference"];

/** How a scene on Discord is played. Where it brings no response, what is posted in channels counts. */
interface DiscordPlay extends Pick<OutgoingCall, "isAddition" | "isIdempotent"> {
  readonly call: DiscordCall;
  readonly name: string;
  readonly play: (stand: DiscordStandIn) => Promise<InteractionResponse | undefined>;
  /** Whether something is what the call is to bring; by default, whether it has the answer's words. */
  readonly isAnswer?: (what: { kind: string; body: unknown; files?: readonly unknown[] }) => boolean;
  /** Other calls that fail with it. */
  readonly also?: readonly DiscordCall[];
}

/** Mentions the bot, which answers by a post and not by a response. */
const mentionOnDiscord = (line: string) => async (stand: DiscordStandIn) => {
  stand.say(`<@${stand.applicationId}> ${line}`);
  return undefined;
};

const DISCORD: readonly DiscordPlay[] = [
  { call: "callback", name: "response", play: (stand) => stand.command("pledge", { subject: "alibaba" }) },
  { call: "edit", name: "edit", isIdempotent: true, play: (stand) => stand.command(SLOW) },
  {
    ...{ call: "followUp", name: "message after an edit that fails", isIdempotent: true },
    also: ["edit"],
    play: (stand) => stand.command(SLOW),
  },
  {
    ...{ call: "edit", name: "picture", isAddition: true, isIdempotent: true },
    play: (stand) => stand.command("drawn"),
    isAnswer: ({ files = [] }) => files.length > 0,
  },
  {
    ...{ call: "delete", name: "removal", isIdempotent: true },
    async play(stand) {
      const first = await stand.command("pledge", { subject: "alibaba" });
      return stand.press("dismiss", messageOf(first));
    },
    isAnswer: ({ kind }) => kind === "delete",
  },
  { call: "post", name: "reply to a mention", play: mentionOnDiscord("pledge alibaba") },
  {
    ...{ call: "postEdit", name: "picture of a reply", isAddition: true, isIdempotent: true },
    play: mentionOnDiscord("drawn"),
    isAnswer: ({ files = [] }) => files.length > 0,
  },
];

const openDiscord =
  (start: Start<DiscordStandIn>, { call, play, also = [], isAnswer }: DiscordPlay) =>
  async (): Promise<Scene> => {
    const stand = await startDiscord({ checks: false, timeout: PATIENCE });
    const { stop, isLogged } = await start(stand);
    const happened: { kind: string; body: unknown; files?: readonly unknown[] }[] = [];
    const hasWords = ({ body }: { body: unknown }) => says(body, ...ANSWERS);
    return {
      fail(times, how) {
        for (const one of [call, ...also]) stand.fail(one, times, how);
      },
      async act() {
        const response = await play(stand);
        if (!response) return;
        happened.push({ kind: "response", body: response });
        for (;;) happened.push(await stand.afterwards(response));
      },
      answers: () => [...happened, ...stand.posts].filter(isAnswer ?? hasWords).length,
      isTold: () => [...happened, ...stand.posts].some(({ body }) => says(body, ...APOLOGIES)),
      isLogged,
      async close() {
        await stop();
        await stand.close();
      },
    };
  };

/** How a scene in Slack is played. */
interface SlackPlay extends Pick<OutgoingCall, "call" | "isAddition" | "isIdempotent"> {
  readonly name: string;
  readonly play: (stand: SlackStandIn) => Promise<unknown>;
  /** How often what the call is to bring has arrived. */
  readonly answers: (stand: SlackStandIn) => number;
}

const mention = (text: string) => (stand: SlackStandIn) => stand.raw(event(mentioned(text)));
const answersSeen = ({ seen }: SlackStandIn) => seen.filter((message) => says(message, ...ANSWERS)).length;
const taken =
  (method: string) =>
  (stand: SlackStandIn): number =>
    stand.taken.filter((one) => one === method).length;
const opened = (tab: string) =>
  event({ type: "app_home_opened", user: "U0READER001", channel: "D0READER001", tab });
const prompts = "assistant.threads.setSuggestedPrompts";
const link = `${PUBLIC_URL}/records/pledges/alibaba-common-prosperity`;
const completed = taken("files.completeUploadExternal");

const SLACK: readonly SlackPlay[] = [
  {
    ...{ call: "chat.postMessage", name: "post to a channel" },
    ...{ play: mention("pledge alibaba"), answers: answersSeen },
  },
  {
    ...{ call: "chat.postEphemeral", name: "post to the asker alone" },
    ...{ play: mention("pledge alibaba private:yes"), answers: answersSeen },
  },
  {
    ...{ call: "response_url", name: "post to a response URL" },
    play: (stand) => stand.command(SLOW),
    answers: ({ posts }) => posts.filter(({ body }) => says(body, ...ANSWERS)).length,
  },
  {
    ...{ call: "views.publish", name: "home", isIdempotent: true },
    ...{ play: (stand) => stand.raw(opened("home")), answers: taken("views.publish") },
  },
  {
    ...{ call: prompts, name: "suggestions", isAddition: true, isIdempotent: true },
    ...{ play: (stand) => stand.raw(opened("messages")), answers: taken(prompts) },
  },
  {
    ...{ call: "views.open", name: "form", isIdempotent: true },
    ...{ play: (stand) => openShortcut(stand, "ask"), answers: taken("views.open") },
  },
  {
    ...{ call: "chat.unfurl", name: "preview of a link", isAddition: true, isIdempotent: true },
    ...{ play: (stand) => stand.raw(event(linked([link]))), answers: taken("chat.unfurl") },
  },
  {
    ...{ call: "response_url", name: "chart", isAddition: true },
    play: (stand) => stand.command("charted"),
    answers: ({ posts }) => posts.filter(({ body }) => says(body, "data_visualization")).length,
  },
  ...["files.getUploadURLExternal", "upload", "files.completeUploadExternal"].map((call) => ({
    ...{ call, name: `picture: ${call}`, isAddition: true },
    ...{ play: (stand: SlackStandIn) => stand.command("drawn"), answers: completed },
  })),
];

const openSlack =
  (start: Start<SlackStandIn>, { call, play, answers }: SlackPlay) =>
  async (): Promise<Scene> => {
    const stand = await startSlack({ checks: false, timeout: PATIENCE });
    const { stop, isLogged } = await start(stand);
    await stand.connected();
    return {
      fail: (times, how) => stand.fail(call, times, how),
      act: () => play(stand),
      answers: () => answers(stand),
      isTold: () => says([stand.seen, stand.posts], ...APOLOGIES),
      isLogged,
      async close() {
        await stop();
        await stand.close();
      },
    };
  };

/** Names the calls that some scenes play, each with the way to open it. */
const named = <Play extends Omit<OutgoingCall, "open"> & { readonly name: string }>(
  plays: readonly Play[],
  prefix: string,
  open: (play: Play) => OutgoingCall["open"],
): OutgoingCall[] =>
  plays.map((play) => ({
    call: `${prefix}${play.name}`,
    ...defined({ isAddition: play.isAddition, isIdempotent: play.isIdempotent }),
    open: open(play),
  }));

/** Every call that the program makes to answer somebody. */
export const CALLS: readonly OutgoingCall[] = [
  ...named(DISCORD, "Discord, ", (play) => openDiscord(refdeskOnDiscord, play)),
  ...named(SLACK, "Slack, ", (play) => openSlack(refdeskOnSlack, play)),
];

const isLogged = () => false;
const plainOnDiscord: Start<DiscordStandIn> = async (stand) => ({
  ...{ stop: await startPlainDiscord(stand), isLogged },
});
const plainOnSlack: Start<SlackStandIn> = async (stand) => ({
  ...{ stop: (await startPlainSlack(stand)).stop, isLogged },
});

/** The calls that plain bots make too, by the package that makes them. */
export const PLAIN_CALLS: Readonly<Record<string, readonly OutgoingCall[]>> = {
  "discord.js": named(
    DISCORD.filter(({ name }) => ["response", "edit"].includes(name)),
    "",
    (play) => openDiscord(plainOnDiscord, play),
  ),
  Bolt: named(
    SLACK.filter(({ call, isAddition }) => !isAddition && /postMessage|response_url|views/.test(call)),
    "",
    (play) => openSlack(plainOnSlack, play),
  ),
};
