/** `npm run bench:shelf`: measures how far one process scales, on generated shelves of a thousand records and more. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT } from "../bot.ts";
import type { MostUse, UseErrand } from "./library-use.ts";
import { makeShelf } from "./making.ts";
import { type Measured, shownCurve, writeCurve } from "./page.ts";
import type { Errand, Probed } from "./probe.ts";
import type { Recall, RecallErrand } from "./recall.ts";

const USAGE = "npm run bench:shelf -- [--write] [number of records …]";

const SIZES = [1_000, 10_000, 100_000];

/** Number of starts of each sort; their median is shown. */
const STARTS = 3;

/** What a program of this folder says of an errand, in a process of its own. */
function run<Given, Said>(program: string, errand: Given): Said {
  const out = execFileSync(
    process.execPath,
    [join(PROJECT, "bench/run.js"), `./shelf/${program}.ts`, JSON.stringify(errand)],
    { cwd: PROJECT, encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] },
  );
  return JSON.parse(out);
}

const probe = (errand: Errand): Probed => run("probe", errand);

function measure(size: number, folder: string): Measured {
  const say = (what: string): void => void process.stderr.write(`${size.toLocaleString("en")}: ${what} …\n`);
  const fresh = (): string => mkdtempSync(join(folder, "cache-"));
  const root = mkdtempSync(join(folder, "shelf-"));
  const kept = fresh();
  say("making the shelf");
  makeShelf(root, size);
  const errand = { root, cache: kept, thread: "default", asks: false } as const;
  const times = <Value>(make: () => Value): Value[] => Array.from({ length: STARTS }, make);
  say("starting from nothing");
  const first = times(() => probe({ ...errand, cache: fresh() }));
  probe(errand);
  say("starting again");
  const second = times(() => probe(errand));
  say("asking");
  const asked = probe({ ...errand, asks: true });
  const apart = probe({ ...errand, thread: "always", asks: true });
  const together = probe({ ...errand, thread: "never", asks: true });
  say("comparing what is found with what is exact");
  const recall = run<RecallErrand, Recall>("recall", { root, cache: kept });
  say("counting what answers take of the library");
  const use = run<UseErrand, MostUse>("library-use", { root, cache: kept });
  return { size, first, second, asked, apart, together, recall, use };
}

async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { write: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES;
  if (sizes.some((size) => !(size >= 100))) throw new Error(`At least 100 records: ${USAGE}`);
  const folder = mkdtempSync(join(tmpdir(), "refdesk-shelves-"));
  try {
    const measured = sizes.map((size) => measure(size, folder));
    if (values.write) await writeCurve(measured);
    console.log(shownCurve(measured));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await bench(process.argv.slice(2));
