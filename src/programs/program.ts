/** The contract of a program: what a person starts by its name, `refdesk <name> …`. */

/**
 * A program as `main.ts` runs it: `--help` is answered, and failures are told, before and after it, by `main.ts` alone.
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
  /** The text of `--help`, ending with a line break; shown too where an argument cannot be read. */
  readonly usage: string;
  /** What did not happen where the shelf or the configuration does not hold: “…, so nothing was written.” */
  readonly undone?: string;
  /**
   * Runs to its end.
   * @returns the exit status, or nothing where the process goes on, as it does while it serves
   * @throws {Error} whose message says what to mend; the status is then 2
   */
  readonly run: (args: readonly string[]) => Promise<number | undefined>;
}
