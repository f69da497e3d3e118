/** Renders Slack messages as HTML from the payloads that the bot sends. */
import type {
  Button,
  DataTableBlock,
  KnownBlock,
  MessageAttachment,
  PlainTextElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  SectionBlock,
  TableBlock,
} from "@slack/types";
import type { DataVisualizationBlock } from "../src/platforms/slack/chart.ts";
import { ASKER, AVATAR, attachedFile, CLOCK, type Entry, escapeHtml, openedMenu, undrawn } from "./html.ts";
import { blocksOf, type SlackShot, type Uploaded } from "./slack-desk.ts";

/** Renders plain text, without formatting and with its line breaks. */
const plain = ({ text }: PlainTextElement): string => escapeHtml(text);

const STYLES = [
  ["bold", "b"],
  ["italic", "i"],
  ["strike", "s"],
  ["code", "code"],
] as const;

function richElement(element: RichTextElement): string {
  const style: Readonly<Record<string, unknown>> = ("style" in element && element.style) || {};
  const dressed = (html: string): string =>
    STYLES.reduce((inner, [name, tag]) => (style[name] ? `<${tag}>${inner}</${tag}>` : inner), html);
  switch (element.type) {
    case "text":
      return dressed(escapeHtml(element.text));
    case "link":
      return dressed(
        `<a href="${escapeHtml(element.url)}" rel="noreferrer">${escapeHtml(element.text ?? element.url)}</a>`,
      );
    default:
      return undrawn(`an element of type ${element.type}`);
  }
}

const elements = (all: readonly RichTextElement[]): string => all.map(richElement).join("");

function richPart(part: RichTextBlockElement): string {
  switch (part.type) {
    case "rich_text_section":
      return `<div class="line">${elements(part.elements)}</div>`;
    case "rich_text_quote":
      return `<blockquote>${elements(part.elements)}</blockquote>`;
    case "rich_text_preformatted":
      return `<pre>${elements(part.elements)}</pre>`;
    case "rich_text_list": {
      const items = part.elements.map((item) => `<li>${elements(item.elements)}</li>`).join("");
      return part.style === "ordered" ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
  }
}

const rich = ({ elements: parts }: RichTextBlock): string =>
  `<div class="rich">${parts.map(richPart).join("")}</div>`;

/** Renders a table. Slack shows columns without wrapping on one line, cut off at the edge of the table. */
function table({ rows, column_settings = [] }: TableBlock): string {
  const cell = (content: TableBlock["rows"][number][number], row: number, column: number): string => {
    const tag = row === 0 ? "th" : "td";
    const wraps = column_settings[column]?.is_wrapped ? ' class="wraps"' : "";
    if (content.type === "rich_text") return `<${tag}${wraps}>${rich(content)}</${tag}>`;
    return `<${tag}${wraps}>${undrawn("such a cell")}</${tag}>`;
  };
  const body = rows.map(
    (cells, row) => `<tr>${cells.map((content, column) => cell(content, row, column)).join("")}</tr>`,
  );
  return `<div class="table"><table>${body.join("")}</table></div>`;
}

/** Renders a data table: its first page, with the marks by which its columns are sorted. */
function dataTable({ caption, rows: [head = [], ...rows], page_size = 5 }: DataTableBlock): string {
  const content = (cell: DataTableBlock["rows"][number][number]): string =>
    cell.type === "rich_text" ? rich(cell) : escapeHtml(cell.text);
  const shown = rows.slice(0, page_size);
  const body = shown.map(
    (row) => `<tr>${row.map((cell) => `<td class="wraps">${content(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="table sorted"><table><caption>${escapeHtml(caption)}</caption><tr>${head.map((cell) => `<th>${content(cell)} <i>↕</i></th>`).join("")}</tr>${body.join("")}</table>
<div class="pages">1–${shown.length} of ${rows.length} <i>‹ ›</i></div></div>`;
}

/** The height of a chart, and its colours, in the order of its series. */
const CHART = 160;
const COLOURS = ["#1264a3", "#e8912d", "#2bac76", "#e01e5a", "#7c3085", "#616061"];

/** Renders a bar chart: a group of bars for each category. */
function chart({ title, chart: { series, axis_config } }: DataVisualizationBlock): string {
  const most = Math.max(...series.flatMap(({ data }) => data.map(({ value }) => value)), 1);
  const groups = axis_config.categories.map((category, at) => {
    const bars = series.map(({ data }, index) => {
      const height = Math.round(((data[at]?.value ?? 0) / most) * CHART);
      return `<i style="height: ${height}px; background: ${COLOURS[index % COLOURS.length]}"></i>`;
    });
    return `<div class="group"><div class="bars">${bars.join("")}</div><span>${escapeHtml(category)}</span></div>`;
  });
  const names = series.map(
    ({ name }, index) =>
      `<span><i style="background: ${COLOURS[index % COLOURS.length]}"></i>${escapeHtml(name)}</span>`,
  );
  return `<div class="chart"><b>${escapeHtml(title)}</b><div class="axis">${escapeHtml(axis_config.y_label)}</div>
<div class="groups">${groups.join("")}</div><div class="legend">${names.join("")}</div></div>`;
}

const button = ({ text, style, url }: Button): string =>
  `<span class="button ${style ?? "plain"}"><b>${plain(text)}</b>${url ? '<span class="out">↗</span>' : ""}</span>`;

/** Renders a section: of its markup, the bot sends bold lines alone. */
function section({ text, accessory }: SectionBlock): string {
  const lines = (text?.text ?? "").split("\n").map((line) => {
    const [, bold] = /^\*(.*)\*$/.exec(line) ?? [];
    return bold === undefined ? escaped(line) : `<b>${escaped(bold)}</b>`;
  });
  const beside = accessory?.type === "button" ? button(accessory) : "";
  return `<div class="section"><div class="line">${lines.join("\n")}</div>${beside}</div>`;
}

/** Renders a block. Unsupported ones are shown as such, because a missing part would go unnoticed. */
export function drawBlock(block: KnownBlock | DataVisualizationBlock): string {
  switch (block.type) {
    case "data_visualization":
      return chart(block);
    case "data_table":
      return dataTable(block);
    case "section":
      return section(block);
    case "header":
      return `<div class="header">${plain(block.text)}</div>`;
    case "divider":
      return '<hr class="divider">';
    case "rich_text":
      return rich(block);
    case "table":
      return table(block);
    case "context":
      return `<div class="context">${block.elements
        .map((part) =>
          part.type === "plain_text"
            ? `<span>${plain(part)}</span>`
            : undrawn(`context of type ${part.type}`),
        )
        .join("")}</div>`;
    case "actions":
      return `<div class="actions">${block.elements
        .map((part) => {
          if (part.type === "button") return button(part);
          if (part.type === "static_select")
            return `<span class="select">${part.placeholder ? plain(part.placeholder) : ""}<i>⌄</i></span>`;
          return undrawn(`an element of type ${part.type}`);
        })
        .join("")}</div>`;
    default:
      return undrawn(`a block of type ${block.type}`);
  }
}

/** Returns the menus of a message, each as its entries. */
const menus = (blocks: readonly KnownBlock[]): Entry[][] =>
  blocks
    .flatMap((block) => (block.type === "actions" ? block.elements : []))
    .flatMap((part) =>
      part.type === "static_select"
        ? [
            (part.option_groups ?? [{ label: undefined, options: part.options ?? [] }]).flatMap((group) =>
              group.options.map(({ text, description }) => ({
                label: text.text,
                ...(description === undefined ? {} : { detail: description.text }),
                ...(group.label === undefined ? {} : { group: group.label.text }),
              })),
            ),
          ]
        : [],
    );

const BOT = {
  name: '<b>Refdesk</b><span class="tag">APP</span>',
  face: `<img class="avatar" src="${AVATAR}" alt="">`,
};
const READER = { name: `<b>${ASKER}</b>`, face: '<span class="avatar reader"></span>' };

/** Adds the author and time to a message. */
function framed(body: string, hidden: boolean, { name, face } = BOT): string {
  const time = CLOCK.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  return `<div class="slack-message${hidden ? " hidden" : ""}">${hidden ? '<div class="only">◉ Only visible to you</div>' : ""}
${face}
<div class="head">${name}<time>${time}</time></div>
<div class="body">${body}</div></div>`;
}

/** Renders an uploaded picture under its title, or a file. */
const upload = ({ type, title, bytes }: Uploaded): string =>
  framed(
    type === "file"
      ? attachedFile(title, bytes)
      : `<div class="file">${escapeHtml(title)} <i>⌄</i></div><img class="upload" src="data:image/png;base64,${bytes.toString("base64")}" alt="">`,
    false,
  );

/** Renders a message in its channel, with its menus opened below it, and its posts and uploads after it. */
export function slackHtml({ message, posts = [], uploaded }: SlackShot): string {
  const blocks = blocksOf(message);
  const body =
    blocks.length > 0
      ? blocks.map(drawBlock).join("")
      : `<div class="line">${escaped(message.text ?? "")}</div>`;
  const hidden = message.response_type === "ephemeral";
  return `${framed(body, hidden)}${menus(blocks).map(openedMenu).join("")}${posts.map((post) => slackHtml({ message: post })).join("")}${uploaded ? upload(uploaded) : ""}`;
}

/** Renders a message with a link, and the unfurl below it. */
export function pastedHtml(url: string, { blocks = [] }: MessageAttachment): string {
  const address = escapeHtml(url);
  const below = (blocks as readonly KnownBlock[]).map(drawBlock).join("");
  return framed(
    `<div class="line"><a href="${address}" rel="noreferrer">${address}</a></div><div class="unfurl">${below}</div>`,
    false,
    READER,
  );
}

/**
 * Renders the text of a message without blocks. Only `&`, `<` and `>` are escaped in it, and nothing else is markup.
 */
const escaped = (text: string): string =>
  escapeHtml(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
