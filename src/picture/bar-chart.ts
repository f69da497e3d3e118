/** Configures a bar chart with a grid at round numbers. */
import type { ChartConfiguration, Scale } from "chart.js";
import { INK_COLOURS, SHEET_WIDTH } from "./sheet.ts";

/** The height of a bar, in sheet units. */
export const BAR_THICKNESS = 18;

/** The area of the bars on a sheet, in sheet units. */
export interface ChartFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns round numbers (steps of 1, 2 or 5 times a power of ten) from 0 to `longest`, in at most `most` steps. */
export function axisTicks(longest: number, most: number): number[] {
  const rough = longest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  // The step underflows to 0 for the smallest positive numbers.
  if (step === 0) return [0];
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, count) => count * step);
}

/**
 * Creates the chart configuration. Bars and ticks are shares of the longest bar, because absolute values could be too
 * large for Chart.js to draw.
 */
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
