/** What a reader of the shelf reports while it loads. */

/** How far loading is: `indexing` goes on behind it. */
export interface LoadProgress {
  readonly step: "reading" | "checking" | "opening" | "keeping" | "indexing";
  readonly done: number;
  readonly of: number;
}

/** Called after each slice of loading, never for what is done at once. */
export type ReportProgress = (progress: LoadProgress) => void;
