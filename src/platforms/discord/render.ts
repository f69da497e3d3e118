/** An answer as a Discord message in Components V2. */
import {
  type APIComponentInContainer,
  type APIInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import { type Following, PICTURE_FILE, shownOf } from "../../delivery/attachments.ts";
import { choicesIn } from "../../delivery/choices.ts";
import { clip, fill } from "../../delivery/fit.ts";
import { innerHeadings } from "../../delivery/heading-levels.ts";
import { draw, type Fitted, type Page } from "../../delivery/renderer.ts";
import { joined, marks, printable } from "../../delivery/text.ts";
import type { Carriage } from "../../delivery/visibility.ts";
import { type Answer, askedIn, type Block } from "../../desk/answer.ts";
import type { Picture } from "../../desk/picture.ts";
import type { Words } from "../../language/messages.ts";
import { controls, hasMenu, saysChoices } from "./controls.ts";
import { MESSAGE } from "./limits.ts";
import { address, escapeMarkdown, markdown, small } from "./markdown.ts";

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
    if (last && before && joined(before, block) && before.type !== "quote") last.push(block);
    else found.push([block]);
  }
  return found;
}

/** How a message is carried, and what it is drawn with that comes as a file beside it. */
export interface DiscordCarriage extends Carriage {
  readonly following?: Following;
}

const gallery = ({ alt }: Picture): APIComponentInContainer => ({
  type: ComponentType.MediaGallery,
  items: [
    {
      media: { url: `attachment://${PICTURE_FILE}` },
      description: clip(printable(alt), MESSAGE.description),
    },
  ],
});

const attached = (following: Following): APIComponentInContainer =>
  following.type === "file"
    ? { type: ComponentType.File, file: { url: `attachment://${following.name}` } }
    : gallery(following);

function drawPage(page: Page, words: Words, carriage: DiscordCarriage): DiscordMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = markdown(answer, words, innerHeadings([...lead, ...items.flat()]));
  const isMenu = hasMenu(page);
  // What is pressed right below need not be read twice.
  const isNear = isMenu || (sources.length === 0 && answer.close.length === 0);
  const isSaid = isNear && saysChoices(page);
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => !isSaid || type !== "choices");
  const drawn = (blocks: readonly Block[]) =>
    groups(read(blocks)).map((group) => group.map((block) => draw(renderer, block)).join("\n"));
  const plainMenu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const shown = plainMenu ? [drawn(isMenu ? [] : items.flat())] : items.map(drawn);
  const host = (url: string) => new URL(url).host;
  const footer = sources.map(({ number, full, url }) =>
    small(
      `${escapeMarkdown(marks([number]))} ${escapeMarkdown(full)}${url ? ` [${escapeMarkdown(host(url))}](${address(url)})` : ""}`,
    ),
  );
  const last = page.from + items.length - 1;
  const paging = [
    ...(page.shortened ? [words.shortened] : []),
    ...(items.length > 0 && (next || page.from > 1)
      ? [words.more(page.from, last, answer.items.length)]
      : []),
    ...(carriage.private && answer.outcome === "found" && page.from === 1 ? [words.carrier.onlyYou] : []),
  ].map((line) => small(escapeMarkdown(line)));
  const head = `## ${escapeMarkdown(clip(answer.title, TITLE))}\n${small(escapeMarkdown(askedIn(answer)))}`;
  const shared =
    carriage.sharedBy === undefined
      ? ""
      : `\n${small(escapeMarkdown(words.carrier.sharedBy(clip(carriage.sharedBy, TITLE))))}`;
  // That sources differ belongs to what is shown; the rest of the close is in small print, like the sources.
  const differ = answer.close.filter((block) => block.type === "note" && block.differs);
  const body = [drawn(lead), ...shown, drawn(differ)].filter((parts) => parts.length > 0);
  const rest = drawn(answer.close.filter((block) => !differ.includes(block)));
  const foot = [footer, rest, paging].filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  const components: APIComponentInContainer[] = [
    text(head + shared),
    ...body.flatMap((parts, index) => [...(index === 0 ? [] : [rule]), ...parts.map(text)]),
    ...(carriage.following ? [attached(carriage.following)] : []),
    ...(foot.length === 0 ? [] : [rule, ...foot.map(text)]),
    ...controls(page, words, carriage),
  ];
  return {
    flags: MessageFlags.IsComponentsV2 | (carriage.private ? MessageFlags.Ephemeral : 0),
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
export const notice = (line: string): DiscordMessage => ({
  flags: MessageFlags.Ephemeral,
  allowed_mentions: { parse: [] },
  content: escapeMarkdown(line),
});

/** What a message costs against the limits that hold for it as a whole. */
export function cost({ components = [] }: DiscordMessage): {
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
  words: Words,
  carriage: DiscordCarriage,
): Fitted<DiscordMessage> => {
  const { message, ...rest } = fill(
    answer,
    (page) => ({ message: drawPage(page, words, carriage), choices: choicesIn(page) }),
    (drawn) => {
      const { text: letters, components } = cost(drawn.message);
      // Room for what follows is kept, so that it can come without parting the page anew.
      const spare = !carriage.following && (shownOf(answer) ?? answer.file) ? 1 : 0;
      return (
        letters <= MESSAGE.text &&
        components + spare <= MESSAGE.components &&
        drawn.choices <= MESSAGE.choices
      );
    },
  );
  return { ...rest, message: message.message };
};
