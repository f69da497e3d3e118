/**
 * Counts answers and requests, and formats them for Prometheus (text exposition format 0.0.4). Label values are the
 * program's own names, never anything that people typed.
 */
import type { Log } from "../support/log.ts";

/** Upper bounds of the histogram buckets, in seconds: answers take milliseconds, slow ones seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Labels = Readonly<Record<string, string>>;

/** One metric with all its samples. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly { readonly suffix?: string; readonly labels?: Labels; readonly value: number }[];
}

/** Quotes and escapes a label value. */
const quoted = (value: string): string =>
  `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

const labelled = (labels: Labels = {}): string => {
  const all = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`);
  return all.length === 0 ? "" : `{${all.join(",")}}`;
};

/** Formats metrics as Prometheus text. */
export const formatMetrics = (families: readonly MetricFamily[]): string =>
  families
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(({ suffix = "", labels, value }) => `${name}${suffix}${labelled(labels)} ${value}`),
        "",
      ].join("\n"),
    )
    .join("");

/** Creates a counter with one value per set of labels. */
export function createCounter(name: string, help: string) {
  const counts = new Map<string, { labels: Labels; value: number }>();
  return {
    add(labels: Labels): void {
      const key = labelled(labels);
      const existing = counts.get(key);
      if (existing) existing.value += 1;
      else counts.set(key, { labels, value: 1 });
    },
    family: (): MetricFamily => ({ name, help, type: "counter", samples: [...counts.values()] }),
  };
}

/** Creates a histogram of durations in seconds, one per set of labels. */
export function createHistogram(name: string, help: string) {
  const histograms = new Map<string, { labels: Labels; buckets: number[]; sum: number; count: number }>();
  return {
    add(labels: Labels, seconds: number): void {
      const key = labelled(labels);
      const histogram = histograms.get(key) ?? { labels, buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      histograms.set(key, histogram);
      for (const [index, bound] of BOUNDS.entries()) if (seconds <= bound) histogram.buckets[index]! += 1;
      histogram.sum += seconds;
      histogram.count += 1;
    },
    family: (): MetricFamily => ({
      name,
      help,
      type: "histogram",
      samples: [...histograms.values()].flatMap(({ labels, buckets, sum, count }) => [
        ...BOUNDS.map((bound, index) => ({
          suffix: "_bucket",
          labels: { ...labels, le: String(bound) },
          value: buckets[index]!,
        })),
        { suffix: "_bucket", labels: { ...labels, le: "+Inf" }, value: count },
        { suffix: "_sum", labels, value: sum },
        { suffix: "_count", labels, value: count },
      ]),
    }),
  };
}

/** Fields that every platform logs with an answer. */
interface Answered {
  readonly command?: unknown;
  readonly outcome?: unknown;
  readonly ms?: unknown;
}

/** Wraps a log so that `answered` is called for each answer logged: metrics and log cannot disagree. */
export function observeAnswers(log: Log, answered: (what: Answered) => void): Log {
  return {
    ...log,
    info(data, message) {
      if (message === "answered" && "outcome" in data) answered(data);
      log.info(data, message);
    },
  };
}
