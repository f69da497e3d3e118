/** A thread that says it is ready, and fails at the first question, whatever it is. */
import { parentPort } from "node:worker_threads";

parentPort!.on("message", () => {
  throw new Error("it failed");
});
parentPort!.postMessage("ready");
