/** Kills `refdesk shelf publish` at random moments: the version before is there as it was, or the new one whole. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/database/connection.ts";
import { openDatabaseStore } from "../../src/library/database/database-store.ts";
import { holdShelf, listVersions } from "../../src/library/database/versions.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { MISSING, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { PROJECT } from "../desks.ts";
import { setting, shelfWith, temporaryFolder } from "../shelves.ts";
import { PROGRAM } from "./compiled.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

const ROUNDS = 20;

it.skipIf(programs === undefined)(
  "killed at random moments, a publish is there whole or not at all",
  async () => {
    const postgres = await startPostgres(programs!);
    const DATABASE_URL = await postgres.database();
    const database = await openDatabase(DATABASE_URL);
    const store = await openDatabaseStore(DATABASE_URL);
    const home = temporaryFolder();
    const start = (folder: string) =>
      spawn(process.execPath, [PROGRAM, "shelf", "publish", folder], {
        env: { PATH: process.env.PATH, HOME: home, DATABASE_URL },
        stdio: ["ignore", "ignore", "pipe"],
      });
    try {
      const first = start(PROJECT);
      const begun = performance.now();
      expect((await once(first, "close"))[0]).toBe(0);
      const lasts = performance.now() - begun;
      const before = await store.read();
      let { hash } = before;
      let aliases = before.records.get("people/lu-jun")!.aliases;
      for (let round = 0; round < ROUNDS; round++) {
        // Half of them change few files, half of them the topics, with which the whole shelf is compared.
        const changed = shelfWith({
          "data/people/lu-jun.json": setting("/aliases", [`Lu of round ${round}`]),
          ...(round % 2 === 0
            ? {}
            : { "data/topics.json": (text: string) => `${text}${" ".repeat(round)}\n` }),
        });
        const next = await readShelf(changed);
        const publish = start(changed);
        const moment = Math.random() * lasts * 1.1;
        await Promise.race([setTimeout(moment), once(publish, "close")]);
        publish.kill("SIGKILL");
        const told = `round ${round}, after ${Math.round(moment)} of ${Math.round(lasts)} ms`;
        // The server may end the transaction a moment later, and then lets go of the shelf.
        await database.transaction((session) => holdShelf(session));
        const after = await store.read();
        expect([hash, next.hash], told).toContain(after.hash);
        if (after.hash === next.hash) aliases = [`Lu of round ${round}`];
        expect(after.records.get("people/lu-jun")!.aliases, told).toEqual(aliases);
        expect((await listVersions(database))[0]!.hash, told).toBe(after.hash);
        hash = after.hash;
      }
      const last = shelfWith({ "data/people/lu-jun.json": setting("/aliases", ["Lu at last"]) });
      expect((await once(start(last), "close"))[0]).toBe(0);
      expect((await store.read()).hash).toBe((await readShelf(last)).hash);
    } finally {
      await store.close();
      await database.close();
      await postgres.close();
    }
  },
);
