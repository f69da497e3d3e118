/** Types for reporting the progress of loading a shelf. */

/** Progress of one step; `indexing` may continue in the background after loading. */
export interface LoadProgress {
  readonly step: "reading" | "checking" | "opening" | "keeping" | "indexing";
  readonly done: number;
  readonly of: number;
}

/** Called after each time slice of a step, so never for work that fits in one slice. */
export type ReportProgress = (progress: LoadProgress) => void;
