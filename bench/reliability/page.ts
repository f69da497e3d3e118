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

/** Formats the rows as a Markdown table. */
function tableOf(made: readonly Made[]): string {
  const rows = made.map(({ name, what, tried, lost, beside = "" }) => [
    ...[`\`${name}\``, what, tried, lost.length === 0 ? "nothing" : `**${lost.join("; ")}**`, beside],
  ]);
  return [HEAD, HEAD.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Returns what the terminal shows. */
export const shownTable = (made: readonly Made[]): string => `${machine()}\n\n${tableOf(made)}`;

/**
 * Puts the table into a page, with where and how it was made. `asked` are the rows that were named, if not all were tried.
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
  const command = ["npm run reliability -- --write", ...asked].join(" ");
  const how = `Made by \`${command}\` in ${minutes} minutes, on ${where}.`;
  return `${before}${BEGIN}\n${how}\n\n${tableOf(made)}\n${END}${after}`;
}

/** Puts the table into the docs. */
export const writeTable = async (made: readonly Made[], asked: readonly string[]): Promise<void> =>
  writeFile(PAGE, withTable(await readFile(PAGE, "utf8"), made, machine(), asked));
