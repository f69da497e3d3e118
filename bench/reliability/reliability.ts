/**
 * `npm run reliability`: tries what goes wrong over months, a row at a time, and counts what is lost. With `-- <name>`, that
 * row alone; with `-- --small`, so much of each as takes seconds; with `-- --write`, the table goes into the
 * docs; of a table that is there, the rows that were named.
 */
import { parseArgs } from "node:util";
import { type Made, shownTable, writeTable } from "./page.ts";
import { ROWS, type RowName } from "./rows.ts";

const USAGE = "npm run reliability -- [--small] [--write] [row …]";

async function reliability(args: readonly string[]): Promise<boolean> {
  const { values, positionals: asked } = parseArgs({
    args: [...args],
    options: { small: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const names = Object.keys(ROWS) as RowName[];
  const unknown = asked.find((name) => !(names as string[]).includes(name));
  if (unknown) throw new Error(`No row “${unknown}”: ${USAGE}, of ${names.join(", ")}`);
  if (values.write && values.small)
    throw new Error("--write writes what was tried in full: leave --small out");
  const made: Made[] = [];
  for (const name of names) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    const since = performance.now();
    const result = await (await ROWS[name]())(values.small ? "small" : "full", true);
    const seconds = Math.round((performance.now() - since) / 1_000);
    process.stderr.write(`${name}: ${seconds} s; ${result.lost.join("; ") || "nothing lost"}\n`);
    made.push({ ...result, name, seconds });
  }
  if (values.write) await writeTable(made, asked);
  console.log(shownTable(made));
  return made.every(({ lost }) => lost.length === 0);
}

try {
  // A plain bot of this process may keep a socket open and the process alive.
  process.exit((await reliability(process.argv.slice(2))) ? 0 : 1);
} catch (error) {
  console.error(error);
  process.exit(1);
}
