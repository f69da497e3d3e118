/** Reads are tried again while the database is away for a moment; what fails for another reason fails at once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientQueries } from "../../src/database/patient-queries.ts";
import { createDatabaseLibrary } from "../../src/library/database/database-library.ts";
import { currentVersion } from "../../src/library/database/versions.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { PROJECT } from "../desks.ts";
import { type PublishedShelf, publishIn } from "./published.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

describe.skipIf(programs === undefined)("a database that is away", () => {
  let postgres: Postgres;
  let published: PublishedShelf;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
    published = await publishIn(await postgres.database(), PROJECT);
  });
  afterAll(async () => {
    await published?.database.close();
    await postgres?.close();
  });

  it("is waited for, whether it was cut off while it answered or before", async () => {
    const { database } = published;
    const version = (await currentVersion(database))!;
    const pauses = Array.from({ length: 600 }, () => 100);
    const library = createDatabaseLibrary(patientQueries(database, pauses), version, false);
    const expected = await library.search({ words: "common prosperity", most: 10 });
    const asked = Array.from({ length: 20 }, () => library.search({ words: "common prosperity", most: 10 }));
    await postgres.kill();
    const noted = createDatabaseLibrary(database, version, false).state();
    expect(await noted).toBe("starting");
    const late = library.search({ words: "common prosperity", most: 10 });
    await postgres.revive();
    for (const answer of [...asked, late]) expect(await answer).toEqual(expected);
    expect(await library.state()).toBe("ready");
  });

  it("is told of where it stays away, and at once where the query is wrong", async () => {
    let tried = 0;
    const failing = (error: Error) =>
      patientQueries({
        async rows() {
          tried++;
          throw error;
        },
      }).rows("select 1");
    for (const code of ["ECONNREFUSED", "53300"]) {
      tried = 0;
      const refused = Object.assign(new Error("no connection"), { code });
      await expect(failing(refused)).rejects.toBe(refused);
      expect(tried).toBeGreaterThan(1);
    }
    tried = 0;
    const wrong = Object.assign(new Error("syntax error"), { code: "42601" });
    await expect(failing(wrong)).rejects.toBe(wrong);
    expect(tried).toBe(1);
  });
});
