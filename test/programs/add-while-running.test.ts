/** Adds files of every kind while the bot runs on both platforms: `/source` answers there without a restart. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FILES } from "../intake/every-kind.ts";
import { temporaryFolder } from "../shelves.ts";
import { startDiscord } from "../stand-ins/discord.ts";
import { startSlack } from "../stand-ins/slack.ts";
import { printedBy, startProgram } from "./running.ts";

const runProgram = (root: string, ...args: readonly string[]): Promise<string> =>
  printedBy(args, {
    cwd: root,
    env: { ...process.env, SHELF_DIR: root, CACHE_DIR: join(root, ".cache"), LOCALE: "en" },
  });

it("answers from what is added in the terminal and on both platforms", async () => {
  const root = join(temporaryFolder(), "shelf");
  await runProgram(join(root, ".."), "init", root);
  const [discord, slack] = [await startDiscord(), await startSlack()];
  const running = startProgram({
    ...{ SHELF_DIR: root, LOCALE: "en" },
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
  });
  try {
    await slack.connected();
    await expect.poll(running.errors).toContain("the shelf is read");
    const files = temporaryFolder();
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(files, name), content);
    const printed = await runProgram(root, "add", files);
    const added = [...printed.matchAll(/: seeds\/([\w-]+),/g)].map(([, id = ""]) => id);
    expect(added).toHaveLength(Object.keys(FILES).length);
    for (const id of added) {
      const inTerminal = await runProgram(root, `/source ${id}`);
      expect(inTerminal, id).toContain("· source");
      const title = inTerminal.split("\n")[0]!.replace(" · source", "");
      await expect.poll(async () => (await slack.command("/source", id)).text).toContain(title);
      await expect
        .poll(async () => JSON.stringify(await discord.command("source", { source: id })), { message: id })
        .toContain(title);
    }
    expect([...discord.faults, ...slack.faults]).toEqual([]);
  } finally {
    await running.kill();
    await discord.close();
    await slack.close();
  }
});
