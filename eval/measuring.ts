/** Measures one engine on one collection in a process of its own, and prints the result as JSON. */
import { pathToFileURL } from "node:url";
import { readCollection } from "./collection.ts";
import type { Build } from "./engines.ts";
import { ndcg, recall } from "./measures.ts";

/** The results of one engine on one collection; times in milliseconds, memory in bytes. */
export interface Measured {
  /** nDCG@10 and Recall@100 of each query run, in order. */
  readonly ndcg: readonly number[];
  readonly recall: readonly number[];
  readonly times: readonly number[];
  readonly questions: number;
  readonly build: number;
  readonly memory: number;
}

/** Number and time limit of warm-up queries, and time limit of all others: slow engines run only some of them. */
const WARM_UP = { questions: 30, within: 10_000 } as const;
const WITHIN = 60_000;

/** Returns the memory in use after garbage collection. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measure(module: string, folder: string): Promise<Measured> {
  const { documents, questions } = readCollection(folder);
  const { default: build }: { default: Build } = await import(pathToFileURL(module).href);
  const before = held();
  const started = performance.now();
  const search = await build(documents);
  const built = performance.now() - started;
  const memory = held() - before + (search.size?.() ?? 0);

  const warmed = performance.now();
  for (const { text } of questions.slice(0, WARM_UP.questions)) {
    if (performance.now() - warmed > WARM_UP.within) break;
    await search(text, 100);
  }
  const [ndcgs, recalls, times]: [number[], number[], number[]] = [[], [], []];
  const asked = performance.now();
  for (const { text, judged } of questions) {
    if (performance.now() - asked > WITHIN) break;
    const start = performance.now();
    const found = await search(text, 100);
    times.push(performance.now() - start);
    ndcgs.push(ndcg(found, judged, 10));
    recalls.push(recall(found, judged, 100));
  }
  return { ndcg: ndcgs, recall: recalls, times, questions: questions.length, build: built, memory };
}

const [module = "", folder = ""] = process.argv.slice(2);
console.log(JSON.stringify(await measure(module, folder)));
