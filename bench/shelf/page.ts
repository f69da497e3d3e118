/** Formats the results as a table with one column per size, for the terminal and docs/scale.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { COMMON_WORD } from "../../src/search/candidates.ts";
import { PROJECT } from "../bot.ts";
import { median, quantile } from "../measure.ts";
import { machine } from "../report.ts";
import type { FirstAsk, Probed } from "./errand.ts";
import type { MostUse } from "./library-use.ts";
import type { Recall } from "./recall.ts";

/** The measurements of one shelf. */
export interface Measured {
  readonly size: number;
  readonly first: readonly Probed[];
  readonly second: readonly Probed[];
  /** The first ask of each sort, in a process of its own. */
  readonly firstAsks: Readonly<Record<FirstAsk, Probed>>;
  readonly again: Probed;
  /** While others wait: with the library's default, with the text index in a worker thread, and in the same thread. */
  readonly asked: Probed;
  readonly apart: Probed;
  readonly together: Probed;
  readonly recall: Recall;
  readonly use: MostUse;
}

const shown = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");

type Row = readonly [what: string, unit: string, value: (measured: Measured) => number];

const of = (probes: readonly Probed[], value: (probed: Probed) => number): number =>
  median(probes.map(value));
const seconds = (ms: number): number => ms / 1_000;

const START: readonly Row[] = (
  [
    ["from nothing", "first"],
    ["again", "second"],
  ] as const
).flatMap(([how, which]): Row[] => [
  [`Start ${how}: until names answer`, "s", (one) => seconds(of(one[which], ({ names }) => names.ms))],
  [
    `Start ${how}: the processor's time until then`,
    "s",
    (one) => seconds(of(one[which], ({ names }) => names.cpu)),
  ],
  [`Start ${how}: until the full text answers`, "s", (one) => seconds(of(one[which], ({ text }) => text.ms))],
]);

const MEMORY: readonly Row[] = [
  ["Resident memory when names answer", "MB", (one) => of(one.second, ({ names }) => names.rss)],
  ["Resident memory when the full text answers", "MB", (one) => of(one.second, ({ text }) => text.rss)],
];

const ASKED: readonly Row[] = (
  [
    ["`/pledge` by name, the whole answer", "pledge"],
    ["A name that is a slip away", "slip"],
    ["A suggestion while someone types", "suggest"],
    ["`/check` of a sentence, the whole answer", "check"],
    ["A search of three words", "search"],
    ["A search of ten words", "question"],
  ] as const
).flatMap(([what, which]): Row[] => {
  const times = ({ again, asked }: Measured) =>
    which === "question" ? asked.others![which] : again.again![which];
  return [
    [`${what}: median`, "ms", (one) => median(times(one))],
    [`${what}: 99th percentile`, "ms", (one) => quantile(times(one), 0.99)],
  ];
});

const FIRST: readonly Row[] = (
  [
    ["`/check` of a sentence", "check"],
    ["`/timeline` of the whole shelf", "timeline"],
    ["`/who` of everyone", "who"],
    ["`/quote` alone", "quote"],
    ["`/pledge` alone", "pledge"],
    ["`/define` alone", "define"],
    ["A name that nobody has", "miss"],
  ] as const
).map(([what, which]): Row => [`${what}, the first time`, "ms", ({ firstAsks }) => firstAsks[which].first!]);

/** Returns the 99th percentile of the timer delays. */
const late = (which: "late" | "idle", { others }: Probed): number => quantile(others![which], 0.99);
const LATE: readonly Row[] = [
  ["Others wait while ten words are searched", "ms", (one) => late("late", one.asked)],
  [
    "Others wait while ten words are searched, in a thread of its own",
    "ms",
    (one) => late("late", one.apart),
  ],
  ["Others wait while ten words are searched, in the same thread", "ms", (one) => late("late", one.together)],
  ["Others wait while nothing is done, for comparison", "ms", (one) => late("idle", one.asked)],
];

const RECALL: readonly Row[] = [
  ["Of the exact first ten, a search of three words finds", "%", ({ recall }) => recall.three * 100],
  ["Of the exact first ten, a search of ten words finds", "%", ({ recall }) => recall.ten * 100],
  [
    "Of what holds all three words, the first thirty of a search have",
    "%",
    ({ recall }) => recall.wholeThree * 100,
  ],
  [
    "Of what holds all ten words, the first thirty of a search have",
    "%",
    ({ recall }) => recall.wholeTen * 100,
  ],
];

const USE: readonly Row[] = [
  ["Calls of the library one after another, in any answer at most", "", ({ use }) => use.rounds],
  ["Calls of the library, in any answer at most", "", ({ use }) => use.calls],
  ["Records taken out of the library, for any answer at most", "", ({ use }) => use.records],
];

function tableOf(measured: readonly Measured[]): string {
  const head = ["measured", "unit", ...measured.map(({ size }) => `${size.toLocaleString("en")} records`)];
  const rows = [...START, ...MEMORY, ...ASKED, ...FIRST, ...LATE, ...RECALL, ...USE].map(
    ([what, unit, value]) => [...[what, unit], ...measured.map((one) => shown(value(one)))],
  );
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const drawn = (row: readonly string[]): string =>
    `| ${row.map((text, column) => (column < 2 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!))).join(" | ")} |`;
  const dashes = widths.map((width, column) =>
    column < 2 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [drawn(head), `| ${dashes.join(" | ")} |`, ...rows.map(drawn)].join("\n");
}

/** Returns how much memory 10,000 more records take, in MB. */
function memoryFor10k(measured: readonly Measured[]): number {
  const [least, most] = [measured[0]!, measured.at(-1)!];
  const rss = ({ second }: Measured): number => of(second, ({ text }) => text.rss);
  return ((rss(most) - rss(least)) / (most.size - least.size)) * 10_000;
}

const page = (measured: readonly Measured[]): string => `# How far one process goes

Made by \`npm run bench:shelf -- --write\`, on ${machine()}.

${tableOf(measured)}

## What is measured

The shelves are made up: people, organizations, events and terms with names in English and in Chinese, and the pledges,
quotations and facts that name them, in as many sources as the square root of the records, the longest of which has a
tenth of all that is told. They come out the same at every run, and the project's own checks take them. The files were
written a moment before: from a cold disk, reading comes on top.

- **Start from nothing** reads every file, checks every record by its schema, finds every passage in its source, and keeps
  what came of it. **Start again** reads every file, compares the hash of them all with the one that was kept under, and
  compares every passage with its source at the place where it was found. Times are from before the first line of the
  program, with Node's own and the TypeScript reader's; the median of three processes. The processor's time is what the
  whole process took of it, so that it does not depend on what else the machine did.
- **Names answer** when an exact name has been found. **The full text answers** when a search has: from 2,000 records on
  it is indexed and searched in a thread of its own, and a search that comes before that is told so.
- **\`/pledge\`** is the whole answer to an organization's name, before it is drawn. **A suggestion** is of 25 names for the
  beginning of one, from its first letter to its last. **A search** is of words that are told of, the common ones more
  often, and gives thirty records with their passages.
- **\`/check\`** is of a sentence that is on the shelf. **The first time** is the first ask of a process that has started as
  a server does: it gathers what answers need and loads their code in slices, once the full text answers. A check, each
  command asked alone, and a name that nobody has, each in a process of its own.
- **Others wait**: how much later than it was due a timer of one millisecond rings while one search follows another, which
  is what any other request would wait; the 99th percentile. The first of the three is where the library itself would
  search.
- **The exact first ten** are those that come first when every record that holds any of the words is a candidate. Up to
  ${COMMON_WORD.toLocaleString("en")} records every search is so. Among more, a word that more than ${COMMON_WORD.toLocaleString("en")} records hold finds none by
  itself beside a rarer one, and is scored in what the others find: it bounds the time of a search. **What holds all words**
  is looked for with words of one record; where more than thirty records hold them, thirty of them are enough.
- **Calls of the library** are counted over every command alone, every example of every command, names that nobody has,
  every command about what most records refer to, and sentences of sources. Calls that begin before any of them has answered
  wait for one another no longer than one. A test holds that no answer makes more than 8 one after another or takes more
  than 500 records out of the library, here and on the project's own shelf.

## What that means for a shelf

- Up to 20,000 records, nothing needs to be thought of.
- Up to 100,000, a search of ten words takes tenths of a second, and the next search waits for it, though nothing else does.
- For that size, give the process about ${Math.ceil(memoryFor10k(measured) / 10) * 10} MB for every 10,000 records, a second core, and a \`CACHE_DIR\` that outlasts
  it. A start takes seconds: where several processes serve one desk, replace them one after another.
- Beyond 100,000, or where several processes answer from one shelf, keep it [in PostgreSQL](database.md).
`;

/** Returns what the terminal shows. */
export const shownCurve = (measured: readonly Measured[]): string => `${machine()}\n\n${tableOf(measured)}`;

export const writeCurve = (measured: readonly Measured[]): Promise<void> =>
  writeFile(join(PROJECT, "docs/scale.md"), page(measured));
