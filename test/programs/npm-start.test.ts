/** `npm start` as people and service managers run it: it ends with npm, and starts in Windows' shell too. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { listeningOf } from "./running.ts";

const { scripts, files } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
  files: string[];
};
const [first = ""] = (scripts.start ?? "").split(" ");

/** Starts `npm start` with pages on a free port, in a process group of its own as a service manager does. */
async function started() {
  const home = temporaryFolder();
  const { PATH } = process.env;
  const env = {
    PATH,
    HOME: home,
    CACHE_DIR: home,
    DATA_DIR: home,
    PORT: "0",
    npm_config_update_notifier: "false",
  };
  const child = spawn("npm", ["start"], { cwd: PROJECT, env, detached: true });
  onTestFinished(() => {
    try {
      process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {
      // Nothing of the group is left, as it should be.
    }
  });
  return { child, ...(await listeningOf(child)) };
}

/** Tells whether anybody can listen on a port. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

describe.skipIf(process.platform === "win32")("ending npm ends the program", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "with %s: it stops by itself, and its port is free",
    async (signal) => {
      const { child, port, log } = await started();
      expect(await isFree(port), log()).toBe(false);
      const closed = once(child, "close");
      child.kill(signal);
      expect(await once(child, "exit"), log()).toEqual([0, null]);
      expect(await isFree(port)).toBe(true);
      // What was written last may come after the exit.
      await closed;
      expect(log()).toMatch(new RegExp(`"signal":"${signal}".*"msg":"stopping"`));
    },
  );

  it("with Ctrl+C, which signals npm and the program at once, it still stops by itself", async () => {
    const { child, port, log } = await started();
    const closed = once(child, "close");
    process.kill(-(child.pid ?? 0), "SIGINT");
    expect(await once(child, "exit"), log()).toEqual([0, null]);
    expect(await isFree(port)).toBe(true);
    await closed;
    expect(log()).toContain('"msg":"stopping"');
  });
});

it("starts with a word that Windows' shell finds in the project's folder, and that runs the rest of the line", () => {
  expect(first).toBe("exec");
  expect(files).toContain("exec.cmd");
  expect(existsSync(join(PROJECT, "exec.cmd"))).toBe(true);
  expect(readFileSync(join(PROJECT, "exec.cmd"), "utf8").trim().split("\n").at(-1)).toBe("@%*");
});
