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
import { type Answer, type Block, type Choice, citedBy, type Passage } from "../desk/answer.ts";
import { printAsk } from "../desk/ask.ts";
import type { Words } from "../desk/words.ts";
import { clip, fill } from "../render/fit.ts";
import { draw, type Fitted, type Page, type Renderer } from "../render/renderer.ts";
import { attribution, citedRow, marks, printable, quotedText } from "../render/text.ts";
import { MESSAGE } from "./limits.ts";

export type DiscordMessage = APIInteractionResponseCallbackData;

/** The id of the menu that leads to a choice; every other id is an ask as its line. */
export const CHOOSE = "choose";

const ACCENT = 0x9b2c2c;

/** The longest title; one that is longer holds what the asker typed, and the line below shows that whole. */
const TITLE = 200;

/** From this many choices on, a menu takes the place of buttons. */
const MENU_FROM = 5;

/**
 * Text as Discord shows it letter for letter: every mark that could begin a format, a mention, a link, an
 * emoji or a timestamp has a backslash before it, and so has what makes a heading or a list at a line's start.
 */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/[\\*_~`|[\]<>:@]/g, "\\$&")
    .replace(/^(\s*)([#+-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");

/** An address that nothing in it can end: encoded where it is not, its brackets too. */
const address = (url: string): string => new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29");

const small = (text: string): string => `-# ${text}`;

function markdown(answer: Answer, words: Words): Renderer<string> {
  const credit = (passages: readonly Passage[], speaker?: string): string => {
    const parts = [speaker, attribution(passages, answer)].filter((part) => part !== undefined);
    return small(`— ${parts.map(escapeMarkdown).join(" · ")}`);
  };
  return {
    heading: ({ text }) => `**${escapeMarkdown(text)}**`,
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
          return `**${escapeMarkdown(label)}:** ${shown}${index === citing ? ` ${escapeMarkdown(marks(citedBy(block)))}` : ""}`;
        })
        .join("\n");
    },
    note: ({ texts, differs }) => {
      if (differs)
        return texts
          .map((text) => `**${escapeMarkdown(words.deskNote)}:** ${escapeMarkdown(text)}`)
          .join("\n");
      if (texts.length === 1) return small(`${escapeMarkdown(words.deskNote)}: ${escapeMarkdown(texts[0]!)}`);
      return [`${escapeMarkdown(words.deskNotes)}:`, ...texts.map((text) => `• ${escapeMarkdown(text)}`)]
        .map(small)
        .join("\n");
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

/** A button for a line to ask; none where the line is too long to be its id. */
function askButton(label: string, line: string, style: ButtonStyle.Primary | ButtonStyle.Secondary) {
  const button: APIButtonComponent = {
    type: ComponentType.Button,
    style,
    label: clip(printable(label), MESSAGE.buttonLabel),
    custom_id: line,
  };
  return line.length <= MESSAGE.customId ? [button] : [];
}

function controls({ answer, lead, items, next }: Page, words: Words) {
  const choices = [...lead, ...items.flat()].flatMap((block): readonly Choice[] =>
    block.type === "choices" ? block.choices : [],
  );
  const lines = new Map(choices.map((choice) => [printAsk(choice.ask), choice]));
  const usable = [...lines].filter(([line]) => line.length <= MESSAGE.choiceValue);
  const menu =
    usable.length < MENU_FROM
      ? []
      : [
          row([
            {
              type: ComponentType.StringSelect,
              custom_id: CHOOSE,
              placeholder: words.choose,
              options: usable.slice(0, MESSAGE.choices).map(([value, { label, detail }]) => ({
                label: clip(printable(label), MESSAGE.choiceLabel),
                value,
                ...(detail === undefined
                  ? {}
                  : { description: clip(printable(detail), MESSAGE.choiceLabel) }),
              })),
            },
          ]),
        ];
  const { Primary, Secondary } = ButtonStyle;
  const asks = [
    ...(next ? [{ label: words.next, line: printAsk(next), style: Primary } as const] : []),
    ...(menu.length > 0
      ? []
      : usable.map(([line, { label }]) => ({ label, line, style: Secondary }) as const)),
    ...answer.buttons.flatMap((button) =>
      button.type === "ask"
        ? [{ label: button.label, line: printAsk(button.ask), style: Secondary } as const]
        : [],
    ),
  ];
  const distinct = [...new Map(asks.map((ask) => [ask.line, ask])).values()];
  const links = answer.buttons.flatMap((button): APIButtonComponent[] =>
    button.type === "link" && button.url.length <= MESSAGE.url
      ? [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Link,
            label: clip(button.label, MESSAGE.buttonLabel),
            url: button.url,
          },
        ]
      : [],
  );
  return [
    ...menu,
    ...rows([...distinct.flatMap(({ label, line, style }) => askButton(label, line, style)), ...links]),
  ];
}

function drawPage(page: Page, words: Words): DiscordMessage {
  const { answer, lead, items, sources, next } = page;
  const renderer = markdown(answer, words);
  const drawn = (blocks: readonly Block[]) => blocks.map((block) => draw(renderer, block)).join("\n");
  const menu = items.every((item) => item.every(({ type }) => type === "choices" || type === "heading"));
  const shown = menu ? [drawn(items.flat())] : items.map(drawn);
  const host = (url: string) => new URL(url).host;
  const footer = sources.map(({ number, full, url }) =>
    small(
      `${escapeMarkdown(marks([number]))} ${escapeMarkdown(full)}${url ? ` [${escapeMarkdown(host(url))}](${address(url)})` : ""}`,
    ),
  );
  const last = page.from + items.length - 1;
  const nextLine = next && printAsk(next);
  const paging = [
    ...(page.shortened ? [words.shortened] : []),
    ...(nextLine ? [words.more(page.from, last, answer.items.length)] : []),
    ...(nextLine && nextLine.length > MESSAGE.customId ? [words.typeForMore(nextLine)] : []),
  ].map((line) => small(escapeMarkdown(line)));
  const head = `### ${escapeMarkdown(clip(answer.title, TITLE))}\n${small(escapeMarkdown(printAsk(answer.ask)))}`;
  const body = [drawn(lead), ...shown].filter((part) => part !== "");
  const foot = [drawn(answer.close), ...footer, ...paging].filter((part) => part !== "").join("\n");
  const components: APIComponentInContainer[] = [
    text(head),
    ...body.flatMap((part, index) => (index === 0 ? [text(part)] : [rule, text(part)])),
    ...(foot === "" ? [] : [rule, text(foot)]),
    ...controls(page, words),
  ];
  return {
    flags: MessageFlags.IsComponentsV2 | (answer.audience === "asker" ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [{ type: ComponentType.Container, accent_color: ACCENT, components }],
  };
}

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
export const renderDiscord = (answer: Answer, words: Words): Fitted<DiscordMessage> => {
  const { message, next } = fill(
    answer,
    (page) => ({ message: drawPage(page, words), choices: choicesIn(page) }),
    (drawn) => {
      const { text: letters, components } = cost(drawn.message);
      return letters <= MESSAGE.text && components <= MESSAGE.components && drawn.choices <= MESSAGE.choices;
    },
  );
  return { message: message.message, ...(next ? { next } : {}) };
};
