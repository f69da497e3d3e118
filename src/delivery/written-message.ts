/** Reads messages that people write to the bot: mentions and direct messages, alike on every platform. */
import type { Bot } from "../desk/bot.ts";
import type { DeliveryRequest } from "./deliver.ts";

/** A message to the bot. */
export interface WrittenMessage {
  /** The platform's id of who wrote it. */
  readonly asker: string;
  /** The platform's id of the channel. */
  readonly channel: string;
  /** What it asks, without the mention, with commands as the terminal names them. */
  readonly line: string;
  /** Whether only the asker and the bot are there. */
  readonly isDirect: boolean;
}

/** Returns the request that a message makes. In a direct message nothing needs to be private. */
export const messageRequest = (
  bot: Bot,
  { asker, channel, line, isDirect }: WrittenMessage,
  logFields: object,
): DeliveryRequest => ({
  bot,
  asker,
  channel,
  logFields,
  ...(isDirect ? { audience: "room" } : {}),
  read: () => bot.readMessage(line),
});
