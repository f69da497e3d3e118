/** Paints a sheet as PNG: the chart with Chart.js, then the lines and the texts. */
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
} from "chart.js";
import {
  applyStyle,
  INK_COLOURS,
  PIXEL_SCALE,
  type PictureSheet,
  type RuleLine,
  SHEET_WIDTH,
} from "./sheet.ts";

Chart.register(BarController, BarElement, LinearScale, LineElement, PointElement, ScatterController);

function drawRule(context: SKRSContext2D, { through, colour, width }: RuleLine): void {
  context.beginPath();
  for (let at = 0; at + 1 < through.length; at += 2) context.lineTo(through[at]!, through[at + 1]!);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function drawChart(canvas: Canvas, chart: NonNullable<PictureSheet["chart"]>): Chart {
  return new Chart(canvas as never, {
    ...chart,
    options: {
      ...chart.options,
      animation: false,
      responsive: false,
      events: [],
      devicePixelRatio: PIXEL_SCALE,
    },
  });
}

/**
 * Paints a sheet and encodes it as PNG outside the main thread. Each text has a white background, so that no grid line
 * crosses it.
 */
export async function paintSheet({ height, texts, rules, chart }: PictureSheet): Promise<Buffer> {
  const canvas = createCanvas(SHEET_WIDTH * PIXEL_SCALE, height * PIXEL_SCALE);
  const context = canvas.getContext("2d");
  context.fillStyle = INK_COLOURS.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(PIXEL_SCALE, PIXEL_SCALE);
  if (chart !== undefined) {
    const plot = createCanvas(SHEET_WIDTH, height);
    const painted = drawChart(plot, chart);
    context.drawImage(plot, 0, 0, SHEET_WIDTH, height);
    painted.destroy();
  }
  for (const rule of rules) drawRule(context, rule);
  context.textBaseline = "alphabetic";
  for (const { face, left, top, width, height: boxHeight, ...type } of texts) {
    context.fillStyle = INK_COLOURS.paper;
    context.fillRect(left - 2, top, width + 4, boxHeight);
    applyStyle(context, type, face.family);
    context.fillText(face.text, left, top + boxHeight / 2 + type.size * 0.36);
  }
  return canvas.encode("png");
}
