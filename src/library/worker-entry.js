// Lets a thread read TypeScript, as bin/refdesk.js lets the program, and hands over to what it is told to run.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.program);
