/** Formats the results as a Markdown table of medians and ratios, with a description of the machine. */
import { arch, availableParallelism, cpus, platform } from "node:os";
import { median, quantile } from "./measure.ts";

/** Something to compare with, and the bounds of the ratio of our value to its. */
export interface Beside {
  readonly what: string;
  /** One value per turn, matching the turns of our values. */
  readonly values: readonly number[];
  readonly most?: number;
  readonly least?: number;
}

/** One measurement, and what it is compared with. */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly besides?: readonly Beside[];
}

const HEAD = [
  ...["measured", "unit", "Refdesk", "9 in 10", "rounds"],
  ...["beside it", "has", "9 in 10", "ratio", "target"],
];

/** Indices of the text columns. */
const WORDS = [0, 1, 5];

const shown = (value: number): string =>
  value < 20 ? value.toFixed(2) : Math.round(value).toLocaleString("en");

/** Formats the median and the 5th and 95th percentiles. */
const spread = (values: readonly number[]): string[] => [
  shown(median(values)),
  `${shown(quantile(values, 0.05))}–${shown(quantile(values, 0.95))}`,
];

/** Returns the median of the ratios within each turn, so that a slow phase of the machine affects both sides. */
const ratioOf = (ours: readonly number[], its: readonly number[]): number =>
  median(ours.map((value, turn) => value / its[turn]!));

function besideIt(values: readonly number[], { what, values: its, most, least }: Beside): string[] {
  const ratio = ratioOf(values, its);
  const missed = ratio > (most ?? Number.POSITIVE_INFINITY) || ratio < (least ?? 0);
  const bound = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : "";
  return [what, ...spread(its), `**${ratio.toFixed(2)}**`, missed ? `${bound}, missed` : bound];
}

function rowsOf({ what, unit, values, besides = [] }: Line): string[][] {
  const ours = [what, unit, ...spread(values), String(values.length)];
  const [first, ...rest] = besides.map((beside) => besideIt(values, beside));
  return [
    [...ours, ...(first ?? ["", "", "", "", ""])],
    ...rest.map((beside) => ["", "", "", "", "", ...beside]),
  ];
}

/** Formats the lines as a Markdown table, aligned to be readable as plain text. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const cell = (text: string, column: number) =>
    WORDS.includes(column) ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  const drawn = (row: readonly string[]) => `| ${row.map(cell).join(" | ")} |`;
  const dashes = (width: number, column: number) =>
    WORDS.includes(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
  return [drawn(HEAD), `| ${widths.map(dashes).join(" | ")} |`, ...rows.slice(1).map(drawn)].join("\n");
}

/** Describes the machine, without which the numbers mean nothing. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `Node ${process.version} on ${platform()} ${arch()}, ${availableParallelism()} cores (${model})`;
}
