/** The blocks of an answer in Discord's Markdown, with everything that is not ours escaped. */

import type { Renderer } from "../../delivery/renderer.ts";
import { creditSpans, type LinkSpan, sourceNumbers } from "../../delivery/spans.ts";
import { readableRows } from "../../delivery/table.ts";
import {
  citedRowIndex,
  copyableLines,
  quotedPieces,
  reportedPieces,
  type TextPiece,
} from "../../delivery/text.ts";
import type { Answer, Block, Passage } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";

/**
 * Text as Discord shows it letter for letter: every mark that could begin a format, a mention, a link, an
 * emoji or a timestamp has a backslash before it, and so has what makes a heading or a list at a line's start.
 */
export function escapeMarkdown(text: string): string {
  const plain = printableText(text);
  if (!MARKUP.test(plain)) return plain;
  return plain
    .replace(/[\\*_~`|[\]<>:@]/g, "\\$&")
    .replace(/^(\s*)([#+-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

const MARKUP = /[\\*_~`|[\]<>:@]|^\s*(?:[#+-]|\d+[.)])/;

/** An address that nothing in it can end: encoded where it is not, its brackets too. */
export const markdownUrl = (url: string): string =>
  new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29");

export const smallPrint = (text: string): string => `-# ${text}`;

/** Lines in which nothing means anything: three backquotes would end them, so that a space parts the third from two. */
const codeBlock = (lines: readonly string[]): string =>
  `\`\`\`\n${lines.join("\n").replace(/``(?=`)/g, "`` ")}\n\`\`\``;

/** Pieces as one text, what was sought in bold. */
const written = (pieces: readonly TextPiece[]): string =>
  pieces.map(({ text, marked }) => (marked ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text))).join("");

/**
 * What a link says. Discord shows the backslashes there (github.com/discord/discord-api-docs/issues/6185), and takes
 * brackets in pairs as they are.
 */
const anchor = (text: string): string => (/^\[\d+\]$/.test(text) ? text : escapeMarkdown(text));

/** A line in which numbers may lead to their passages. */
const linked = (spans: readonly LinkSpan[]): string =>
  spans
    .map(({ text, url }) => (url ? `[${anchor(text)}](${markdownUrl(url)})` : escapeMarkdown(text)))
    .join("");

/** The renderer for one answer, whose sources its credits name, and for those of its headings that are `inner` ones. */
export function markdownRenderer(
  answer: Answer,
  messages: Messages,
  inner: ReadonlySet<Block>,
): Renderer<string> {
  const credit = (passages: readonly Passage[], speaker?: string): string =>
    smallPrint(linked(creditSpans(passages, speaker, answer, messages)));
  return {
    heading: (block) =>
      inner.has(block) ? `**${escapeMarkdown(block.text)}**` : `### ${escapeMarkdown(block.text)}`,
    text: ({ text }) => escapeMarkdown(text),
    quote: (block) => `> ${written(quotedPieces(block, messages))}\n${credit(block.passages, block.speaker)}`,
    report: (block) =>
      `${written(reportedPieces(block, messages))}\n${credit(block.passages, block.speaker)}`,
    details: (block) => {
      const citing = citedRowIndex(block.rows);
      return block.rows
        .map(({ label, value, stated }, index) => {
          const shown = escapeMarkdown(stated ? messages.quoted(value) : value);
          const cited = index === citing ? ` ${linked(sourceNumbers(block.passages, answer))}` : "";
          return `${escapeMarkdown(messages.labelled(label))}${index === 0 && stated ? `**${shown}**` : shown}${cited}`;
        })
        .join("\n");
    },
    table: (block) =>
      readableRows(block, answer, messages)
        .map(({ head, rest }) =>
          [
            `**${linked(head)}**`,
            ...rest.map(({ label, value }) => {
              const line = escapeMarkdown(messages.labelled(label)) + linked(value);
              return label === messages.deskNote ? smallPrint(line) : line;
            }),
          ].join("\n"),
        )
        .join("\n"),
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts.map(escapeMarkdown);
      const note = escapeMarkdown(messages.labelled(messages.deskNote));
      if (differs) return [`**${note}${first}**`, ...rest.map((text) => `- ${text}`)].join("\n");
      if (rest.length === 0) return smallPrint(note + first);
      const notes = escapeMarkdown(messages.labelled(messages.deskNotes).trimEnd());
      return [notes, ...[first, ...rest].map((text) => `• ${text}`)].map(smallPrint).join("\n");
    },
    copyable: ({ label, text }) => `**${escapeMarkdown(label)}**\n${codeBlock(copyableLines(text))}`,
    choices: ({ choices }) =>
      choices
        .map(
          ({ label, detail }) =>
            `- **${escapeMarkdown(label)}**${detail === undefined ? "" : `, ${escapeMarkdown(detail)}`}`,
        )
        .join("\n"),
  };
}
