/** Draws an answer's picture as Slack's own chart, which needs no file and no membership of the channel. */
import { clipLabel } from "../../delivery/fit.ts";
import type { BarPicture, Picture, TimelineMoment, TimelinePicture } from "../../desk/picture.ts";
import { truncateText } from "../../desk/truncate.ts";
import type { Messages } from "../../language/messages.ts";
import { pictureMessages } from "../../language/pictures.ts";
import { printableText } from "../../support/printable.ts";
import { SLACK_CHART_LIMITS } from "./limits.ts";
import { periodsOf } from "./periods.ts";

/** Named values, one for each category of a chart. */
interface ChartSeries {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

/** Slack's chart block, which @slack/types lacks: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface DataVisualizationBlock {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "bar";
    readonly series: readonly ChartSeries[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
}

/** A chart, and the lines below it: what its labels cannot hold, and what has no bar. */
export interface SlackChart {
  readonly block: DataVisualizationBlock;
  readonly lines: readonly string[];
}

/** The longest line below a chart, in UTF-16 units: it names a sum, which the answer tells. */
const LINE = 300;

/** A label in few words, which Slack refuses where it is empty. */
const label = (text: string, most: number): string => clipLabel(printableText(text), most) || "–";

/** Returns names as labels of which no two are equal: Slack tells the bars of a chart apart by them. */
function distinctLabels(names: readonly string[]): string[] {
  const taken = new Set<string>();
  for (const name of names)
    for (let count = 1; ; count++) {
      const mark = count === 1 ? "" : ` ${count}`;
      const own = label(name, SLACK_CHART_LIMITS.label - mark.length) + mark;
      if (taken.has(own)) continue;
      taken.add(own);
      break;
    }
  return [...taken];
}

/** Builds the block; every series has a value for each category. */
function chartBlock(
  title: string,
  unit: string,
  categories: readonly string[],
  series: readonly { readonly name: string; readonly values: readonly number[] }[],
): DataVisualizationBlock {
  const names = distinctLabels(series.map(({ name }) => name));
  return {
    type: "data_visualization",
    title: label(title, SLACK_CHART_LIMITS.title),
    chart: {
      type: "bar",
      series: series.map(({ values }, index) => ({
        name: names[index]!,
        data: categories.map((category, at) => ({ label: category, value: values[at] ?? 0 })),
      })),
      axis_config: { categories, y_label: label(unit, SLACK_CHART_LIMITS.title) },
    },
  };
}

/** Draws a comparison: a bar for each stated sum. Below it stand the names in full, each with the source's words. */
function barChart({ title, unit, bars, left }: BarPicture, messages: Messages): SlackChart | undefined {
  const shown = bars.filter(({ value }) => Number.isFinite(value)).slice(0, SLACK_CHART_LIMITS.categories);
  if (shown.length === 0) return undefined;
  const words = pictureMessages(messages.locale);
  const names = shown.map(({ names: donors }) => messages.list(donors));
  const listed = left.slice(0, SLACK_CHART_LIMITS.categories);
  const more = [bars.length - shown.length, left.length - listed.length].filter((count) => count > 0);
  return {
    block: chartBlock(title, unit, distinctLabels(names), [
      { name: unit, values: shown.map(({ value }) => value) },
    ]),
    lines: [
      ...shown.map(({ stated }, index) => messages.labelled(names[index]!) + stated),
      ...listed,
      ...more.map((count) => words.more(count)),
    ].map((line) => truncateText(line, LINE)),
  };
}

const kindOf = ({ kind }: TimelineMoment): string => kind;

/** Draws a timeline: how many entries of each kind every day, month, year or decade has. */
function momentChart({ title, moments }: TimelinePicture, messages: Messages): SlackChart | undefined {
  const periods = periodsOf(
    moments.map(({ date }) => date),
    SLACK_CHART_LIMITS.categories,
  );
  const kinds = [...new Set(moments.map(kindOf))];
  if (!periods || kinds.length > SLACK_CHART_LIMITS.series) return undefined;
  const words = pictureMessages(messages.locale);
  const series = kinds.map((kind) => ({
    name: kind,
    values: periods.dates.map(
      (_, at) =>
        moments.filter((moment, index) => moment.kind === kind && periods.places[index] === at).length,
    ),
  }));
  const categories = distinctLabels(periods.dates.map((date) => messages.brief.shortDate(date)));
  const inferred = moments.filter((moment) => moment.inferred).length;
  return {
    block: chartBlock(title, words.entries, categories, series),
    lines: [words.counted(moments.length, inferred)],
  };
}

/** Draws a picture as a chart; undefined for one that Slack's chart cannot hold. */
export const slackChart = (picture: Picture, messages: Messages): SlackChart | undefined =>
  picture.type === "bars" ? barChart(picture, messages) : momentChart(picture, messages);
