/** Renders an answer as a Slack message. Texts are rich_text, which interprets no markup and renders Chinese right. */
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

/** A message as Slack's API takes it. */
export interface SlackMessage {
  readonly response_type: "in_channel" | "ephemeral";
  /** The page as text in reading order, which screen readers and notifications use instead of the blocks. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly blocks: KnownBlock[];
}

/** The most items and table rows of a message; more would push the channel's conversation off the screen. */
const ITEMS = 4;
const ROWS = 10;

/** Escapes text for mrkdwn: https://docs.slack.dev/messaging/formatting-message-text#escaping */
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
  // A note that sources differ belongs to the body; the rest of the close goes to the foot, beside the sources.
  const differ = answer.close.filter((block) => block.type === "note" && block.differs);
  // Choices are not listed in the text when the controls that show them come right below it.
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

/** Counts the characters of all texts and URLs in a message's blocks. */
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

/** Returns the most items that a message shows: one more when a single item would be left for the next page. */
function mostOf({ items, ask }: Answer): number {
  const most = mergeTables(items) ? ROWS : ITEMS;
  return items.length - (ask.from - 1) === most + 1 ? most + 1 : most;
}

/** Renders an answer as one message within Slack's limits, with the ask for the rest when it does not fit. */
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
