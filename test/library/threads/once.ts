/** The real worker, except that it fails when certain words are searched for. */
import { parentPort } from "node:worker_threads";

const port = parentPort!;
const listen = port.on.bind(port);
port.on = ((event: string, hear: (told: { query?: { given: readonly unknown[] } }) => void) =>
  listen(event, (told) => {
    if (told.query?.given[0] === "fail now") throw new Error("it failed");
    hear(told);
  })) as typeof port.on;
await import("../../../src/library/text-index-worker.ts");
