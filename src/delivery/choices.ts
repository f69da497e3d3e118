/** Collects the choices of a page, for platforms that show them as buttons or menus. */

import { printAsk } from "../ask/ask.ts";
import type { AnswerButton, AnswerItem } from "../desk/answer.ts";
import { defined } from "../support/defined.ts";
import type { AnswerPage } from "./renderer.ts";

/** The number of choices from which a menu replaces buttons. */
export const MENU_THRESHOLD = 5;

/** A choice as the line of its ask, with the heading of its group. */
export interface MenuEntry {
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
  readonly group?: string;
}

/**
 * Returns the choices of a page, without duplicate lines.
 * @param longest the platform's maximum length of a control's value; choices with longer lines are left out
 */
export function pageChoices({ opening, items }: AnswerPage, longest = Number.POSITIVE_INFINITY): MenuEntry[] {
  let group: { group?: string } = {};
  const choices = [...opening, ...items.flat()].flatMap((block): MenuEntry[] => {
    if (block.type === "heading" && block.group) group = { group: block.text };
    if (block.type !== "choices") return [];
    return block.choices.map(({ ask, ...texts }) => ({ line: printAsk(ask), ...group, ...texts }));
  });
  const distinct = new Map(choices.map((choice) => [choice.line, choice]));
  return [...distinct.values()].filter(({ line }) => line.length <= longest);
}

/** Groups entries by heading, in their order; the group before the first heading has no name. */
export function groupEntries(entries: readonly MenuEntry[]): { name?: string; entries: MenuEntry[] }[] {
  const groups = new Map<string | undefined, MenuEntry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups].map(([name, own]) => ({ entries: own, ...defined({ name }) }));
}

/** Returns whether labels alone describe the choices: none has a detail, and all are in one group. */
export const isPlainMenu = (entries: readonly MenuEntry[]): boolean =>
  entries.every(({ detail }) => detail === undefined) && groupEntries(entries).length < 2;

/** Counts the choices in the items of a page, for a platform's limit on menus. */
export const countChoices = ({ items }: AnswerPage): number =>
  items.flat().reduce((sum, block) => sum + (block.type === "choices" ? block.choices.length : 0), 0);

/** Tells whether items are looked over line by line, so that nothing sets them apart. */
export const isListing = (items: readonly AnswerItem[]): boolean =>
  items.every((item) =>
    item.every(({ type }) => type === "choices" || type === "heading" || type === "line"),
  );

/** Returns the choices of a page as buttons. */
export const choiceButtons = ({ opening, items }: AnswerPage): AnswerButton[] =>
  [...opening, ...items.flat()].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ label, ask }) => ({ type: "ask", label, ask })) : [],
  );
