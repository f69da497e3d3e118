import { parentPort } from "node:worker_threads";
import { tokensOf } from "../src/finding/analysis.ts";
const x: number = performance.now();
parentPort!.postMessage({ x, n: [...tokensOf("hello 12 world")].length });
