/** An answer as a Discord message in Components V2. */
import {
  type APIComponentInContainer,
  type APIInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import { type Attachment, firstPagePicture, PICTURE_FILE } from "../../delivery/attachments.ts";
import { countChoices } from "../../delivery/choices.ts";
import { clipLabel, fitAnswer } from "../../delivery/fit.ts";
import { innerHeadings } from "../../delivery/heading-levels.ts";
import { type AnswerPage, drawBlock, type FittedMessage } from "../../delivery/renderer.ts";
import { numberMarks, standTogether } from "../../delivery/text.ts";
import type { Visibility } from "../../delivery/visibility.ts";
import { type Answer, askLine, type Block } from "../../desk/answer.ts";
import type { Picture } from "../../desk/picture.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { coversDiscordChoices, discordControls, showsDiscordMenu } from "./controls.ts";
import { DISCORD_MESSAGE_LIMITS } from "./limits.ts";
import { escapeMarkdown, markdownRenderer, markdownUrl, smallPrint } from "./markdown.ts";

export type DiscordMessage = APIInteractionResponseCallbackData;

/** For findings alone: a calm ink that no platform takes for an alarm. */
const ACCENT = 0x2f6f73;

/** The longest title; one that is longer holds what the asker typed, and the line below shows that whole. */
const TITLE = 200;

const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });
const rule: APIComponentInContainer = { type: ComponentType.Separator, divider: true, spacing: 1 };

/** Blocks that belong closely together, by the lines that they share. A quotation ends with its credit. */
function groups(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && standTogether(before, block) && before.type !== "quote") last.push(block);
    else found.push([block]);
  }
  return found;
}

/** How a message is carried, and what it is drawn with that comes as a file beside it. */
export interface DiscordVisibility extends Visibility {
  readonly attachment?: Attachment;
}

const gallery = ({ alt }: Picture): APIComponentInContainer => ({
  type: ComponentType.MediaGallery,
  items: [
    {
      media: { url: `attachment://${PICTURE_FILE}` },
      description: clipLabel(printableText(alt), DISCORD_MESSAGE_LIMITS.description),
    },
  ],
});

const attached = (attachment: Attachment): APIComponentInContainer =>
  attachment.type === "file"
    ? { type: ComponentType.File, file: { url: `attachment://${attachment.name}` } }
    : gallery(attachment);

function drawPage(page: AnswerPage, messages: Messages, visibility: DiscordVisibility): DiscordMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = markdownRenderer(answer, messages, innerHeadings([...lead, ...items.flat()]));
  const isMenu = showsDiscordMenu(page);
  // What is pressed right below need not be read twice.
  const isNear = isMenu || (sources.length === 0 && answer.close.length === 0);
  const isSaid = isNear && coversDiscordChoices(page);
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => !isSaid || type !== "choices");
  const drawn = (blocks: readonly Block[]) =>
    groups(read(blocks)).map((group) => group.map((block) => drawBlock(renderer, block)).join("\n"));
  const plainMenu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const shown = plainMenu ? [drawn(isMenu ? [] : items.flat())] : items.map(drawn);
  const host = (url: string) => new URL(url).host;
  const footer = sources.map(({ number, full, url }) =>
    smallPrint(
      `${escapeMarkdown(numberMarks([number]))} ${escapeMarkdown(full)}${url ? ` [${escapeMarkdown(host(url))}](${markdownUrl(url)})` : ""}`,
    ),
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [messages.shortened] : []),
    ...(items.length > 0 && (next || page.from > 1)
      ? [messages.more(page.from, last, answer.items.length)]
      : []),
    ...(visibility.isPrivate && answer.outcome === "found" && page.from === 1
      ? [messages.delivery.onlyYou]
      : []),
  ].map((line) => smallPrint(escapeMarkdown(line)));
  const head = `## ${escapeMarkdown(clipLabel(answer.title, TITLE))}\n${smallPrint(escapeMarkdown(askLine(answer)))}`;
  const shared =
    visibility.sharedBy === undefined
      ? ""
      : `\n${smallPrint(escapeMarkdown(messages.delivery.sharedBy(clipLabel(visibility.sharedBy, TITLE))))}`;
  // That sources differ belongs to what is shown; the rest of the close is in small print, like the sources.
  const differ = answer.close.filter((block) => block.type === "note" && block.differs);
  const body = [drawn(lead), ...shown, drawn(differ)].filter((parts) => parts.length > 0);
  const rest = drawn(answer.close.filter((block) => !differ.includes(block)));
  const foot = [footer, rest, paging].filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  const components: APIComponentInContainer[] = [
    text(head + shared),
    ...body.flatMap((parts, index) => [...(index === 0 ? [] : [rule]), ...parts.map(text)]),
    ...(visibility.attachment ? [attached(visibility.attachment)] : []),
    ...(foot.length === 0 ? [] : [rule, ...foot.map(text)]),
    ...discordControls(page, messages, visibility),
  ];
  return {
    flags: MessageFlags.IsComponentsV2 | (visibility.isPrivate ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [
      {
        type: ComponentType.Container,
        ...(answer.outcome === "found" ? { accent_color: ACCENT } : {}),
        components,
      },
    ],
  };
}

/** A line from the desk to one person. */
export const discordNotice = (line: string): DiscordMessage => ({
  flags: MessageFlags.Ephemeral,
  allowed_mentions: { parse: [] },
  content: escapeMarkdown(line),
});

/** What a message costs against the limits that hold for it as a whole. */
export function messageCost({ components = [] }: DiscordMessage): {
  text: number;
  components: number;
  choices: number;
} {
  const sum = { text: 0, components: 0, choices: 0 };
  const count = (part: object) => {
    sum.components++;
    if ("content" in part && typeof part.content === "string") sum.text += part.content.length;
    if ("components" in part && Array.isArray(part.components)) part.components.forEach(count);
  };
  components.forEach(count);
  return sum;
}

/** One message within Discord's limits, and the ask for what it had no room for. */
export const renderDiscord = (
  answer: Answer,
  messages: Messages,
  visibility: DiscordVisibility,
): FittedMessage<DiscordMessage> => {
  const { message, ...rest } = fitAnswer(
    answer,
    (page) => ({ message: drawPage(page, messages, visibility), choices: countChoices(page) }),
    (drawn) => {
      const { text: letters, components } = messageCost(drawn.message);
      // Room for what follows is kept, so that it can come without parting the page anew.
      const spare = !visibility.attachment && (firstPagePicture(answer) ?? answer.file) ? 1 : 0;
      return (
        letters <= DISCORD_MESSAGE_LIMITS.text &&
        components + spare <= DISCORD_MESSAGE_LIMITS.components &&
        drawn.choices <= DISCORD_MESSAGE_LIMITS.choices
      );
    },
  );
  return { ...rest, message: message.message };
};
