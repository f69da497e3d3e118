/** `npm run check`: reads and checks the whole shelf, prints every fault, starts nothing. */
import { fileURLToPath } from "node:url";
import { ShelfError } from "../shelf/faults.ts";
import { readShelf } from "../shelf/shelf.ts";

const root = process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url));
try {
  const { sources, records, version } = await readShelf(root);
  console.log(`The shelf holds: ${sources.size} sources, ${records.size} records, version ${version}.`);
} catch (error) {
  if (!(error instanceof ShelfError)) throw error;
  console.error(`${error.message}\n\nFaults: ${error.faults.length}.`);
  process.exitCode = 2;
}
