/** Builds the buttons and menus under an answer on Slack. */
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

/** Types of action. An action id consists of a type, an index, the asker's id and, unless English, the locale. */
export const ACTION_TYPES = ["next", "ask", "share", "dismiss", "choose", "more"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** Who sees a message, and what its controls need to know. */
export interface SlackVisibility extends Visibility {
  /** The asker's user id, which action ids contain. */
  readonly asker: string;
  /** The message's locale, which answers asked from its controls share. */
  readonly locale?: Locale;
  /** Omits all controls, so that the text lists what can be asked next. */
  readonly withoutControls?: boolean;
}

/** Creates plain text of at most `most` characters, in which not even emoji codes are interpreted. */
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

/** Whether a page's choices are shown as a menu: they are many, or a button would cut the label of one. */
export function showsSlackMenu(page: AnswerPage): boolean {
  const fitting = pageChoices(page, SLACK_MESSAGE_LIMITS.choiceValue);
  if (fitting.length >= MENU_THRESHOLD) return true;
  return fitting.length === pageChoices(page).length && fitting.some(({ label }) => isCut(label));
}

/** Whether the controls show everything about a page's choices, so that the text need not list them. */
export function coversSlackChoices(page: AnswerPage): boolean {
  const choices = pageChoices(page);
  const isWhole = ({ line, label }: MenuEntry) =>
    !isCut(label) && line.length <= SLACK_MESSAGE_LIMITS.buttonValue;
  return showsSlackMenu(page) || (isPlainMenu(choices) && choices.every(isWhole));
}

/** Returns a page's choices as buttons. */
const asButtons = ({ lead, items }: AnswerPage): AnswerButton[] =>
  [...lead, ...items.flat()].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ label, ask }) => ({ type: "ask", label, ask })) : [],
  );

/** Builds a page's buttons and menus. Asks too long for a value get none; they can still be typed. */
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
  // A label that a button would cut moves to the menu, if the menu can hold its line.
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
