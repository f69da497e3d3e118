/** Renders the blocks of an answer as Discord's Markdown, with all text escaped. */

import type { Renderer } from "../../delivery/renderer.ts";
import { compactCredit, creditSpans, type LinkSpan, lineSpans, sourceNumbers } from "../../delivery/spans.ts";
import { readableRows } from "../../delivery/table.ts";
import {
  citedRowIndex,
  copyableLines,
  quotedPieces,
  reportedPieces,
  type TextPiece,
} from "../../delivery/text.ts";
import type { Answer, Block, Passage, SpokenBlock } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { isolatePart } from "../../support/isolation.ts";
import { printableText } from "../../support/printable.ts";

/** Matches what could begin formatting, a mention, a link, an emoji or a timestamp, anywhere in a line. */
const MARKUP = /[\\*_~`|[\]<>:@]/g;

/** Matches what begins a heading or a list at a line's start. A number does only before a space: 15.5 is none. */
const LINE_MARKER = /^(\s*)(?:([#+-])|(\d+)([.)])(?=\s|$))/;

/**
 * Escapes text so that Discord shows it literally.
 * @param isLineStart whether a line may begin with it, which a heading or a list does
 */
export function escapeMarkdown(text: string, isLineStart = true): string {
  const escaped = printableText(text).replace(MARKUP, "\\$&");
  if (!isLineStart) return escaped;
  return escaped.replace(LINE_MARKER, (_, space, mark, number, dot) =>
    mark === undefined ? `${space}${number}\\${dot}` : `${space}\\${mark}`,
  );
}

/** Encodes a URL, parentheses included, so that nothing in it can end a Markdown link. */
export const markdownUrl = (url: string): string =>
  new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29");

/** Formats a line of Markdown as subtext. */
export const smallPrint = (text: string): string => `-# ${text}`;

/** Wraps lines in a code block. A space splits any three backticks, which would end it. */
const codeBlock = (lines: readonly string[]): string =>
  `\`\`\`\n${lines.join("\n").replace(/``(?=`)/g, "`` ")}\n\`\`\``;

/** Joins pieces into one text, with search matches in bold. */
const written = (pieces: readonly TextPiece[]): string =>
  pieces
    .map(({ text, marked, isControl }, index) => {
      if (isControl) return text;
      return marked ? `**${escapeMarkdown(text, false)}**` : escapeMarkdown(text, index === 0);
    })
    .join("");

/**
 * Escapes a link's text, except a bracketed number such as `[1]`: Discord shows backslashes in link texts
 * (github.com/discord/discord-api-docs/issues/6185) and accepts balanced brackets there.
 */
const anchor = (text: string): string => (/^\[\d+\]$/.test(text) ? text : escapeMarkdown(text));

/** Joins spans into one line, or into the rest of one, those with a URL as links. */
const linked = (spans: readonly LinkSpan[], isLineStart = true): string =>
  spans
    .map(({ text, url }, index) =>
      url ? `[${anchor(text)}](${markdownUrl(url)})` : escapeMarkdown(text, isLineStart && index === 0),
    )
    .join("");

/**
 * Creates the Markdown renderer for one answer.
 * @param inner headings to draw in bold, a level below the others
 */
export function markdownRenderer(
  answer: Answer,
  messages: Messages,
  inner: ReadonlySet<Block>,
): Renderer<string> {
  const credit = (passages: readonly Passage[], speaker?: string): string =>
    smallPrint(linked(creditSpans(passages, speaker, answer, messages)));
  const compact = (block: SpokenBlock): string => linked(compactCredit(block, answer));
  return {
    heading: (block) =>
      inner.has(block) ? `**${escapeMarkdown(block.text)}**` : `### ${escapeMarkdown(block.text)}`,
    text: ({ text }) => escapeMarkdown(text),
    line: (block) => {
      const line = lineSpans(block, answer)
        .map((span, index) => (span.strong ? `**${linked([span], false)}**` : linked([span], index === 0)))
        .join("");
      return block.small ? smallPrint(line) : line;
    },
    quote: (block) =>
      block.compact
        ? `> ${written(quotedPieces(block, messages))} ${compact(block)}`
        : `> ${written(quotedPieces(block, messages))}\n${credit(block.passages, block.speaker)}`,
    report: (block) =>
      block.compact
        ? `${written(reportedPieces(block, messages))} ${compact(block)}`
        : `${written(reportedPieces(block, messages))}\n${credit(block.passages, block.speaker)}`,
    details: (block) => {
      const citing = citedRowIndex(block.rows);
      return block.rows
        .map(({ label, value, stated }, index) => {
          const shown = escapeMarkdown(stated ? messages.quoted(value) : isolatePart(value), false);
          const cited = index === citing ? ` ${linked(sourceNumbers(block.passages, answer))}` : "";
          return `${escapeMarkdown(messages.labelled(label))}${index === 0 && stated ? `**${shown}**` : shown}${cited}`;
        })
        .join("\n");
    },
    table: (block) =>
      readableRows(block, answer, messages)
        .map(({ head, rest }) =>
          [
            `**${linked(head, false)}**`,
            ...rest.map(({ label, value }) => {
              const line = escapeMarkdown(messages.labelled(label)) + linked(value, false);
              return label === messages.deskNote ? smallPrint(line) : line;
            }),
          ].join("\n"),
        )
        .join("\n"),
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts.map((text) => escapeMarkdown(text));
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
            `- **${escapeMarkdown(label)}**${detail === undefined ? "" : escapeMarkdown(messages.source.clauses(["", detail]))}`,
        )
        .join("\n"),
  };
}
