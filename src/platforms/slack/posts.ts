/**
 * Draws what not every workspace shows, each in a message of its own: a block that Slack refuses in an ack is refused to
 * the asker, with nobody left to send the answer again.
 */
import { printAsk } from "../../ask/ask.ts";
import { removingControls } from "../../delivery/controls.ts";
import type { BlockPost } from "../../delivery/follow-ups.ts";
import type { Answer } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { slackChart } from "./chart.ts";
import { contextBlocks } from "./context-blocks.ts";
import { type SlackVisibility, slackControls } from "./controls.ts";
import { longTable } from "./data-table.ts";
import { escapeMrkdwn, type SlackMessage, UNFURLS_NOTHING } from "./render.ts";

type Post = BlockPost<Pick<SlackMessage, "text" | "blocks">>;

function chartPosts({ picture }: Answer, messages: Messages): Post[] {
  const chart = picture && slackChart(picture, messages);
  if (!picture || !chart) return [];
  const blocks = [chart.block, ...contextBlocks(chart.lines)];
  return [
    {
      block: chart.block.type,
      isPicture: true,
      cited: [],
      message: { text: printableText(picture.alt), blocks },
    },
  ];
}

function tablePosts(answer: Answer, messages: Messages): Post[] {
  const table = longTable(answer, messages);
  if (!table) return [];
  const { block, foot, text, cited } = table;
  return [{ block: block.type, isPicture: false, cited, message: { text, blocks: [block, ...foot] } }];
}

/** Draws an answer's picture as a chart, and its table where it is longer than a message shows; who asked can remove each. */
export function renderPosts(
  answer: Answer,
  messages: Messages,
  visibility: SlackVisibility,
): BlockPost<SlackMessage>[] {
  const buttons = removingControls(messages, visibility);
  const controls = slackControls(
    { menu: [], buttons, more: [] },
    printAsk(answer.ask),
    messages,
    visibility.asker,
  );
  return [...chartPosts(answer, messages), ...tablePosts(answer, messages)].map(({ message, ...post }) => ({
    message: {
      response_type: visibility.isPrivate ? "ephemeral" : "in_channel",
      ...UNFURLS_NOTHING,
      text: escapeMrkdwn(message.text),
      blocks: [...message.blocks, ...controls],
    },
    ...post,
  }));
}
