/** Offers under an answer to report a problem with it, and under a miss to suggest a record. */
import { createAsk } from "../ask/ask.ts";
import type { Answer } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import type { DeliveryPolicy } from "./policy.ts";

/** Returns an answer with what can be sent about it, where the deployment takes that. */
export function withReports(
  answer: Answer,
  { curation }: Messages,
  policy: Pick<DeliveryPolicy, "curation">,
): Answer {
  const { outcome, buttons } = answer;
  if (!policy.curation || (outcome !== "found" && outcome !== "nothing")) return answer;
  const suggest = { type: "ask" as const, label: curation.suggest, ask: createAsk("suggest") };
  return {
    ...answer,
    takesReports: true,
    ...(outcome === "nothing" ? { buttons: [...buttons, suggest] } : {}),
  };
}
