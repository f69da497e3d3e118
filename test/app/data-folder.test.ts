/** A folder is for one process that serves: another is refused, wherever that can be known. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { holdDataFolder } from "../../src/app/data-folder.ts";
import { temporaryFolder } from "../shelves.ts";

it("is refused to another while one has it, with what to do, and free afterwards", async () => {
  const folder = join(temporaryFolder(), "data");
  const letGo = await holdDataFolder(folder);
  await expect(holdDataFolder(folder)).rejects.toThrow(
    `Another process of Refdesk serves from ${folder}, and what is kept in a folder is for one process alone. To run several, set DATABASE_URL to a database in PostgreSQL for all of them; for another desk, set DATA_DIR to a folder of its own.`,
  );
  const letGoOther = await holdDataFolder(temporaryFolder());
  letGo();
  (await holdDataFolder(folder))();
  letGoOther();
});

it.skipIf(process.platform === "win32")("is free once the process that had it was killed", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "serving.sock");
  const server = `require("node:net").createServer().listen(${JSON.stringify(path)}, () => console.log("listening"))`;
  const child = spawn(process.execPath, ["-e", server], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await expect(holdDataFolder(folder)).rejects.toThrow("Another process of Refdesk");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(existsSync(path)).toBe(true);
  (await holdDataFolder(folder))();
});

it.skipIf(process.platform === "win32")("is taken where nothing can be known", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  (await holdDataFolder(join(file, "folder")))();
  const long = join(temporaryFolder(), "x".repeat(120));
  (await holdDataFolder(long))();
  rmSync(long, { recursive: true, force: true });
  expect(existsSync(long)).toBe(false);
});
