/** What can be pressed under an answer on Slack. */
import type { ActionsBlock, Button as ButtonElement, PlainTextElement } from "@slack/types";
import { printAsk } from "../../ask/ask.ts";
import { choicesOf, type Entry, groupsOf, isPlain, MENU_FROM } from "../../delivery/choices.ts";
import { clip } from "../../delivery/fit.ts";
import type { Page } from "../../delivery/renderer.ts";
import { columns, printable } from "../../delivery/text.ts";
import { type Carriage, type Control, controlsOf } from "../../delivery/visibility.ts";
import type { Button } from "../../desk/answer.ts";
import type { Locale, Words } from "../../language/messages.ts";
import { MESSAGE } from "./limits.ts";

/** Action ids say what they are, who asked, and in which language if not in English: all that a press needs to know. */
export const ACTIONS = ["next", "ask", "share", "dismiss", "choose", "more"] as const;
export type Action = (typeof ACTIONS)[number];

/** How a message is carried, and to whom: buttons know their asker by it. */
export interface SlackCarriage extends Carriage {
  readonly asker: string;
  /** The language in which it is carried, which what is asked from it is carried in too. */
  readonly locale?: Locale;
  /** Where nothing can be pressed: what can be asked next is then all in the text. */
  readonly still?: boolean;
}

/** Text in which nothing means anything, not even a colon and a word. */
export const plainText = (text: string, most: number): PlainTextElement => ({
  type: "plain_text",
  text: clip(printable(text), most) || " ",
  emoji: false,
});

const action = (type: Action, { asker, locale = "en" }: SlackCarriage, index = 0): string =>
  [type, index, asker, ...(locale === "en" ? [] : [locale])].join(":");

function menuOf(
  type: Action,
  carriage: SlackCarriage,
  placeholder: string,
  entries: readonly Entry[],
): ActionsBlock[] {
  const fitting = entries.filter(({ line }) => line.length <= MESSAGE.choiceValue).slice(0, MESSAGE.choices);
  if (fitting.length === 0) return [];
  const options = (some: readonly Entry[]) =>
    some.map(({ line, label, detail }) => ({
      text: plainText(label, MESSAGE.choiceText),
      value: line,
      ...(detail === undefined ? {} : { description: plainText(detail, MESSAGE.choiceText) }),
    }));
  const groups = groupsOf(fitting);
  return [
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id: action(type, carriage),
          placeholder: plainText(placeholder, MESSAGE.placeholder),
          ...(groups.every(({ name }) => name === undefined)
            ? { options: options(fitting) }
            : {
                option_groups: groups.map(({ name = placeholder, entries: own }) => ({
                  label: plainText(name, MESSAGE.choiceText),
                  options: options(own),
                })),
              }),
        },
      ],
    },
  ];
}

const isCut = (label: string): boolean => columns(printable(label)) > MESSAGE.buttonShown;

/** Whether a page's choices are shown as a menu: where they are many, or a button would cut one that a menu holds. */
export function hasMenu(page: Page): boolean {
  const fitting = choicesOf(page, MESSAGE.choiceValue);
  if (fitting.length >= MENU_FROM) return true;
  return fitting.length === choicesOf(page).length && fitting.some(({ label }) => isCut(label));
}

/** Whether a page's choices need not be read: a menu or buttons say all that there is to say of them. */
export function saysChoices(page: Page): boolean {
  const choices = choicesOf(page);
  const isWhole = ({ line, label }: Entry) => !isCut(label) && line.length <= MESSAGE.buttonValue;
  return hasMenu(page) || (isPlain(choices) && choices.every(isWhole));
}

/** A page's choices as buttons: they come before the other questions. */
const asButtons = ({ lead, items }: Page): Button[] =>
  [...lead, ...items.flat()].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ label, ask }) => ({ type: "ask", label, ask })) : [],
  );

/** The buttons and menus of a page. A question too long to be a value has none: its line can be typed. */
export function controls(page: Page, words: Words, carriage: SlackCarriage): ActionsBlock[] {
  if (carriage.still) return [];
  const { answer, next } = page;
  const isMenu = hasMenu(page);
  const buttons = isMenu ? answer.buttons : [...asButtons(page), ...answer.buttons];
  const fitting = controlsOf({ ...answer, buttons }, carriage, next);
  // A label that a button would cut stands whole in the menu, where the menu takes its line.
  const isLong = (control: Control): control is Control & { type: "ask"; label: string } =>
    control.type === "ask" && isCut(control.label ?? "") && control.line.length <= MESSAGE.choiceValue;
  const shown = fitting.shown.filter((control) => !isLong(control));
  const more = [...fitting.shown.filter(isLong), ...fitting.more];
  const own = printAsk(answer.ask);
  const button = (type: Action, index: number, label: string, value: string): ButtonElement => ({
    type: "button",
    action_id: action(type, carriage, index),
    text: plainText(label, MESSAGE.buttonText),
    value,
  });
  const drawn = (control: Control, index: number): ButtonElement => {
    switch (control.type) {
      case "next":
        return {
          ...button("next", index, words.next(next!.from, answer.items.length), control.line),
          style: "primary",
        };
      case "back":
        return button("next", index, words.back, control.line);
      case "share":
        return button("share", index, words.carrier.share, own);
      case "dismiss":
        return button("dismiss", index, words.carrier.dismiss, own);
      case "ask":
        return button("ask", index, control.label ?? control.line, control.line);
      case "link":
        return {
          type: "button",
          action_id: `link:${index}:${carriage.asker}`,
          text: plainText(control.label, MESSAGE.buttonText),
          url: control.url,
        };
    }
  };
  const elements = shown
    .map(drawn)
    .filter(({ value = "", url = "" }) => value.length <= MESSAGE.buttonValue && url.length <= MESSAGE.url);
  return [
    ...(isMenu ? menuOf("choose", carriage, words.choose, choicesOf(page)) : []),
    ...(elements.length === 0 ? [] : [{ type: "actions", elements } satisfies ActionsBlock]),
    ...menuOf("more", carriage, words.carrier.more, more),
  ];
}
