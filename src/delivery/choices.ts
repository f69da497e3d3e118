/** What can be chosen on a page, for the platforms that show it as buttons or as menus. */

import { printAsk } from "../ask/ask.ts";
import { defined } from "../support/defined.ts";
import type { AnswerPage } from "./renderer.ts";

/** From this many choices on, menus take the place of buttons. */
export const MENU_THRESHOLD = 5;

/** A choice by the line that it asks, and the heading of the group in which it stands. */
export interface MenuEntry {
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
  readonly group?: string;
}

/** The choices of a page, each line once, as many as fit where the platform keeps the line. */
export function pageChoices({ lead, items }: AnswerPage, longest = Number.POSITIVE_INFINITY): MenuEntry[] {
  let group: { group?: string } = {};
  const choices = [...lead, ...items.flat()].flatMap((block): MenuEntry[] => {
    if (block.type === "heading" && block.group) group = { group: block.text };
    if (block.type !== "choices") return [];
    return block.choices.map(({ ask, ...texts }) => ({ line: printAsk(ask), ...group, ...texts }));
  });
  const distinct = new Map(choices.map((choice) => [choice.line, choice]));
  return [...distinct.values()].filter(({ line }) => line.length <= longest);
}

/** Choices group by group, in their order; those before the first heading have no name. */
export function groupEntries(entries: readonly MenuEntry[]): { name?: string; entries: MenuEntry[] }[] {
  const groups = new Map<string | undefined, MenuEntry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups].map(([name, own]) => ({ ...defined({ name }), entries: own }));
}

/** Whether labels alone say all that there is to say of choices: none has a detail, and one heading holds for all. */
export const isPlainMenu = (entries: readonly MenuEntry[]): boolean =>
  entries.every(({ detail }) => detail === undefined) && groupEntries(entries).length < 2;

/** How many choices the items of a page have: a platform's menu holds only so many. */
export const countChoices = ({ items }: AnswerPage): number =>
  items.flat().reduce((sum, block) => sum + (block.type === "choices" ? block.choices.length : 0), 0);
