/** Takes back a reviewer's last decision, and what it wrote. */
import { reviewMessagesIn } from "../language/review-messages.ts";
import { areMade, ChangedSinceError, type FileChange, type ShelfStore } from "../shelf/shelf-store.ts";
import { contentOf, decidedEntry } from "./entry-content.ts";
import { faultsWith } from "./plan-acceptance.ts";
import type { Reviewer, ReviewOutcome } from "./review-desk.ts";
import type { ReviewStore } from "./review-store.ts";

interface UndoContext {
  readonly files: ShelfStore;
  readonly store: ReviewStore;
  readonly now: () => Date;
}

/** Turns changes round; the record goes before those that it needs. */
const reversed = (changes: readonly FileChange[]): FileChange[] =>
  changes.toReversed().map(({ file, before, after }) => ({ file, before: after, after: before }));

/** Takes back the last decision of a reviewer; undefined when there is none. */
export async function undoLast(
  by: Reviewer,
  { files, store, now }: UndoContext,
): Promise<ReviewOutcome | undefined> {
  const entry = await store.lastBy(by.id);
  if (!entry) return undefined;
  const { changes = [], isTold: _, ...content } = contentOf(entry);
  const reopened = decidedEntry(entry, content, "waiting", undefined, now());
  const reopen = async (): Promise<ReviewOutcome> =>
    (await store.move(reopened, [entry.state]))
      ? { type: "undone" }
      : { type: "decided", by: entry.byName, as: entry.state };
  if (changes.length === 0) return reopen();
  return files.whileAlone(async (write) => {
    const back = reversed(changes);
    // A process that ended in between has taken the files back already.
    if (await areMade(files, back)) return reopen();
    // Whom the record brought may be needed by others since; then they stay.
    let lastFaults: readonly string[] = [];
    for (const some of [back, back.slice(0, 1)]) {
      const faults = await faultsWith(files, some);
      if (faults.length > 0) {
        lastFaults = faults.map(({ text }) => text);
        continue;
      }
      try {
        await write(some);
      } catch (error) {
        if (error instanceof ChangedSinceError)
          return { type: "refused", faults: [reviewMessagesIn(by.locale).changedSince(error.file)] };
        throw error;
      }
      return reopen();
    }
    return { type: "refused", faults: lastFaults };
  });
}
