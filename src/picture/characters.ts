/** Draws pictures as text for the terminal, with block characters and circles, without colour. */

import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";
import { type PictureMessages, pictureMessages } from "../language/pictures.ts";
import { columnWidth, padColumns } from "../support/columns.ts";
import {
  type BarContent,
  barContent,
  type DrawnBar,
  type DrawnMoment,
  type TimelineContent,
  timelineContent,
} from "./content.ts";
import { wrapMeasured } from "./wrap.ts";

const NARROWEST = 20;
/** The number of columns from which names and dates are beside their bar or entry, not above it. */
const SIDE_BY_SIDE = 48;
const LONGEST_BAR = 48;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

const wrap = (text: string, room: number): string[] => wrapMeasured(text, room, columnWidth);

/** Pads a text on the left to `width` columns. */
const toTheRight = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - columnWidth(text))) + text;

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(columnWidth));

/** Wraps a text with `first` before the first line and as much indent before the others. */
function item(first: string, text: string, room: number): string[] {
  const indent = " ".repeat(columnWidth(first));
  return wrap(text, room - indent.length).map((line, index) => (index === 0 ? first : indent) + line);
}

/** Returns a bar of `length` columns, at least an eighth of a column so that it is visible. */
function blocks(length: number): string {
  const eighths = Math.max(1, Math.round(length * 8));
  return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

/** Returns the lines of a bar's names, with a brace on the right when the sum is joint. */
function nameLines({ names }: DrawnBar, room: number): { readonly text: string; readonly brace: string }[] {
  const together = names.length > 1;
  const lines = names.flatMap((name) =>
    wrap(name, room).map((text, index) => ({ text, first: index === 0 })),
  );
  return lines.map(({ text, first }, index) => {
    const last = index === lines.length - 1;
    const brace = index === 0 ? "┬" : last ? "┘" : first ? "┤" : "│";
    return { text, brace: together ? brace : " " };
  });
}

function barLines(bars: readonly DrawnBar[], room: number): string[] {
  const sideBySide = room >= SIDE_BY_SIDE;
  const nameRoom = sideBySide ? Math.floor(room / 3) : room - 2;
  const names = bars.map((bar) => nameLines(bar, nameRoom));
  const nameWidth = widest(names.flat().map(({ text }) => text));
  const begin = sideBySide ? nameWidth + 3 : 0;
  const left = room - begin;
  const longest = Math.min(
    LONGEST_BAR,
    ...bars.map(
      ({ share, stated }) => (left - 2 - Math.min(columnWidth(stated), Math.floor(left / 2))) / share,
    ),
  );
  return bars.flatMap(({ share, stated }, index) => {
    const bar = blocks(longest * share);
    const statedLines = item(`${bar} `, stated, left);
    const nameColumn = names[index]!.map(({ text, brace }) => `${padColumns(text, nameWidth)} ${brace}`);
    if (!sideBySide) return [...(index > 0 ? [""] : []), ...nameColumn, ...statedLines];
    const height = Math.max(nameColumn.length, statedLines.length);
    return Array.from(
      { length: height },
      (_, line) => `${padColumns(nameColumn[line] ?? "", begin - 1)} ${statedLines[line] ?? ""}`,
    );
  });
}

function barsText(content: BarContent, room: number, words: PictureMessages): string[] {
  const { title, unit, bars, left, rest } = content;
  return [
    ...wrap(title, room),
    ...(bars.length > 0 ? [...wrap(unit, room), "", ...barLines(bars, room)] : []),
    ...(rest > 0 ? ["", ...wrap(words.more(rest), room)] : []),
    ...(left.length > 0 ? ["", ...wrap(words.labelled(words.notDrawn), room)] : []),
    ...left.flatMap((text) => item("- ", text, room)),
  ];
}

function momentLines(moment: DrawnMoment, dateWidth: number, room: number, words: PictureMessages): string[] {
  const { when, what, kind, mark } = moment;
  const point = mark === undefined ? "●" : "○";
  const text = kind === "" ? what : what + words.aside(kind);
  if (room < SIDE_BY_SIDE) {
    const dated = mark === undefined ? when : when + words.aside(mark);
    return [...item(`${point} `, dated, room), ...wrap(text, room - 2).map((line) => `│ ${line}`)];
  }
  const dates = [...wrap(when, dateWidth), ...(mark === undefined ? [] : wrap(mark, dateWidth))];
  const lines = wrap(text, room - dateWidth - 3);
  return Array.from({ length: Math.max(dates.length, lines.length) }, (_, line) => {
    const rail = line === 0 ? point : "│";
    return `${toTheRight(dates[line] ?? "", dateWidth)} ${rail} ${lines[line] ?? ""}`;
  });
}

function momentsText(content: TimelineContent, room: number, words: PictureMessages): string[] {
  const { title, moments, rest } = content;
  const dates = moments.flatMap(({ when, mark = "" }) => [when, mark]);
  const dateWidth = Math.min(widest(dates), Math.floor(room / 3));
  return [
    ...wrap(title, room),
    ...(moments.length > 0 ? [""] : []),
    ...moments.flatMap((moment) => [
      ...(moment.years === undefined ? [] : [moment.years]),
      ...momentLines(moment, dateWidth, room, words),
    ]),
    ...(rest > 0 ? ["", ...wrap(words.more(rest), room)] : []),
  ];
}

/** Draws a picture as text for a terminal of `width` columns; assumes at least 20. */
export function drawText(picture: Picture, width: number, locale: Locale): string {
  const words = pictureMessages(locale);
  const room = Math.max(NARROWEST, Math.floor(width));
  const lines =
    picture.type === "bars"
      ? barsText(barContent(picture, words), room, words)
      : momentsText(timelineContent(picture, words), room, words);
  return lines.map((line) => line.trimEnd()).join("\n");
}
