/** Finds what became of what people sent, so that each is told once. */
import { contentOf } from "./entry-content.ts";
import type { ReviewStore } from "./review-store.ts";

/** What became of a suggestion or a report. */
export interface SentOutcome {
  /** Who sent it, as a reviewer's id is written. */
  readonly from: string;
  readonly isAccepted: boolean;
  readonly origin: "suggestion" | "report";
  /** The words that were suggested, or the line whose answer was reported. */
  readonly about: string;
  /** What whoever sent it wrote. */
  readonly remark: string;
}

/**
 * Takes what was decided before a moment and has not been told: of several processes that ask, one gets each.
 * @param platforms the beginnings of the senders' ids who can be told, such as `terminal:`
 */
export async function takeUntold(
  store: ReviewStore,
  before: Date,
  platforms: readonly string[],
): Promise<SentOutcome[]> {
  const outcomes: SentOutcome[] = [];
  for (const entry of await store.find({ sentAndDecidedBefore: before })) {
    const content = contentOf(entry);
    const { suggestion, report, isTold } = content;
    const about = suggestion?.passage.exact ?? report?.line;
    if (isTold || about === undefined || !platforms.some((platform) => entry.from.startsWith(platform)))
      continue;
    if (!(await store.annotate(entry, JSON.stringify({ ...content, isTold: true })))) continue;
    outcomes.push({
      from: entry.from,
      isAccepted: entry.state === "accepted",
      about,
      origin: suggestion ? "suggestion" : "report",
      remark: suggestion?.remark ?? report?.remark ?? "",
    });
  }
  return outcomes;
}
