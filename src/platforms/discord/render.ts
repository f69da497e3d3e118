/** Renders an answer as a Discord message in Components V2. */
import {
  type APIComponentInContainer,
  type APIInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { printAsk } from "../../ask/ask.ts";
import { type Attachment, firstPagePicture, PICTURE_FILE } from "../../delivery/attachments.ts";
import { countChoices } from "../../delivery/choices.ts";
import { clipLabel, fitAnswer } from "../../delivery/fit.ts";
import { innerHeadings } from "../../delivery/heading-levels.ts";
import { layoutPage } from "../../delivery/layout.ts";
import { type AnswerPage, drawBlock, type FittedMessage, type Renderer } from "../../delivery/renderer.ts";
import { numberMarks, standTogether } from "../../delivery/text.ts";
import type { Visibility } from "../../delivery/visibility.ts";
import type { Answer, AnswerSource, Block } from "../../desk/answer.ts";
import type { Picture } from "../../desk/picture.ts";
import { gravestVerdict } from "../../desk/verdict-order.ts";
import type { Messages } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import { printableText } from "../../support/printable.ts";
import { DISCORD_CONTROL_CAPACITY, discordControls } from "./controls.ts";
import { DISCORD_MESSAGE_LIMITS } from "./limits.ts";
import { escapeMarkdown, markdownRenderer, markdownUrl, smallPrint } from "./markdown.ts";

/** The data of a message, as an interaction response carries it. */
export type DiscordMessage = APIInteractionResponseCallbackData;

/** The accent colour of found answers; not one that reads as a warning. */
const ACCENT = 0x2f6f73;

/** The accent colours of verdicts: none is an alarm, since no verdict says that anything is false. */
const VERDICT_ACCENTS = {
  supported: 0x2e7d4f,
  differs: 0xb7791f,
  "not-as-stated": 0x7c6f9b,
  none: 0x6b7280,
} as const;

/** Returns the accent colour of an answer: that of its gravest verdict, where it has any. */
function accentOf(answer: Answer): number | undefined {
  const verdict = gravestVerdict(answer);
  if (verdict !== undefined) return VERDICT_ACCENTS[verdict];
  return answer.outcome === "found" ? ACCENT : undefined;
}

/** Characters of a title. A longer one quotes what the asker typed, which the line below shows in full. */
const TITLE = 200;

const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });
const rule: APIComponentInContainer = { type: ComponentType.Separator, divider: true, spacing: 1 };

/** Groups blocks that share one text display. A quotation always ends its group, with its credit line. */
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

/** Who sees a message, and the file that is attached to it. */
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

/** Draws each group of blocks that stand together as one text. */
const drawTexts = (blocks: readonly Block[], renderer: Renderer<string>): string[] =>
  groups(blocks).map((group) => group.map((block) => drawBlock(renderer, block)).join("\n"));

function sourceLine({ number, full, url }: AnswerSource): string {
  const link = url ? ` [${escapeMarkdown(new URL(url).host)}](${markdownUrl(url)})` : "";
  return smallPrint(`${escapeMarkdown(numberMarks([number]))} ${escapeMarkdown(full)}${link}`);
}

function drawPage(page: AnswerPage, messages: Messages, visibility: DiscordVisibility): DiscordMessage {
  const layout = layoutPage(page, messages, visibility, DISCORD_CONTROL_CAPACITY);
  const renderer = markdownRenderer(
    page.answer,
    messages,
    innerHeadings([...page.opening, ...page.items.flat()]),
  );
  const drawn = (blocks: readonly Block[]) => drawTexts(blocks, renderer);
  const small = (line: string) => smallPrint(escapeMarkdown(line));
  const head = [
    ...(layout.title === undefined ? [] : [`## ${escapeMarkdown(clipLabel(layout.title, TITLE))}`]),
    ...[layout.askLine, layout.sharedBy].filter((line) => line !== undefined).map(small),
  ];
  const body = [layout.opening, ...layout.items, layout.differences]
    .map(drawn)
    .filter((parts) => parts.length > 0);
  const foot = [layout.sources.map(sourceLine), drawn(layout.close), layout.paging.map(small)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"));
  const components: APIComponentInContainer[] = [
    ...(head.length === 0 ? [] : [text(head.join("\n"))]),
    ...body.flatMap((parts, index) => [
      ...(index === 0 || page.answer.isBrief ? [] : [rule]),
      ...parts.map(text),
    ]),
    ...(visibility.attachment ? [attached(visibility.attachment)] : []),
    ...(foot.length === 0 ? [] : [...(page.answer.isBrief ? [] : [rule]), ...foot.map(text)]),
    ...discordControls(layout.controls, printAsk(page.answer.ask), messages),
  ];
  return {
    flags: MessageFlags.IsComponentsV2 | (visibility.isPrivate ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [
      {
        type: ComponentType.Container,
        ...defined({ accent_color: accentOf(page.answer) }),
        components,
      },
    ],
  };
}

/** Tells whether only the user sees a message. */
export const isEphemeral = ({ flags }: { readonly flags?: number | undefined }): boolean =>
  ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** Returns a message without the flag that only a response can have. */
export const withoutEphemeral = (message: DiscordMessage): DiscordMessage => ({
  ...message,
  flags: (message.flags ?? 0) & ~MessageFlags.Ephemeral,
});

/** Creates a one-line message that only the user sees. */
export const discordNotice = (line: string): DiscordMessage => ({
  flags: MessageFlags.Ephemeral,
  allowed_mentions: { parse: [] },
  content: escapeMarkdown(line),
});

/** Counts a message's text and components against the limits that hold for a whole message. */
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

/** Renders an answer as one message within Discord's limits, with the ask for the rest when it does not fit. */
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
      // Reserve room for a later attachment, so that adding it does not move the page break.
      const spare = !visibility.attachment && (firstPagePicture(answer) ?? answer.file) ? 1 : 0;
      return (
        letters <= DISCORD_MESSAGE_LIMITS.text &&
        components + spare <= DISCORD_MESSAGE_LIMITS.components &&
        drawn.choices <= DISCORD_MESSAGE_LIMITS.choices
      );
    },
    undefined,
    messages.fitsNowhere,
  );
  return { message: message.message, ...rest };
};
