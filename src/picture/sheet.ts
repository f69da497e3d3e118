/** A sheet of paper: what is put on it, in units of which a picture is `WIDTH` wide, and how text is set. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import type { Locale } from "../language/messages.ts";
import { chooseFace, type FontFace } from "./fonts.ts";
import { wrapMeasured } from "./wrap.ts";

/** So wide that a text is still read where a chat shows a picture at 550 points, without opening it. */
export const SHEET_WIDTH = 640;
export const SHEET_MARGIN = 28;
/** Pixels a unit: sharp on the screens of telephones. */
export const PIXEL_SCALE = 2;
/** However long the texts are: what would end lower than this is left to the table. */
export const MAX_HEIGHT = 4000;

export const INK_COLOURS = {
  text: "#22302f",
  accent: "#2f6f73",
  quiet: "#66716f",
  rule: "#c9d1cf",
  faint: "#e9eeec",
  paper: "#ffffff",
} as const;

/** How a text is set. */
export interface TypeStyle {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

export const TYPE_STYLES = {
  title: { size: 20, weight: 600, colour: INK_COLOURS.text },
  text: { size: 15, weight: 400, colour: INK_COLOURS.text },
  years: { size: 14, weight: 600, colour: INK_COLOURS.accent },
  date: { size: 14, weight: 400, colour: INK_COLOURS.text },
  quiet: { size: 13, weight: 400, colour: INK_COLOURS.quiet },
} as const satisfies Record<string, TypeStyle>;

export const lineHeight = ({ size }: TypeStyle): number => Math.round(size * 1.35);

/** One line of text and the box that it fills. */
export interface PlacedText extends TypeStyle {
  readonly face: FontFace;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line through points: `x, y, x, y …`. */
export interface RuleLine {
  readonly through: readonly number[];
  readonly colour: string;
  readonly width: number;
}

/** Everything on a sheet. The chart fills the whole of it and is drawn first. */
export interface PictureSheet {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly rules: readonly RuleLine[];
  readonly chart?: ChartConfiguration;
}

/** A text broken into lines. */
export interface TextBlock {
  readonly type: TypeStyle;
  readonly lines: readonly { readonly face: FontFace; readonly width: number }[];
  readonly width: number;
  readonly height: number;
}

/** Sets a text in no more than `room` and in no more lines than `most`. */
export type SetText = (text: string, type: TypeStyle, room: number, most?: number) => TextBlock;

/** Sets texts with the fonts for one language. */
export function createTypesetter(locale: Locale): SetText {
  const context = createCanvas(1, 1).getContext("2d");
  return (text, type, room, most) => {
    const { text: drawn, family } = chooseFace(text, locale);
    applyStyle(context, type, family);
    const widthOf = (part: string): number => context.measureText(part).width;
    const lines = wrapMeasured(drawn, room, widthOf, most)
      .filter((line) => line !== "")
      .map((line) => ({ face: { text: line, family }, width: widthOf(line) }));
    const width = Math.max(0, ...lines.map((line) => line.width));
    return { type, lines, width, height: lines.length * lineHeight(type) };
  };
}

/**
 * Makes a context write in a type. The weight is an axis of the fonts: asked for as a weight, it would be a thin font,
 * smeared.
 */
export function applyStyle(
  context: SKRSContext2D,
  { size, weight, colour }: TypeStyle,
  family: string,
): void {
  // Otherwise some letters' shapes would follow the language of the machine.
  context.lang = "en";
  context.font = `${size}px ${family}`;
  context.fontVariationSettings = `"wght" ${weight}`;
  context.fillStyle = colour;
}

/** Puts a block's lines onto a sheet, flush with `left`, or with `right` where that is given. */
export function placeBlock(
  block: TextBlock,
  at: { left?: number; right?: number; top: number },
): PlacedText[] {
  return block.lines.map(({ face, width }, index) => ({
    ...block.type,
    face,
    left: at.right === undefined ? (at.left ?? 0) : at.right - width,
    top: at.top + index * lineHeight(block.type),
    width,
    height: lineHeight(block.type),
  }));
}

/** What stands below a picture, under a fine line, and where it ends. Nothing is nothing. */
export function placeFooter(
  blocks: readonly TextBlock[],
  top: number,
): Pick<PictureSheet, "texts" | "rules"> & { bottom: number } {
  if (blocks.length === 0) return { texts: [], rules: [], bottom: top };
  const texts: PlacedText[] = [];
  let bottom = top + 12;
  for (const block of blocks) {
    texts.push(...placeBlock(block, { left: SHEET_MARGIN, top: bottom }));
    bottom += block.height + 2;
  }
  return {
    texts,
    rules: [
      { through: [SHEET_MARGIN, top, SHEET_WIDTH - SHEET_MARGIN, top], colour: INK_COLOURS.rule, width: 1 },
    ],
    bottom,
  };
}
