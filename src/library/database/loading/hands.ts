/** Who makes the parts of a folder: threads beside this one, or for a small folder this thread itself. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { lazy } from "../../../support/lazy.ts";
import { IS_COMPILED } from "../../../support/program-command.ts";
import { yieldTurn } from "../../../support/time-slices.ts";
import { createPartMaker } from "./part-maker.ts";
import type { PartReply, PartRequest } from "./part-worker.ts";
import type { LoadedFolder, PartMaker } from "./parts.ts";

/** Makes one part after another. */
export interface Hand {
  /** Does what a `PartMaker` does. @throws what that throws */
  ask<Name extends keyof PartMaker>(
    name: Name,
    errand: Parameters<PartMaker[Name]>[0],
  ): Promise<ReturnType<PartMaker[Name]>>;
  end(): Promise<unknown>;
}

/** From so many files on, threads read them, or make the parts: to start one takes as long as that of so many. */
const LARGE = { reading: 50_000, making: 4_000 } as const;

/** How many threads at most; the database has to take what they make. */
const MOST_THREADS = 2;

/** Makes parts in this thread. */
function ownHand(folder: LoadedFolder): Hand {
  const maker = createPartMaker(folder);
  return {
    async ask(name, errand) {
      await yieldTurn();
      return maker[name](errand as never) as never;
    },
    end: () => Promise.resolve(),
  };
}

/** Starts a thread that makes parts: from source through its loader, compiled as it is. */
function startThread(folder: LoadedFolder): Hand {
  const program = new URL(IS_COMPILED ? "./publish-worker.js" : "./part-worker.ts", import.meta.url);
  const entry = IS_COMPILED ? program : new URL("../../../support/worker-entry.js", import.meta.url);
  const worker = new Worker(entry, { execArgv: [], workerData: { program: program.href, folder } });
  const failed = once(worker, "error").then(([error]) => ({ error }) satisfies PartReply);
  const ended = once(worker, "exit").then(
    () => ({ error: new Error("A thread that reads the folder has ended") }) satisfies PartReply,
  );
  failed.catch(() => {});
  ended.catch(() => {});
  return {
    async ask(name, errand) {
      const replied = once(worker, "message").then(([reply]) => reply as PartReply);
      const { spent = [] } = errand as { readonly spent?: readonly ArrayBuffer[] };
      worker.postMessage({ name, errand } as PartRequest, [...spent]);
      const reply = await Promise.race([replied, failed, ended]);
      if ("error" in reply) throw reply.error;
      return reply.made as never;
    },
    end: () => worker.terminate(),
  };
}

/** Has each hand do one errand after another until none is left, and calls `take` with what came of each. */
export async function share<Name extends keyof PartMaker>(
  hands: readonly Hand[],
  name: Name,
  errands: Iterable<Parameters<PartMaker[Name]>[0]>,
  take: (made: ReturnType<PartMaker[Name]>) => void,
): Promise<void> {
  const left = errands[Symbol.iterator]();
  await Promise.all(
    hands.map(async (hand) => {
      for (let next = left.next(); !next.done; next = left.next()) take(await hand.ask(name, next.value));
    }),
  );
}

/** Those who make the parts of one folder. Threads start when they are first wanted. */
export interface Crew {
  /** Those who read files for the first time, which takes little of each. */
  readonly readers: () => readonly Hand[];
  readonly makers: () => readonly Hand[];
  end(): Promise<unknown>;
}

/** Finds who makes the parts of a folder of so many files. @param threads how many threads do, other than by its size */
export function createCrew(folder: LoadedFolder, size: number, threads?: number): Crew {
  const own = lazy(() => [ownHand(folder)]);
  let started: readonly Hand[] = [];
  const beside = lazy(() => {
    const count = threads ?? Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
    started = Array.from({ length: count }, () => startThread(folder));
    return started;
  });
  const from = (least: number) => () =>
    (threads === undefined ? size >= least : threads > 0) ? beside() : own();
  return {
    readers: from(LARGE.reading),
    makers: from(LARGE.making),
    end: () => Promise.all(started.map((hand) => hand.end())),
  };
}
