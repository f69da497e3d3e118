/** An answer as a Discord message in Components V2. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import { type Carriage, type Control, controlsOf } from "../carrier/carriage.ts";
import { type Answer, type Block, type Choice, citedBy, type Passage } from "../desk/answer.ts";
import { printAsk } from "../desk/ask.ts";
import { clip, fill } from "../render/fit.ts";
import { draw, type Fitted, type Page, type Renderer } from "../render/renderer.ts";
import { citedRow, creditOf, joined, marks, printable, quotedText } from "../render/text.ts";
import type { Words } from "../words/words.ts";
import { MESSAGE } from "./limits.ts";

export type DiscordMessage = APIInteractionResponseCallbackData;

/** The ids of what is pressed. An id that begins with a slash is an ask as its line; NEXT is followed by an item. */
export const CHOOSE = "choose";
export const MORE = "more";
export const SHARE = "share";
export const DISMISS = "dismiss";
export const NEXT = "item:";

/** For findings alone: a calm ink that no platform takes for an alarm. */
const ACCENT = 0x2f6f73;

/** The longest title; one that is longer holds what the asker typed, and the line below shows that whole. */
const TITLE = 200;

/** From this many choices on, a menu takes the place of buttons. */
const MENU_FROM = 5;

/**
 * Text as Discord shows it letter for letter: every mark that could begin a format, a mention, a link, an
 * emoji or a timestamp has a backslash before it, and so has what makes a heading or a list at a line's start.
 */
export function escapeMarkdown(text: string): string {
  const plain = printable(text);
  if (!MARKS.test(plain)) return plain;
  return plain
    .replace(/[\\*_~`|[\]<>:@]/g, "\\$&")
    .replace(/^(\s*)([#+-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

const MARKS = /[\\*_~`|[\]<>:@]|^\s*(?:[#+-]|\d+[.)])/;

/** An address that nothing in it can end: encoded where it is not, its brackets too. */
const address = (url: string): string => new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29");

const small = (text: string): string => `-# ${text}`;

function markdown(answer: Answer, words: Words): Renderer<string> {
  const credit = (passages: readonly Passage[], speaker?: string): string =>
    small(escapeMarkdown(creditOf(passages, speaker, answer, words)));
  return {
    heading: ({ text }) => `### ${escapeMarkdown(text)}`,
    text: ({ text }) => escapeMarkdown(text),
    quote: (block) =>
      `> ${escapeMarkdown(quotedText(block, words))}\n${credit(block.passages, block.speaker)}`,
    report: ({ passages, speaker }) => {
      const text = passages.map((passage) => passage.text).join(` ${words.gap} `);
      return `${escapeMarkdown(text)}\n${credit(passages, speaker)}`;
    },
    facts: (block) => {
      const citing = citedRow(block.rows);
      return block.rows
        .map(({ label, value, stated }, index) => {
          const shown = escapeMarkdown(stated ? words.quoted(value) : value);
          const cited = index === citing ? ` ${escapeMarkdown(marks(citedBy(block)))}` : "";
          return `${escapeMarkdown(label)}: ${index === 0 && stated ? `**${shown}**` : shown}${cited}`;
        })
        .join("\n");
    },
    note: ({ texts, differs }) => {
      const [first = "", ...rest] = texts.map(escapeMarkdown);
      if (differs)
        return [`**${escapeMarkdown(words.deskNote)}: ${first}**`, ...rest.map((text) => `- ${text}`)].join(
          "\n",
        );
      if (rest.length === 0) return small(`${escapeMarkdown(words.deskNote)}: ${first}`);
      return [`${escapeMarkdown(words.deskNotes)}:`, first, ...rest].map(small).join("\n");
    },
    choices: ({ choices }) =>
      choices
        .map(
          ({ label, detail }) =>
            `- **${escapeMarkdown(label)}**${detail === undefined ? "" : `, ${escapeMarkdown(detail)}`}`,
        )
        .join("\n"),
  };
}

const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });
const rule: APIComponentInContainer = { type: ComponentType.Separator, divider: true, spacing: 1 };

const row = (
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: ComponentType.ActionRow, components });

const rows = (buttons: readonly APIButtonComponent[]) =>
  Array.from({ length: Math.ceil(buttons.length / MESSAGE.buttonsInRow) }, (_, index) =>
    row(buttons.slice(index * MESSAGE.buttonsInRow, (index + 1) * MESSAGE.buttonsInRow)),
  );

type AskStyle = ButtonStyle.Primary | ButtonStyle.Secondary;

const button = (label: string, custom_id: string, style: AskStyle): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  label: clip(printable(label), MESSAGE.buttonLabel),
  custom_id,
});

const menuOf = (custom_id: string, placeholder: string, entries: readonly Entry[]) =>
  entries.length === 0
    ? []
    : [
        row([
          {
            type: ComponentType.StringSelect,
            custom_id,
            placeholder,
            options: entries.slice(0, MESSAGE.choices).map(({ line, label, detail }) => ({
              label: clip(printable(label), MESSAGE.choiceLabel),
              value: line,
              ...(detail === undefined ? {} : { description: clip(printable(detail), MESSAGE.choiceLabel) }),
            })),
          },
        ]),
      ];

interface Entry {
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
}

/** The choices of a page by the lines that they ask, as many as can be an id. */
function choicesOf({ lead, items }: Page): Entry[] {
  const choices = [...lead, ...items.flat()]
    .flatMap((block): readonly Choice[] => (block.type === "choices" ? block.choices : []))
    .map(({ ask, ...texts }): Entry => ({ line: printAsk(ask), ...texts }));
  return [...new Map(choices.map((choice) => [choice.line, choice])).values()].filter(fits);
}

const fits = ({ line }: { readonly line: string }): boolean => line.length <= MESSAGE.customId;
const hasMenu = (page: Page): boolean => choicesOf(page).length >= MENU_FROM;

/** Blocks that belong closely together, by the lines that they share. */
function groups(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && joined(before, block)) last.push(block);
    else found.push([block]);
  }
  return found;
}

/** The buttons and menus of a page. A question too long to be an id has none: its line can be typed. */
function controls(page: Page, words: Words, carriage: Carriage) {
  const { answer, next } = page;
  const { Primary, Secondary, Link } = ButtonStyle;
  const distinct = choicesOf(page);
  const isMenu = hasMenu(page);
  const { shown, more } = controlsOf(answer, carriage, next);
  const drawn = (control: Control): APIButtonComponent[] => {
    switch (control.type) {
      case "next": {
        const label = words.next(next!.from, answer.items.length);
        return [button(label, fits(control) ? control.line : `${NEXT}${next!.from}`, Primary)];
      }
      case "share":
        return [button(words.carrier.share, SHARE, Secondary)];
      case "dismiss":
        return [button(words.carrier.dismiss, DISMISS, Secondary)];
      case "ask":
        return fits(control) ? [button(control.label ?? control.line, control.line, Secondary)] : [];
      case "link":
        return control.url.length > MESSAGE.url
          ? []
          : [
              {
                type: ComponentType.Button,
                style: Link,
                label: clip(control.label, MESSAGE.buttonLabel),
                url: control.url,
              },
            ];
    }
  };
  const pressed = shown.flatMap(drawn);
  const ids = new Set(pressed.map((one) => ("custom_id" in one ? one.custom_id : undefined)));
  const chosen = distinct
    .filter(({ line }) => !ids.has(line))
    .map(({ line, label }) => button(label, line, Secondary));
  return [
    ...(isMenu ? menuOf(CHOOSE, words.choose, distinct) : rows(chosen)),
    ...rows(pressed),
    ...menuOf(MORE, words.carrier.more, more.filter(fits)),
  ];
}

function drawPage(page: Page, words: Words, carriage: Carriage): DiscordMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = markdown(answer, words);
  const isMenu = hasMenu(page);
  // What can be chosen from a menu need not be read twice.
  const read = (blocks: readonly Block[]) => blocks.filter(({ type }) => !isMenu || type !== "choices");
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
    ...(next ? [words.more(page.from, last, answer.items.length)] : []),
    ...(carriage.private && answer.outcome === "found" && page.from === 1 ? [words.carrier.onlyYou] : []),
  ].map((line) => small(escapeMarkdown(line)));
  const head = `## ${escapeMarkdown(clip(answer.title, TITLE))}\n${small(escapeMarkdown(printAsk(answer.ask)))}`;
  const shared =
    carriage.sharedBy === undefined
      ? ""
      : `\n${small(escapeMarkdown(words.carrier.sharedBy(clip(carriage.sharedBy, TITLE))))}`;
  const body = [drawn(lead), ...shown].filter((parts) => parts.length > 0);
  const foot = [...footer, ...drawn(answer.close), ...paging].join("\n");
  const components: APIComponentInContainer[] = [
    text(head + shared),
    ...body.flatMap((parts, index) => [...(index === 0 ? [] : [rule]), ...parts.map(text)]),
    ...(foot === "" ? [] : [rule, text(foot)]),
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

const choicesIn = (page: Page): number =>
  page.items.flat().reduce((sum, block) => sum + (block.type === "choices" ? block.choices.length : 0), 0);

/** One message within Discord's limits, and the ask for what it had no room for. */
export const renderDiscord = (answer: Answer, words: Words, carriage: Carriage): Fitted<DiscordMessage> => {
  const { message, next } = fill(
    answer,
    (page) => ({ message: drawPage(page, words, carriage), choices: choicesIn(page) }),
    (drawn) => {
      const { text: letters, components } = cost(drawn.message);
      return letters <= MESSAGE.text && components <= MESSAGE.components && drawn.choices <= MESSAGE.choices;
    },
  );
  return { message: message.message, ...(next ? { next } : {}) };
};
