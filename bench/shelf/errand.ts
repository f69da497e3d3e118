/** What a probe is asked to measure, and what it says. */

/** Input of a probe. */
export interface Errand {
  readonly root: string;
  readonly cache: string;
  /** Where to run the text index: as the library decides, or always or never in a worker thread. */
  readonly thread: "default" | "always" | "never";
  /** What is measured after the start: the first of one sort of asks, all sorts again and again, how long others wait, or nothing. */
  readonly asks: FirstAsk | "again" | "others" | "nothing";
}

/** Times of many runs in milliseconds. */
export type Times = readonly number[];

/** What is asked the first time, each in a process of its own: a check, commands alone, and a name that nobody has. */
export const FIRST_ASKS = ["check", "timeline", "who", "quote", "pledge", "define", "miss"] as const;
export type FirstAsk = (typeof FIRST_ASKS)[number];

/** Output of a probe. */
export interface Probed {
  readonly records: number;
  /** Until a name, and until the full text, can be queried: wall time and CPU time in milliseconds, memory in MB. */
  readonly names: { readonly ms: number; readonly cpu: number; readonly rss: number };
  readonly text: { readonly ms: number; readonly cpu: number; readonly rss: number };
  /** Time of the first ask, in milliseconds. */
  readonly first?: number;
  /** Times in milliseconds of many asks, also of searches with three words. */
  readonly again?: Readonly<Record<"pledge" | "slip" | "suggest" | "check" | "search", Times>>;
  /** Times of searches with ten words, and the delay of a timer while they run and while nothing does. */
  readonly others?: Readonly<Record<"question" | "late" | "idle", Times>>;
}
