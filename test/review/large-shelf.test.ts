/** Reviewing a shelf of many sources: some hundreds of proposals at once, each found without drafting the others. */
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { createReviewDesk } from "../../src/review/create-review-desk.ts";
import type { ReviewStore } from "../../src/review/review-store.ts";
import { openReviewStore } from "../../src/review/sql-review-store.ts";
import { createFolderStore } from "../../src/shelf/folder-store.ts";
import { LIGHTHOUSE, shelfOf } from "./articles.ts";

const MINA = { id: "terminal:Mina Lee", name: "Mina Lee" };
const SOURCES = 40;

const stores: ReviewStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

it("is taken some hundreds at once, and goes on with the next sources", async () => {
  const ids = Array.from({ length: SOURCES }, (_, index) => `source-${String(index).padStart(2, "0")}`);
  const root = shelfOf(
    Object.fromEntries(ids.map((id) => [id, `${LIGHTHOUSE}\nThis is the copy of ${id}.\n`])),
  );
  const open = async () => {
    const store = await openReviewStore({ folder: join(root, ".refdesk") });
    stores.push(store);
    return createReviewDesk({ files: createFolderStore(root), store });
  };
  const desk = await open();
  const first = await desk.waiting();
  expect(first.length).toBeLessThan(300);
  const { drafted, unread } = await desk.overview();
  expect(drafted.size + unread).toBe(SOURCES);
  expect(unread).toBeGreaterThan(0);
  const [last] = await desk.waiting({ source: ids.at(-1)! });
  expect(drafted.has(last!.source)).toBe(false);
  expect(await (await open()).proposal(last!.id)).toMatchObject({ id: last!.id, source: ids.at(-1) });
  for (const { id, source } of first) if (source === ids[0]) await desk.reject(id, MINA);
  // Whom a rejected quotation would have brought waits for itself.
  for (const { id } of await desk.waiting({ source: ids[0]! })) await desk.reject(id, MINA);
  const later = await desk.overview();
  expect(later.drafted.has(ids[0]!)).toBe(false);
  expect(later.unread).toBeLessThan(unread);
  await desk.undo(MINA);
  expect((await desk.overview()).drafted.has(ids[0]!)).toBe(true);
});
