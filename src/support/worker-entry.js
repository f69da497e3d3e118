// Registers the TypeScript loader in a worker thread, as bin/refdesk.js does for the process, and runs the program.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.program);
