/** Defines the contract of a program, started as `refdesk <name> …`. */

/**
 * A program as `main.ts` runs it. `main.ts` alone handles `--help` and prints errors.
 *
 * @example
 * export const countProgram: Program = {
 *   usage: "Usage: refdesk count\n\n  Counts the records.\n",
 *   undone: "nothing was counted",
 *   async run(args) {
 *     parseArgs({ args: [...args] });
 *     return 0;
 *   },
 * };
 */
export interface Program {
  /** The text of `--help`, ending with a line break; also printed when an argument is invalid. */
  readonly usage: string;
  /** Completes the error message when the shelf or the configuration is not valid: “…, so nothing was written.” */
  readonly undone?: string;
  /**
   * Runs the program.
   * @returns the exit status; undefined when the process keeps running, as a server does
   * @throws {Error} with a message that says what to correct; the exit status is then 2
   */
  readonly run: (args: readonly string[]) => Promise<number | undefined>;
}
