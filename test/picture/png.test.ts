/** Pictures as PNG: that they are drawn, what is in them, and that nothing lies on anything else. */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/desk/picture.ts";
import { layOutPicture } from "../../src/picture/layout.ts";
import { drawPng } from "../../src/picture/png.ts";
import { INK_COLOURS, PIXEL_SCALE, type PlacedText, SHEET_WIDTH } from "../../src/picture/sheet.ts";
import {
  anyLocale,
  anyPicture,
  chineseDonors,
  chineseHistory,
  donors,
  history,
  traditional,
} from "./pictures.ts";

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, data };
}

/** How many bars there are: stretches of the accent's colour, as high as a bar is thick, above each other. */
function barsIn({ width, height, data }: Pixels): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(INK_COLOURS.accent.slice(at, at + 2), 16));
  const accent = (x: number, y: number): boolean => {
    const at = 4 * (y * width + x);
    return data[at] === red && data[at + 1] === green && data[at + 2] === blue;
  };
  const inColumn = (x: number): number => {
    let bars = 0;
    let run = 0;
    for (let y = 0; y < height; y++) {
      run = accent(x, y) ? run + 1 : 0;
      if (run === 15 * PIXEL_SCALE) bars++;
    }
    return bars;
  };
  return Math.max(...Array.from({ length: width }, (_, x) => inColumn(x)));
}

const inked = ({ data }: Pixels): number => data.filter((value, at) => at % 4 === 0 && value < 128).length;

const only = (what: string): Picture => ({ ...history, moments: [{ ...history.moments[0]!, what }] });

const textOf = (picture: Picture, locale: "en" | "zh-Hans" | "zh-Hant" = "en"): string =>
  layOutPicture(picture, locale)
    .texts.map(({ face }) => face.text)
    .join("\n");

function overlap(one: PlacedText, other: PlacedText): boolean {
  return (
    one.left + 0.5 < other.left + other.width &&
    other.left + 0.5 < one.left + one.width &&
    one.top + 0.5 < other.top + other.height &&
    other.top + 0.5 < one.top + one.height
  );
}

describe("a picture", () => {
  it.each([
    ["bars", donors, "en"],
    ["Chinese bars", chineseDonors, "zh-Hans"],
    ["moments", history, "en"],
    ["Chinese moments", chineseHistory, "zh-Hans"],
    ["traditional characters", traditional, "zh-Hant"],
  ] as const)("is drawn: %s", async (_, picture, locale) => {
    const png = await drawPng(picture, locale);
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const pixels = await pixelsOf(png);
    expect(pixels.width).toBe(SHEET_WIDTH * PIXEL_SCALE);
    expect(pixels.height).toBe(layOutPicture(picture, locale).height * PIXEL_SCALE);
    expect([...pixels.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    expect(inked(pixels)).toBeGreaterThan(1000);
    expect(png.length).toBeLessThan(300_000);
  });

  it("has one bar for each sum, also for one of several donors, and none for what is left", async () => {
    expect(barsIn(await pixelsOf(await drawPng(donors, "en")))).toBe(4);
    expect(barsIn(await pixelsOf(await drawPng({ ...donors, bars: donors.bars.slice(0, 1) }, "en")))).toBe(1);
    expect(barsIn(await pixelsOf(await drawPng({ ...donors, bars: [] }, "en")))).toBe(0);
  });

  it("has every text in it", () => {
    for (const picture of [donors, chineseDonors]) {
      const drawn = textOf(picture).replaceAll("\n", "").replaceAll(" ", "");
      for (const { names, stated } of picture.bars)
        for (const text of [...names, stated]) expect(drawn).toContain(text.replaceAll(" ", ""));
      for (const text of picture.left) expect(drawn).toContain(text.replaceAll(" ", ""));
    }
    for (const picture of [history, chineseHistory]) {
      const drawn = textOf(picture).replaceAll("\n", "").replaceAll(" ", "");
      for (const { when, what, kind } of picture.moments)
        for (const text of [when, what, kind]) expect(drawn).toContain(text.replaceAll(" ", ""));
      expect(drawn).toContain(picture.inferredMark);
    }
  });

  it.each([5e-324, 0.02, 999, 1.7e308])("has an axis for %d", (value) => {
    const { texts } = layOutPicture({ ...donors, bars: [{ ...donors.bars[0]!, value }] }, "en");
    expect(texts.map(({ face }) => face.text)).toContain("0");
  });

  it("says how many there are that it does not draw", () => {
    const bars = Array.from({ length: 30 }, () => donors.bars[0]!);
    expect(textOf({ ...donors, bars })).toContain("6 more in the table");
    const moments = Array.from({ length: 52 }, () => history.moments[0]!);
    expect(textOf({ ...history, moments }, "zh-Hant")).toContain("表格中另有12項");
  });

  it("marks an inferred date by a hollow shape", async () => {
    const [stated, inferred] = await Promise.all(
      [false, true].map(async (inferred) => {
        const picture = { ...history, inferredMark: "", moments: [{ ...history.moments[0]!, inferred }] };
        return inked(await pixelsOf(await drawPng(picture, "en")));
      }),
    );
    expect(stated! - inferred!).toBeGreaterThan(50);
  });
});

describe("letters", () => {
  const drawn = async (what: string): Promise<string> =>
    Buffer.from((await pixelsOf(await drawPng(only(what), "zh-Hans"))).data).toString("base64");

  it("are each drawn as themselves, in simplified and in traditional characters", async () => {
    const pictures = await Promise.all(["腾", "讯", "騰", "訊", "習", "龍", "\ue000"].map(drawn));
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it("are all there for what is on a desk", () => {
    for (const picture of [chineseDonors, chineseHistory, traditional])
      expect(textOf(picture)).not.toContain("〓");
  });

  it("that no font has are all drawn as one sign, whatever is installed", async () => {
    const pictures = await Promise.all(["\ue000", "\u0e01", "ש", "😀"].map(drawn));
    expect(new Set(pictures).size).toBe(1);
  });

  it("are never taken for markup", () => {
    expect(textOf(only("<b>a & b</b> &amp; **c** {d}"))).toContain("<b>a & b</b> &amp; **c** {d}");
  });
});

it("whatever a picture holds, its texts are on the sheet, and none lies on another", () => {
  fc.assert(
    fc.property(anyPicture, anyLocale, (picture, locale) => {
      const { texts, height } = layOutPicture(picture, locale);
      for (const text of texts) {
        expect(text.left).toBeGreaterThanOrEqual(0);
        expect(text.left + text.width).toBeLessThanOrEqual(SHEET_WIDTH);
        expect(text.top + text.height).toBeLessThanOrEqual(height);
      }
      for (const [index, one] of texts.entries())
        for (const other of texts.slice(index + 1))
          if (overlap(one, other)) expect([one, other]).toBe("apart");
    }),
    { numRuns: 40 },
  );
});

it("whatever a picture holds, it is drawn", async () => {
  await fc.assert(
    fc.asyncProperty(anyPicture, anyLocale, async (picture, locale) => {
      const png = await drawPng(picture, locale);
      expect(png.readUInt32BE(16)).toBe(SHEET_WIDTH * PIXEL_SCALE);
      expect(png.readUInt32BE(20)).toBe(layOutPicture(picture, locale).height * PIXEL_SCALE);
    }),
    { numRuns: 8 },
  );
});
