/** The manifest: names that Slack keeps for itself are never in it, and each scope stands in the README. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Command } from "../../src/desk/command.ts";
import { manifestOf } from "../../src/slack/manifest.ts";
import { lineFrom, RESERVED, slackName, UMBRELLA } from "../../src/slack/names.ts";
import { featuresOf, SCOPES } from "../../src/slack/scopes.ts";
import { en } from "../../src/words/en.ts";
import { LOCALES, wordsFor } from "../../src/words/words.ts";
import { broken, PROJECT } from "../desks.ts";
import { carried } from "./carried.ts";

type Manifest = {
  features: { slash_commands: { command: string }[]; shortcuts: { name: string; description: string }[] };
};
const namesIn = (named: readonly Command[], prefix: string): string[] =>
  (manifestOf(named, en, prefix) as Manifest).features.slash_commands.map(({ command }) => command);

/** Commands whose name alone, or with some prefix, is Slack's own. */
const tails = [...new Set(RESERVED.flatMap((name) => [...name].map((_, at) => name.slice(at))))];
const named = (name: string): Command => ({ ...broken, name });
const PREFIX = /^[a-z0-9][a-z0-9_-]{0,15}$/;

it("never holds a name of Slack's own, with any prefix, and what is left out is reached by the umbrella", () => {
  const heads = RESERVED.flatMap((name) => [...name].map((_, at) => name.slice(0, at)));
  const prefix = fc.oneof(fc.constantFrom("", ...heads), fc.stringMatching(PREFIX));
  const names = fc.oneof(fc.constantFrom(...tails), fc.constantFrom(...commands.map(({ name }) => name)));
  fc.assert(
    fc.property(prefix, names, (before, name) => {
      const given = namesIn([...commands.filter((one) => one.name !== name), named(name)], before);
      for (const one of given) expect(RESERVED).not.toContain(one.slice(1));
      expect(given).toContain(`/${UMBRELLA}`);
      const own = slackName(name, before);
      if (own === undefined) expect(lineFrom(`/${UMBRELLA}`, `${name} x`, before)).toBe(`${name} x`);
      else expect(lineFrom(own, "x", before)).toBe(`/${name} x`);
    }),
    { numRuns: 1000 },
  );
});

it("splits every name of Slack's own into a prefix and a command, and takes none", () => {
  for (const name of RESERVED)
    for (let at = 0; at < name.length; at++)
      expect(namesIn([named(name.slice(at))], name.slice(0, at))).toEqual([`/${UMBRELLA}`]);
});

it.each(LOCALES)("has shortcuts whose names Slack takes whole, in %s", async (locale) => {
  const words = await wordsFor(locale);
  const { shortcuts } = (manifestOf(commands, words) as Manifest).features;
  const labels = [words.check.action, words.form.title];
  expect(shortcuts.map(({ name }) => name)).toEqual(labels);
  for (const { name, description } of shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

it("asks for no scope that the README does not explain", () => {
  const readme = readFileSync(join(PROJECT, "README.md"), "utf8");
  for (const { scope } of SCOPES) expect(readme).toContain(`| \`${scope}\` |`);
});

it.each([
  [undefined, true, true, 0],
  [["commands", "app_mentions:read", "im:history", "chat:write"], true, true, 0],
  [["commands"], false, false, 3],
  [["commands", "chat:write", "im:history"], false, true, 1],
  [["commands", "app_mentions:read", "im:history"], false, false, 1],
])("with the scopes %j: mentions %s, messages %s, %i off", (granted, mentions, messages, off) => {
  const features = featuresOf(granted);
  expect(features).toMatchObject({ mentions, messages });
  expect(features.off.length).toBe(off);
});

it("names at start what was not granted, and goes on", async () => {
  const here = await carried({}, { scopes: ["commands", "app_mentions:read"] });
  const lines = here.log.lines.filter(({ message }) => message.includes("scopes"));
  expect(lines.map(({ data }) => data)).toEqual([
    { off: ["direct messages (im:history)", "answers to mentions and direct messages (chat:write)"] },
  ]);
  expect(String((await here.stand.command("/pledge", "alibaba")).text)).toContain("Alibaba");
  await here.end();
});
