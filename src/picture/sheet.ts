/** A sheet of paper: what is put on it, in units of which a picture is `WIDTH` wide, and how text is set. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import type { Locale } from "../language/messages.ts";
import { type Face, faceOf } from "./fonts.ts";
import { wrapped } from "./wrap.ts";

/** So wide that a text is still read where a chat shows a picture at 550 points, without opening it. */
export const WIDTH = 640;
export const MARGIN = 28;
/** Pixels a unit: sharp on the screens of telephones. */
export const SCALE = 2;
/** However long the texts are: what would end lower than this is left to the table. */
export const HIGHEST = 4000;

export const INK = {
  text: "#22302f",
  accent: "#2f6f73",
  quiet: "#66716f",
  rule: "#c9d1cf",
  faint: "#e9eeec",
  paper: "#ffffff",
} as const;

/** How a text is set. */
export interface Type {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

export const TYPE = {
  title: { size: 20, weight: 600, colour: INK.text },
  text: { size: 15, weight: 400, colour: INK.text },
  years: { size: 14, weight: 600, colour: INK.accent },
  date: { size: 14, weight: 400, colour: INK.text },
  quiet: { size: 13, weight: 400, colour: INK.quiet },
} as const satisfies Record<string, Type>;

export const leading = ({ size }: Type): number => Math.round(size * 1.35);

/** One line of text and the box that it fills. */
export interface Placed extends Type {
  readonly face: Face;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line through points: `x, y, x, y …`. */
export interface Rule {
  readonly through: readonly number[];
  readonly colour: string;
  readonly width: number;
}

/** Everything on a sheet. The chart fills the whole of it and is drawn first. */
export interface Sheet {
  readonly height: number;
  readonly texts: readonly Placed[];
  readonly rules: readonly Rule[];
  readonly chart?: ChartConfiguration;
}

/** A text broken into lines. */
export interface Block {
  readonly type: Type;
  readonly lines: readonly { readonly face: Face; readonly width: number }[];
  readonly width: number;
  readonly height: number;
}

/** Sets a text in no more than `room` and in no more lines than `most`. */
export type SetText = (text: string, type: Type, room: number, most?: number) => Block;

/** Sets texts with the fonts for one language. */
export function setterFor(locale: Locale): SetText {
  const context = createCanvas(1, 1).getContext("2d");
  return (text, type, room, most) => {
    const { text: drawn, family } = faceOf(text, locale);
    dress(context, type, family);
    const widthOf = (part: string): number => context.measureText(part).width;
    const lines = wrapped(drawn, room, widthOf, most)
      .filter((line) => line !== "")
      .map((line) => ({ face: { text: line, family }, width: widthOf(line) }));
    const width = Math.max(0, ...lines.map((line) => line.width));
    return { type, lines, width, height: lines.length * leading(type) };
  };
}

/**
 * Makes a context write in a type. The weight is an axis of the fonts: asked for as a weight, it would be a thin font,
 * smeared.
 */
export function dress(context: SKRSContext2D, { size, weight, colour }: Type, family: string): void {
  // Otherwise some letters' shapes would follow the language of the machine.
  context.lang = "en";
  context.font = `${size}px ${family}`;
  context.fontVariationSettings = `"wght" ${weight}`;
  context.fillStyle = colour;
}

/** Puts a block's lines onto a sheet, flush with `left`, or with `right` where that is given. */
export function place(block: Block, at: { left?: number; right?: number; top: number }): Placed[] {
  return block.lines.map(({ face, width }, index) => ({
    ...block.type,
    face,
    left: at.right === undefined ? (at.left ?? 0) : at.right - width,
    top: at.top + index * leading(block.type),
    width,
    height: leading(block.type),
  }));
}

/** What stands below a picture, under a fine line, and where it ends. Nothing is nothing. */
export function footOf(
  blocks: readonly Block[],
  top: number,
): Pick<Sheet, "texts" | "rules"> & { bottom: number } {
  if (blocks.length === 0) return { texts: [], rules: [], bottom: top };
  const texts: Placed[] = [];
  let bottom = top + 12;
  for (const block of blocks) {
    texts.push(...place(block, { left: MARGIN, top: bottom }));
    bottom += block.height + 2;
  }
  return {
    texts,
    rules: [{ through: [MARGIN, top, WIDTH - MARGIN, top], colour: INK.rule, width: 1 }],
    bottom,
  };
}
