/** Builds the parts of answers that commands share: lines of text, menus, buttons, mistakes. */

import type { Ask } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type LineBlock,
  type LinePart,
  type MenuChoice,
} from "./answer.ts";

/** Creates a text block. */
export const textBlock = (text: string): Block => ({ type: "text", text });

/**
 * Creates a line that begins with the name that it is about; `rest` is plain, or parts with their passages.
 * @param beside what stands in brackets beside the name
 */
export const namedLine = (
  name: string,
  rest: string | readonly LinePart[],
  messages: Messages,
  beside = "",
): LineBlock => {
  const parts = typeof rest === "string" ? (rest === "" ? [] : [{ text: rest }]) : rest;
  const colon = parts.length === 0 ? [] : [{ text: messages.labelled("") }];
  const form = beside === "" ? [] : [{ text: beside }];
  return { type: "line", parts: [{ text: name, strong: true }, ...form, ...colon, ...parts] };
};

/** Returns a menu with one choice per item, so that a page can end after any of them; `heading` opens the first. */
export const menuItems = (choices: readonly MenuChoice[], heading?: string): AnswerItem[] =>
  choices.map((choice, index) => [
    ...(index === 0 && heading !== undefined
      ? [{ type: "heading", text: heading, group: true } as const]
      : []),
    { type: "choices", choices: [choice] },
  ]);

/** Returns `choices` below a line that introduces them; an empty list when there are none. */
export const offeredChoices = (text: string, choices: readonly MenuChoice[]): Block[] =>
  choices.length === 0 ? [] : [textBlock(text), { type: "choices", choices }];

/** The most records or sources that a list or a menu shows: its first page. */
export const MOST_LISTED = 100;

/** Says that only the first of what there is are shown; an empty list where all are. */
export const firstOfAll = (shown: number, all: number, messages: Messages): Block[] =>
  shown < all ? [textBlock(messages.firstOf(shown, all))] : [];

/** Converts choices to buttons. */
export const askButtons = (choices: readonly MenuChoice[]): AnswerButton[] =>
  choices.map((choice) => ({ type: "ask", ...choice }));

/** Creates the answer to an ask that is not valid; `text` gives the reason. */
export const mistakeAnswer = (ask: Ask, text: string, messages: Messages): Answer =>
  createAnswer({ ask, title: messages.mistake.title, outcome: "mistake", opening: [textBlock(text)] });

/** Returns the line that says how many sources were searched and up to which date; shown when nothing was found. */
export async function searchedText(library: Library, messages: Messages): Promise<string> {
  const { sources, upTo } = await library.about();
  return messages.miss.searched(sources, upTo);
}
