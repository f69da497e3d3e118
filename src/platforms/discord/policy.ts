/** Defines how a deployment delivers its answers on Discord. */
import type { DeliveryPolicy } from "../../delivery/policy.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { RegisterInTurn } from "./rest.ts";

/** How a deployment delivers all its answers on Discord. */
export interface DiscordPolicy extends DeliveryPolicy {
  /** Registers the commands in turn with other processes; without it, as if there were no other. */
  readonly registerInTurn?: RegisterInTurn;
  /** Returns what answers in a server; without it, all servers are answered alike. */
  readonly surroundingsOf?: ServerSurroundingsOf;
}

/** What answers in a server, and how. */
export interface ServerSurroundings {
  readonly botFor: BotFactory;
  readonly policy: DeliveryPolicy;
  /** Discord's id of the server; undefined where all are answered alike. */
  readonly workspace?: string;
}

/** Returns the surroundings of a server: the same object until they change. @throws when its shelf cannot be read */
export type ServerSurroundingsOf = (server: string) => Promise<ServerSurroundings>;
