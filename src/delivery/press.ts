/** Decides what a press on a message's controls does, and who sees it: once, for every platform. */
import type { Audience, Outcome } from "../desk/answer.ts";

/**
 * A press on a message. `isOwner` is whether the presser asked for the message or shared it; `isPrivate` is whether
 * only one person sees it. `outcome` and `from` are those of the answer that the press leads to.
 *
 * - `next`: a button that turns the page, forward or back.
 * - `ask`: a button, a choice or an entry of the More menu.
 * - `share`: posts the answer for everyone in the channel.
 * - `open`: shows its owner what a message announces that everyone in the channel sees.
 * - `dismiss`: removes the message; nothing is answered.
 */
export type MessagePress =
  | {
      readonly kind: "next" | "ask" | "share" | "open";
      readonly isOwner: boolean;
      readonly isPrivate: boolean;
      readonly outcome: Outcome;
      readonly from: number;
      /** Whether it leads to what a short answer leaves out. */
      readonly isDetail?: boolean;
    }
  | { readonly kind: "dismiss"; readonly isOwner: boolean; readonly isPrivate: boolean };

/** What comes of a press: what happens to the pressed message, or what is posted beside it, and for whom. */
export interface PressDecision {
  readonly effect: "replace" | "post" | "delete" | "refuse";
  /** Who sees the answer; `default` leaves it to the answer and the deployment. */
  readonly audience: Audience | "default";
}

/** Tells whether a press is one that only the message's owner may do, by somebody else. */
export const isRefused = ({ kind, isOwner }: Pick<MessagePress, "kind" | "isOwner">): boolean =>
  !isOwner && (kind === "dismiss" || kind === "open");

/** Decides on a press. What is asked from a private message stays private until it is shared. */
export function decidePress(press: MessagePress): PressDecision {
  const { kind, isOwner, isPrivate } = press;
  const ownAudience = isPrivate ? "asker" : "room";
  if (isRefused(press)) return { effect: "refuse", audience: "asker" };
  if (kind === "dismiss") return { effect: "delete", audience: ownAudience };
  if (kind === "open") return { effect: "post", audience: "asker" };
  // What a short answer leaves out is for whoever wants it, beside the message; from there pages turn in place.
  if (press.isDetail && kind === "ask" && press.from === 1) return { effect: "post", audience: "asker" };
  const isFinding = press.outcome === "found";
  if (kind === "share")
    return { effect: "post", audience: isOwner && isPrivate && isFinding ? "room" : "asker" };
  const turnsPage = isFinding && (kind === "next" || press.from > 1);
  if (turnsPage && isOwner) return { effect: "replace", audience: ownAudience };
  return { effect: "post", audience: turnsPage || isPrivate || !isOwner ? "asker" : "default" };
}
