/** Runs the setup dialogue with scripted answers and records what it shows. */
import { expect } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Environment } from "../../src/config/environment.ts";
import { runDialogue } from "../../src/setup/dialogue.ts";
import type { Prompter } from "../../src/setup/prompter.ts";
import type { DiscordStandIn } from "../stand-ins/discord.ts";
import type { SlackStandIn } from "../stand-ins/slack.ts";

export interface Said {
  /** Connection type by platform; the current one when not given. */
  readonly ways?: Readonly<Record<string, "socket" | "http">>;
  /** Answers to text questions, by a part of the question; the initial value when not given. */
  readonly texts?: Readonly<Record<string, string | readonly string[]>>;
  /** Answers to yes-no questions, by a part of the question; yes when not given. */
  readonly agree?: Readonly<Record<string, boolean>>;
  /** Whether Slack is for one workspace or many; as it is when not given. */
  readonly workspaces?: "one" | "many";
  readonly held?: Environment;
  readonly outside?: Environment;
  /** Whether the terminal shows links by name; it does when not given. */
  readonly showsLinks?: boolean;
}

/** Runs the dialogue, answering the secret questions in turn. */
export async function through(
  { discord, slack }: { readonly discord: DiscordStandIn; readonly slack: SlackStandIn },
  platforms: readonly string[],
  secrets: readonly string[],
  { ways = {}, texts = {}, agree = {}, workspaces, held = {}, outside = {}, showsLinks = true }: Said = {},
) {
  const typed = Object.entries(texts).map(([part, text]) => [part, [text].flat()] as const);
  const left = [...secrets];
  const screen: string[] = [];
  const kept: [string, string][] = [];
  const files: [string, string][] = [];
  const place = platforms.length > 1 ? "both" : platforms[0];
  let preset: string | undefined;
  const prompter: Prompter = {
    pick: async (question, options, current) => {
      if (question === "Where should Refdesk run?") {
        preset = current;
        expect(options.map(({ value }) => value)).toContain(place);
        return place as never;
      }
      screen.push(
        question,
        ...options.map(({ value, label }) => `${value === current ? "*" : "-"} ${label}`),
      );
      if (question === "How many Slack workspaces should Refdesk serve?")
        return (workspaces ?? current) as never;
      const way = Object.entries(ways).find(([platform]) => question.includes(platform))?.[1];
      return (way ?? current) as never;
    },
    text: async (question, given, fault) => {
      screen.push(`${question} [${given}]`);
      const answers = typed.find(([part]) => question.includes(part))?.[1] ?? [given];
      for (;;) {
        const answer = answers.shift();
        if (answer === undefined) throw new Error(`${question}: nobody has an answer`);
        const wrong = fault(answer);
        if (wrong === undefined) return answer;
        screen.push(wrong);
      }
    },
    secret: async (question, fault) => {
      screen.push(question);
      for (;;) {
        const secret = left.shift();
        if (secret === undefined) throw new Error(`${question}: nobody has an answer`);
        const wrong = fault(secret);
        if (wrong === undefined) return secret;
        screen.push(wrong);
      }
    },
    agree: async (question) => {
      screen.push(question);
      return Object.entries(agree).find(([part]) => question.includes(part))?.[1] ?? true;
    },
    tell: (text, how) => void screen.push(how ? `${how}: ${text}` : text),
    link: (address) => void screen.push(address),
    namedLink: (name, address) => {
      if (showsLinks) screen.push(name, address);
      return showsLinks;
    },
    start: (title) => void screen.push(title),
    end: (text) => void screen.push(text),
  };
  const places = { DISCORD_API_URL: discord.apiUrl, SLACK_API_URL: slack.apiUrl };
  const works = await runDialogue({
    prompter,
    commands,
    held,
    outside: { ...places, ...outside },
    save: (name, value) => void kept.push([name, value]),
    saveFile: (name, text) => {
      files.push([name, text]);
      return `/home/me/${name}`;
    },
  });
  const shown = screen.join("\n");
  for (const secret of [...secrets, discord.token, slack.botToken, slack.appToken])
    if (secret) expect(shown).not.toContain(secret);
  return { works, shown, kept, files, preset, left };
}
