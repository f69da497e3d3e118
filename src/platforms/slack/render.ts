/** An answer as a Slack message: rich_text for every text, so that no markup means anything and Chinese renders right. */
import type { KnownBlock, RichTextElement } from "@slack/types";
import { printAsk } from "../../ask/ask.ts";
import { countChoices } from "../../delivery/choices.ts";
import { clipLabel, fitAnswer } from "../../delivery/fit.ts";
import type { AnswerPage, FittedMessage } from "../../delivery/renderer.ts";
import { mergeTables } from "../../delivery/table.ts";
import { numberMarks, renderTextPage } from "../../delivery/text.ts";
import { type Answer, askLine, type Block } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { blockRenderer, drawBlocks, textSection } from "./blocks.ts";
import { contextBlocks } from "./context-blocks.ts";
import {
  coversSlackChoices,
  plainTextObject,
  type SlackVisibility,
  showsSlackMenu,
  slackControls,
} from "./controls.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";
import { richText } from "./rich-text.ts";
import { splitTable, tableBlock } from "./table.ts";

export interface SlackMessage {
  readonly response_type: "in_channel" | "ephemeral";
  /** The whole answer in reading order: what screen readers and notifications have in place of the blocks. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly blocks: KnownBlock[];
}

/** The most items that a message shows, and the most rows: more would push the channel's talk off the screen. */
const ITEMS = 4;
const ROWS = 10;

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function drawPage(page: AnswerPage, messages: Messages, visibility: SlackVisibility): SlackMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = blockRenderer(answer, messages);
  const menu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const table = mergeTables(items);
  const { compact, rest } = table ? splitTable(table, answer, messages) : {};
  const shown = compact
    ? []
    : menu
      ? showsSlackMenu(page) && !visibility.withoutControls
        ? []
        : [items.flat()]
      : items;
  const footer = sources.map(({ number, full }) => `${numberMarks([number])} ${full}`);
  const links = sources.flatMap(({ number, url }): RichTextElement[] =>
    url
      ? [
          richText(`${numberMarks([number])} `),
          { type: "link", url, text: new URL(url).host },
          richText("  "),
        ]
      : [],
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [messages.shortened] : []),
    ...(items.length > 0 && (next || page.from > 1)
      ? [messages.more(page.from, last, answer.items.length)]
      : []),
    ...(next && visibility.withoutControls ? [messages.typeForMore(printAsk(next))] : []),
    ...(visibility.isPrivate && answer.outcome === "found" && page.from === 1
      ? [messages.delivery.onlyYou]
      : []),
  ];
  // That sources differ belongs to what is shown; the rest of the close is in small print, like the sources.
  const differ = answer.close.filter((block) => block.type === "note" && block.differs);
  // What is pressed right below need not be read twice.
  const isNear = showsSlackMenu(page) || (sources.length === 0 && answer.close.length === 0);
  const isSaid = !visibility.withoutControls && isNear && coversSlackChoices(page);
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => !isSaid || type !== "choices");
  const body = [
    ...[lead, ...shown].map((blocks) => drawBlocks(read(blocks), renderer)),
    [
      ...(compact ? [tableBlock(compact, answer, messages)] : []),
      ...(compact && rest ? drawBlocks([rest], renderer) : []),
    ],
    drawBlocks(differ, renderer),
  ].filter((blocks) => blocks.length > 0);
  const foot: KnownBlock[] = [
    ...contextBlocks(footer),
    ...drawBlocks(
      answer.close.filter((block) => !differ.includes(block)),
      renderer,
    ),
    ...contextBlocks(paging),
    ...(links.length === 0
      ? []
      : [{ type: "rich_text", elements: [textSection(...links)] } satisfies KnownBlock]),
  ];
  const heading =
    visibility.sharedBy === undefined
      ? []
      : [messages.delivery.sharedBy(clipLabel(printableText(visibility.sharedBy), 100))];
  return {
    response_type: visibility.isPrivate ? "ephemeral" : "in_channel",
    text: escapeMrkdwn([...heading, renderTextPage(page, messages)].join("\n")),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plainTextObject(answer.title, SLACK_MESSAGE_LIMITS.header) },
      { type: "context", elements: [askLine(answer), ...heading].map((line) => plainTextObject(line, 2000)) },
      ...body.flatMap((blocks, index): KnownBlock[] => [
        ...(index === 0 ? [] : [{ type: "divider" } as const]),
        ...blocks,
      ]),
      ...(foot.length === 0 ? [] : [{ type: "divider" } as const, ...foot]),
      ...slackControls(page, messages, visibility),
    ],
  };
}

/** Characters in all texts and addresses of a message's blocks. */
export function countCharacters(part: unknown): number {
  let sum = 0;
  if (Array.isArray(part)) for (const inner of part) sum += countCharacters(inner);
  else if (typeof part === "object" && part !== null)
    for (const key in part) {
      const value: unknown = part[key as keyof typeof part];
      if (typeof value === "object") sum += countCharacters(value);
      else if (typeof value === "string" && (key === "text" || key === "url")) sum += value.length;
    }
  return sum;
}

/** The most items of an answer that a message shows: never so many that one alone is left for the next. */
function mostOf({ items, ask }: Answer): number {
  const most = mergeTables(items) ? ROWS : ITEMS;
  return items.length - (ask.from - 1) === most + 1 ? most + 1 : most;
}

/**
 * One message within Slack's limits, and the ask for what it had no room for.
 */
export function renderSlack(
  answer: Answer,
  messages: Messages,
  visibility: SlackVisibility,
): FittedMessage<SlackMessage> {
  const { message, ...rest } = fitAnswer(
    answer,
    (page) => ({ message: drawPage(page, messages, visibility), choices: countChoices(page) }),
    ({ message: { blocks }, choices }) =>
      blocks.length <= SLACK_MESSAGE_LIMITS.blocks &&
      countCharacters(blocks) <= SLACK_MESSAGE_LIMITS.text &&
      choices <= SLACK_MESSAGE_LIMITS.choices,
    answer.outcome === "found" ? mostOf(answer) : SLACK_MESSAGE_LIMITS.choices,
  );
  return { ...rest, message: message.message };
}
