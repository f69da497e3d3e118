/** Adds many documents one after the other, and goes on after those that cannot be added. */
import { errorMessage } from "../support/error-message.ts";
import { type AddContext, type AddOutcome, addSource } from "./add-source.ts";
import type { RawDocument } from "./document.ts";
import { isAddress, readInputFile } from "./expand-inputs.ts";
import { Refusal, type RefusalReason } from "./refusal.ts";

/** What came of one input: an outcome, or why it was refused. */
export type InputOutcome = AddOutcome | { readonly result: "refused"; readonly why: RefusalReason | string };

/** What `addAll` needs beside the context of every document. */
export interface BatchContext extends AddContext {
  readonly fetch: (address: string) => Promise<Omit<RawDocument, "start">>;
  /** The day of today, as an ISO date. */
  readonly today: () => string;
  /** Adds a page that is at an address already once more, as a newer version, when its text has changed. */
  readonly again: boolean;
  /** Called after each input. */
  readonly report: (input: string, outcome: InputOutcome) => void;
  /** Tells whether the person wants to stop; asked between two inputs. */
  readonly isStopped: () => boolean;
}

async function addInput(input: string, context: BatchContext): Promise<AddOutcome> {
  if (!isAddress(input)) return addSource(readInputFile(input), context);
  const sameAddress = context.known.byAddress(input);
  if (sameAddress !== undefined && !context.again) return { result: "known", id: sameAddress };
  return addSource(await context.fetch(input), context, context.today());
}

/**
 * Adds files and addresses in order. The same call goes on where an interrupted one was, since what is there is known.
 */
export async function addAll(inputs: readonly string[], context: BatchContext): Promise<InputOutcome[]> {
  const outcomes: InputOutcome[] = [];
  for (const input of inputs) {
    if (context.isStopped()) break;
    let outcome: InputOutcome;
    try {
      outcome = await addInput(input, context);
    } catch (error) {
      if (context.isStopped()) break;
      // One document must not keep the others from being added, whatever is wrong with it.
      outcome = { result: "refused", why: error instanceof Refusal ? error.reason : errorMessage(error) };
    }
    outcomes.push(outcome);
    context.report(input, outcome);
  }
  return outcomes;
}
