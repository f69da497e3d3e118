/** Restarts PostgreSQL under asks at three processes whose shelf is in it. */
import { setTimeout } from "node:timers/promises";
import { MISSING, programsOf } from "../../test/citation-log/postgres.ts";
import { startFleet } from "./fleet.ts";
import { count, type Row, some } from "./row.ts";

/** How many restarts, and the pause after each, in milliseconds. */
const TRIED = { full: { restarts: 20, pause: 3_000 }, small: { restarts: 1, pause: 1_000 } } as const;

const PROCESSES = 3;

/** How late an answer may be, where that is counted, and since when the database is back for good, in milliseconds. */
const [LATEST, BACK] = [3_000, 1_000];

export const restarted: Row = async (scale) => {
  const what =
    "PostgreSQL killed and started again at once under asks at three processes whose shelf is in it";
  const programs = programsOf();
  if (programs === undefined) return { what, tried: "nothing", lost: [MISSING] };
  const { restarts, pause } = TRIED[scale];
  const fleet = await startFleet(PROCESSES, programs);
  for (let number = 0; number < PROCESSES; number++) await fleet.ask(number, "/pledge", "alibaba");
  let [asked, unanswered, late, slowest, slowestAfter] = [0, 0, 0, 0, 0];
  let isOver = false;
  /** Since when the database takes connections; undefined while it does not. */
  let backSince: number | undefined;
  let longestAway = 0;
  const asking = fleet.askInTurn(
    async (process) => {
      const isBack = backSince !== undefined && performance.now() - backSince > BACK;
      // A text of its own for each, so that none is answered from memory.
      const { isAnswered, ms } = await fleet.ask(process, "/pledge", `nobody ${asked++}`);
      slowest = Math.max(slowest, ms);
      if (!isAnswered) unanswered += 1;
      if (ms > LATEST) late += 1;
      if (isBack && backSince !== undefined) slowestAfter = Math.max(slowestAfter, ms);
    },
    () => isOver,
  );
  for (let restart = 0; restart < restarts; restart++) {
    await setTimeout(pause);
    backSince = undefined;
    const since = performance.now();
    await fleet.postgres.kill();
    await fleet.postgres.revive();
    backSince = performance.now();
    longestAway = Math.max(longestAway, backSince - since);
  }
  await setTimeout(pause);
  isOver = true;
  await asking;
  await fleet.close();
  return {
    what,
    tried: `${count(restarts)} restarts, of ${count(Math.round(longestAway))} ms or less; ${count(asked)} commands answered, each in ${count(Math.round(slowest))} ms or less, in ${count(Math.round(slowestAfter))} ms or less once it had been back for a second`,
    lost: [
      ...some(unanswered, "commands unanswered"),
      // How late a single one is says more of the machine than of the program.
      ...(scale === "full" ? some(late, "answers later than 3 s") : []),
    ],
  };
};
