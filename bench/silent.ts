/** A logger for Bolt that discards everything. */
import { type Logger, LogLevel } from "@slack/bolt";

const silent = () => {};

export const silentLogger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  setName: silent,
  getLevel: () => LogLevel.WARN,
};
