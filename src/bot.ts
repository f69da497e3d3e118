/** The bot: a line or an ask in, an answer out, whatever happens. */
import { randomUUID } from "node:crypto";
import { type Answer, makeAnswer } from "./desk/answer.ts";
import { type Ask, makeAsk, type Parsed, type Problem, parseAsk } from "./desk/ask.ts";
import type { Command, Desk } from "./desk/command.ts";
import type { Words } from "./desk/words.ts";
import type { Library, Suggestion } from "./library/library.ts";
import type { Log } from "./log.ts";

/** What an adapter carries onto its platform. */
export interface Bot {
  readonly commands: readonly Command[];
  readonly words: Words;
  /** Never throws: what cannot be asked, and what fails, is an answer too, to the asker alone. */
  answer(ask: Ask): Promise<Answer>;
  /** The same for what was read from a line, whether it could be read or not. */
  answerTo(parsed: Parsed): Promise<Answer>;
  /** The same for a line as people type it. */
  answerLine(line: string): Promise<Answer>;
  /** What may stand in an option; nothing where the command has nothing to suggest, or fails to. */
  suggest(command: string, option: string, typed: string): Promise<readonly Suggestion[]>;
}

export function createBot(library: Library, commands: readonly Command[], words: Words, log: Log): Bot {
  const desk: Desk = { library, words, commands };
  const named = new Map(commands.map((command) => [command.name, command]));

  function mistake(problem: Problem): Answer {
    const command = named.get("command" in problem ? problem.command : "");
    const known = command
      ? command.options.map((option) => option.name)
      : commands.map(({ name, options }) =>
          words.help.usage(
            name,
            options.slice(0, 1).map(({ hint }) => `<${hint}>`),
          ),
        );
    return makeAnswer({
      ask: makeAsk(command?.name ?? problem.given.replace(/^\//, "")),
      title: words.mistake.title,
      outcome: "mistake",
      lead: [{ type: "text", text: words.mistake.problem(problem, known) }],
    });
  }

  function failure(ask: Ask, error: unknown): Answer {
    const id = randomUUID().slice(0, 8);
    log.error({ id, command: ask.command, err: error }, "a command failed");
    return makeAnswer({
      ask,
      title: words.failure.title,
      outcome: "failure",
      lead: [{ type: "text", text: words.failure.text(id) }],
    });
  }

  async function answer(ask: Ask): Promise<Answer> {
    const command = named.get(ask.command);
    if (!command) return mistake({ type: "unknown-command", given: ask.command });
    try {
      const given = await command.answer(ask, desk);
      if (ask.from === 1 || ask.from <= given.items.length) return given;
      const text = words.mistake.pastEnd(ask.from, given.items.length);
      return makeAnswer({
        ask,
        title: words.mistake.title,
        outcome: "mistake",
        lead: [{ type: "text", text }],
      });
    } catch (error) {
      return failure(ask, error);
    }
  }

  const answerTo = (parsed: Parsed): Promise<Answer> =>
    "ask" in parsed ? answer(parsed.ask) : Promise.resolve(mistake(parsed.problem));

  return {
    commands,
    words,
    answer,
    answerTo,
    answerLine: (line) => answerTo(parseAsk(line, commands)),
    async suggest(command, option, typed) {
      try {
        return (await named.get(command)?.suggest?.(option, typed, desk)) ?? [];
      } catch (error) {
        log.error({ command, option, err: error }, "suggesting failed");
        return [];
      }
    },
  };
}
