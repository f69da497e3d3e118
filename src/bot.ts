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
  /** Notes that something beyond a command failed; the words for the asker, and the id that the log has too. */
  apologize(error: unknown): { readonly id: string; readonly text: string };
  /** What may stand in an option; nothing where the command has nothing to suggest, or fails to. */
  suggest(command: string, option: string, typed: string): Promise<readonly Suggestion[]>;
}

/** An adapter carries a bot onto a platform and returns the way to take it off again. */
export type Adapter = (bot: Bot) => Promise<Stop>;
export type Stop = () => Promise<void>;

export function createBot(library: Library, commands: readonly Command[], words: Words, log: Log): Bot {
  const desk: Desk = { library, words, commands };
  const named = new Map(commands.map((command) => [command.name, command]));

  function mistake(problem: Problem): Answer {
    const command = named.get("command" in problem ? problem.command : "");
    const known = command
      ? command.options.map((option) => option.name)
      : commands.map(({ name }) => `/${name}`);
    return makeAnswer({
      ask: makeAsk(command?.name ?? problem.given.replace(/^\//, "")),
      title: words.mistake.title,
      outcome: "mistake",
      lead: [{ type: "text", text: words.mistake.problem(problem, known) }],
    });
  }

  function apologize(error: unknown, command?: string) {
    const id = randomUUID().slice(0, 8);
    log.error({ id, ...(command === undefined ? {} : { command }), err: error }, "an answer failed");
    return { id, text: words.failure.text(id) };
  }

  const failure = (ask: Ask, error: unknown): Answer =>
    makeAnswer({
      ask,
      title: words.failure.title,
      outcome: "failure",
      lead: [{ type: "text", text: apologize(error, ask.command).text }],
    });

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
    apologize: (error) => apologize(error),
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
