/** A logger that is loaded with its first line: it is large, and an ask in the terminal seldom logs. */
import { lazy } from "./lazy.ts";
import type { Log } from "./log.ts";

/** The same as `createLog`, whose module is imported with the first line; lines keep their order. */
export function createLazyLog(level: string, secrets: readonly string[]): Log {
  const load = lazy(async () => (await import("./log.ts")).createLog(level, secrets));
  const write = (severity: keyof Log) => (data: object, message: string) =>
    void load().then((log) => log[severity](data, message));
  return { info: write("info"), warn: write("warn"), error: write("error") };
}
