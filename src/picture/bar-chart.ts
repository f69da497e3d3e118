/** The bars of a chart, over a grid of fine lines at round numbers. */
import type { ChartConfiguration, Scale } from "chart.js";
import { INK_COLOURS, SHEET_WIDTH } from "./sheet.ts";

export const BAR_THICKNESS = 18;

/** Where on a sheet the bars are. */
export interface ChartFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Round numbers from zero up to the longest bar, at most `most` steps. */
export function axisTicks(longest: number, most: number): number[] {
  const rough = longest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  // The smallest numbers that there are have no steps below them.
  if (step === 0) return [0];
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, count) => count * step);
}

/** Lengths are shares of the longest, or a number could be too great to draw. */
export function barChart(
  bars: readonly { readonly share: number; readonly middle: number }[],
  ticks: readonly number[],
  frame: ChartFrame,
  height: number,
): ChartConfiguration {
  const { left, top, right, bottom } = frame;
  return {
    type: "bar",
    data: {
      datasets: [
        {
          data: bars.map(({ share, middle }) => ({ x: share, y: middle })),
          backgroundColor: INK_COLOURS.accent,
          barThickness: BAR_THICKNESS,
          minBarLength: 2,
        },
      ],
    },
    options: {
      indexAxis: "y",
      layout: {
        autoPadding: false,
        padding: { left, top, right: SHEET_WIDTH - right, bottom: height - bottom },
      },
      scales: {
        x: {
          min: 0,
          max: 1,
          afterBuildTicks: (scale: Scale) => {
            scale.ticks = ticks.map((value) => ({ value }));
          },
          afterFit: (scale: Scale) => {
            scale.height = 0;
          },
          border: { display: false },
          grid: {
            color: ({ tick }: { tick?: { value: number } }) =>
              tick?.value === 0 ? INK_COLOURS.quiet : INK_COLOURS.faint,
            drawTicks: false,
          },
          ticks: { display: false },
        },
        y: { type: "linear", offset: false, display: false, reverse: true, min: top, max: bottom },
      },
    },
  };
}
