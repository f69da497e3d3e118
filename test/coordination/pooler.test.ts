/** Through pgbouncer in transaction mode all works, and what its notices do not tell is found by looking. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabaseShelf } from "../../src/app/database-shelf.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { openCoordination } from "../../src/coordination/coordination.ts";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { CHANNEL } from "../../src/library/database/versions.ts";
import { readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { shelf as first, keptLog, PROJECT } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";
import { findPooler, POOLER_MISSING, type Pooler, startPooler } from "../stand-ins/pooler.ts";

const programs = programsOf();
const program = findPooler();
if (programs === undefined) console.warn(MISSING);
else if (program === undefined) console.warn(POOLER_MISSING);

describe.skipIf(programs === undefined || program === undefined)(
  "through a pooler in transaction mode",
  () => {
    let postgres: Postgres;
    let pooler: Pooler;
    let database: Database;
    let second: Shelf;
    let changed: string;
    beforeAll(async () => {
      postgres = await startPostgres(programs!);
      pooler = await startPooler(program!, await postgres.database());
      database = await openDatabase(pooler.url, { most: 4 });
      changed = shelfWith({ "data/people/lu-jun.json": setting("/aliases", ["Lu of the NGOs"]) });
      second = await readShelf(changed);
    });
    afterAll(async () => {
      await database?.close();
      await pooler?.close();
      await postgres?.close();
    });

    it("a shelf is published and read, and another is found though no notice of it comes", async () => {
      await publishFolder(database, PROJECT);
      const { holder, follow } = await openDatabaseShelf(pooler.url, keptLog(), { lookMs: 50 });
      expect(holder.current().version).toBe(first.version);
      const asked = Array.from({ length: 20 }, () =>
        holder.current().library.search({ words: "common prosperity", most: 10 }),
      );
      for (const found of await Promise.all(asked)) expect(found).toEqual(await asked[0]);
      let heard = 0;
      database.listen(CHANNEL, () => {
        heard += 1;
      });
      await expect.poll(() => heard).toBe(1);
      const stop = follow!();
      await publishFolder(database, changed);
      await expect.poll(() => holder.current().version).toBe(second.version);
      // The first was that it listens, which a pooler does not pass on to the database for good.
      expect(heard).toBe(1);
      await stop();
    });

    it("processes share what they share", async () => {
      const log = keptLog();
      // A busy machine may be late, which is no outage.
      const patienceMs = 60_000;
      const opening = Array.from({ length: 6 }, () => openCoordination(pooler.url, log, patienceMs));
      const all = await Promise.all(opening);
      const secrets = await Promise.all(all.map(({ secret }) => secret("links")));
      expect(new Set(secrets).size).toBe(1);
      const delivery = crypto.randomUUID();
      const outcomes = await Promise.all(all.map(({ claims }) => claims.claim(delivery)));
      expect(outcomes.filter((outcome) => outcome === "ours")).toHaveLength(1);
      let registered = 0;
      await Promise.all(
        all.map(({ registerInTurn }) =>
          registerInTurn("app", { hash: "a" }, async () => {
            registered += 1;
          }),
        ),
      );
      expect(registered).toBe(1);
      const end = new AbortController();
      let waiting = 0;
      const terms = all.map(({ lease }) => lease("gateway").begin(() => void waiting++, end.signal));
      await expect.poll(() => waiting).toBe(all.length - 1);
      end.abort();
      const held = (await Promise.all(terms)).filter((term) => term !== undefined);
      expect(held).toHaveLength(1);
      await held[0]!.release();
      expect(log.lines).toEqual([]);
      for (const coordination of all) await coordination.close();
    });

    it("what was cited is kept", async () => {
      const log = await openCitationLog({ url: pooler.url });
      await log.record("here", ["a", "b"], new Date());
      expect((await log.citedIn("here")).map(({ source }) => source)).toEqual(["a", "b"]);
      await log.close();
    });
  },
);
