/** Answers tool calls, and keeps what was answered. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ParsedAsk } from "../../ask/ask.ts";
import { createReplyCache, entrySize } from "../../delivery/reply-cache.ts";
import type { Outcome } from "../../desk/answer.ts";
import type { Bot } from "../../desk/bot.ts";
import { cutText } from "../../support/cut-text.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { readToolArguments, type ToolFields } from "./tool-arguments.ts";
import type { TakeTurn, ToolDesk } from "./tool-desk.ts";
import { toolResult } from "./tool-result.ts";

/** A call of a tool that there is. */
export interface ToolCall {
  readonly command: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** Answers a call. Rejects only when it does not get a turn. */
export type AnswerToolCall = (call: ToolCall, desk: ToolDesk, takeTurn: TakeTurn) => Promise<CallToolResult>;

/** A result, with what the log says of it. */
interface KeptResult {
  readonly result: CallToolResult;
  readonly logFields: { readonly platform: "mcp"; readonly command?: string; readonly outcome: Outcome };
  readonly size: number;
}

/** The longest arguments by which a result is kept, in UTF-16 units. */
const MAX_KEY_LENGTH = 2_000;

/** How much of the name of an argument a mistake repeats, in UTF-16 units. */
const SHOWN_NAME = 40;

/** Returns what a call asks, or the mistake that it is. */
const askOf = (command: string, read: ToolFields, bot: Bot): ParsedAsk =>
  "fields" in read
    ? bot.parseFields(command, read.fields)
    : { problem: { type: "no-value", command, given: cutText(read.untyped, SHOWN_NAME) } };

/** Creates what answers calls. It logs each without what was asked. */
export function createToolCalls(log: Log): AnswerToolCall {
  const results = createReplyCache<KeptResult>(undefined, (key, { size }) => entrySize(key, size));

  async function answer(ask: ParsedAsk, { bot }: ToolDesk): Promise<KeptResult> {
    const answered = await bot.answerTo(ask);
    const { outcome } = answered;
    const result = toolResult(answered, bot.messages);
    const known = outcome === "mistake" ? undefined : answered.ask.command;
    return {
      result,
      logFields: { platform: "mcp", ...defined({ command: known }), outcome },
      size: JSON.stringify(result).length,
    };
  }

  return async ({ command, given }, desk, takeTurn) => {
    const startedAt = performance.now();
    const read = readToolArguments(given);
    const key = `${desk.key} ${command} ${JSON.stringify(read)}`;
    const isKeepable = key.length <= MAX_KEY_LENGTH;
    const before = isKeepable ? results.get(key) : undefined;
    const made = before ?? (await takeTurn(() => answer(askOf(command, read, desk.bot), desk)));
    if (isKeepable && !before && made.logFields.outcome !== "failure") results.set(key, made);
    log.info({ ...made.logFields, ms: Math.round(performance.now() - startedAt) }, "answered");
    return made.result;
  };
}
