/** What the bench prints: the machine, and one Markdown table of medians and ratios. */
import { arch, availableParallelism, cpus, platform } from "node:os";
import { median, quantile } from "./measure.ts";

/** One line of the table: what is ours, and where there is one, what it stands beside and how far it may go. */
export interface Line {
  readonly what: string;
  readonly times: readonly number[];
  readonly beside?: { readonly times: readonly number[]; readonly target: number };
}

const HEAD = ["measured, in ms", "median", "p95", "rounds", "beside it: median", "p95", "ratio", "target"];

const shown = (value: number): string => value.toFixed(value < 20 ? 2 : 0);
const bounds = (times: readonly number[]): string[] => [shown(median(times)), shown(quantile(times, 0.95))];

function cells({ what, times, beside }: Line): string[] {
  const ours = [what, ...bounds(times), String(times.length)];
  if (!beside) return [...ours, "", "", "", ""];
  const ratio = median(times) / median(beside.times);
  return [...ours, ...bounds(beside.times), `**${ratio.toFixed(2)}**`, `≤ ${beside.target}`];
}

/** The lines as a Markdown table, aligned for those who read it unrendered. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const drawn = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [drawn(HEAD), rule, ...rows.slice(1).map(drawn)].join("\n");
}

/** On what it was measured: no number means anything without it. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `Node ${process.version} on ${platform()} ${arch()}, ${availableParallelism()} cores (${model})`;
}
