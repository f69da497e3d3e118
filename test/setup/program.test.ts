/** Runs `refdesk setup` as a process: its output, the file it writes and its exit status. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dotenv";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { terminalLink } from "../../src/platforms/terminal/style.ts";
import { registerCommands } from "../../src/setup/platform-checks.ts";
import { PROJECT } from "../desks.ts";
import { PROGRAM } from "../programs/compiled.ts";
import { temporaryFolder } from "../shelves.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { commandData, interaction } from "../stand-ins/discord-payloads.ts";
import { asForm, discordSigner, send, slackSigner } from "../stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { commandPayload } from "../stand-ins/slack-payloads.ts";

const SETUP = [process.execPath, PROGRAM, "setup"] as const;
const WRONG = "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb";

let discord: DiscordStandIn;
let slack: SlackStandIn;
const { publicKey, signed } = discordSigner();
beforeAll(async () => {
  [discord, slack] = await Promise.all([
    startDiscord({ application: { verify_key: publicKey } }),
    startSlack(),
  ]);
});
afterAll(() => Promise.all([discord.close(), slack.close()]));

const places = () => ({ DISCORD_API_URL: discord.apiUrl, SLACK_API_URL: slack.apiUrl });

async function run(args: readonly string[], variables: Readonly<Record<string, string>>, dotenv?: string) {
  const folder = temporaryFolder();
  const file = join(folder, ".env");
  if (dotenv !== undefined) writeFileSync(file, dotenv, { mode: 0o600 });
  const env = { PATH: process.env.PATH, HOME: folder, ...variables };
  const child = spawn(SETUP[0], [...SETUP.slice(1), ...args], { cwd: folder, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  child.stdin.end();
  const [status] = await once(child, "close");
  for (const secret of [WRONG, discord.token, slack.botToken, slack.appToken])
    expect(out + err).not.toContain(secret);
  return { status, out, err, wrote: existsSync(file) ? readFileSync(file, "utf8") : undefined };
}

describe("without a terminal", () => {
  it.each([[["--all"]], [["--check", "--all"]]])(
    "with %j it reports that everything works: status 0",
    async (args) => {
      await registerCommands(discord, discord.applicationId, commands);
      const dotenv = `DISCORD_TOKEN=${discord.token}\nSLACK_BOT_TOKEN=${slack.botToken}\n`;
      const { status, out, err, wrote } = await run(
        args,
        { ...places(), SLACK_APP_TOKEN: slack.appToken },
        dotenv,
      );
      expect([status, err, wrote], out).toEqual([0, "", dotenv]);
      expect(out).toMatch(/ok +DISCORD_TOKEN +set\n[\s\S]*ok +DISCORD_TOKEN +accepted: /);
      expect(out).toMatch(/ok +commands +all \d+ are registered/);
    },
  );

  it.each([[[]], [["--check"]]])("with %j it says so in one line", async (args) => {
    await registerCommands(discord, discord.applicationId, commands);
    const tokens = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };
    const { status, out } = await run(args, { ...places(), ...tokens, DISCORD_TOKEN: discord.token });
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(
        /^Everything works: Discord and Slack\.\n(?:[\s\S]*\n)?To see .* --check --all\n$/,
      ),
    ]);
    expect(out).not.toMatch(/^ +(?:ok|-|wrong) /m);
  });

  it.each([
    [
      "a refused token",
      { DISCORD_TOKEN: WRONG },
      /^1 problem:\n\nDiscord\n {2}wrong +DISCORD_TOKEN +Discord rejected it \(401/,
    ],
    ["a malformed one", { SLACK_BOT_TOKEN: WRONG }, /wrong +SLACK_BOT_TOKEN +malformed: expected/],
    ["nothing set", {}, /^Nothing is set up yet\./],
  ])("it names %s: status 2, and nothing written", async (_, variables, said) => {
    const { status, out, err, wrote } = await run([], { ...places(), ...variables });
    expect([status, err, wrote]).toEqual([2, "", undefined]);
    expect(out).toMatch(said);
  });

  it("says how it is used", async () => {
    const { status, out } = await run(["--help"], {});
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^Usage: refdesk setup \[--check \[--all\]\]\n/),
    ]);
    const bogus = await run(["--bogus"], {});
    expect([bogus.status, bogus.out]).toEqual([2, ""]);
    expect(bogus.err).toContain("--bogus");
  });
});

/** Types into a terminal, each piece once the expected output has appeared. */
async function typed(
  folder: string,
  pieces: readonly (readonly [waitFor: string, keys: string])[],
  more: Readonly<Record<string, string>> = {},
) {
  const command = `stty cols 100 rows 40; exec ${SETUP.map((part) => `"${part}"`).join(" ")}`;
  const variables = { PATH: process.env.PATH, HOME: folder, TERM: "xterm-256color", SHELL: "/bin/sh" };
  const env = { ...variables, ...places(), ...more };
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: folder, env });
  onTestFinished(() => void child.kill());
  let [out, seen] = ["", 0];
  const left = [...pieces];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
    const [next] = left;
    const at = next ? out.indexOf(next[0], seen) : -1;
    if (!next || at < 0) return;
    seen = at + next[0].length;
    left.shift();
    child.stdin.write(next[1]);
  });
  const [status] = await once(child, "close");
  for (const secret of [discord.token, slack.botToken, slack.appToken]) expect(out).not.toContain(secret);
  return { status, out, left };
}

/** Starts the bot in a folder as `npm start` does; it is stopped at the end of the test. */
async function started(folder: string, says: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: folder, ...places() };
  const child = spawn(process.execPath, [PROGRAM], { cwd: folder, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    log += text;
  });
  while (child.exitCode === null && says.some((part) => !log.includes(part)))
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(child.exitCode, log).toBeNull();
  return log;
}

/** Without util-linux's `script` there is no pseudo-terminal; the dialogue is then covered by its own tests only. */
const hasTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");

describe.runIf(hasTerminal)("in a terminal", () => {
  it("it goes from nothing to a .env that works, and from there to a first answer", async () => {
    const folder = temporaryFolder();
    const { status, out, left } = await typed(folder, [
      ["Discord and Slack", "\u001b[B\u001b[B\r"],
      ["Paste Discord's bot token", `${discord.token}\r`],
      ["How should Discord connect?", "\r"],
      ["How many Slack workspaces", "\r"],
      ["How should Slack connect?", "\r"],
      ["Save the link as a file (slack-app.html)?", "n"],
      ["Paste Slack's Bot User OAuth Token (xoxb-…)", `${slack.botToken}\r`],
      ["Paste Slack's app-level token (xapp-…)", `${slack.appToken}\r`],
    ]);
    expect([status, left], out).toEqual([0, []]);
    expect(out).toContain("All set.");
    // The link is not broken, however narrow the terminal.
    expect(out).toMatch(/^https:\/\/api\.slack\.com\/apps\?new_app=1&manifest_json=\S+%7D\r$/m);
    expect(existsSync(join(folder, "slack-app.html"))).toBe(false);
    const file = join(folder, ".env");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [made, example] = [file, join(PROJECT, ".env.example")].map((path) => readFileSync(path, "utf8"));
    expect(parse(made ?? "")).toEqual({
      ...parse(example ?? ""),
      DISCORD_TOKEN: discord.token,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
    });
    expect(made?.replace(/=.+$/gm, "=")).toBe(example?.replace(/=.+$/gm, "="));
    await started(folder, ["connected to Discord", "connected to Slack"]);
    // The first answer may be so late that it is promised.
    for (const ask of [
      () => discord.command("pledge", { subject: "alibaba" }),
      () => slack.command("/pledge", "alibaba"),
    ])
      await expect.poll(async () => JSON.stringify(await ask())).toContain("“$15.5 billion”");
  });

  it("it goes the same way over HTTP", async () => {
    const folder = temporaryFolder();
    const secret = "5ab1e".repeat(7).slice(0, 32);
    const [down, clear] = ["\u001b[B", "\u0015"];
    const { status, out, left } = await typed(
      folder,
      [
        ["Discord and Slack", `${down}${down}\r`],
        ["Paste Discord's bot token", `${discord.token}\r`],
        ["How should Discord connect?", `${down}\r`],
        ["Public address", "https://refdesk.example.org/\r"],
        // Port 0 picks a free port, so that several runs can share a machine.
        ["Port to listen on", `${clear}0\r`],
        ["Host to listen on", "\r"],
        ["How many Slack workspaces", "\r"],
        ["How should Slack connect?", `${down}\r`],
        ["Save the link as a file too (slack-app.html)?", "\r"],
        ["Paste Slack's Bot User OAuth Token (xoxb-…)", `${slack.botToken}\r`],
        ["Paste Slack's signing secret", `${secret}\r`],
      ],
      { FORCE_HYPERLINK: "1" },
    );
    expect([status, left], out).toEqual([0, []]);
    expect(out).toMatch(/^https:\/\/refdesk\.example\.org\/discord\/interactions\r$/m);
    const [, address = ""] = /;;(https:\/\/api\.slack\.com[^\s"]+%7D)/.exec(out) ?? [];
    expect(out).toContain(terminalLink("Create the Refdesk app on api.slack.com", address));
    expect(readFileSync(join(folder, "slack-app.html"), "utf8")).toContain(address.replaceAll("&", "&amp;"));
    expect(out.split("manifest_json")).toHaveLength(2);
    expect(out).not.toContain(secret);
    expect(parse(readFileSync(join(folder, ".env"), "utf8"))).toMatchObject({
      DISCORD_PUBLIC_KEY: publicKey,
      SLACK_SIGNING_SECRET: secret,
      SLACK_APP_TOKEN: "",
      HOST: "127.0.0.1",
      PORT: "0",
    });
    const port = /"port":(\d+),.*"msg":"listening"/.exec(await started(folder, ["listening"]))?.[1];
    const subject = commandData("1100000000000000301", "pledge", { subject: "alibaba" });
    const pledge = () => interaction(discord.applicationId, { type: 2, data: subject });
    const asked = [
      ["/discord/interactions", () => JSON.stringify(pledge()), signed],
      ["/slack/events", () => asForm(commandPayload("/pledge", "alibaba", "")), slackSigner(secret)],
    ] as const;
    for (const [path, bodyOf, signer] of asked) {
      const ask = async () => {
        const body = bodyOf();
        return send(Number(port), { path, headers: signer(body), body });
      };
      // It may listen before it has reached the platform, and the first answer may be promised.
      await expect.poll(ask).toMatchObject({ status: 200, body: expect.stringContaining("“$15.5 billion”") });
    }
  });

  it("it can be stopped, and then nothing is written", async () => {
    const folder = temporaryFolder();
    const { status, out } = await typed(folder, [
      // Enter takes what is highlighted.
      ["Discord and Slack", "\r"],
      ["Paste Discord's bot token", "\u0003"],
    ]);
    expect([status, existsSync(join(folder, ".env"))]).toEqual([2, false]);
    expect(out).toContain("Stopped.");
  });
});
