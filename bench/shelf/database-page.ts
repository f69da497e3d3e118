/** Formats what was measured of shelves in PostgreSQL as a table, for the terminal and docs/database.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT } from "../bot.ts";
import { machine } from "../report.ts";
import type { PublishTook } from "./publishing.ts";

/** What was asked. */
const ASKED = {
  three: "A search of three words",
  ten: "A search of ten words",
  name: "A name",
  record: "A record",
  suggestion: "A suggestion while someone types",
  slip: "A name that is a slip away",
} as const;

/** The measurements of one shelf; times in milliseconds. */
export interface DatabaseMeasured {
  readonly size: number;
  readonly published: PublishTook;
  /** Ten changed records: as they are written to the database, and by publishing their folder. */
  readonly changes: { readonly written: number; readonly published: PublishTook };
  readonly megabytes: number;
  readonly queriesASearch: number;
  readonly asked: Readonly<Record<keyof typeof ASKED, { readonly median: number; readonly late: number }>>;
  /** The part of the first ten in memory that are among the first ten here, of three words and of ten, where one was there. */
  readonly sharedThree: number | undefined;
  readonly sharedTen: number | undefined;
}

const percent = (part: number | undefined): number | undefined => part && part * 100;

const shown = (value: number | undefined): string =>
  value === undefined ? "–" : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");

type Row = readonly [what: string, unit: string, value: (measured: DatabaseMeasured) => number | undefined];

/** How long what is asked takes, and how much of what a shelf in memory finds is found. */
const ASKING: readonly Row[] = [
  ...(Object.entries(ASKED) as [keyof typeof ASKED, string][]).flatMap(([key, what]): Row[] => [
    [`${what}: median`, "ms", ({ asked }) => asked[key].median],
    [`${what}: 99th percentile`, "ms", ({ asked }) => asked[key].late],
  ]),
  ["Queries for a search of three words", "", ({ queriesASearch }) => queriesASearch],
  [
    "Of the first ten in memory, a search of three words finds",
    "%",
    ({ sharedThree }) => percent(sharedThree),
  ],
  ["Of the first ten in memory, a search of ten words finds", "%", ({ sharedTen }) => percent(sharedTen)],
];

/** How long it takes to publish a shelf and to change it, and in how much memory. */
const CHANGING: readonly Row[] = [
  ["Publishing a first version", "s", ({ published }) => published.ms / 1_000],
  ["Resident memory of that, at most", "MB", ({ published }) => published.rss],
  ["The database afterwards", "MB", ({ megabytes }) => megabytes],
  ["Ten changed records, written to the database", "s", ({ changes }) => changes.written / 1_000],
  ["Ten changed records, published from their folder", "s", ({ changes }) => changes.published.ms / 1_000],
  ["Resident memory of that, at most", "MB", ({ changes }) => changes.published.rss],
];

function tableOf(rows: readonly Row[], measured: readonly DatabaseMeasured[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["measured", "unit", ...measured.map(({ size }) => `${size.toLocaleString("en")} records`)]),
    line(["---", "---", ...measured.map(() => "---:")]),
    ...rows.map(([what, unit, value]) => line([what, unit, ...measured.map((one) => shown(value(one)))])),
  ].join("\n");
}

const page = (measured: readonly DatabaseMeasured[]): string => `# A shelf in PostgreSQL

A shelf that is too large for one memory, or that several processes answer from, can be kept in a PostgreSQL database (from
version 13 on). No process then holds anything of it. Everything is found as in memory, in the same order, but for what is said
below.

## Publishing

\`\`\`sh
export DATABASE_URL=postgresql://refdesk:password@localhost/refdesk
npx refdesk shelf publish
SHELF=database npm start
\`\`\`

- \`refdesk shelf publish [folder]\` checks a folder as \`npm run check\` does, and publishes it as a new version in one
  transaction, at whose end it is read. Interrupted anywhere, it leaves the version before as it was, and nothing of its own
  that is read. Of two at once, one waits and says so.
- A version shares with the one before it every row that has not changed. Of a folder in which up to two thousand files have
  changed, only what these concern is checked and written.
- Of a folder with faults, nothing is published. The faults of all its files are named, up to a thousand, and how many more there
  are.
- \`refdesk shelf list\` lists the versions; \`refdesk shelf use <version>\` goes back to one in one step, or on again;
  \`refdesk shelf drop <version>\` takes one away, once answers that began with it have ended, after a minute.
- With \`SHELF=database\`, processes hear of a new version at once, and look every 30 seconds besides, since a pooler may lose
  the notice. An answer reads one version from its first query to its last.
- A read that finds the database away is tried again for two seconds; \`/readyz\` says no while it is away longer.
- \`DATABASE_CONNECTIONS\` bounds the connections of one process; [Many processes](processes.md) says what else several need.
- The tables begin with \`refdesk_\`. They are made, and changed by later versions of Refdesk, by the first program that needs
  them; a program that is older than they are says so and does not start. Where it may, it makes the extension
  \`fuzzystrmatch\`, by which misspelt names are found faster.

## The database is the shelf

With \`SHELF=database\`, \`add\`, \`remove\`, \`review\` and what is accepted or added in chat change the database alone. Each
change is a version of its own, checked as a whole shelf is, and every process answers from it within two seconds. The last
hundred of them can be gone back to.

- \`refdesk shelf export <folder>\` writes the shelf out as files: sources, cards, records and topics, byte for byte as they
  were published or written since. What has been suggested, reported and decided stays in the database. Files of a shelf in
  the folder that were never published are not written over, unless you give \`--replace\`.
- A folder that lacks what was accepted since the last export is not published: its files are named. \`--replace\` publishes it
  all the same, and takes that back.
- A shelf that was published by an earlier version of Refdesk has no files in the database. Publish its folder again, and it
  has.
- Reviewing reads the whole shelf into the process in which somebody reviews: see [Scale](scale.md) for its memory.
- The first source that is for the desk alone takes as long as publishing a part of the shelf: what everyone may read is kept
  beside the whole from then on. A source that comes or goes changes the places of all that follow it.

## What differs from a shelf in memory

- A misspelt name or word is looked up by its beginning and by its end. One slip is always found. Of two slips in a long
  name, one near its beginning and one near its end, it may not be.
- Where a search means more than a thousand records, a thousand that hold its rarest words and a thousand that hold all of them
  are ranked, not all that hold any; and of records whose text holds all words, a thousand are listed at most.
- The pages show the shelf without what is for the desk alone, which is kept beside it; there is no other part of it.

## How fast it answers

Made by \`npm run bench:database -- --write\`, on ${machine()}, which the server and the library shared.

${tableOf(ASKING, measured)}

The shelves are those of [Scale](scale.md). Asks follow one another. The words are kept as a \`tsvector\` of Refdesk's own
analysis under a GIN index, which chooses what is ranked in the process as a shelf in memory is.

## How fast it changes

Made by the same.

${tableOf(CHANGING, measured)}

- A folder is read, checked and analysed part by part, from 4,000 files on in two threads, while the database takes the rows of the
  parts before. In memory are some parts, the longest source, what is wanted again and again, of all files their names and hashes,
  and, where there are topics in Chinese, all Chinese names. The indexes of a first version are made once its rows are there.
- A later folder in which more than two thousand files or the topics have changed is made into rows as a first one is, beside those
  that are there, and the database compares them. It takes as long as a first version, in as little memory.
- Of a change, the time grows with what it concerns: renaming an organization makes the texts anew of all that name it. With the
  shelf grow the hash over all files, which the database computes, and the texts of the sources that are concerned. A folder has
  to be read to know what has changed in it.
`;

/** Returns what the terminal shows. */
export const shownDatabase = (measured: readonly DatabaseMeasured[]): string =>
  `${machine()}\n\n${tableOf(ASKING, measured)}\n\n${tableOf(CHANGING, measured)}`;

export const writeDatabasePage = (measured: readonly DatabaseMeasured[]): Promise<void> =>
  writeFile(join(PROJECT, "docs/database.md"), page(measured));
