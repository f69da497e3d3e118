/** Starts the bot on the Slack stand-in, and reads its messages. */
import { commands } from "../../../commands/index.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import type { Command } from "../../../src/desk/command.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";

import type { SlackPolicy } from "../../../src/platforms/slack/policy.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { broken, keptLog, library, loadAnswer } from "../../desks.ts";

import {
  type SlackMessage,
  type SlackOptions,
  type SlackStandIn,
  startSlack,
} from "../../stand-ins/slack.ts";

/** Creates a command that counts its asks and answers after `milliseconds`. */
export const slow = (milliseconds: number) =>
  answeredAfter(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));

/** Creates a command that counts its asks and answers once some work is done. */
export function answeredAfter(work: () => Promise<unknown>): Command & { asked: number } {
  const command = {
    ...broken,
    name: "slow",
    asked: 0,
    load: loadAnswer(async (ask) => {
      command.asked += 1;
      await work();
      return createAnswer({
        ask,
        title: "In the end",
        outcome: "found",
        opening: [{ type: "text", text: "It came." }],
      });
    }),
  };
  return command;
}

export interface RunningSlackBot {
  readonly stand: SlackStandIn;
  readonly log: ReturnType<typeof keptLog>;
  readonly stop: StopFunction;
  end(): Promise<void>;
}

export async function startSlackBot(
  policy: Partial<SlackPolicy> = {},
  {
    extra = [],
    only,
    ...options
  }: SlackOptions & { extra?: readonly Command[]; only?: readonly Command[] } = {},
): Promise<RunningSlackBot> {
  const stand = await startSlack(options);
  const log = keptLog();
  const { botToken, appToken, apiUrl } = stand;
  const botFor = createBotFactory(library, only ?? [...commands, broken, ...extra], log);
  const stop = await slackAdapter(
    { botToken, appToken, apiUrl },
    { defaultAudience: "room", replyTimeoutMs: 60_000, commandPrefix: "", ...policy },
    log,
  )(botFor);
  await stand.connected();
  return {
    stand,
    log,
    stop,
    async end() {
      await stop();
      await stand.close();
    },
  };
}

/** Returns a message's text, which is read without the blocks, with its entities decoded. */
export const read = (message: { text?: unknown }): string =>
  String(message.text).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export interface Control {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

export const controls = (message: { blocks?: unknown }): Control[] =>
  ((message.blocks ?? []) as { type: string; elements?: Control[] }[])
    .filter(({ type }) => type === "actions")
    .flatMap(({ elements = [] }) => elements);

export const labels = (message: SlackMessage): string[] =>
  controls(message).map(({ type, text }) => text?.text ?? type);

/** Returns the id of the action whose label begins with `label`. @throws {Error} if there is none */
export const labelled = (message: SlackMessage, label: string): string => {
  const found = controls(message).find(({ text }) => text?.text.startsWith(label));
  if (!found) throw new Error(`no “${label}” among ${labels(message).join(", ")}`);
  return found.action_id;
};

/** Waits until `holds` returns true. @throws {Error} naming `what` after `within` milliseconds */
export async function until(holds: () => boolean, what = "that", within = 120_000): Promise<void> {
  const late = Date.now() + within;
  while (!holds()) {
    if (Date.now() > late) throw new Error(`${what}: not within ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits long enough for a wrong message to arrive. */
export const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
