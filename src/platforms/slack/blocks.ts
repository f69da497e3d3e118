/** Draws an answer's blocks as Slack blocks: rich text, and context blocks for small print. */
import type { KnownBlock, RichTextBlockElement, RichTextElement, RichTextSection } from "@slack/types";
import { drawBlock, type Renderer } from "../../delivery/renderer.ts";
import {
  compactCredit,
  creditSpans,
  type LinkSpan,
  lineSpans,
  sourceNumbers,
  spanText,
} from "../../delivery/spans.ts";
import { readableRows } from "../../delivery/table.ts";
import {
  citedRowIndex,
  quotedPieces,
  reportedPieces,
  standTogether,
  type TextPiece,
} from "../../delivery/text.ts";
import type { Answer, Block, Passage, SpokenBlock } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { isolatePart } from "../../support/isolation.ts";
import { contextBlocks } from "./context-blocks.ts";
import { preformattedText } from "./preformatted.ts";
import { richLine, richText } from "./rich-text.ts";

/** Creates a paragraph of rich text. */
export const textSection = (...elements: RichTextElement[]): RichTextSection => ({
  type: "rich_text_section",
  elements,
});
const bold = { bold: true };
const spans = (pieces: readonly TextPiece[]): RichTextElement[] =>
  pieces.map(({ text, marked, isControl }) =>
    isControl ? { type: "text", text } : richText(text, marked ? bold : undefined),
  );

/** A part of rich text, or, as a string, a line of small print, which rich text does not have. */
export type SlackPart = RichTextBlockElement | string;

/** Creates the renderer that draws each block of an answer as a list of parts. */
export function blockRenderer(answer: Answer, messages: Messages): Renderer<SlackPart[]> {
  // Small print cannot hold links, so a credit with links is drawn as text.
  const credit = (passages: readonly Passage[], speaker?: string): SlackPart => {
    const line = creditSpans(passages, speaker, answer, messages);
    return line.some(({ url }) => url) ? textSection(...richLine(line)) : spanText(line);
  };
  const compact = (block: SpokenBlock): RichTextElement[] => richLine(compactCredit(block, answer));
  return {
    heading: ({ text }) => [textSection(richText(text, bold))],
    text: ({ text }) => [textSection(richText(text))],
    line: (block) => {
      const line = lineSpans(block, answer);
      return [
        block.small && line.every(({ url }) => url === undefined)
          ? spanText(line)
          : textSection(...line.flatMap((span) => richLine([span], span.strong ? bold : undefined))),
      ];
    },
    quote: (block) =>
      block.compact
        ? [
            {
              type: "rich_text_quote",
              elements: [...spans(quotedPieces(block, messages)), richText(" "), ...compact(block)],
            },
          ]
        : [
            { type: "rich_text_quote", elements: spans(quotedPieces(block, messages)) },
            credit(block.passages, block.speaker),
          ],
    report: (block) =>
      block.compact
        ? [textSection(...spans(reportedPieces(block, messages)), richText(" "), ...compact(block))]
        : [textSection(...spans(reportedPieces(block, messages))), credit(block.passages, block.speaker)],
    details: (block) => {
      const citing = citedRowIndex(block.rows);
      return [
        textSection(
          ...block.rows.flatMap(({ label, value, stated }, index) => {
            const shown: LinkSpan = { text: stated ? messages.quoted(value) : isolatePart(value) };
            const cited = index === citing ? [{ text: " " }, ...sourceNumbers(block.passages, answer)] : [];
            return [
              ...(index === 0 ? [] : [newLine]),
              richText(messages.labelled(label), bold),
              ...richLine([shown, ...cited]),
            ];
          }),
        ),
      ];
    },
    table: (block) =>
      readableRows(block, answer, messages).flatMap(({ head, rest }, index): SlackPart[] => {
        const said = rest.filter(({ label }) => label !== messages.deskNote);
        const notes = rest.filter(({ label }) => label === messages.deskNote);
        return [
          textSection(
            ...(index === 0 ? [] : [newLine]),
            ...richLine(head, bold),
            ...said.flatMap(({ label, value }) => [
              newLine,
              ...richLine([{ text: messages.labelled(label) }, ...value]),
            ]),
          ),
          ...notes.map(({ label, value }) => messages.labelled(label) + spanText(value)),
        ];
      }),
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts;
      if (differs)
        return [
          textSection(richText(messages.labelled(messages.deskNote), bold), richText(first)),
          list(rest.map((text) => [richText(text)])),
        ];
      if (rest.length === 0) return [messages.labelled(messages.deskNote) + first];
      return [messages.labelled(messages.deskNotes).trimEnd(), ...texts.map((text) => `• ${text}`)];
    },
    copyable: ({ label, text }) => [textSection(richText(label, bold)), preformattedText(text)],
    choices: ({ choices }) => [
      list(
        choices.map(({ label, detail }) => [
          richText(label, bold),
          ...(detail === undefined ? [] : [richText(messages.source.clauses(["", detail]))]),
        ]),
      ),
    ],
  };
}

const newLine: RichTextElement = { type: "text", text: "\n" };

const list = (items: readonly RichTextElement[][]): RichTextBlockElement => ({
  type: "rich_text_list",
  style: "bullet",
  elements: items.map((elements) => textSection(...elements)),
});

const isSmall = (part: SlackPart | undefined): part is string => typeof part === "string";

/**
 * Whether two blocks are drawn without an empty line between them. A credit line is followed by an empty line, except
 * before the details of its quotation. A quotation needs none before its bar, nor small print after it.
 */
function isClose(before: Block, block: Block, after: Block | undefined): boolean {
  if ("compact" in before && before.compact) return standTogether(before, block);
  if (before.type === "quote" || before.type === "report")
    return block.type === "details" && after?.type !== "quote";
  if (before.type === "note" && !before.differs) return true;
  return before.type !== "table" && (standTogether(before, block) || block.type === "quote");
}

/** Draws blocks in order, each run of rich text as one block and each run of small print as context blocks. */
export function drawBlocks(blocks: readonly Block[], renderer: Renderer<SlackPart[]>): KnownBlock[] {
  const shown: KnownBlock[] = [];
  let [rich, lines]: [RichTextBlockElement[], string[]] = [[], []];
  const end = () => {
    if (rich.length > 0) shown.push({ type: "rich_text", elements: rich });
    shown.push(...contextBlocks(lines));
    [rich, lines] = [[], []];
  };
  for (const [index, block] of blocks.entries()) {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const parts = drawBlock(renderer, block);
    if (lines.length > 0) end();
    const isApart = before !== undefined && !isClose(before, block, after);
    // Slack already leaves space between blocks, so only parts within one rich text need an empty line.
    if (isApart && rich.length > 0 && !isSmall(parts[0])) rich.push(textSection(newLine));
    for (const part of parts) {
      if (isSmall(part)) lines.push(part);
      else {
        if (lines.length > 0) end();
        rich.push(part);
      }
    }
  }
  end();
  return shown;
}

/** Draws blocks of an answer without the head, sources and controls of a message. */
export const renderBlocks = (blocks: readonly Block[], answer: Answer, messages: Messages): KnownBlock[] =>
  drawBlocks(blocks, blockRenderer(answer, messages));
