/** Structured logs, one JSON object a line on standard error. */
import { pino } from "pino";

/** The part of a logger that the project uses. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

/** Hides every secret in a text, wherever in it one stands. */
export const redactSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length > 3)
    .reduce((left, secret) => left.replaceAll(secret, "[hidden]"), text);

/** A logger whose lines hold none of the secrets, not even inside an error's message. */
export function createLog(level: string, secrets: readonly string[]): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => redactSecrets(line, secrets) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
