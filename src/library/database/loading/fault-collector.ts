/** Collects what is wrong with a folder as its parts are checked, in whichever order, up to as many faults as people read. */
import type { ShelfFault } from "../../../shelf/faults.ts";
import { TOPICS_FILE } from "../../../shelf/files.ts";
import type { PlacedFault } from "./parts.ts";

/** How many faults are told of; of more, only how many there are. */
const MOST = 1_000;

export interface FaultCollector {
  add(faults: readonly PlacedFault[]): void;
  count(): number;
  /** Returns the faults that are told of, in the order in which reading the shelf at once finds them. */
  all(): ShelfFault[];
}

/** What comes first is told first: what cannot be read, then the sources, the topics, and the records. */
function rankOf({ step, fault: { file } }: PlacedFault): number {
  if (step !== "parsing") return step === "reading" ? 0 : 4;
  return file.startsWith("seeds/") ? 1 : file === TOPICS_FILE ? 2 : 3;
}

/** Creates a collector without any fault. */
export function createFaultCollector(most = MOST): FaultCollector {
  const kept: PlacedFault[] = [];
  let count = 0;
  return {
    add(faults) {
      count += faults.length;
      kept.push(...faults.slice(0, Math.max(0, most - kept.length)));
    },
    count: () => count,
    all: () => kept.sort((a, b) => rankOf(a) - rankOf(b) || a.at - b.at).map(({ fault }) => fault),
  };
}
