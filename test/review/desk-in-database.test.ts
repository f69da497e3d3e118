/** Reviewing a shelf that is in a database: what one process accepts, the others answer from. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabaseShelf } from "../../src/app/database-shelf.ts";
import { openDatabase } from "../../src/database/connection.ts";
import { openDatabaseStore } from "../../src/library/database/database-store.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { listVersions } from "../../src/library/database/versions.ts";
import { createReviewDesk } from "../../src/review/create-review-desk.ts";
import type { Proposal, ReviewDesk, Reviewer } from "../../src/review/review-desk.ts";
import { openReviewStore } from "../../src/review/sql-review-store.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { keptLog } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { FERRY, LIGHTHOUSE, shelfOf } from "./articles.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

const MINA: Reviewer = { id: "terminal:mina", name: "Mina Lee" };
const LU: Reviewer = { id: "slack:T1:U2", name: "Lu 陆" };

describe.skipIf(programs === undefined)("reviewing in PostgreSQL", () => {
  let postgres: Postgres;
  let url: string;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    url = await postgres.database();
    const database = await openDatabase(url);
    await publishFolder(database, shelfOf({ lighthouse: LIGHTHOUSE, ferry: FERRY }));
    await database.close();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  /** Opens a desk as each process does. */
  async function openDesk(): Promise<ReviewDesk> {
    const [files, store] = [
      await openDatabaseStore(url, { cache: temporaryFolder() }),
      await openReviewStore({ url }),
    ];
    closing.push(files.close, () => store.close());
    return createReviewDesk({ files, store });
  }
  const proposalWith = (all: readonly Proposal[], words: string): Proposal =>
    all.find(({ passages }) => passages.some(({ exact }) => exact.includes(words)))!;

  it("what one process accepts, another answers from as soon as it is told, until it is taken back", async () => {
    // It does not look by itself while this goes on.
    const { holder, follow } = await openDatabaseShelf(url, keptLog(), { lookMs: 1e9 });
    const stop = follow!();
    closing.push(async () => stop());
    const [desk, other] = [await openDesk(), await openDesk()];
    const { id } = proposalWith(await desk.waiting(), "A harbour without");
    const quoted = async () =>
      (await holder.current().library.find({ words: "Orla Brennan", kinds: ["people"] })).hits.map(
        ({ label }) => label,
      );
    expect(await quoted()).toEqual([]);
    expect(await desk.accept(id, MINA)).toMatchObject({ type: "accepted" });
    await expect.poll(quoted).toEqual(["Orla Brennan"]);
    expect((await other.waiting()).map((one) => one.id)).not.toContain(id);
    expect(await other.accept(id, LU)).toEqual({ type: "decided", by: MINA.name, as: "accepted" });
    expect(await desk.undo(MINA)).toEqual({ type: "undone" });
    await expect.poll(quoted).toEqual([]);
  });

  it("the last hundred changes can be gone back to, and every folder that was published", async () => {
    const database = await openDatabase(url);
    closing.push(() => database.close());
    await database.rows(
      `insert into refdesk_shelf_versions (shelf, number, hash, form, origin, summary, left_at)
       select shelf, n, 'x' || n, form, 'change', summary, now() - interval '1 hour' from refdesk_shelf_versions, generate_series(2, 150) n`,
    );
    await database.rows("update refdesk_shelves set last = 150");
    const desk = await openDesk();
    const { id } = proposalWith(await desk.waiting(), "A harbour without");
    expect(await desk.accept(id, MINA)).toMatchObject({ type: "accepted" });
    const numbers = (await listVersions(database)).map(({ number }) => number);
    expect(numbers).toEqual([...Array.from({ length: 100 }, (_, at) => 151 - at), 1]);
  });

  it("of several who accept the same at once one wins; different ones are all there", async () => {
    const [one, other] = [await openDesk(), await openDesk()];
    const all = await one.waiting();
    const { id } = proposalWith(all, "A harbour without");
    const outcomes = await Promise.all([one.accept(id, MINA), other.accept(id, LU)]);
    expect(outcomes.map(({ type }) => type).sort()).toEqual(["accepted", "decided"]);
    const sure = all.filter((proposal) => proposal.isSure && proposal.id !== id).slice(0, 4);
    const accepted = await Promise.all(
      sure.map((proposal, at) => (at % 2 === 0 ? one : other).accept(proposal.id, MINA)),
    );
    expect(accepted.every(({ type }) => type === "accepted")).toBe(true);
    const waiting = (await other.waiting()).map((proposal) => proposal.id);
    expect(sure.filter((proposal) => waiting.includes(proposal.id))).toEqual([]);
  });
});
