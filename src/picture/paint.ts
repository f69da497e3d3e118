/** Paints a sheet as PNG: the chart by Chart.js, then the rules and the texts. */
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
import { dress, INK, type Rule, SCALE, type Sheet, WIDTH } from "./sheet.ts";

Chart.register(BarController, BarElement, LinearScale, LineElement, PointElement, ScatterController);

function drawRule(context: SKRSContext2D, { through, colour, width }: Rule): void {
  context.beginPath();
  for (let at = 0; at + 1 < through.length; at += 2) context.lineTo(through[at]!, through[at + 1]!);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function drawChart(canvas: Canvas, chart: NonNullable<Sheet["chart"]>): Chart {
  return new Chart(canvas as never, {
    ...chart,
    options: { ...chart.options, animation: false, responsive: false, events: [], devicePixelRatio: SCALE },
  });
}

/** The sheet's PNG, encoded beside the main thread. Behind each text the paper is white, so that no grid runs through it. */
export async function paint({ height, texts, rules, chart }: Sheet): Promise<Buffer> {
  const canvas = createCanvas(WIDTH * SCALE, height * SCALE);
  const context = canvas.getContext("2d");
  context.fillStyle = INK.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SCALE, SCALE);
  if (chart !== undefined) {
    const plot = createCanvas(WIDTH, height);
    const drawn = drawChart(plot, chart);
    context.drawImage(plot, 0, 0, WIDTH, height);
    drawn.destroy();
  }
  for (const rule of rules) drawRule(context, rule);
  context.textBaseline = "alphabetic";
  for (const { face, left, top, width, height: tall, ...type } of texts) {
    context.fillStyle = INK.paper;
    context.fillRect(left - 2, top, width + 4, tall);
    dress(context, type, face.family);
    context.fillText(face.text, left, top + tall / 2 + type.size * 0.36);
  }
  return canvas.encode("png");
}
