/** Renders an answer as a Slack message. Texts are rich_text, which interprets no markup and renders Chinese right. */
import type { KnownBlock, RichTextElement } from "@slack/types";
import { printAsk } from "../../ask/ask.ts";
import { countChoices } from "../../delivery/choices.ts";
import { fitAnswer } from "../../delivery/fit.ts";
import { layoutPage } from "../../delivery/layout.ts";
import type { AnswerPage, FittedMessage } from "../../delivery/renderer.ts";
import { mergeTables } from "../../delivery/table.ts";
import { numberMarks, renderTextPage } from "../../delivery/text.ts";
import type { Answer, AnswerSource, Block } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { blockRenderer, drawBlocks, textSection } from "./blocks.ts";
import type { DataVisualizationBlock } from "./chart.ts";
import { contextBlocks } from "./context-blocks.ts";
import { plainTextObject, SLACK_CONTROL_CAPACITY, type SlackVisibility, slackControls } from "./controls.ts";
import { countCharacters } from "./count-characters.ts";
import { SLACK_MESSAGE_LIMITS, SLACK_TABLE_LIMITS } from "./limits.ts";
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
  readonly blocks: readonly (KnownBlock | DataVisualizationBlock)[];
}

/** What is the same in every message. */
export const UNFURLS_NOTHING = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/** The most items of a message; more would push the channel's conversation off the screen. */
const ITEMS = 4;

/** Escapes text for mrkdwn: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Draws a line of links to the sources, which small print cannot hold. */
function sourceLinks(sources: readonly AnswerSource[]): KnownBlock[] {
  const links = sources.flatMap(({ number, url }): RichTextElement[] =>
    url
      ? [
          richText(`${numberMarks([number])} `),
          { type: "link", url, text: new URL(url).host },
          richText("  "),
        ]
      : [],
  );
  return links.length === 0 ? [] : [{ type: "rich_text", elements: [textSection(...links)] }];
}

function drawPage(page: AnswerPage, messages: Messages, visibility: SlackVisibility): SlackMessage {
  const { answer } = page;
  const layout = layoutPage(page, messages, visibility, SLACK_CONTROL_CAPACITY);
  const renderer = blockRenderer(answer, messages);
  const drawn = (blocks: readonly Block[]) => drawBlocks(blocks, renderer);
  const { compact, rest } = layout.table ? splitTable(layout.table, answer, messages) : {};
  const items = compact
    ? [[tableBlock(compact, answer, messages), ...(rest ? drawn([rest]) : [])]]
    : layout.items.map(drawn);
  const body = [drawn(layout.opening), ...items, drawn(layout.differences)].filter(
    (blocks) => blocks.length > 0,
  );
  const foot = [
    ...contextBlocks(layout.sources.map(({ number, full }) => `${numberMarks([number])} ${full}`)),
    ...drawn(layout.close),
    ...contextBlocks(layout.paging),
    ...sourceLinks(layout.sources),
  ];
  const sharedBy = layout.sharedBy === undefined ? [] : [layout.sharedBy];
  const small = [layout.askLine, ...sharedBy].filter((line) => line !== undefined);
  const divider = { type: "divider" } as const;
  return {
    response_type: visibility.isPrivate ? "ephemeral" : "in_channel",
    text: escapeMrkdwn([...sharedBy, renderTextPage(page, messages)].join("\n")),
    ...UNFURLS_NOTHING,
    blocks: [
      ...(layout.title === undefined
        ? []
        : [{ type: "header", text: plainTextObject(layout.title, SLACK_MESSAGE_LIMITS.header) } as const]),
      ...(small.length === 0
        ? []
        : [
            {
              type: "context",
              elements: small.map((line) => plainTextObject(line, SLACK_MESSAGE_LIMITS.contextText)),
            } as const,
          ]),
      ...body.flatMap((blocks, index): KnownBlock[] => [
        ...(index === 0 || answer.isBrief ? [] : [divider]),
        ...blocks,
      ]),
      ...(foot.length === 0 ? [] : [...(answer.isBrief ? [] : [divider]), ...foot]),
      ...slackControls(layout.controls, printAsk(answer.ask), messages, visibility.asker),
    ],
  };
}

/** Returns the most items that a message shows: one more when a single item would be left for the next page. */
function mostOf({ items, ask, firstPageSize = 0 }: Answer): number {
  const most = mergeTables(items) ? SLACK_TABLE_LIMITS.page : Math.max(ITEMS, firstPageSize);
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
    messages.fitsNowhere,
  );
  return { message: message.message, ...rest };
}
