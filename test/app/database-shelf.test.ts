/** A process follows the pointer of a shelf in a database, and goes on with what it has where it cannot. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabaseShelf } from "../../src/app/database-shelf.ts";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { shelf as first, keptLog, PROJECT } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

describe.skipIf(programs === undefined)("a shelf in a database", () => {
  let postgres: Postgres;
  let url: string;
  let database: Database;
  let second: Shelf;
  let secondRoot: string;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
    secondRoot = shelfWith({ "data/people/lu-jun.json": setting("/aliases", ["Lu of the NGOs"]) });
    second = await readShelf(secondRoot);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    url = await postgres.database();
    database = await openDatabase(url, { most: 2 });
  });
  afterEach(() => database.close());

  it("is not opened before one is published", async () => {
    await expect(openDatabaseShelf(url, keptLog())).rejects.toThrow(/^No version of the shelf is published/);
  });

  it("is the version that is current, also where no notice of another has come", async () => {
    await publishFolder(database, PROJECT);
    const log = keptLog();
    const { holder, refresher } = await openDatabaseShelf(url, log);
    const began = holder.current();
    expect(began.version).toBe(first.version);
    await publishFolder(database, secondRoot);
    expect(holder.current()).toBe(began);
    await Promise.all([refresher.refresh(), refresher.refresh()]);
    expect(holder.current().version).toBe(second.version);
    expect((await began.library.about()).version).toBe(first.version);
    expect(refresher.state()).toMatchObject({ taken: 1, refused: 0, faults: [] });
    await refresher.refresh();
    expect(log.lines.map(({ message }) => message)).toEqual(["the changed shelf was taken"]);
  });

  it("hears of another, and of one that came while it could not listen", async () => {
    await publishFolder(database, PROJECT);
    const { holder, follow } = await openDatabaseShelf(url, keptLog());
    const stop = follow!();
    await publishFolder(database, secondRoot);
    await expect.poll(() => holder.current().version).toBe(second.version);
    await database.rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
    );
    await publishFolder(database, PROJECT);
    await expect.poll(() => holder.current().version).toBe(first.version);
    await stop();
  });

  it("stays as it is where another program published it, and says why once", async () => {
    await publishFolder(database, PROJECT);
    const log = keptLog();
    const { holder, refresher } = await openDatabaseShelf(url, log);
    await publishFolder(database, secondRoot);
    await database.rows("update refdesk_shelf_versions set form = 'another' where number = 2");
    await refresher.refresh();
    await refresher.refresh();
    expect(holder.current().version).toBe(first.version);
    expect(refresher.state()).toMatchObject({
      taken: 0,
      refused: 2,
      faults: [
        expect.stringMatching(/^Version 2 \([\da-f]{12}\) was published by another version of Refdesk/),
      ],
    });
    expect(log.lines).toHaveLength(1);
    await expect(openDatabaseShelf(url, log)).rejects.toThrow(/publish the shelf again with this one/);
  });
});
