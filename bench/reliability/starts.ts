/** Starts many processes at once on an empty database, and counts what each of them did that is to be done once. */
import { COORDINATION_SCHEMA } from "../../src/coordination/coordination-schema.ts";
import { openDatabase } from "../../src/database/connection.ts";
import { MISSING, programsOf, startPostgres } from "../../test/citation-log/postgres.ts";
import { startDiscord } from "../../test/stand-ins/discord.ts";
import { discordSigner } from "../../test/stand-ins/http.ts";
import { PROGRAMS, READY, startProcess, temporaryFolder } from "./processes.ts";
import { count, type Row, some } from "./row.ts";
import { discordVariables } from "./ways.ts";

/** How many starts, and how many of them at once. */
const TRIED = { full: { rounds: 10, atOnce: 10 }, small: { rounds: 1, atOnce: 4 } } as const;

export const starts: Row = async (scale) => {
  const what = "processes started at once on a database without tables";
  const programs = programsOf();
  if (programs === undefined) return { what, tried: "nothing", lost: [MISSING] };
  const { rounds, atOnce } = TRIED[scale];
  const postgres = await startPostgres(programs);
  let [failed, registrations, steps, secrets] = [0, 0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const discord = await startDiscord({ checks: false });
    const url = await postgres.database();
    const folders = Array.from({ length: atOnce }, temporaryFolder);
    const variables = {
      ...{ ...discordVariables(discord), DISCORD_PUBLIC_KEY: discordSigner().publicKey, PORT: "0" },
      ...{ DATABASE_URL: url, DATABASE_CONNECTIONS: "13" },
    };
    const started = await Promise.allSettled(
      folders.map(({ folder }) => startProcess(PROGRAMS.refdesk, variables, READY.discordHttp, folder)),
    );
    failed += started.filter(({ status }) => status === "rejected").length;
    registrations += discord.puts - 1;
    const database = await openDatabase(url, { most: 1 });
    const made = async (table: string) =>
      (await database.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]!.count;
    steps += (await made("refdesk_coordination_steps")) - COORDINATION_SCHEMA.steps.length;
    secrets += (await made("refdesk_secrets")) - 1;
    await database.close();
    await Promise.all(started.map((one) => one.status === "fulfilled" && one.value.stop("SIGKILL")));
    await discord.close();
    for (const { remove } of folders) remove();
  }
  await postgres.close();
  return {
    what,
    tried: `${count(rounds * atOnce)} starts, ${atOnce} at once`,
    lost: [
      ...some(failed, "starts failed"),
      ...some(Math.abs(registrations), "registrations of commands more or fewer than one"),
      ...some(Math.abs(steps), "steps of the tables more or fewer than there are"),
      ...some(Math.abs(secrets), "secrets more or fewer than one"),
    ],
  };
};
