/**
 * Reduces errors to what a log may hold. Errors of libraries carry requests with their bodies, addresses with tokens in
 * them, and quote what was typed: only what is listed here is taken from them.
 */

/** Depth to which the causes of an error are followed. */
const CAUSES = 3;

/** The most of a message that is kept, and of a stack, in UTF-16 units. */
const MESSAGE = 300;
const STACK = 2_000;

/** What a log holds of an error. */
export interface LoggedError {
  readonly type: string;
  /** Its message, followed by those of its causes. */
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly method?: string;
  readonly stack?: string;
}

const QUOTED = /"[^"]*"?|“[^”]*”?|‘[^’]*’?|`[^`]*`?|「[^」]*」?|(?<![\p{L}\p{N}])'[^']*'?/gu;
const ADDRESS = /\b[a-z][a-z\d+.-]*:\/\/\S+/gi;

/** Returns the first line of a message without what it quotes and without addresses: either may hold what was typed. */
export function plainMessage(message: string): string {
  const [line = ""] = message.slice(0, 4 * MESSAGE).split("\n");
  return line.replace(ADDRESS, "[address]").replace(QUOTED, "[…]").slice(0, MESSAGE);
}

/** Returns the messages of an error and of its causes. */
function messagesOf(error: unknown, depth = CAUSES): string[] {
  if (!(error instanceof Error)) return [plainMessage(String(error))];
  const { message, cause } = error;
  return [plainMessage(message), ...(cause === undefined || depth === 0 ? [] : messagesOf(cause, depth - 1))];
}

/** Returns the places in a stack; the lines before them repeat the message. */
const placesIn = (stack: string): string[] => stack.split("\n").filter((line) => /^\s+at /.test(line));

const isShort = (value: unknown): value is string =>
  typeof value === "string" && /^[\w.[\]-]{1,60}$/.test(value);

/** Reduces an error, or anything else that was thrown. */
export function serializeError(error: unknown): LoggedError {
  const [message = "", ...causes] = messagesOf(error);
  if (!(error instanceof Error)) return { type: typeof error, message };
  const { name, stack } = error;
  const { code, status, statusCode, method } = error as {
    readonly [field in "code" | "status" | "statusCode" | "method"]?: unknown;
  };
  const type = isShort(name) ? name : "Error";
  const httpStatus = status ?? statusCode;
  return {
    type,
    message: [message, ...causes].join(": "),
    ...(isShort(code) || typeof code === "number" ? { code } : {}),
    ...(typeof httpStatus === "number" ? { status: httpStatus } : {}),
    ...(isShort(method) ? { method } : {}),
    ...(stack === undefined
      ? {}
      : { stack: [`${type}: ${message}`, ...placesIn(stack)].join("\n").slice(0, STACK) }),
  };
}
