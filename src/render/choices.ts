/** What can be chosen on a page, for the platforms that show it as buttons or as a menu. */
import { printAsk } from "../desk/ask.ts";
import type { Page } from "./renderer.ts";

/** From this many choices on, a menu takes the place of buttons. */
export const MENU_FROM = 5;

/** A choice by the line that it asks. In a menu that has no headings, its detail names the group if nothing else does. */
export interface Entry {
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
}

/** The choices of a page, each line once, as many as fit where the platform keeps the line. */
export function choicesOf({ lead, items }: Page, longest = Number.POSITIVE_INFINITY): Entry[] {
  let group: { detail?: string } = {};
  const choices = [...lead, ...items.flat()].flatMap((block): Entry[] => {
    if (block.type === "heading" && block.group) group = { detail: block.text };
    if (block.type !== "choices") return [];
    return block.choices.map(({ ask, ...texts }) => ({ line: printAsk(ask), ...group, ...texts }));
  });
  const distinct = new Map(choices.map((choice) => [choice.line, choice]));
  return [...distinct.values()].filter(({ line }) => line.length <= longest);
}

/** How many choices the items of a page have: a platform's menu holds only so many. */
export const choicesIn = ({ items }: Page): number =>
  items.flat().reduce((sum, block) => sum + (block.type === "choices" ? block.choices.length : 0), 0);
