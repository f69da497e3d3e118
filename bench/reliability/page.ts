/** Writes the reliability table, for the terminal and for docs/reliability.md. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT } from "../bot.ts";
import { machine } from "../report.ts";
import type { RowResult } from "./row.ts";

/** A row that was tried. */
export interface Made extends RowResult {
  readonly name: string;
  readonly seconds: number;
}

const PAGE = join(PROJECT, "docs/reliability.md");

/** The table stands between these two lines of the page. */
const [BEGIN, END] = [
  "<!-- reliability: made by npm run reliability -- --write -->",
  "<!-- /reliability -->",
];

const HEAD = ["row", "what is tried", "how much", "lost", "a plain bot in the same test"];

const lineOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const rowOf = ({ name, what, tried, lost, beside = "" }: Made): string =>
  lineOf([`\`${name}\``, what, tried, lost.length === 0 ? "nothing" : `**${lost.join("; ")}**`, beside]);

/** Formats lines of rows as a Markdown table. */
const tableOf = (rows: readonly string[]): string =>
  [lineOf(HEAD), lineOf(HEAD.map(() => "---")), ...rows].join("\n");

/** Returns what the terminal shows. */
export const shownTable = (made: readonly Made[]): string => `${machine()}\n\n${tableOf(made.map(rowOf))}`;

/** Says after how a table was made which rows were tried again since. */
const AGAIN = " Tried again since: ";

/**
 * Puts the table into a page, with where and how it was made. `asked` are the rows that were named, if not all were tried:
 * the others stay as they are, and the page says which were tried again.
 * @throws {Error} when the page has no place for it
 */
export function withTable(
  page: string,
  made: readonly Made[],
  where: string,
  asked: readonly string[] = [],
): string {
  const [before, rest = ""] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`docs/reliability.md has no lines “${BEGIN}” and “${END}”`);
  const minutes = Math.round(made.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
  const [known = "", ...lines] = rest.slice(0, rest.indexOf(END)).trim().split("\n");
  const kept = asked.length > 0 ? lines.filter((line) => line.startsWith("| `")) : [];
  const isNew = (line: string) => made.some(({ name }) => line.startsWith(`| \`${name}\` |`));
  const added = made.filter(({ name }) => !kept.some((line) => line.startsWith(`| \`${name}\` |`)));
  const rows = [
    ...kept.map((line) =>
      isNew(line) ? rowOf(made.find(({ name }) => line.includes(`| \`${name}\` |`))!) : line,
    ),
    ...added.map(rowOf),
  ];
  const [first = "", again = ""] = known.split(AGAIN);
  const names = new Set([...again.replace(/\.$/, "").split(", "), ...asked.map((name) => `\`${name}\``)]);
  const how =
    kept.length > 0
      ? `${first}${AGAIN}${[...names].filter((name) => name !== "").join(", ")}.`
      : `Made by \`${["npm run reliability -- --write", ...asked].join(" ")}\` in ${minutes} minutes, on ${where}.`;
  return `${before}${BEGIN}\n${how}\n\n${tableOf(rows)}\n${END}${after}`;
}

/** Puts the table into the docs. */
export const writeTable = async (made: readonly Made[], asked: readonly string[]): Promise<void> =>
  writeFile(PAGE, withTable(await readFile(PAGE, "utf8"), made, machine(), asked));
