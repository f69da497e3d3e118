/** The commands as Discord registers them, from the one list of commands. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { MAX_VALUE } from "../desk/ask.ts";
import type { Command } from "../desk/command.ts";
import { COMMAND } from "./limits.ts";

type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** @throws {Error} naming the command or option whose name or summary Discord would refuse */
export function registrationOf(commands: readonly Command[]): Registered[] {
  const check = ({ name, summary }: { name: string; summary: string }, what: string) => {
    if (!COMMAND.name.test(name) || name !== name.toLowerCase())
      throw new Error(`${what} “${name}”: Discord takes 1 to 32 letters, digits, - and _, in lower case`);
    if (summary.length > COMMAND.description)
      throw new Error(
        `${what} “${name}”: its summary has ${summary.length} characters, Discord takes ${COMMAND.description}`,
      );
  };
  return commands.map((command) => {
    check(command, "command");
    return {
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      description: command.summary,
      options: command.options.map((option) => {
        check(option, `option of /${command.name}`);
        return {
          type: ApplicationCommandOptionType.String,
          name: option.name,
          description: option.summary,
          max_length: MAX_VALUE,
          ...(command.suggest ? { autocomplete: true } : {}),
        };
      }),
    };
  });
}

/** A command as far as it is ours, in one form: Discord adds ids and defaults, and leaves out what is false. */
function essence(command: Readonly<Record<string, unknown>>): unknown {
  const { type = 1, name, description, options = [] } = command;
  const option = ({
    type,
    name,
    description,
    max_length = null,
    autocomplete = false,
  }: Record<string, unknown>) => ({
    ...{ type, name, description, max_length, autocomplete },
  });
  return { type, name, description, options: (options as Record<string, unknown>[]).map(option) };
}

/** Whether what is registered is what we would register, in whatever order it comes. */
export function isRegistered(there: readonly object[], ours: readonly object[]): boolean {
  const form = (commands: readonly object[]) =>
    JSON.stringify(commands.map((command) => JSON.stringify(essence({ ...command }))).sort());
  return form(there) === form(ours);
}
