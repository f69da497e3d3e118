/** Creates a logger that imports pino with its first line, since asks in the terminal seldom log. */
import { lazy } from "./lazy.ts";
import type { Log } from "./log.ts";

/** Works like `createLog`, but imports it with the first line. Lines keep their order. */
export function createLazyLog(level: string, secrets: readonly string[]): Log {
  const load = lazy(async () => (await import("./log.ts")).createLog(level, secrets));
  const write = (severity: keyof Log) => (data: object, message: string) =>
    void load().then((log) => log[severity](data, message));
  return { info: write("info"), warn: write("warn"), error: write("error") };
}
