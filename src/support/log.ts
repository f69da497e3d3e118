/** Writes structured logs to standard error, one JSON object per line. */
import { pino } from "pino";
import { plainMessage, serializeError } from "./serialize-error.ts";

/** The part of pino's interface that Refdesk uses. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

/**
 * Replaces every secret in a text by “[hidden]”. Secrets of three characters or fewer are left, as they would match
 * everywhere.
 */
export const redactSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length > 3)
    .reduce((left, secret) => left.replaceAll(secret, "[hidden]"), text);

/** Reduces the reason that a line gives, which may be the message of an error. */
const plainReason = (reason: unknown): unknown =>
  typeof reason === "string" ? plainMessage(reason) : undefined;

/** Creates a logger that reduces errors to what a log may hold, and redacts the secrets from whole lines. */
export function createLog(level: string, secrets: readonly string[]): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: serializeError, reason: plainReason },
      hooks: { streamWrite: (line) => redactSecrets(line, secrets) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
