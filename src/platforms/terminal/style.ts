/** Creates the text style for a terminal: colours, links and line width, as far as it supports them. */
import type { TextStyle } from "../../delivery/text.ts";
import { plainStyle } from "../../delivery/text.ts";
import { asciiText } from "../../support/ascii-text.ts";

/** Features of a terminal. */
export interface TerminalFeatures {
  readonly colour: boolean;
  readonly hyperlinks: boolean;
  /** Columns to wrap at; undefined for a pipe, whose lines are not wrapped. */
  readonly width?: number;
  /** Whether only ASCII can be shown. */
  readonly ascii?: boolean;
}

/** Tells whether a terminal shows links by name. */
export async function showsLinks(stream: { readonly isTTY?: boolean }, isDumb: boolean): Promise<boolean> {
  if (isDumb || !stream.isTTY) return false;
  return (await import("supports-hyperlinks")).createSupportsHyperlinks(stream);
}

/** Maximum line width that is comfortable to read, in columns. */
export const MAX_COLUMNS = 88;

const sgr = (on: number, off: number) => (text: string) =>
  text
    .split("\n")
    .map((line) => `\u001b[${on}m${line}\u001b[${off}m`)
    .join("\n");
const bold = sgr(1, 22);
const dim = sgr(2, 22);
const cyan = sgr(36, 39);
const yellow = sgr(33, 39);

/** Renders a link (OSC 8). The address is normalized, so that no control character in it can end the link early. */
export const terminalLink = (text: string, url: string) =>
  `\u001b]8;;${new URL(url).href}\u0007${text}\u001b]8;;\u0007`;

/** Returns the style for a terminal's features. The character width tables are loaded only when lines are wrapped. */
export async function createStyle({
  colour,
  hyperlinks,
  width,
  ascii = false,
}: TerminalFeatures): Promise<TextStyle> {
  const colours: Partial<TextStyle> = colour
    ? { title: bold, heading: cyan, label: bold, mark: bold, quiet: dim, warn: yellow }
    : {};
  const links = hyperlinks ? { link: terminalLink } : {};
  if (width === undefined) return { ...plainStyle, ...colours, ...links };
  const { wrapColumns: wrapped } = await import("./wrap.ts");
  const columns = Math.min(Math.max(width, 20), MAX_COLUMNS);
  const wrap: TextStyle["wrap"] = (text, indent, first = indent) => {
    const room = Math.max(columns - indent.length, 12);
    // Wrapped as it will be written: a mark in ASCII may be wider than the mark.
    const [head = "", ...rest] = wrapped(ascii ? asciiText(text) : text, room);
    return [first + head, ...rest.map((line) => indent + line)].join("\n");
  };
  const wrapCopied = (text: string) => wrapped(ascii ? asciiText(text) : text, columns, true).join("\n");
  return { ...plainStyle, ...colours, ...links, wrap, wrapCopied, bar: ascii ? "| " : "│ " };
}
