/** Publishes a shelf as a new version, which shares with the last one whatever is the same. */

import type { Queries } from "../../database/connection.ts";
import type { Shelf } from "../../shelf/shelf.ts";
import { shelfWithout } from "../partial-shelf.ts";
import { createRelations } from "../referrers.ts";
import { summarizeShelf } from "../shelf-summary.ts";
import { hanNamesOf } from "./record-rows.ts";
import { fileDigests, keepFiles } from "./shelf-files.ts";
import {
  collectWords,
  MANY_CHANGES,
  mergeWords,
  type PublishProgress,
  publishTable,
  type RowChanges,
  type VersionAt,
} from "./table-changes.ts";
import { shelfRows } from "./table-rows.ts";
import { addVersion, movePointer, OPEN, type ShelfRow, type VersionSummary } from "./versions.ts";

/** Options of publishing. */
export interface PublishOptions {
  readonly report?: (progress: PublishProgress) => void;
  /** Is called where another publish has to end first. */
  readonly waiting?: () => void;
}

/** What came of a publish. */
export interface Published extends RowChanges {
  readonly number: number;
  /** Whether no version had these files. */
  readonly isNew: boolean;
}

/** The files of a shelf that is published, which are kept with it. */
export interface PublishedFiles {
  readonly digests: ReadonlyMap<string, string>;
  /** @throws {Error} where a file is not as it was when the shelf was read */
  content(file: string): Buffer;
}

/** Writes what has changed of a shelf, or of its public part, and returns what is known of it as a whole. */
async function publishPart(
  session: Queries,
  shelf: Shelf,
  at: VersionAt,
  hidden: readonly string[],
  report: (progress: PublishProgress) => void,
): Promise<{ readonly summary: VersionSummary } & RowChanges> {
  const { tables, totals } = shelfRows(shelf);
  let [come, gone] = [0, 0];
  for (const table of tables) {
    const changed = await publishTable(session, table, at, report);
    come += changed.come;
    gone += changed.gone;
  }
  const hanNames = [...shelf.records.values()].flatMap(hanNamesOf);
  const summary: VersionSummary = {
    about: summarizeShelf(shelf),
    totals: totals(),
    topics: shelf.topics,
    hidden,
    longestHanName: hanNames.reduce((most, { length }) => Math.max(most, length), 0),
    textLength: [...shelf.sources.values()].reduce((sum, { text }) => sum + text.length, 0),
  };
  return { summary, come, gone };
}

/** Keeps the files of a version, those that have changed anew. */
async function publishFiles(
  session: Queries,
  { digests, content }: PublishedFiles,
  at: VersionAt,
): Promise<void> {
  const known = await fileDigests({
    rows: (text, ...values) => session.rows(text, [at.shelf, OPEN - 1, ...values]),
  });
  function* changes(): Generator<readonly [string, Buffer | null]> {
    for (const [file, digest] of digests) if (known.get(file) !== digest) yield [file, content(file)];
    for (const file of known.keys()) if (!digests.has(file)) yield [file, null];
  }
  await keepFiles(session, at, changes());
}

/** Publishes a whole shelf as the next version, in a transaction that holds it, and moves the pointer. */
export async function publishWhole(
  session: Queries,
  { shelf: id, last }: Pick<ShelfRow, "shelf" | "last">,
  shelf: Shelf,
  files: PublishedFiles,
  report: (progress: PublishProgress) => void,
): Promise<Published> {
  await collectWords(session);
  const at = { shelf: id, number: last + 1 };
  const hidden = [...shelf.sources.values()]
    .filter(({ visibility }) => visibility === "desk")
    .map(({ id }) => id);
  const whole = await publishPart(session, shelf, at, hidden, report);
  let { summary } = whole;
  if (hidden.length > 0) {
    const { citing } = createRelations([...shelf.records.values()]);
    const rest = shelfWithout(shelf, new Set(hidden), citing());
    const part = await publishPart(session, rest, { ...at, shelf: -id }, [], report);
    summary = { ...summary, open: part.summary };
  }
  await publishFiles(session, files, at);
  await addVersion(session, { ...at, hash: shelf.hash, origin: "folder", summary });
  if (whole.come >= MANY_CHANGES) await mergeWords(session);
  await movePointer(session, id, at.number);
  return { number: at.number, isNew: true, come: whole.come, gone: whole.gone };
}
