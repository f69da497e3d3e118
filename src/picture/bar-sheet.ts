/** Lays out stated sums as bars: names on the left, the source's words after each bar, the unit below. */

import type { PictureMessages } from "../language/pictures.ts";
import { defined } from "../support/defined.ts";
import { axisTicks, BAR_THICKNESS, barChart, type ChartFrame } from "./bar-chart.ts";
import type { BarContent, DrawnBar } from "./content.ts";
import {
  INK_COLOURS,
  MAX_HEIGHT,
  type PictureSheet,
  type PlacedText,
  placeBlock,
  placeFooter,
  type RuleLine,
  type SetText,
  SHEET_MARGIN,
  SHEET_WIDTH,
  type TextBlock,
  TYPE_STYLES,
} from "./sheet.ts";

const BETWEEN = 14;
const NAME_ROOM = 176;
/** The maximum number of names on separate lines; more names are joined to one text. */
const MOST_NAMES = 12;
const MOST_NAME_LINES = 30;
/** The maximum width reserved for a stated sum, enough for a short one on one line; longer sums wrap. */
const STATED_ROOM = 180;
const MOST_STATED_LINES = 6;
const MOST_LEFT_LINES = 3;
/** The width between names and bars, with room for the brace of a joint sum. */
const GUTTER = 22;
/** The height of the axis and its numbers. */
const AXIS = 26;
const TICK_ROOM = 62;

/** A bar with its names set as text blocks. */
type Row = Omit<DrawnBar, "names"> & { readonly names: readonly TextBlock[]; readonly together: boolean };

function rowOf(bar: DrawnBar, set: SetText): Row {
  const names = bar.names.length > MOST_NAMES ? [bar.names.join(", ")] : bar.names;
  const most = Math.floor(MOST_NAME_LINES / Math.max(1, names.length));
  return {
    ...bar,
    together: bar.names.length > 1,
    names: names.map((name) => set(name, TYPE_STYLES.text, NAME_ROOM, most)),
  };
}

const wide = (blocks: readonly TextBlock[]): number => Math.max(0, ...blocks.map(({ width }) => width));
const tall = (blocks: readonly TextBlock[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

/** Returns the maximum width of the longest bar that leaves room for the stated sum after every bar. */
function plotWidth(rows: readonly Row[], room: number, set: SetText): number {
  const widths = rows.map(({ stated, share }) => {
    const natural = set(stated, TYPE_STYLES.text, Number.POSITIVE_INFINITY).width;
    return (room - 8 - Math.min(natural + 1, STATED_ROOM)) / share;
  });
  return Math.max(Math.min(room - 8, ...widths), 1);
}

/** Places the numbers under the axis; skips those that would overlap or exceed the sheet. */
function tickTexts(
  ticks: readonly number[],
  longest: number,
  frame: ChartFrame,
  set: SetText,
  words: PictureMessages,
) {
  const texts: PlacedText[] = [];
  for (const tick of ticks) {
    const number = set(words.number(tick), TYPE_STYLES.quiet, SHEET_WIDTH, 1);
    const left = frame.left + (tick / longest) * (frame.right - frame.left) - number.width / 2;
    const before = texts.at(-1);
    if (before !== undefined && left < before.left + before.width + 8) continue;
    if (left + number.width <= SHEET_WIDTH)
      texts.push(...placeBlock(number, { left, top: frame.bottom + 6 }));
  }
  return texts;
}

/** Returns the lines of the brace that joins the donors of a joint sum to their bar. */
function braceOf(left: number, top: number, bottom: number): RuleLine[] {
  const x = left - 8;
  const middle = (top + bottom) / 2;
  const line = { colour: INK_COLOURS.accent, width: 1.5 };
  return [
    { ...line, through: [x - 5, top, x, top, x, bottom, x - 5, bottom] },
    { ...line, through: [x, middle, left, middle] },
  ];
}

/** Lays out a comparison. Bars that would exceed `MAX_HEIGHT` are left out and counted in the footer. */
export function barSheet(content: BarContent, set: SetText, words: PictureMessages): PictureSheet {
  const right = SHEET_WIDTH - SHEET_MARGIN;
  const title = set(content.title, TYPE_STYLES.title, right - SHEET_MARGIN, 4);
  const texts: PlacedText[] = placeBlock(title, { left: SHEET_MARGIN, top: SHEET_MARGIN });
  const rules: RuleLine[] = [];
  const rows = content.bars.map((bar) => rowOf(bar, set));
  const nameWidth = Math.max(0, ...rows.map(({ names }) => wide(names)));
  const left = SHEET_MARGIN + nameWidth + GUTTER;
  const plot = plotWidth(rows, right - left, set);

  const plotTop = SHEET_MARGIN + title.height + 20;
  let top = plotTop;
  const drawnBars: { share: number; middle: number }[] = [];
  for (const { names, together, share, stated } of rows) {
    const end = left + plot * share + 8;
    const statedBlock = set(stated, TYPE_STYLES.text, right - end, MOST_STATED_LINES);
    const height = Math.max(tall(names), statedBlock.height, BAR_THICKNESS);
    if (drawnBars.length > 0 && top + height > MAX_HEIGHT) break;
    const middle = top + height / 2;
    let line = middle - tall(names) / 2;
    if (together) rules.push(...braceOf(left, line + 4, line + tall(names) - 4));
    for (const name of names) {
      texts.push(...placeBlock(name, { left: SHEET_MARGIN, top: line }));
      line += name.height;
    }
    texts.push(...placeBlock(statedBlock, { left: end, top: middle - statedBlock.height / 2 }));
    drawnBars.push({ share, middle });
    top += height + BETWEEN;
  }
  const frame = { left, right: left + plot, top: plotTop - 8, bottom: top - BETWEEN + 8 };
  const ticks = axisTicks(content.longest, Math.max(1, Math.floor(plot / TICK_ROOM)));
  if (drawnBars.length > 0) {
    texts.push(...tickTexts(ticks, content.longest, frame, set, words));
    const unit = set(content.unit, TYPE_STYLES.quiet, right - left, 3);
    texts.push(...placeBlock(unit, { left, top: frame.bottom + AXIS }));
    top = frame.bottom + AXIS + unit.height;
  }
  const rest = content.rest + rows.length - drawnBars.length;
  const below = [
    ...(rest > 0 ? [set(words.more(rest), TYPE_STYLES.quiet, right - SHEET_MARGIN)] : []),
    ...(content.left.length > 0
      ? [set(words.labelled(words.notDrawn), TYPE_STYLES.quiet, right - SHEET_MARGIN)]
      : []),
    ...content.left.map((text) => set(text, TYPE_STYLES.text, right - SHEET_MARGIN, MOST_LEFT_LINES)),
  ];
  const foot = placeFooter(below, top + 16);
  const height = Math.ceil((below.length > 0 ? foot.bottom : top) + SHEET_MARGIN - 4);
  const shares = ticks.map((tick) => tick / content.longest);
  const chart = drawnBars.length > 0 ? barChart(drawnBars, shares, frame, height) : undefined;
  return {
    height,
    texts: [...texts, ...foot.texts],
    rules: [...rules, ...foot.rules],
    ...defined({ chart }),
  };
}
