/** What can be pressed under an answer on Discord. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import { choicesOf, type Entry, groupsOf, isPlain, MENU_FROM } from "../../delivery/choices.ts";
import { clip } from "../../delivery/fit.ts";
import type { Page } from "../../delivery/renderer.ts";
import { printable } from "../../delivery/text.ts";
import { type Carriage, type Control, controlsOf } from "../../delivery/visibility.ts";
import type { Button } from "../../desk/answer.ts";
import type { Words } from "../../language/messages.ts";
import { MESSAGE } from "./limits.ts";

/**
 * The ids of what is pressed. An id that begins with a slash is an ask as its line; NEXT is followed by an item, and
 * CHOOSE by a number where it is not the message's first menu.
 */
export const CHOOSE = "choose";
export const MORE = "more";
export const SHARE = "share";
export const DISMISS = "dismiss";
export const NEXT = "item:";

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
            placeholder: clip(printable(placeholder), MESSAGE.placeholder),
            options: entries.slice(0, MESSAGE.choices).map(({ line, label, detail }) => ({
              label: clip(printable(label), MESSAGE.choiceLabel),
              value: line,
              ...(detail === undefined ? {} : { description: clip(printable(detail), MESSAGE.choiceLabel) }),
            })),
          },
        ]),
      ];

const fits = ({ line }: { readonly line: string }): boolean => line.length <= MESSAGE.customId;
/** Whether a page's choices are shown as menus, so that they need not be read twice. */
export const hasMenu = (page: Page): boolean => choicesOf(page, MESSAGE.customId).length >= MENU_FROM;

/** Whether a page's choices need not be read: a menu or buttons say all that there is to say of them. */
export function saysChoices(page: Page): boolean {
  const pressed = choicesOf(page, MESSAGE.customId);
  const isWhole = ({ label }: Entry) => printable(label).length <= MESSAGE.buttonLabel;
  const isAll = pressed.length === choicesOf(page).length;
  return hasMenu(page) || (isAll && isPlain(pressed) && pressed.every(isWhole));
}

/** A page's choices as menus, one for each of their groups. */
const asMenus = (page: Page, words: Words) =>
  groupsOf(choicesOf(page, MESSAGE.customId)).flatMap(({ name = words.choose, entries }, index) =>
    menuOf(index === 0 ? CHOOSE : `${CHOOSE}:${index}`, name, entries),
  );

/** A page's choices as buttons: they come before the other questions. */
const asButtons = ({ lead, items }: Page): Button[] =>
  [...lead, ...items.flat()].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ label, ask }) => ({ type: "ask", label, ask })) : [],
  );

/** The buttons and menus of a page. A question too long to be an id has none: its line can be typed. */
export function controls(page: Page, words: Words, carriage: Carriage) {
  const { answer, next } = page;
  const { Primary, Secondary, Link } = ButtonStyle;
  const isMenu = hasMenu(page);
  const buttons = isMenu ? answer.buttons : [...asButtons(page), ...answer.buttons];
  const { shown, more } = controlsOf({ ...answer, buttons }, carriage, next);
  const drawn = (control: Control): APIButtonComponent[] => {
    switch (control.type) {
      case "next": {
        const label = words.next(next!.from, answer.items.length);
        return [button(label, fits(control) ? control.line : `${NEXT}${next!.from}`, Primary)];
      }
      case "back":
        return [button(words.back, `${NEXT}1`, Secondary)];
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
  return [
    ...(isMenu ? asMenus(page, words) : []),
    ...rows(shown.flatMap(drawn)),
    ...menuOf(MORE, words.carrier.more, more.filter(fits)),
  ];
}
