/** Claims what a platform may deliver several times, to several processes, so that it is answered once. */
import { setTimeout } from "node:timers/promises";

/** How long a claim holds, in milliseconds: longer than an answer takes, shorter than Slack's second pause, a minute. */
export const CLAIM_MS = 10_000;

/** How long what was answered is known, in milliseconds: Slack sends an event again for some six minutes. */
export const ANSWERED_MS = 3_600_000;

/** What came of a claim. `held`: another has claimed it, and may have ended before it answers; `answered`: it was answered. */
export type ClaimOutcome = "ours" | "held" | "answered";

/** The deliveries that were claimed. */
export interface DeliveryClaims {
  /** Claims a delivery for CLAIM_MS, whoever claimed it before that has passed. Of several who try at once, one gets it. */
  claim(delivery: string): Promise<ClaimOutcome>;
  /** Notes that a claimed delivery was answered, for ANSWERED_MS. */
  finish(delivery: string): Promise<void>;
}

/** Answers a delivery that nobody has claimed. Resolves to `ours` once it is answered. */
export async function answerOnce(
  claims: DeliveryClaims,
  delivery: string,
  answer: () => Promise<unknown>,
): Promise<ClaimOutcome> {
  const outcome = await claims.claim(delivery);
  if (outcome !== "ours") return outcome;
  await answer();
  await claims.finish(delivery);
  return outcome;
}

/** How often it is looked whether a claim has ended, in milliseconds. */
const LOOK_MS = 500;

/** Does the same for what is delivered once more and not again: waits while another holds it, unless `isEnding`. */
export async function answerInTurn(
  claims: DeliveryClaims,
  delivery: string,
  answer: () => Promise<unknown>,
  isEnding: () => boolean,
): Promise<void> {
  while ((await answerOnce(claims, delivery, answer)) === "held" && !isEnding())
    await setTimeout(LOOK_MS, undefined, { ref: false });
}
