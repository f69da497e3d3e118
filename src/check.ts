/** `npm run check`: reads and checks the whole shelf, prints every fault, starts nothing. */
import { fileURLToPath } from "node:url";
import { readShelf, ShelfError } from "./library/shelf.ts";

const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));
try {
  const shelf = readShelf(root);
  console.log(
    `The shelf holds: ${shelf.sources.size} sources, ${shelf.records.size} records, version ${shelf.version}.`,
  );
} catch (error) {
  if (!(error instanceof ShelfError)) throw error;
  console.error(`${error.message}\n\n${error.faults.length} faults.`);
  process.exitCode = 2;
}
