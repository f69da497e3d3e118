/** Lays out dated entries as a vertical timeline: date, mark on the rail, description, kind. */
import type { ChartConfiguration } from "chart.js";
import type { PictureMessages } from "../language/pictures.ts";
import type { DrawnMoment, TimelineContent } from "./content.ts";
import {
  INK_COLOURS,
  lineHeight,
  MAX_HEIGHT,
  type PictureSheet,
  type PlacedText,
  placeBlock,
  placeFooter,
  type SetText,
  SHEET_MARGIN,
  SHEET_WIDTH,
  type TextBlock,
  TYPE_STYLES,
} from "./sheet.ts";

const BETWEEN = 12;
const DATE_ROOM = 150;
const KIND_ROOM = 96;
/** The width between a text column and the rail, and between description and kind. */
const GUTTER = 20;
const MOST_LINES = 8;

/** The marks of kinds on the rail. They may repeat, because each entry also names its kind. */
const LOOKS = [
  { pointStyle: "circle", rotation: 0, radius: 6, colour: INK_COLOURS.accent },
  { pointStyle: "rectRot", rotation: 0, radius: 7, colour: "#9a5b3c" },
  { pointStyle: "triangle", rotation: 0, radius: 7, colour: "#54618c" },
  { pointStyle: "rect", rotation: 0, radius: 7, colour: "#7d7229" },
  { pointStyle: "triangle", rotation: 180, radius: 7, colour: "#7b4f78" },
] as const;
/** Interrupts the rail at a heading: Chart.js draws no line to or from NaN. */
const GAP = Number.NaN;
const lookOf = (kind: number) => LOOKS[kind % LOOKS.length]!;

interface Point {
  readonly y: number;
  readonly moment: DrawnMoment;
}

function chartOf(
  points: readonly Point[],
  rail: readonly number[],
  x: number,
  height: number,
): ChartConfiguration {
  const each = <T>(pick: (moment: DrawnMoment) => T): T[] => points.map(({ moment }) => pick(moment));
  const colour = ({ kindNumber }: DrawnMoment): string => lookOf(kindNumber).colour;
  return {
    type: "scatter",
    data: {
      datasets: [
        {
          data: points.map(({ y }) => ({ x, y })),
          clip: false,
          pointStyle: each(({ kindNumber }) => lookOf(kindNumber).pointStyle),
          pointRotation: each(({ kindNumber }) => lookOf(kindNumber).rotation),
          pointRadius: each(({ kindNumber }) => lookOf(kindNumber).radius),
          pointBorderWidth: 2,
          pointBorderColor: each(colour),
          pointBackgroundColor: each((moment) =>
            moment.mark === undefined ? colour(moment) : INK_COLOURS.paper,
          ),
        },
        {
          data: rail.map((y) => ({ x, y })),
          showLine: true,
          pointRadius: 0,
          borderColor: INK_COLOURS.rule,
          borderWidth: 2,
        },
      ],
    },
    options: {
      layout: { autoPadding: false },
      scales: {
        x: { type: "linear", display: false, min: 0, max: SHEET_WIDTH },
        y: { type: "linear", display: false, reverse: true, min: 0, max: height },
      },
    },
  };
}

/** A moment with its texts set as blocks. */
interface Row {
  readonly moment: DrawnMoment;
  readonly years: TextBlock | undefined;
  readonly date: TextBlock;
  readonly mark: TextBlock | undefined;
  readonly what: TextBlock;
  readonly kind: TextBlock;
}

/**
 * Lays out a timeline in order, not to scale. Moments that would exceed `MAX_HEIGHT` are left out and counted in the
 * footer.
 */
export function timelineSheet(content: TimelineContent, set: SetText, words: PictureMessages): PictureSheet {
  const right = SHEET_WIDTH - SHEET_MARGIN;
  const title = set(content.title, TYPE_STYLES.title, right - SHEET_MARGIN, 4);
  const texts: PlacedText[] = placeBlock(title, { left: SHEET_MARGIN, top: SHEET_MARGIN });

  const measured = content.moments.map((moment) => ({
    moment,
    years: moment.years === undefined ? undefined : set(moment.years, TYPE_STYLES.years, DATE_ROOM, 1),
    date: set(moment.when, TYPE_STYLES.date, DATE_ROOM, MOST_LINES),
    mark: moment.mark === undefined ? undefined : set(moment.mark, TYPE_STYLES.quiet, DATE_ROOM, 2),
    kind: set(moment.kind, TYPE_STYLES.quiet, KIND_ROOM, 3),
  }));
  const dateWidth = Math.max(0, ...measured.flatMap(({ date, mark }) => [date.width, mark?.width ?? 0]));
  const kindWidth = Math.max(0, ...measured.map(({ kind }) => kind.width));
  const railX = SHEET_MARGIN + dateWidth + GUTTER;
  const left = railX + GUTTER;
  const room = right - kindWidth - GUTTER - left;
  const rows = measured.map(
    (row): Row => ({ ...row, what: set(row.moment.what, TYPE_STYLES.text, room, MOST_LINES) }),
  );

  let top = SHEET_MARGIN + title.height + 18;
  const points: Point[] = [];
  const railPoints: number[] = [];
  for (const { moment, years, date, mark, what, kind } of rows) {
    const height = Math.max(
      date.height + (mark?.height ?? 0),
      what.height,
      kind.height,
      lineHeight(TYPE_STYLES.text),
    );
    const heading = years === undefined ? 0 : years.height + 8;
    if (points.length > 0 && top + heading + height > MAX_HEIGHT) break;
    if (years !== undefined) {
      if (railPoints.length > 0) railPoints.push(top, GAP);
      texts.push(...placeBlock(years, { left: railX - years.width / 2, top: top + 4 }));
      top += heading;
      railPoints.push(top);
    }
    texts.push(...placeBlock(date, { right: railX - GUTTER, top: top + 1 }));
    if (mark !== undefined)
      texts.push(...placeBlock(mark, { right: railX - GUTTER, top: top + 1 + date.height }));
    texts.push(...placeBlock(what, { left, top }));
    texts.push(...placeBlock(kind, { right, top: top + 1 }));
    const y = top + lineHeight(TYPE_STYLES.text) / 2;
    if (railPoints.length === 0) railPoints.push(y);
    points.push({ y, moment });
    top += height + BETWEEN;
  }
  const last = points.at(-1);
  if (last !== undefined) railPoints.push(last.y);
  const rest = content.rest + rows.length - points.length;
  const foot = placeFooter(
    rest > 0 ? [set(words.more(rest), TYPE_STYLES.quiet, right - SHEET_MARGIN)] : [],
    top,
  );
  const height = Math.ceil(foot.bottom + SHEET_MARGIN - 6);
  return {
    height,
    texts: [...texts, ...foot.texts],
    rules: foot.rules,
    ...(points.length > 0 ? { chart: chartOf(points, railPoints, railX, height) } : {}),
  };
}
