/** Publishes a folder in a process of its own, and prints as JSON how long that took and how much memory. */
import { setFlagsFromString } from "node:v8";
import { HEAP_OPTIONS } from "../../src/app/heap-options.ts";
import { openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";

/** Input of this program. */
export interface PublishErrand {
  readonly url: string;
  readonly root: string;
}

/** Output of this program: from the connection to the end, in milliseconds, and the most resident memory, in MB. */
export interface PublishTook {
  readonly ms: number;
  readonly rss: number;
}

const { url, root }: PublishErrand = JSON.parse(process.argv[3] ?? "{}");
// As the program does it.
HEAP_OPTIONS.forEach(setFlagsFromString);
const database = await openDatabase(url, { most: 2 });
const since = performance.now();
await publishFolder(database, root);
const ms = performance.now() - since;
await database.close();
const took: PublishTook = { ms, rss: process.resourceUsage().maxRSS / 2 ** 10 };
console.log(JSON.stringify(took));
