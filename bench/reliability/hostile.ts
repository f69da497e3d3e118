/**
 * Sends every hostile text of the fuzz through every way in which people type, to the whole program. Each is to be answered
 * with what the platform takes, and nothing that was typed, and no token, is to stand in the log, also where calls fail.
 */
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { commands } from "../../commands/index.ts";
import { anyText, MARKUP } from "../../test/delivery/answers.ts";
import { type DiscordStandIn, messageOf, startDiscord } from "../../test/stand-ins/discord.ts";
import { send } from "../../test/stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../../test/stand-ins/slack.ts";
import { event, mentioned, messageShortcut, written } from "../../test/stand-ins/slack-surfaces.ts";
import { PROGRAMS, READY, startProcess, temporaryFolder } from "./processes.ts";
import { allowedTime, concurrently, count, holdsWithin, type Row, some } from "./row.ts";
import { discordVariables, slackVariables } from "./ways.ts";

/** How many made-up texts are tried beside the listed ones, and how many of all while calls fail. */
const TRIED = { full: { texts: 400, failing: 60 }, small: { texts: 0, failing: 7 } } as const;

const AT_ONCE = 6;
const PATIENCE = 10_000;

/** How calls fail, in turn. */
const FAILURES = [400, 403, 404, 500, "reset", "hang", { retryAfter: 9 }] as const;

/** How many faults are told word for word. */
const TOLD = 3;

/** A text, and a word in it that nothing else holds. */
interface Typed {
  readonly text: string;
  readonly word: string;
}

/** Puts a word of its own into the middle of each text. */
const withWords = (texts: readonly string[]): Typed[] =>
  texts.map((text, number) => {
    const word = `qzx${number.toString(36)}vwk`;
    const letters = [...text];
    const middle = Math.floor(letters.length / 2);
    return { text: [...letters.slice(0, middle), word, ...letters.slice(middle)].join(""), word };
  });

/** The ways in which a text is typed. Each resolves once it is answered, and rejects where it is not. */
function waysOf(discord: DiscordStandIn, slack: SlackStandIn, port: number, patience: number) {
  let turn = 0;
  const withOptions = commands.filter(({ options }) => options.length > 0);
  const command = () => withOptions[turn++ % withOptions.length]!;
  const posted = async (channel: string): Promise<void> => {
    const isThere = () => slack.seen.some((message) => message.channel === channel);
    if (!(await holdsWithin(isThere, patience))) throw new Error(`nothing was posted to ${channel}`);
  };
  const ways: Readonly<Record<string, (text: string, number: number) => Promise<unknown>>> = {
    "a command’s options in Discord": (text) => {
      const { name, options } = command();
      return discord.command(name, Object.fromEntries(options.map((option) => [option.name, text])));
    },
    "a command’s first option in Discord": (text) => {
      const { name, options } = command();
      return discord.command(name, { [options[0]!.name]: text });
    },
    "completion in Discord": (text) => discord.autocomplete("pledge", { subject: text }, "subject"),
    "a button’s id in Discord": async (text) => {
      const message = messageOf(await discord.command("pledge", { subject: "alibaba" }));
      return discord.interact({
        type: 3,
        data: { custom_id: text.slice(0, 100), component_type: 2 },
        message,
      });
    },
    "a mention in Discord": (text) => discord.write(`<@${discord.applicationId}> ${text}`),
    "a direct message in Discord": (text, number) =>
      discord.write(text, { guildId: null, channel: String(1_200_000_000_000_000_000n + BigInt(number)) }),
    "a form in Discord": async (text) => {
      const { data } = await discord.command("check");
      return discord.submit({ type: 9, data: data! }, text.slice(0, 4_000));
    },
    "a command in Slack": (text) => slack.command(`/${command().name}`, text),
    "a mention in Slack": async (text, number) => {
      const channel = `C0MENTION${number}`;
      await slack.raw(event(mentioned(text, { channel })));
      await posted(channel);
    },
    "a direct message in Slack": async (text, number) => {
      const channel = `D0MESSAGE${number}`;
      await slack.raw(event(written(text, { channel })));
      await posted(channel);
    },
    "a button’s value in Slack": (text) =>
      slack.press({ action_id: "ask:0:U0READER001", value: `/${command().name} ${text}` }),
    "a message’s shortcut in Slack": async (text) => {
      const responseUrl = slack.responseUrl();
      await slack.raw(messageShortcut("find_sources", text, responseUrl));
      const { pathname } = new URL(responseUrl);
      const isThere = () => slack.posts.some(({ url }) => url === pathname);
      if (!(await holdsWithin(isThere, patience))) throw new Error("nothing was posted");
    },
    "a page’s question": async (text) => {
      const path = `/ask?q=${encodeURIComponent(text.toWellFormed())}`;
      const { status } = await send(port, { method: "GET", path });
      if (status >= 500) throw new Error(`status ${status}`);
    },
  };
  return ways;
}

export const hostile: Row = async (scale) => {
  const { texts: madeUp, failing } = TRIED[scale];
  const patience = allowedTime(scale, PATIENCE);
  const texts = withWords([...MARKUP, ...fc.sample(anyText, { numRuns: Math.max(madeUp, 1), seed: 16 })]);
  const [discord, slack] = await Promise.all([
    startDiscord({ timeout: patience }),
    startSlack({ timeout: patience }),
  ]);
  const { folder, remove } = temporaryFolder();
  const started = await startProcess(
    PROGRAMS.refdesk,
    {
      ...{ ...discordVariables(discord), ...slackVariables(slack), SLACK_APP_TOKEN: slack.appToken },
      ...{ PORT: "0", ASKS_PER_MINUTE: "0", LOG_LEVEL: "debug" },
    },
    [...READY.discordGateway, ...READY.slackHttp],
    folder,
  );
  const ways = Object.entries(waysOf(discord, slack, started.port, patience));
  const unanswered: string[] = [];
  await concurrently(texts.length, AT_ONCE, async (number) => {
    for (const [index, [name, type]] of ways.entries())
      await type(texts[number]!.text, number * ways.length + index).catch((error: unknown) =>
        unanswered.push(`${name}, ${JSON.stringify(texts[number]!.text.slice(0, 80))}: ${error}`),
      );
  });
  const faults = [...discord.faults, ...slack.faults];

  // The same where calls fail: what is logged then is what could give something away.
  for (let number = 0; number < failing; number++) {
    const how = FAILURES[number % FAILURES.length]!;
    for (const call of ["callback", "edit", "followUp", "read", "post", "fetch"] as const)
      discord.fail(call, 4, how);
    for (const method of ["chat.postMessage", "chat.postEphemeral", "response_url"])
      slack.fail(method, 4, how);
    for (const [index, [, type]] of ways.entries())
      void type(texts[number % texts.length]!.text, -1 - number * ways.length - index).catch(() => {});
    await setTimeout(300);
  }
  await setTimeout(4_000);
  const log = started.log();
  const isAlive = started.isAlive();
  await started.stop("SIGKILL");
  await Promise.all([discord.close(), slack.close()]);
  remove();

  const tokens = discord.requests.flatMap((request) => /\/([^/]{40,})(?:\/|$)/.exec(request)?.[1] ?? []);
  const secrets = [...tokens, discord.token, slack.botToken, slack.appToken];
  const typed = texts.filter(({ word }) => log.includes(word)).length;
  const shown = secrets.filter((secret) => log.includes(secret)).length;
  for (const fault of [...unanswered, ...faults].slice(0, TOLD)) process.stderr.write(`${fault}\n`);
  return {
    what: `every hostile text of the fuzz, typed in ${ways.length} ways, and some again while calls fail`,
    tried: `${count(texts.length * ways.length)} texts typed, ${count(failing * ways.length)} more under failing calls; ${count(log.split("\n").length)} lines of log searched for ${count(texts.length)} typed words and ${count(secrets.length)} tokens`,
    lost: [
      ...some(unanswered.length, "texts unanswered"),
      ...some(faults.length, "messages that a platform refuses"),
      ...some(typed, "typed words in the log"),
      ...some(shown, "tokens in the log"),
      ...(isAlive ? [] : ["the process ended"]),
    ],
  };
};
