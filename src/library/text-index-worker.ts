/**
 * The thread in which a large shelf's full text is searched. The index that was kept for this very shelf is loaded; where
 * there is none, its documents are asked for, and the index that they make is kept.
 */
import { parentPort, workerData } from "node:worker_threads";
import { createFinder, type Document, type Finder, loadFinder } from "../search/engine.ts";
import { keep, openKept, type Place } from "../support/disk-cache.ts";
import { asking } from "./text-index.ts";

type Asking = typeof asking;
/** What is asked, without the index that it is asked of. */
type Rest<Asked> = Asked extends (finder: Finder, ...rest: infer Given) => unknown ? Given : never;

/** One question, by a number that its answer bears too. */
export type Call = {
  readonly [Way in keyof Asking]: {
    readonly id: number;
    readonly way: Way;
    readonly given: Rest<Asking[Way]>;
  };
}[keyof Asking];

/** What the thread is told: some of the documents, that these were all, or a question. */
export type Told = { readonly documents: readonly Document[] } | { readonly all: true } | Call;

/** What it says: that it wants the documents, that it answers from now on, that its index is kept, or an answer. */
export type Said =
  | "wants documents"
  | "ready"
  | "kept"
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };

const { place }: { place?: Place } = workerData;
const say = (said: Said): void => parentPort!.postMessage(said);

function kept(): Finder | undefined {
  const body = place && openKept(place);
  try {
    return body && loadFinder(body.toString("utf8"));
  } catch {
    return undefined; // Of another form, or none at all: it is made again.
  }
}

let finder = kept();
const documents: Document[] = [];
/** What is asked before it can be answered. */
const waiting: Call[] = [];

function answer({ id, way, given }: Call, from: Finder): void {
  try {
    // The way and what is given for it came together.
    say({ id, value: (asking[way] as (finder: Finder, ...given: unknown[]) => unknown)(from, ...given) });
  } catch (error) {
    say({ id, error });
  }
}

function ready(made: Finder): void {
  finder = made;
  say("ready");
  for (const call of waiting.splice(0)) answer(call, made);
}

parentPort!.on("message", (told: Told) => {
  if ("documents" in told) documents.push(...told.documents);
  else if ("all" in told) {
    const made = createFinder(documents.splice(0));
    ready(made);
    if (place) keep(place, Buffer.from(made.save()));
    say("kept");
  } else if (finder) answer(told, finder);
  else waiting.push(told);
});

if (finder) ready(finder);
else say("wants documents");
