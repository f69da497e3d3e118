/** Describes parse problems in the asker's language. */
import type { Messages } from "../language/messages.ts";
import { type AskProblem, MAX_VALUE_LENGTH } from "./ask.ts";

/**
 * Describes a problem in one or two sentences that say how to fix it.
 * @param known the valid names: of the command's options, or of all commands when the command is unknown
 */
export function describeProblem(
  problem: AskProblem,
  known: readonly string[],
  { mistake }: Pick<Messages, "mistake">,
): string {
  const { given } = problem;
  switch (problem.type) {
    case "unknown-command":
      return mistake.unknownCommand(given, known);
    case "unknown-option":
      return mistake.unknownOption(problem.command, given, known);
    case "twice":
      return mistake.givenTwice(problem.command, given);
    case "bad-item":
      return mistake.badItem(given);
    case "bad-detail":
      return mistake.badDetail(given);
    case "bad-private":
      return mistake.badPrivate(given);
    case "no-value":
      return mistake.noValue(given);
    case "unclosed":
      return mistake.unclosed(given);
    case "too-long":
      return mistake.tooLong(given, MAX_VALUE_LENGTH);
  }
}
