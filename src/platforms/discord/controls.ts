/** Builds the buttons and menus under an answer on Discord. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import {
  groupEntries,
  isPlainMenu,
  MENU_THRESHOLD,
  type MenuEntry,
  pageChoices,
} from "../../delivery/choices.ts";
import { type MessageControl, messageControls } from "../../delivery/controls.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { AnswerPage } from "../../delivery/renderer.ts";
import type { Visibility } from "../../delivery/visibility.ts";
import type { AnswerButton } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { DISCORD_MESSAGE_LIMITS } from "./limits.ts";

/**
 * Custom ids of buttons and menus. An id that begins with a slash is itself the line of an ask. `NEXT_ID` is followed
 * by an item number, and `CHOOSE_ID` by `:` and a number in every menu of a message after the first.
 */
export const CHOOSE_ID = "choose";
export const MORE_ID = "more";
export const SHARE_ID = "share";
export const DISMISS_ID = "dismiss";
export const NEXT_ID = "item:";

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

const fits = ({ line }: { readonly line: string }): boolean => line.length <= DISCORD_MESSAGE_LIMITS.customId;
/** Whether a page's choices are shown as menus rather than buttons. */
export const showsDiscordMenu = (page: AnswerPage): boolean =>
  pageChoices(page, DISCORD_MESSAGE_LIMITS.customId).length >= MENU_THRESHOLD;

/** Whether the controls show everything about a page's choices, so that the text need not list them. */
export function coversDiscordChoices(page: AnswerPage): boolean {
  const pressed = pageChoices(page, DISCORD_MESSAGE_LIMITS.customId);
  const isWhole = ({ label }: MenuEntry) => printableText(label).length <= DISCORD_MESSAGE_LIMITS.buttonLabel;
  const isAll = pressed.length === pageChoices(page).length;
  return showsDiscordMenu(page) || (isAll && isPlainMenu(pressed) && pressed.every(isWhole));
}

/** Returns a page's choices as menus, one per group. */
const asMenus = (page: AnswerPage, messages: Messages) =>
  groupEntries(pageChoices(page, DISCORD_MESSAGE_LIMITS.customId)).flatMap(
    ({ name = messages.choose, entries }, index) =>
      menuOf(index === 0 ? CHOOSE_ID : `${CHOOSE_ID}:${index}`, name, entries),
  );

/** Returns a page's choices as buttons. */
const asButtons = ({ lead, items }: AnswerPage): AnswerButton[] =>
  [...lead, ...items.flat()].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ label, ask }) => ({ type: "ask", label, ask })) : [],
  );

/** Builds a page's buttons and menus. Asks too long for a custom id get none; they can still be typed. */
export function discordControls(page: AnswerPage, messages: Messages, visibility: Visibility) {
  const { answer, next } = page;
  const { Primary, Secondary, Link } = ButtonStyle;
  const isMenu = showsDiscordMenu(page);
  const buttons = isMenu ? answer.buttons : [...asButtons(page), ...answer.buttons];
  const { shown, more } = messageControls({ ...answer, buttons }, visibility, next);
  const drawn = (control: MessageControl): APIButtonComponent[] => {
    switch (control.type) {
      case "next": {
        const label = messages.next(next!.from, answer.items.length);
        return [button(label, fits(control) ? control.line : `${NEXT_ID}${next!.from}`, Primary)];
      }
      case "back":
        return [button(messages.back, `${NEXT_ID}1`, Secondary)];
      case "share":
        return [button(messages.delivery.share, SHARE_ID, Secondary)];
      case "dismiss":
        return [button(messages.delivery.dismiss, DISMISS_ID, Secondary)];
      case "ask":
        return fits(control) ? [button(control.label ?? control.line, control.line, Secondary)] : [];
      case "link":
        return control.url.length > DISCORD_MESSAGE_LIMITS.url
          ? []
          : [
              {
                type: ComponentType.Button,
                style: Link,
                label: clipLabel(control.label, DISCORD_MESSAGE_LIMITS.buttonLabel),
                url: control.url,
              },
            ];
    }
  };
  return [
    ...(isMenu ? asMenus(page, messages) : []),
    ...rows(shown.flatMap(drawn)),
    ...menuOf(MORE_ID, messages.delivery.more, more.filter(fits)),
  ];
}
