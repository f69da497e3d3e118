/** A worker that reports ready and fails at the first query. */
import { parentPort } from "node:worker_threads";

parentPort!.on("message", () => {
  throw new Error("it failed");
});
parentPort!.postMessage("ready");
