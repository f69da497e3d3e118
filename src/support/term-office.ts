/** What one of several processes does at a time: how a process waits for its term, and learns that it is over. */

/** A term of this process. */
export interface HeldTerm {
  /** Resolves once another process has taken over, or this one gives the term back. */
  readonly over: Promise<void>;
  /** Lets another process begin at once. */
  release(): Promise<void>;
}

/** Gives terms to one process at a time. */
export interface TermOffice {
  /**
   * Waits until no other process has a term, and begins one.
   * @param waiting is told that another process has it, or with an error that this cannot be known, whenever that changes
   * @returns undefined where the signal ends the waiting
   */
  begin(waiting: (error?: Error) => void, signal: AbortSignal): Promise<HeldTerm | undefined>;
}
