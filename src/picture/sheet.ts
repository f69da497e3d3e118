/** Defines the sheet of a picture: measures (in units of `PIXEL_SCALE` pixels), styles and typesetting. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import type { Locale } from "../language/messages.ts";
import { chooseFace, type FontFace } from "./fonts.ts";
import { wrapMeasured } from "./wrap.ts";

/** The width of a sheet, in units. Text stays legible in chats that show pictures about 550 points wide. */
export const SHEET_WIDTH = 640;
/** The margin on all sides, in units. */
export const SHEET_MARGIN = 28;
/** Pixels per unit; 2 for sharp text on high-density screens. */
export const PIXEL_SCALE = 2;
/** The maximum height of the rows, in units; later rows are left to the answer's table. */
export const MAX_HEIGHT = 4000;

/** The colours of a sheet, as CSS values. */
export const INK_COLOURS = {
  text: "#22302f",
  accent: "#2f6f73",
  quiet: "#66716f",
  rule: "#c9d1cf",
  faint: "#e9eeec",
  paper: "#ffffff",
} as const;

/** A text style: size in units, weight on the fonts' `wght` axis, CSS colour. */
export interface TypeStyle {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

/** The text styles by role. */
export const TYPE_STYLES = {
  title: { size: 20, weight: 600, colour: INK_COLOURS.text },
  text: { size: 15, weight: 400, colour: INK_COLOURS.text },
  years: { size: 14, weight: 600, colour: INK_COLOURS.accent },
  date: { size: 14, weight: 400, colour: INK_COLOURS.text },
  quiet: { size: 13, weight: 400, colour: INK_COLOURS.quiet },
} as const satisfies Record<string, TypeStyle>;

/** Returns the height of a line, in units. */
export const lineHeight = ({ size }: TypeStyle): number => Math.round(size * 1.35);

/** A line of text and its box. */
export interface PlacedText extends TypeStyle {
  readonly face: FontFace;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A drawn line; `through` holds its points as `x, y, x, y …`. */
export interface RuleLine {
  readonly through: readonly number[];
  readonly colour: string;
  readonly width: number;
}

/** The content of a sheet. The chart covers the whole sheet and is drawn first. */
export interface PictureSheet {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly rules: readonly RuleLine[];
  readonly chart?: ChartConfiguration;
}

/** A text wrapped to lines; width and height are in units. */
export interface TextBlock {
  readonly type: TypeStyle;
  readonly lines: readonly { readonly face: FontFace; readonly width: number }[];
  readonly width: number;
  readonly height: number;
}

/** Wraps a text to `room` units and at most `most` lines; a shortened text ends with a visible mark. */
export type SetText = (text: string, type: TypeStyle, room: number, most?: number) => TextBlock;

/** Creates the function that sets texts in the fonts for a locale. */
export function createTypesetter(locale: Locale): SetText {
  const context = createCanvas(1, 1).getContext("2d");
  return (text, type, room, most) => {
    const { text: drawable, family } = chooseFace(text, locale);
    applyStyle(context, type, family);
    const widthOf = (part: string): number => context.measureText(part).width;
    const lines = wrapMeasured(drawable, room, widthOf, most)
      .filter((line) => line !== "")
      .map((line) => ({ face: { text: line, family }, width: widthOf(line) }));
    const width = Math.max(0, ...lines.map((line) => line.width));
    return { type, lines, width, height: lines.length * lineHeight(type) };
  };
}

/**
 * Applies a style and fonts to a canvas context. The weight is set as an axis of the variable fonts: set as a CSS
 * weight, it would be a synthetic bold of the thinnest weight.
 */
export function applyStyle(
  context: SKRSContext2D,
  { size, weight, colour }: TypeStyle,
  family: string,
): void {
  // Without a fixed language, some glyph shapes would depend on the locale of the machine.
  context.lang = "en";
  context.font = `${size}px ${family}`;
  context.fontVariationSettings = `"wght" ${weight}`;
  context.fillStyle = colour;
}

/** Places the lines of a block, aligned to `right` if that is given, else to `left`. */
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

/** Places blocks below a picture, under a line, and returns their `bottom`. Without blocks, places nothing. */
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
