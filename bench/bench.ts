/** `npm run bench`: how long an answer takes, beside the least that it could take in the same place. */
import { PLAN } from "./bot.ts";
import { type Line, machine, tableOf } from "./report.ts";

/** Each part is loaded when it is run, so that no platform's client weighs on what does not use it. */
const PARTS: Readonly<Record<string, () => Promise<Line[]>>> = {
  discord: async () => (await import("./discord.ts")).measureDiscord(),
  slack: async () => (await import("./slack.ts")).measureSlack(),
  start: async () => (await import("./start.ts")).measureStart(),
};

const ARRANGEMENT = `Each is timed in turn with what stands beside it (A B A B …), after a warm-up.
On Discord and Slack the time runs from the stand-in's command to the answer's arrival. Stand-ins, bot and
constant handler run in this one process, the stand-ins check nothing, ${PLAN.rest} ms pass between two rounds, and the
log shows warnings alone: the times are not those of the real platforms, the ratios are what counts.`;

async function bench(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !PARTS[name]);
  if (unknown) throw new Error(`No part “${unknown}”: expected some of ${Object.keys(PARTS).join(", ")}`);
  const lines: Line[] = [];
  // Last part first: programs are started while this process is still small, for a large one spawns slower.
  for (const name of Object.keys(PARTS).reverse()) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`measuring: ${name} …\n`);
    lines.unshift(...(await PARTS[name]!()));
  }
  console.log(`${machine()}\n\n${tableOf(lines)}\n\n${ARRANGEMENT}`);
}

try {
  await bench(process.argv.slice(2));
} catch (error) {
  console.error(error);
  // What failed may have left a socket open, and the process with it.
  process.exit(1);
}
