/** Defines how a deployment delivers its answers on Discord. */
import type { DeliveryPolicy } from "../../delivery/policy.ts";
import type { RegisterInTurn } from "./rest.ts";

/** How a deployment delivers all its answers on Discord. */
export interface DiscordPolicy extends DeliveryPolicy {
  /** Registers the commands in turn with other processes; without it, as if there were no other. */
  readonly registerInTurn?: RegisterInTurn;
}
