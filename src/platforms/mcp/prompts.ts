/** Offers prompts: answering with sources, and checking a draft. */
import {
  type GetPromptResult,
  type Prompt,
  ProtocolError,
  ProtocolErrorCode,
} from "@modelcontextprotocol/server";
import type { Messages } from "../../language/messages.ts";
import { type PromptMessages, type ToolMessages, toolMessages } from "../../language/tools.ts";

/** A prompt, its one argument, and where its texts are. */
interface PromptDefinition {
  readonly name: string;
  readonly argument: string;
  readonly texts: (tools: ToolMessages) => PromptMessages;
}

const PROMPTS: readonly PromptDefinition[] = [
  { name: "answer-with-sources", argument: "question", texts: ({ prompts }) => prompts.answer },
  { name: "check-this-draft", argument: "draft", texts: ({ prompts }) => prompts.check },
];

/** The longest question or draft, in UTF-16 units: a long article. */
const MAX_GIVEN = 100_000;

/** Returns the prompts as a client lists them. */
export const promptDefinitions = ({ locale }: Messages): Prompt[] =>
  PROMPTS.map(({ name, argument, texts }) => {
    const { title, summary, argument: description } = texts(toolMessages(locale));
    return {
      name,
      title,
      description: summary,
      arguments: [{ name: argument, description, required: true }],
    };
  });

/** Returns what a prompt tells the assistant. @throws {ProtocolError} for an unknown prompt, and without its argument */
export function fillPrompt(
  name: string,
  given: Readonly<Record<string, string>>,
  { locale }: Messages,
): GetPromptResult {
  const prompt = PROMPTS.find((known) => known.name === name);
  if (!prompt) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "No such prompt");
  const value = Object.hasOwn(given, prompt.argument) ? given[prompt.argument]!.trim() : "";
  if (value === "" || value.length > MAX_GIVEN)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `“${prompt.argument}” is expected to have 1 to ${MAX_GIVEN} characters`,
    );
  const { summary, text } = prompt.texts(toolMessages(locale));
  return {
    description: summary,
    messages: [{ role: "user", content: { type: "text", text: `${text}\n\n${value}` } }],
  };
}
