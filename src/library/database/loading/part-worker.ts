/** Worker thread that makes parts of a folder. */
import { parentPort, workerData } from "node:worker_threads";
import { createPartMaker } from "./part-maker.ts";
import type { LoadedFolder, PartMaker } from "./parts.ts";

/** What is asked of the thread, one after another. */
export type PartRequest = {
  [Name in keyof PartMaker]: { readonly name: Name; readonly errand: Parameters<PartMaker[Name]>[0] };
}[keyof PartMaker];

/** What it replies: what came of it, or why nothing did. */
export type PartReply = { readonly made: unknown } | { readonly error: unknown };

const maker = createPartMaker((workerData as { readonly folder: LoadedFolder }).folder);

/** The memory that goes to the other thread with a reply, rather than being copied. */
const handedOver = (made: unknown): ArrayBuffer[] =>
  (
    (made as { readonly copies?: readonly { readonly data: Uint8Array<ArrayBuffer> }[] } | undefined)
      ?.copies ?? []
  ).map(({ data }) => data.buffer);

parentPort!.on("message", ({ name, errand }: PartRequest) => {
  try {
    const made = maker[name](errand as never);
    parentPort!.postMessage({ made } satisfies PartReply, handedOver(made));
  } catch (error) {
    parentPort!.postMessage({ error } satisfies PartReply);
  }
});
