/** An empty shelf is made, is valid, and everything that is asked there is answered. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { LOCALES, loadMessages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { PROGRAM } from "./compiled.ts";

/** Runs the program in a folder. @returns its status and what it wrote */
async function run(cwd: string, ...args: string[]) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, CACHE_DIR: join(cwd, ".cache") };
  const command = promisify(execFile)(process.execPath, [PROGRAM, ...args], {
    cwd,
    env,
  });
  return command.then(
    ({ stdout }) => ({ status: 0, out: stdout }),
    ({ code, stdout, stderr }) => ({ status: code as number, out: `${stdout}${stderr}` }),
  );
}

it("refdesk init makes a shelf that every program reads, and never makes it over another", async () => {
  const above = temporaryFolder();
  const made = await run(above, "init", "own");
  const folder = join(above, "own");
  expect(made.out).toContain(`An empty shelf is in ${folder}.`);
  expect(readdirSync(folder).sort()).toEqual([".env", ".gitignore", "README.md", "data", "seeds"]);
  const lines = readFileSync(join(folder, ".env"), "utf8").split("\n");
  expect(lines.filter((line) => /^[A-Z_]+=./.test(line)).sort()).toEqual(["SHELF_DIR=."]);
  expect(readFileSync(join(folder, "README.md"), "utf8").trim().split("\n").length).toBeLessThanOrEqual(10);

  expect((await run(folder, "check-shelf")).out).toMatch(
    /^The shelf holds: 0 sources, 0 records, .*\nRead from .*own\n$/,
  );
  const asked = await run(folder, "/source");
  expect(asked.out).toContain("refdesk add");
  expect(asked.status).toBe(1);

  writeFileSync(join(folder, "README.md"), "Ours.");
  const again = await run(above, "init", "own");
  expect(again.status).toBe(2);
  expect(again.out).toContain(`There is seeds and data and .env in ${folder} already`);
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe("Ours.");
  expect((await run(above, "init")).out).toContain("One folder is expected, and 0 were given.");
  expect(existsSync(join(above, ".env"))).toBe(false);
});

describe.each(LOCALES)("an empty shelf in %s", (locale) => {
  it("answers every command, and says that there are no sources yet", async () => {
    const above = temporaryFolder();
    await run(above, "init", "own");
    const messages = await loadMessages(locale);
    const log = keptLog();
    const library = createLibrary(await readShelf(join(above, "own")));
    const bot = createBot(library, commands, messages, log);
    for (const { name } of commands)
      for (const line of [`/${name}`, `/${name} alibaba`, `/${name} 2021`]) {
        const { outcome, title } = await bot.answerLine(line, "here");
        expect(["nothing", "mistake", "found", "menu"], line).toContain(outcome);
        if (outcome === "nothing") expect(title, line).toBe(messages.ownShelf.title);
        if (outcome === "menu") expect(name).toBe("help");
      }
    for (const line of ["who is xi", "what did alibaba give?", "hello", "donations"])
      expect((await bot.answerLine(line, "here")).outcome, line).not.toBe("failure");
    expect(log.lines).toEqual([]);
  });
});
