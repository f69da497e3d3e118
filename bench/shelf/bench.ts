/** `npm run bench:shelf`: measures how far one process scales, on generated shelves of a thousand records and more. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Errand, FIRST_ASKS, type FirstAsk, type Probed } from "./errand.ts";
import type { MostUse, UseErrand } from "./library-use.ts";
import { makeShelf } from "./making.ts";
import { type Measured, shownCurve, writeCurve } from "./page.ts";
import type { Recall, RecallErrand } from "./recall.ts";
import { runErrand as run } from "./run-errand.ts";

const USAGE = "npm run bench:shelf -- [--write] [number of records …]";

const SIZES = [1_000, 10_000, 100_000];

/** Number of starts of each sort; their median is shown. */
const STARTS = 3;

const probe = (errand: Errand): Probed => run("probe", errand);

function measure(size: number, folder: string): Measured {
  const say = (what: string): void => void process.stderr.write(`${size.toLocaleString("en")}: ${what} …\n`);
  const fresh = (): string => mkdtempSync(join(folder, "cache-"));
  const root = mkdtempSync(join(folder, "shelf-"));
  const kept = fresh();
  say("making the shelf");
  makeShelf(root, size);
  const errand = { root, cache: kept, thread: "default", asks: "nothing" } as const;
  say("starting from nothing");
  // The first of them leaves what all others start with again.
  const first = Array.from({ length: STARTS }, (_, turn) =>
    probe({ ...errand, cache: turn === 0 ? kept : fresh() }),
  );
  say("starting again");
  const second = Array.from({ length: STARTS }, () => probe(errand));
  say("asking for the first time");
  const asks = FIRST_ASKS.map((asks) => [asks, probe({ ...errand, asks })] as const);
  const firstAsks = Object.fromEntries(asks) as Record<FirstAsk, Probed>;
  say("asking again and again");
  const again = probe({ ...errand, asks: "again" });
  say("letting others wait");
  const asked = probe({ ...errand, asks: "others" });
  const apart = probe({ ...errand, thread: "always", asks: "others" });
  const together = probe({ ...errand, thread: "never", asks: "others" });
  say("comparing what is found with what is exact");
  const recall = run<RecallErrand, Recall>("recall", { root, cache: kept });
  say("counting what answers take of the library");
  const use = run<UseErrand, MostUse>("library-use", { root, cache: kept });
  return { size, first, second, firstAsks, again, asked, apart, together, recall, use };
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
