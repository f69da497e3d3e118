/** Reads what is asked by using the bot on somebody's message. */
import { type ParsedAsk, quoteMessage } from "../ask/ask.ts";
import type { Bot } from "../desk/bot.ts";

/** Returns the ask about a message: its text as the first option of the command that can be used on messages. */
export function askAboutMessage(bot: Bot, text: string): ParsedAsk | undefined {
  const command = bot.commands.find(({ messageAction }) => messageAction !== undefined);
  const first = command?.options[0]?.name;
  if (command === undefined || first === undefined) return undefined;
  return bot.parseFields(command.name, { [first]: quoteMessage(text) });
}
