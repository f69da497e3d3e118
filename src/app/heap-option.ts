/** Holds the option of V8 that a server sets when it starts. */

/**
 * Has garbage collected once the heap has grown by 40 % of what is in use, and not by up to four times as much as V8 does
 * of itself: drawing an answer leaves a hundred times what is kept of it.
 */
export const COLLECT_SOONER = "--heap-growing-percent=40";
