/** `refdesk check-shelf`: reads and checks the whole shelf, and prints every fault. */
import { parseArgs } from "node:util";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { ShelfError } from "../shelf/faults.ts";
import { readShelf } from "../shelf/shelf.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk check-shelf [folder]

  Reads and checks the whole shelf, and lists every fault, with its file and
  the place in it.

  folder     holds seeds/ and data/; without it, those of this project
  --help     this text

Exit status: 0 the shelf holds, 2 it does not.
`;

/** Checks the shelf and prints what it holds, or its faults. */
export const checkShelfProgram: Program = {
  usage: USAGE,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    try {
      const { sources, records, version } = await readShelf(positionals[0] ?? PROJECT_FOLDER);
      console.log(`The shelf holds: ${sources.size} sources, ${records.size} records, version ${version}.`);
      return 0;
    } catch (error) {
      if (!(error instanceof ShelfError)) throw error;
      console.error(`${error.message}\n\nFaults: ${error.faults.length}.`);
      return 2;
    }
  },
};
