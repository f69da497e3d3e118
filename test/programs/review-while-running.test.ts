/** Takes sources of four kinds through `add` and `review` to cited answers, in the terminal and in a bot on both platforms that runs all the while. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { docx, paragraph, run } from "../intake/word-files.ts";
import { temporaryFolder } from "../shelves.ts";
import { startDiscord } from "../stand-ins/discord.ts";
import { startSlack } from "../stand-ins/slack.ts";
import { PROGRAM } from "./compiled.ts";
import { canOpenTerminal, NO_PYTHON, startInTerminal } from "./pseudo-terminal.ts";
import { printedBy, startProgram } from "./running.ts";

const canPress = canOpenTerminal();
if (!canPress) console.warn(NO_PYTHON);

const DYKE = [
  "Dyke repairs begin on the northern shore",
  "The dyke board began its repairs on the northern shore this week, after two winters in which the sea came over the stones.",
  "“We are mending what our grandparents built with their hands,” said Hanna Vries, chairwoman of the dyke board, on the shore.",
  "The work is to last until the autumn, and the road along the shore stays closed to cars until it is done.",
];

/** What each source is, and who is quoted in it. */
const SOURCES = {
  "a-page.html": `<!doctype html><html lang="en"><head><title>${DYKE[0]}</title></head><body><article><h1>${DYKE[0]}</h1>${DYKE.slice(
    1,
  )
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`,
  "b-minutes.docx": docx(
    paragraph(run("Minutes of the orchard society"), "Title") +
      paragraph(run("The society met on Tuesday and heard how the late frost had left its trees.")) +
      paragraph(
        run(
          "“A tree that has blossomed once will blossom again,” said Pavel Novotny, the society’s gardener.",
        ),
      ),
  ),
  "c-mail.eml": [
    "From: Mara Quill <mara@chandlery.example>",
    "To: desk@paper.example",
    "Subject: A gift for the pumps",
    "Date: Tue, 8 Mar 2022 10:00:00 +0000",
    "Message-ID: <1@chandlery.example>",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "The brewery Kestrel & Sons has donated $250,000 for new pumps in the old harbour, its manager told us.",
    "",
    "The council had looked for the money since the autumn.",
    "",
  ].join("\r\n"),
  "d-notes.txt":
    "What the ferrymen say\n\nThe ferrymen of the sound have carried letters for a hundred years.\n\n“Nobody waits for a ferry twice,” said Ruth Adeyemi, captain of the night ferry, and laughed.\n",
};

/** A command with the name of its option in Discord, what is asked, and words of the source that answer it. */
const ANSWERS = [
  ["quote", "speaker", "Hanna Vries", "mending what our grandparents built"],
  ["quote", "speaker", "Pavel Novotny", "will blossom again"],
  ["pledge", "subject", "Kestrel & Sons", "$250,000"],
  ["quote", "speaker", "Ruth Adeyemi", "Nobody waits for a ferry twice"],
] as const;

it.skipIf(!canPress)(
  "four sources of different kinds are added, reviewed and answered from without a restart",
  async () => {
    const root = join(temporaryFolder(), "shelf");
    mkdirSync(join(root, "data"), { recursive: true });
    mkdirSync(join(root, "seeds"));
    const files = temporaryFolder();
    for (const [name, content] of Object.entries(SOURCES)) writeFileSync(join(files, name), content);
    const env = {
      ...{
        PATH: process.env.PATH,
        HOME: root,
        SHELF_DIR: root,
        CACHE_DIR: join(root, ".cache"),
        LOCALE: "en",
      },
      ...{
        DATA_DIR: join(root, ".refdesk"),
        LANG: "C.UTF-8",
        NO_COLOR: "1",
        TERM: "xterm",
        REVIEWER: "Mina Lee",
      },
    };
    const runProgram = (...args: readonly string[]) => printedBy(args, { cwd: root, env });
    const [discord, slack] = [await startDiscord(), await startSlack()];
    const bot = startProgram({
      ...{ SHELF_DIR: root, LOCALE: "en", DATA_DIR: join(root, ".refdesk") },
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    });
    try {
      await expect.poll(bot.errors).toContain("the shelf is read");
      await slack.connected();
      expect(await runProgram("add", files)).toContain("4 sources added");
      const terminal = startInTerminal([process.execPath, PROGRAM, "review"], { cwd: root, env });
      try {
        for (let shown = await terminal.seen(/q end/); /\d+ of \d+ · /.test(shown); ) {
          terminal.press("a");
          shown = await terminal.seen(/q end|still wait|Nothing waits/);
          if (/still wait|Nothing waits/.test(shown)) break;
        }
        terminal.press("q");
        expect(await terminal.ended).toBe(0);
      } finally {
        terminal.kill();
      }
      for (const [command, option, name, words] of ANSWERS) {
        const inTerminal = await runProgram(`/${command} ${name}`);
        expect(inTerminal).toContain(words);
        expect(inTerminal).toContain("[1] ");
        for (const ask of [
          () => slack.command(`/${command}`, name),
          () => discord.command(command, { [option]: name }),
        ]) {
          await expect.poll(async () => JSON.stringify(await ask())).toContain(words);
          expect(JSON.stringify(await ask()).replaceAll("\\", "")).toContain("[1] ");
        }
      }
      expect([...discord.faults, ...slack.faults]).toEqual([]);
    } finally {
      await bot.kill();
      await discord.close();
      await slack.close();
    }
  },
);
