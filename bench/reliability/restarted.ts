/** Restarts PostgreSQL under asks at three processes whose shelf is in it. */
import { setTimeout } from "node:timers/promises";
import { MISSING, programsOf } from "../../test/citation-log/postgres.ts";
import { startFleet } from "./fleet.ts";
import { count, type Row, some } from "./row.ts";

/** How many restarts, and the pause after each, in milliseconds. */
const TRIED = { full: { restarts: 20, pause: 3_000 }, small: { restarts: 1, pause: 1_000 } } as const;

const PROCESSES = 3;

/** How long a process waits for its shelf, in milliseconds: what a longer restart costs says more of the machine. */
const WAITED = 2_000;

/** How late an answer may be, where that is counted, and since when the database is back for good, in milliseconds. */
const [LATEST, BACK] = [3_000, 1_000];

export const restarted: Row = async (scale) => {
  const what =
    "PostgreSQL killed and started again at once under asks at three processes whose shelf is in it";
  const programs = programsOf();
  if (programs === undefined) return { what, tried: "nothing", lost: [MISSING] };
  const { restarts, pause } = TRIED[scale];
  const fleet = await startFleet(scale, PROCESSES, programs);
  for (let number = 0; number < PROCESSES; number++) await fleet.ask(number, "/pledge", "alibaba");
  let [asked, late, slowest, slowestAfter] = [0, 0, 0, 0];
  /** When commands came that were not answered, and until when they were. */
  const unanswered: (readonly [number, number])[] = [];
  const longRestarts: (readonly [number, number])[] = [];
  let isOver = false;
  /** Since when the database takes connections; undefined while it does not. */
  let backSince: number | undefined;
  let longestAway = 0;
  const asking = fleet.askInTurn(
    async (process) => {
      const isBack = backSince !== undefined && performance.now() - backSince > BACK;
      const came = performance.now();
      // A text of its own for each, so that none is answered from memory.
      const { isAnswered, ms } = await fleet.ask(process, "/pledge", `nobody ${asked++}`);
      slowest = Math.max(slowest, ms);
      if (!isAnswered) unanswered.push([came, performance.now()]);
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
    if (backSince - since > WAITED) longRestarts.push([since, backSince]);
  }
  await setTimeout(pause);
  isOver = true;
  await asking;
  await fleet.close();
  const isOfLongRestart = ([came, ended]: readonly [number, number]) =>
    longRestarts.some(([since, back]) => came < back && ended > since);
  const lost = unanswered.filter((one) => scale === "full" || !isOfLongRestart(one)).length;
  return {
    what,
    tried: `${count(restarts)} restarts, of ${count(Math.round(longestAway))} ms or less; ${count(asked)} commands answered, each in ${count(Math.round(slowest))} ms or less, in ${count(Math.round(slowestAfter))} ms or less once it had been back for a second`,
    lost: [
      ...some(lost, "commands unanswered"),
      // How late a single one is says more of the machine than of the program.
      ...(scale === "full" ? some(late, "answers later than 3 s") : []),
    ],
  };
};
