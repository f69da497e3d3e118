/** Alters the shelf's files, one place at a time: nothing false gets past the check at the start. */
import { tryMutants } from "../../test/shelf/mutants.ts";
import { count, type Row, some } from "./row.ts";

/** How many; the tests of the shelf try 300 of the same beside the small run. */
const TIMES = { full: 10_000, small: 10 } as const;

/** How many faults are told word for word. */
const TOLD = 3;

export const mutants: Row = async (scale) => {
  const { refused, same, unjudged, faults } = await tryMutants(TIMES[scale]);
  for (const fault of faults.slice(0, TOLD)) process.stderr.write(`${fault}\n`);
  return {
    what: "the shelf’s files altered, a place at a time",
    tried: `${count(TIMES[scale])} mutants: ${count(refused)} refused with file and place, ${count(same)} say the same, ${count(unjudged)} alter what no check can judge`,
    lost: some(faults.length, "mutants that say something else, or whose fault has no place"),
  };
};
