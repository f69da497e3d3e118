/** Parts of answers that many commands draw alike: menus, lines of text, buttons, mistakes. */

import type { Ask } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type MenuChoice,
} from "./answer.ts";

/** A line in the desk's own words. */
export const textBlock = (text: string): Block => ({ type: "text", text });

/** A menu, one choice an item, so that a page may end after any; under a heading, if there is one. */
export const menuItems = (choices: readonly MenuChoice[], heading?: string): AnswerItem[] =>
  choices.map((choice, index) => [
    ...(index === 0 && heading !== undefined
      ? [{ type: "heading", text: heading, group: true } as const]
      : []),
    { type: "choices", choices: [choice] },
  ]);

/** Choices below a line that says what they are; nothing where there are none. */
export const offeredChoices = (text: string, choices: readonly MenuChoice[]): Block[] =>
  choices.length === 0 ? [] : [textBlock(text), { type: "choices", choices }];

/** Choices as buttons. */
export const askButtons = (choices: readonly MenuChoice[]): AnswerButton[] =>
  choices.map((choice) => ({ type: "ask", ...choice }));

/** An ask that cannot be answered as it stands, and why. */
export const mistakeAnswer = (ask: Ask, text: string, messages: Messages): Answer =>
  createAnswer({ ask, title: messages.mistake.title, outcome: "mistake", lead: [textBlock(text)] });

/** How many sources were searched, up to when: said wherever nothing was found. */
export async function searchedText(library: Library, messages: Messages): Promise<string> {
  const { sources, upTo } = await library.about();
  return messages.miss.searched(sources.length, upTo);
}
