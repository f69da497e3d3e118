/** Defines what a citation style is: its names, where it is offered, and how it writes a source. */
import type { CslItem } from "./csl.ts";

/** A citation style. Each stands in a file of its own and is listed in `styles.ts`. */
export interface CitationStyle {
  /** What is typed to choose it, in lower case. */
  readonly id: string;
  /** Its name for readers, in languages whose messages have no other. */
  readonly name: string;
  /** Other names to type, in lower case, letters and digits only. */
  readonly aliases: readonly string[];
  /** `usual`: shown when no style is chosen. `data`: offered as a button, for other programs. */
  readonly offered?: "usual" | "data";
  /** Writes the number before an entry, for styles that count entries in the order of citation. */
  readonly numbered?: (number: number) => string;
  /** How the style writes the day on which an online source was read, for styles that require it. */
  readonly accessForm?: string;
  /** File extension, for styles that are data for other programs. */
  readonly extension?: string;
  readonly write: (item: CslItem) => string;
}

/** Returns a style's name in a language, given the names that this language has for styles by id. */
export const styleName = ({ id, name }: CitationStyle, names: Readonly<Record<string, string>>): string =>
  names[id] ?? name;

/** Tells whether a style requires the day on which an item was read online, and the item has none. */
export const lacksAccess = ({ accessForm }: CitationStyle, item: CslItem): boolean =>
  accessForm !== undefined &&
  [item, item.custom?.republication].some(
    (publication) => publication?.URL !== undefined && publication.accessed === undefined,
  );
