/** `npm run bench`: measures how long answers take, beside baselines and other libraries in the same setting. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT } from "./bot.ts";
import { shownPage, writePage } from "./page.ts";
import type { Line } from "./report.ts";

const USAGE = "npm run bench -- [--peers] [--write] [part …]";

/** Every part is imported only when it runs, so that one platform's client does not slow the others. */
const PARTS: Readonly<Record<string, () => Promise<Line[]>>> = {
  "http-discord": async () => (await import("./over-http.ts")).measureOverHttp("discord"),
  "http-slack": async () => (await import("./over-http.ts")).measureOverHttp("slack"),
  discord: async () => (await import("./discord.ts")).measureDiscord(),
  slack: async () => (await import("./slack.ts")).measureSlack(),
  pages: async () => (await import("./pages.ts")).measurePages(),
  tools: async () => (await import("./tools.ts")).measureTools(),
  ready: async () => (await import("./ready.ts")).measureReady(),
  start: async () => (await import("./start.ts")).measureStart(),
};

/** Installs the peers from their lock file into bench/peers. */
function installPeers(): void {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: join(PROJECT, "bench/peers"),
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("bench/peers could not be installed");
}

async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals: asked } = parseArgs({
    args: [...args],
    options: { peers: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const unknown = asked.find((name) => !PARTS[name]);
  if (unknown) throw new Error(`No part “${unknown}”: ${USAGE}, of ${Object.keys(PARTS).join(", ")}`);
  if (values.write && asked.length > 0) throw new Error("--write writes all parts: name none");
  if (values.peers) installPeers();
  const lines: Line[] = [];
  // Runs the parts in reverse, because a large process spawns slower: the parts that start programs come first.
  for (const name of Object.keys(PARTS).reverse()) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`measuring: ${name} …\n`);
    lines.unshift(...(await PARTS[name]!()));
  }
  if (values.write) await writePage(lines);
  console.log(shownPage(lines));
}

try {
  await bench(process.argv.slice(2));
  // A measured client may keep a socket open and the process alive.
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
