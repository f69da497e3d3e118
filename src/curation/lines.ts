/** Parses and prints the lines of what is the desk's own, which buttons and forms have as their ids. */
import { type Ask, createAsk, parseAsk, printAsk } from "../ask/ask.ts";

/** What the desk itself offers beside what can be asked. */
export const DESK_COMMANDS = ["review", "status", "suggest", "report", "add", "settings"] as const;
export type DeskCommand = (typeof DESK_COMMANDS)[number];

/** What may be done with a proposal. */
export const REVIEW_ACTIONS = ["accept", "edit", "merge", "another", "reject", "later", "undo"] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

const option = (name: string) => ({ name });
const GRAMMARS = [
  { name: "review", options: [option("proposal"), option("do"), option("at"), option("source")] },
  { name: "status", options: [] },
  { name: "suggest", options: [option("source"), option("kind"), option("at")] },
  { name: "add", options: [] },
  { name: "settings", options: [option("action")] },
];

const LINE_PATTERN = new RegExp(`^/(?:${DESK_COMMANDS.join("|")})(?: |$)`);
const REPORT = "/report";

/** A line of the desk's own: an ask, or the report of what a line answered. */
export type DeskLine =
  | { readonly command: Exclude<DeskCommand, "report">; readonly ask: Ask }
  | { readonly command: "report"; readonly line: string };

/** Whether a line is one of the desk's own. */
export const isDeskLine = (line: string): boolean => LINE_PATTERN.test(line);

/** Whether what comes of a line belongs in the place of the message under which it was pressed. */
export const replacesMessage = (line: string): boolean => /^\/(?:review|settings)(?: |$)/.test(line);

/** Parses a line; undefined for one that is not the desk's own. */
export function parseDeskLine(line: string): DeskLine | undefined {
  if (line === REPORT || line.startsWith(`${REPORT} `))
    return { command: "report", line: line.slice(REPORT.length + 1) };
  if (!isDeskLine(line)) return undefined;
  const parsed = parseAsk(line, GRAMMARS);
  const command = DESK_COMMANDS.find((name) => "ask" in parsed && name === parsed.ask.command);
  return "ask" in parsed && command !== undefined && command !== "report"
    ? { command, ask: parsed.ask }
    : undefined;
}

/** Prints the line that reports the answer to a line; without one, it is read from the message that was pressed. */
export const reportLine = (line = ""): string => `${REPORT} ${line}`.trim();

/** Returns the ask of an action on a proposal. */
export const reviewAsk = (id = "", action?: ReviewAction, at?: string): Ask =>
  createAsk("review", id, { do: action, at });

/** Returns the ask that shows the settings of a workspace or a server, or opens the form that changes them. */
export const settingsAsk = (action?: "change"): Ask => createAsk("settings", action);

/** A place in a source's text, in UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Prints a place as the value of an option, and parses it back; undefined for what is none. */
export const printPlace = ({ start, end }: Place): string => `${start}-${end}`;
export function parsePlace(text: string | undefined): Place | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "") ?? [];
  const place = { start: Number(start), end: Number(end) };
  return place.start < place.end ? place : undefined;
}

/** Returns the line of an ask of the desk's own. */
export const deskLine = (ask: Ask): string => printAsk(ask);
