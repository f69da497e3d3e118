/** Defines the desk as one client may see it, and how work for it takes its turn. */
import type { Bot } from "../../desk/bot.ts";
import type { DocumentContext } from "../../desk/shelf-documents.ts";

/** A bot, and the library from which resources are read, in the bot's language. */
export interface ToolDesk extends DocumentContext {
  readonly bot: Bot;
  /** Tells its answers from those of other desks: the version of the shelf, the language, and what may be read. */
  readonly key: string;
}

/** Does work when its turn comes. Rejects when too much waits already. */
export type TakeTurn = <Value extends object>(work: () => Promise<Value>) => Promise<Value>;
