/**
 * `npm run restarts`: ends and starts the program fifty times under load, over each of the five ways in, and counts
 * what was sent and never answered. With `-- 10 slack-socket`, ten times over that one.
 */
import { endUnderLoad, faultsOf } from "./reliability/ends.ts";
import { WAYS, type WayName } from "./reliability/ways.ts";

const [times = "50", ...chosen] = process.argv.slice(2);
for (const name of (chosen.length > 0 ? chosen : Object.keys(WAYS)) as WayName[]) {
  const result = await endUnderLoad(name, Number(times));
  const { answered, lost, slowest, unclean } = result;
  console.log(
    `${name}: ${times} restarts, ${answered} answered, ${lost} lost; the slowest end took ${Math.round(slowest)} ms, ${unclean} ended with another status than 0.`,
  );
  if (faultsOf(name, result).length > 0) process.exitCode = 1;
}
