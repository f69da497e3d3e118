/** Builds the buttons and menus under an answer on Discord. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { normalizeLine } from "../../ask/ask.ts";
import { reportLine } from "../../curation/lines.ts";
import { groupEntries, type MenuEntry } from "../../delivery/choices.ts";
import type { AskControl, MessageControl } from "../../delivery/controls.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { ControlCapacity, LaidControls } from "../../delivery/layout.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { DISCORD_MESSAGE_LIMITS } from "./limits.ts";
import { escapeMarkdown } from "./markdown.ts";
import type { HeardMessage } from "./message.ts";

/**
 * Custom ids of buttons and menus. An id that begins with a slash is itself the line of an ask. `NEXT_ID` is followed
 * by an item number, `DETAIL_ID` by how much is shown of the message's own ask, and `CHOOSE_ID` by `:` and a number in
 * every menu of a message after the first. `DISMISS_ID` is followed by `:` and the owner's id in a message of which
 * Discord does not say who asked for it. `OPEN_ID` is followed by what a message asked, `READ_ID` by the id of a message
 * that asked more than an id holds.
 */
export const CHOOSE_ID = "choose";
export const MORE_ID = "more";
export const SHARE_ID = "share";
export const DISMISS_ID = "dismiss";
export const NEXT_ID = "item:";
export const DETAIL_ID = "detail:";
export const OPEN_ID = "open:";
export const READ_ID = "read:";

/** Returns the id of the button that removes a message, where only its owner's id tells whose it is. */
export const dismissId = (owner: string): string => `${DISMISS_ID}:${owner}`;

/** Returns the id of the button that opens what a message asked. */
function openId({ id, line }: Pick<HeardMessage, "id" | "line">): string {
  const own = OPEN_ID + normalizeLine(line);
  return own.length <= DISCORD_MESSAGE_LIMITS.customId ? own : READ_ID + id;
}

const row = (
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: ComponentType.ActionRow, components });

const rows = (buttons: readonly APIButtonComponent[]) =>
  Array.from({ length: Math.ceil(buttons.length / DISCORD_MESSAGE_LIMITS.buttonsInRow) }, (_, index) =>
    row(
      buttons.slice(
        index * DISCORD_MESSAGE_LIMITS.buttonsInRow,
        (index + 1) * DISCORD_MESSAGE_LIMITS.buttonsInRow,
      ),
    ),
  );

type AskStyle = ButtonStyle.Primary | ButtonStyle.Secondary;

const button = (label: string, custom_id: string, style: AskStyle): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  label: clipLabel(printableText(label), DISCORD_MESSAGE_LIMITS.buttonLabel),
  custom_id,
});

const menuOf = (custom_id: string, placeholder: string, entries: readonly MenuEntry[]) =>
  entries.length === 0
    ? []
    : [
        row([
          {
            type: ComponentType.StringSelect,
            custom_id,
            placeholder: clipLabel(printableText(placeholder), DISCORD_MESSAGE_LIMITS.placeholder),
            options: entries.slice(0, DISCORD_MESSAGE_LIMITS.choices).map(({ line, label, detail }) => ({
              label: clipLabel(printableText(label), DISCORD_MESSAGE_LIMITS.choiceLabel),
              value: line,
              ...(detail === undefined
                ? {}
                : { description: clipLabel(printableText(detail), DISCORD_MESSAGE_LIMITS.choiceLabel) }),
            })),
          },
        ]),
      ];

/**
 * The longest ask that ids of a message's own controls carry, with room for “share:”, the number of an item, or what
 * asks for its notes.
 */
const OWN_LINE = DISCORD_MESSAGE_LIMITS.customId - " detail:notes".length;

/** Returns the id of an ask: its line, or of one that is too long, how much is shown of the message's own ask. */
const askId = ({ line, detail }: AskControl): string =>
  line.length <= DISCORD_MESSAGE_LIMITS.customId || detail === undefined ? line : `${DETAIL_ID}${detail}`;

/** What Discord's controls hold. */
export const DISCORD_CONTROL_CAPACITY: ControlCapacity = {
  buttonLine: DISCORD_MESSAGE_LIMITS.customId,
  ownLine: OWN_LINE,
  menuLine: DISCORD_MESSAGE_LIMITS.choiceValue,
  linkUrl: DISCORD_MESSAGE_LIMITS.url,
  cutsLabel: (label) => printableText(label).length > DISCORD_MESSAGE_LIMITS.buttonLabel,
  cutLabelsToMenu: false,
  keepsAsk: (askLine) => escapeMarkdown(askLine).length <= DISCORD_MESSAGE_LIMITS.text / 2,
};

/** Draws the buttons under the line that stands for an answer to one person: to open it, and to remove the line. */
export const asideControls = (
  message: Pick<HeardMessage, "id" | "line" | "asker">,
  { delivery: { open, dismiss } }: Messages,
) =>
  rows([
    button(open, openId(message), ButtonStyle.Primary),
    button(dismiss, dismissId(message.asker), ButtonStyle.Secondary),
  ]);

function drawButton(control: MessageControl): APIButtonComponent {
  const { Primary, Secondary, Link } = ButtonStyle;
  const { label } = control;
  switch (control.type) {
    case "next":
      return button(
        label,
        control.line.length <= DISCORD_MESSAGE_LIMITS.customId ? control.line : `${NEXT_ID}${control.from}`,
        Primary,
      );
    case "back":
      return button(
        label,
        // Another id than the ask’s own: going back to the first page is no new question.
        `${NEXT_ID}${control.from}${control.line.length <= OWN_LINE ? `:${control.line}` : ""}`,
        Secondary,
      );
    case "share":
      return button(label, control.line === undefined ? SHARE_ID : `${SHARE_ID}:${control.line}`, Secondary);
    case "dismiss":
      return button(label, DISMISS_ID, Secondary);
    case "ask":
      return button(label, askId(control), Secondary);
    case "link":
      return {
        type: ComponentType.Button,
        style: Link,
        label: clipLabel(label, DISCORD_MESSAGE_LIMITS.buttonLabel),
        url: control.url,
      };
  }
}

/** Returns the entry that reports a problem: its line holds the message's ask where that is short enough. */
const reportEntries = (label: string | undefined, own: string): MenuEntry[] =>
  label === undefined ? [] : [{ label, line: reportLine(own.length <= OWN_LINE ? own : "") }];

/**
 * Draws the controls of a message: its menus, one for each group of choices, then buttons, then the More menu.
 * @param own the line of the message's ask
 */
export const discordControls = (
  { menu, buttons, more, report }: LaidControls,
  own: string,
  messages: Messages,
) => [
  ...groupEntries(menu).flatMap(({ name = messages.choose, entries }, index) =>
    menuOf(index === 0 ? CHOOSE_ID : `${CHOOSE_ID}:${index}`, name, entries),
  ),
  ...rows(buttons.map(drawButton)),
  ...menuOf(...([MORE_ID, messages.delivery.more] as const), [
    ...more
      .slice(0, DISCORD_MESSAGE_LIMITS.choices - 1)
      .map((entry) => ({ label: entry.label, line: askId(entry) })),
    ...reportEntries(report, own),
  ]),
];
