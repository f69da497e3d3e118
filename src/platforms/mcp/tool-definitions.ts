/** Describes commands as tools: name, arguments, result and annotations come from the command's own definition. */
import type { Tool } from "@modelcontextprotocol/server";
import { z } from "zod";
import { ASK_DETAILS, DETAIL_OPTION, ITEM_OPTION, MAX_VALUE_LENGTH } from "../../ask/ask.ts";
import type { Bot } from "../../desk/bot.ts";
import type { Command } from "../../desk/command.ts";
import { AnswerDocumentSchema } from "../../desk/document-schema.ts";
import type { Messages } from "../../language/messages.ts";
import { toolMessages } from "../../language/tools.ts";

/** The most items that an answer can be asked from. */
const MAX_ITEM = 999_999;

/** Every command reads the shelf alone, and the same ask has the same answer while the shelf is as it is. */
const ANNOTATIONS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

/**
 * The schema of an answer's document, with each part that occurs again in it stated once. It names no dialect: what it uses
 * means the same in each that clients know.
 */
const { $schema: _dialect, ...OUTPUT_SCHEMA } = z.toJSONSchema(AnswerDocumentSchema, { reused: "ref" });

/** Returns the schema of a command's arguments: its options, and from which item and how much is shown. */
const inputSchema = ({ options }: Command, messages: Messages): Tool["inputSchema"] => ({
  type: "object",
  properties: {
    ...Object.fromEntries(
      options.map(({ name, summary }) => [
        name,
        { type: "string", description: summary(messages), maxLength: MAX_VALUE_LENGTH },
      ]),
    ),
    [ITEM_OPTION]: { type: "integer", minimum: 1, maximum: MAX_ITEM, description: messages.help.item },
    [DETAIL_OPTION]: { type: "string", enum: [...ASK_DETAILS], description: messages.brief.detail },
  },
  additionalProperties: false,
});

/** Returns the bot's commands as tools, described in its language. */
export function toolDefinitions({ commands, messages }: Bot): Tool[] {
  const tools = toolMessages(messages.locale);
  return commands.map((command) => ({
    name: command.name,
    title: command.localizedName(messages),
    description: [
      messages.source.sentences([command.summary(messages)]),
      command.usedFor(tools),
      tools.quoting,
    ].join(" "),
    inputSchema: inputSchema(command, messages),
    outputSchema: OUTPUT_SCHEMA as Tool["outputSchema"],
    annotations: ANNOTATIONS,
  }));
}
