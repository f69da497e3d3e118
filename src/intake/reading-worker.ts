/** Worker thread that reads documents, so that one that never ends or fills the memory can be ended with it. */
import { parentPort } from "node:worker_threads";
import { errorMessage } from "../support/error-message.ts";
import type { RawDocument, ReadDocument } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { Refusal, type RefusalReason } from "./refusal.ts";

/** What the thread is given: one document at a time. */
export type ReadingRequest = Omit<RawDocument, "start">;

/** What it answers: that it can read, a document, or why there is none. */
export type ReadingReply =
  | "ready"
  | { readonly document: ReadDocument }
  | { readonly refusal: RefusalReason }
  | { readonly failure: string };

const reply = (said: ReadingReply): void => parentPort!.postMessage(said);

parentPort!.on("message", async (raw: ReadingRequest) => {
  try {
    reply({ document: await readDocument(raw) });
  } catch (error) {
    if (error instanceof Refusal) reply({ refusal: error.reason });
    else reply({ failure: errorMessage(error) });
  }
});

reply("ready");
