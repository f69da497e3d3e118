/** What can be pressed under an answer on Slack. */
import type { ActionsBlock, Button as ButtonElement, PlainTextElement } from "@slack/types";
import { printAsk } from "../../ask/ask.ts";
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
import type { Locale, Messages } from "../../language/messages.ts";
import { columnWidth } from "../../support/columns.ts";
import { printableText } from "../../support/printable.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";

/** Action ids say what they are, who asked, and in which language if not in English: all that a press needs to know. */
export const ACTION_TYPES = ["next", "ask", "share", "dismiss", "choose", "more"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** How a message is carried, and to whom: buttons know their asker by it. */
export interface SlackVisibility extends Visibility {
  readonly asker: string;
  /** The language in which it is carried, which what is asked from it is carried in too. */
  readonly locale?: Locale;
  /** Where nothing can be pressed: what can be asked next is then all in the text. */
  readonly withoutControls?: boolean;
}

/** Text in which nothing means anything, not even a colon and a word. */
export const plainTextObject = (text: string, most: number): PlainTextElement => ({
  type: "plain_text",
  text: clipLabel(printableText(text), most) || " ",
  emoji: false,
});

const action = (type: ActionType, { asker, locale = "en" }: SlackVisibility, index = 0): string =>
  [type, index, asker, ...(locale === "en" ? [] : [locale])].join(":");

function menuOf(
  type: ActionType,
  visibility: SlackVisibility,
  placeholder: string,
  entries: readonly MenuEntry[],
): ActionsBlock[] {
  const fitting = entries
    .filter(({ line }) => line.length <= SLACK_MESSAGE_LIMITS.choiceValue)
    .slice(0, SLACK_MESSAGE_LIMITS.choices);
  if (fitting.length === 0) return [];
  const options = (some: readonly MenuEntry[]) =>
    some.map(({ line, label, detail }) => ({
      text: plainTextObject(label, SLACK_MESSAGE_LIMITS.choiceText),
      value: line,
      ...(detail === undefined
        ? {}
        : { description: plainTextObject(detail, SLACK_MESSAGE_LIMITS.choiceText) }),
    }));
  const groups = groupEntries(fitting);
  return [
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id: action(type, visibility),
          placeholder: plainTextObject(placeholder, SLACK_MESSAGE_LIMITS.placeholder),
          ...(groups.every(({ name }) => name === undefined)
            ? { options: options(fitting) }
            : {
                option_groups: groups.map(({ name = placeholder, entries: own }) => ({
                  label: plainTextObject(name, SLACK_MESSAGE_LIMITS.choiceText),
                  options: options(own),
                })),
              }),
        },
      ],
    },
  ];
}

const isCut = (label: string): boolean =>
  columnWidth(printableText(label)) > SLACK_MESSAGE_LIMITS.buttonShown;

/** Whether a page's choices are shown as a menu: where they are many, or a button would cut one that a menu holds. */
export function showsSlackMenu(page: AnswerPage): boolean {
  const fitting = pageChoices(page, SLACK_MESSAGE_LIMITS.choiceValue);
  if (fitting.length >= MENU_THRESHOLD) return true;
  return fitting.length === pageChoices(page).length && fitting.some(({ label }) => isCut(label));
}

/** Whether a page's choices need not be read: a menu or buttons say all that there is to say of them. */
export function coversSlackChoices(page: AnswerPage): boolean {
  const choices = pageChoices(page);
  const isWhole = ({ line, label }: MenuEntry) =>
    !isCut(label) && line.length <= SLACK_MESSAGE_LIMITS.buttonValue;
  return showsSlackMenu(page) || (isPlainMenu(choices) && choices.every(isWhole));
}

/** A page's choices as buttons: they come before the other questions. */
const asButtons = ({ lead, items }: AnswerPage): AnswerButton[] =>
  [...lead, ...items.flat()].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ label, ask }) => ({ type: "ask", label, ask })) : [],
  );

/** The buttons and menus of a page. A question too long to be a value has none: its line can be typed. */
export function slackControls(
  page: AnswerPage,
  messages: Messages,
  visibility: SlackVisibility,
): ActionsBlock[] {
  if (visibility.withoutControls) return [];
  const { answer, next } = page;
  const isMenu = showsSlackMenu(page);
  const buttons = isMenu ? answer.buttons : [...asButtons(page), ...answer.buttons];
  const fitting = messageControls({ ...answer, buttons }, visibility, next);
  // A label that a button would cut stands whole in the menu, where the menu takes its line.
  const isLong = (control: MessageControl): control is MessageControl & { type: "ask"; label: string } =>
    control.type === "ask" &&
    isCut(control.label ?? "") &&
    control.line.length <= SLACK_MESSAGE_LIMITS.choiceValue;
  const shown = fitting.shown.filter((control) => !isLong(control));
  const more = [...fitting.shown.filter(isLong), ...fitting.more];
  const own = printAsk(answer.ask);
  const button = (type: ActionType, index: number, label: string, value: string): ButtonElement => ({
    type: "button",
    action_id: action(type, visibility, index),
    text: plainTextObject(label, SLACK_MESSAGE_LIMITS.buttonText),
    value,
  });
  const drawn = (control: MessageControl, index: number): ButtonElement => {
    switch (control.type) {
      case "next":
        return {
          ...button("next", index, messages.next(next!.from, answer.items.length), control.line),
          style: "primary",
        };
      case "back":
        return button("next", index, messages.back, control.line);
      case "share":
        return button("share", index, messages.delivery.share, own);
      case "dismiss":
        return button("dismiss", index, messages.delivery.dismiss, own);
      case "ask":
        return button("ask", index, control.label ?? control.line, control.line);
      case "link":
        return {
          type: "button",
          action_id: `link:${index}:${visibility.asker}`,
          text: plainTextObject(control.label, SLACK_MESSAGE_LIMITS.buttonText),
          url: control.url,
        };
    }
  };
  const elements = shown
    .map(drawn)
    .filter(
      ({ value = "", url = "" }) =>
        value.length <= SLACK_MESSAGE_LIMITS.buttonValue && url.length <= SLACK_MESSAGE_LIMITS.url,
    );
  return [
    ...(isMenu ? menuOf("choose", visibility, messages.choose, pageChoices(page)) : []),
    ...(elements.length === 0 ? [] : [{ type: "actions", elements } satisfies ActionsBlock]),
    ...menuOf("more", visibility, messages.delivery.more, more),
  ];
}
