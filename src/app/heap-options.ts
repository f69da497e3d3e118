/** Holds the options of V8 that a server sets when it starts. */

/**
 * Has garbage collected once the heap has grown by 40 % of what is in use, and not by up to four times as much as V8 does
 * of itself: drawing an answer leaves a hundred times what is kept of it. And has the young part of the heap collected by the
 * thread that answers alone: little outlives an answer, and to wait until others have been woken to help takes longer.
 */
export const HEAP_OPTIONS: readonly string[] = ["--heap-growing-percent=40", "--no-parallel-scavenge"];
