/**
 * What is counted, and how it is told to Prometheus (text exposition format 0.0.4). Labels are names that the program
 * itself has: never anything that people typed.
 */
import type { Log } from "../support/log.ts";

/** The upper bounds of durations in seconds: an answer takes milliseconds, a slow one seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Labels = Readonly<Record<string, string>>;

/** One family of samples: what it is called, what it means, and its lines. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly { readonly suffix?: string; readonly labels?: Labels; readonly value: number }[];
}

/** A label's value as the format wants it. */
const quoted = (value: string): string =>
  `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

const labelled = (labels: Labels = {}): string => {
  const all = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`);
  return all.length === 0 ? "" : `{${all.join(",")}}`;
};

/** Families as Prometheus reads them. */
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

/** Something that is counted by labels. */
export function createCounter(name: string, help: string) {
  const counts = new Map<string, { labels: Labels; value: number }>();
  return {
    add(labels: Labels): void {
      const key = labelled(labels);
      const before = counts.get(key);
      if (before) before.value += 1;
      else counts.set(key, { labels, value: 1 });
    },
    family: (): MetricFamily => ({ name, help, type: "counter", samples: [...counts.values()] }),
  };
}

/** Durations by labels, in seconds. */
export function createHistogram(name: string, help: string) {
  const all = new Map<string, { labels: Labels; buckets: number[]; sum: number; count: number }>();
  return {
    add(labels: Labels, seconds: number): void {
      const key = labelled(labels);
      const one = all.get(key) ?? { labels, buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      all.set(key, one);
      for (const [index, bound] of BOUNDS.entries()) if (seconds <= bound) one.buckets[index]! += 1;
      one.sum += seconds;
      one.count += 1;
    },
    family: (): MetricFamily => ({
      ...{ name, help, type: "histogram" },
      samples: [...all.values()].flatMap(({ labels, buckets, sum, count }) => [
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

/** What the log says of an answer, whichever platform carried it. */
interface Answered {
  readonly command?: unknown;
  readonly outcome?: unknown;
  readonly ms?: unknown;
}

/** A log that also tells each answer that it is told of: what is logged is what is counted. */
export function observeAnswers(log: Log, answered: (what: Answered) => void): Log {
  return {
    ...log,
    info(data, message) {
      if (message === "answered" && "outcome" in data) answered(data);
      log.info(data, message);
    },
  };
}
