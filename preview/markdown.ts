/**
 * Renders Discord's Markdown in a text display as HTML. Syntax that Discord does not support is shown as typed, and
 * text that it would mistake for formatting is formatted, because the preview must show both.
 */
import { escapeHtml } from "./html.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly html: (found: RegExpExecArray) => string;
}

const tag = (name: string) => (found: RegExpExecArray) => `<${name}>${inline(found[1]!)}</${name}>`;
const link = (text: string, url: string): string =>
  `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(text)}</a>`;
const pill = ([text]: RegExpExecArray): string => `<span class="pill">${escapeHtml(text)}</span>`;

/**
 * Discord shows a link as typed when its text contains a URL (github.com/discord/discord-api-docs/issues/7721), and
 * shows backslashes in its text (github.com/discord/discord-api-docs/issues/6185).
 */
const masked = ([whole, text, url]: RegExpExecArray): string =>
  /https?:\/\/\w\w/.test(text!) ? escapeHtml(whole) : link(text!, url!);

/** Tried in this order at every character. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, html: (found) => escapeHtml(found[1]!) },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, html: (found) => link(found[1]!, found[1]!) },
  { pattern: /https?:\/\/[^\s<]+[^<.,:;"')\]\s]/y, html: ([url]) => link(url, url) },
  { pattern: /\[((?:\[[^[\]\n]*\]|[^[\]\n])+)\]\(<?(https?:\/\/[^\s()<>]+)>?\)/y, html: masked },
  { pattern: /(?:<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|@everyone|@here)/y, html: pill },
  { pattern: /`+([^`]+)`+/y, html: (found) => `<code>${escapeHtml(found[1]!)}</code>` },
  { pattern: /\|\|([\s\S]+?)\|\|/y, html: (found) => `<span class="spoiler">${inline(found[1]!)}</span>` },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, html: tag("strong") },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, html: tag("u") },
  { pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, html: tag("s") },
  { pattern: /\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)/y, html: tag("em") },
  { pattern: /_((?:\\[\s\S]|[^_\\])+?)_(?!\w)/y, html: tag("em") },
];

/** Renders inline formatting. */
function inline(text: string): string {
  let html = "";
  for (let at = 0; at < text.length; ) {
    const found = RULES.flatMap(({ pattern, html: draw }) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match ? [{ html: draw(match), length: match[0].length }] : [];
    })[0];
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    html += found?.html ?? escapeHtml(letter);
    at += found?.length ?? letter.length;
  }
  return html;
}

interface Line {
  readonly kind: string;
  readonly html: string;
}

/** Determines the type of a line from its beginning. */
function readLine(line: string): Line {
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading)
    return {
      kind: "heading",
      html: `<h${heading[1]!.length}>${inline(heading[2]!)}</h${heading[1]!.length}>`,
    };
  const small = /^-# +(\S.*)$/.exec(line);
  if (small) return { kind: "small", html: `<small>${inline(small[1]!)}</small>` };
  const quote = /^ *> (.*)$/.exec(line);
  if (quote) return { kind: "quote", html: inline(quote[1]!) };
  const bullet = /^( *)[-*] +(\S.*)$/.exec(line);
  if (bullet) return { kind: "list", html: `<li${nested(bullet[1]!)}>${inline(bullet[2]!)}</li>` };
  const numbered = /^( *)(\d+)\. +(\S.*)$/.exec(line);
  if (numbered)
    return {
      kind: "numbers",
      html: `<li value="${numbered[2]}"${nested(numbered[1]!)}>${inline(numbered[3]!)}</li>`,
    };
  return { kind: "text", html: inline(line) };
}

const nested = (indent: string): string => (indent === "" ? "" : ' class="nested"');

/** Wraps consecutive lines of the same type. */
const GROUPS: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  quote: (lines) => `<blockquote>${lines.join("\n")}</blockquote>`,
  list: (lines) => `<ul>${lines.join("")}</ul>`,
  numbers: (lines) => `<ol>${lines.join("")}</ol>`,
  text: (lines) => `<p>${lines.join("\n")}</p>`,
};

/** Renders the content of a text display. Fenced blocks are code without formatting. */
export const markdownHtml = (content: string): string =>
  content
    .split(/```(?:[a-z]+\n|\n)?([\s\S]+?)\n?```/)
    .map((part, index) => (index % 2 === 1 ? `<pre>${escapeHtml(part)}</pre>` : formatted(part)))
    .join("");

function formatted(text: string): string {
  if (text.trim() === "") return "";
  const content = text.replace(/^\n|\n$/g, "");
  const groups: { kind: string; lines: string[] }[] = [];
  for (const { kind, html } of content.split("\n").map(readLine)) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(html);
    else groups.push({ kind, lines: [html] });
  }
  return groups.map(({ kind, lines }) => GROUPS[kind]?.(lines) ?? lines.join("")).join("");
}
