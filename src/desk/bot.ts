/** The bot: a line or an ask in, an answer out, whatever happens. */
import { randomUUID } from "node:crypto";
import { type Ask, makeAsk, type Parsed, parseAsk, parseOptions, plain } from "../ask/ask.ts";
import { type Locale, type Words, wordsFor } from "../language/messages.ts";
import type { About, Library, Suggestion } from "../library/library.ts";
import type { Log } from "../support/log.ts";
import { type Answer, makeAnswer, passagesOf } from "./answer.ts";
import { citable } from "./cite-button.ts";
import type { Command, Desk, Named } from "./command.ts";
import { shorten } from "./truncate.ts";

/** What an adapter carries onto its platform, in one language. */
export interface Bot {
  readonly commands: readonly Command[];
  readonly words: Words;
  /** Reads a line as people type it; a command's name may be in the bot's language. */
  parse(line: string): Parsed;
  /** Reads what a form gives for a command: its options by name. */
  read(command: string, values: Readonly<Record<string, string>>): Parsed;
  /**
   * Never throws: what cannot be asked, and what fails, is an answer too, to the asker alone. `conversation` is
   * where it is asked, as the ledger names it.
   */
  answer(ask: Ask, conversation?: string): Promise<Answer>;
  /** The same for what was read, whether it could be read or not. */
  answerTo(parsed: Parsed, conversation?: string): Promise<Answer>;
  /** The same for a line as people type it. */
  answerLine(line: string, conversation?: string): Promise<Answer>;
  /** Notes that something beyond a command failed; the words for the asker, and the id that the log has too. */
  apologize(error: unknown): { readonly id: string; readonly text: string };
  /** What may stand in an option; nothing where the command has nothing to suggest, or fails to. */
  suggest(command: string, option: string, typed: string): Promise<readonly Suggestion[]>;
  /** What the shelf is, as a whole. */
  about(): Promise<About>;
}

/** The bot in the language of whoever asks, and with the names that commands have there. */
export type Bots = (locale: Locale, named?: Named) => Promise<Bot>;

/** An adapter carries the bot onto a platform and returns the way to take it off again. */
export type Adapter = (bots: Bots) => Promise<Stop>;
export type Stop = () => Promise<void>;

/** A command by its own name. */
const bySlash: Named = (command) => `/${command}`;

/** As much of a passage as says which one a button leads to. */
const BEGINNING = 30;

/** What stands beside the shelf, where it does. */
export interface Around {
  readonly ledger?: Desk["ledger"];
  /** The address of a source's page by its id. */
  readonly pages?: (source: string) => string | undefined;
}

export function createBot(
  library: Library,
  commands: readonly Command[],
  words: Words,
  log: Log,
  named: Named = bySlash,
  { ledger, pages }: Around = {},
): Bot {
  const desk: Desk = { library, words, commands, named, ...(ledger ? { ledger } : {}) };
  const byName = new Map(commands.map((command) => [command.name, command]));
  const grammars = commands.map(({ name, label, also = [], options }) => ({
    name,
    alias: label(words),
    also,
    options,
  }));

  /**
   * The way from an answer to where its passages stand: the pages of their sources, to which its numbers then
   * lead; or else a question that shows the first passage in its place.
   */
  function withPlaces(answer: Answer): Answer {
    const { ask, lead, items, sources, buttons } = answer;
    if (pages !== undefined)
      return {
        ...answer,
        sources: sources.map((source) => {
          const page = pages(source.id);
          return page === undefined ? source : { ...source, page };
        }),
      };
    const placed = [...items.slice(ask.from - 1), lead].flat().find((block) => passagesOf(block).length > 0);
    const first = placed && passagesOf(placed)[0];
    const source = sources.find(({ number }) => number === first?.source);
    if (!first || !source || ask.options.at !== undefined || !byName.has("source")) return answer;
    const place = makeAsk("source", source.id, { at: String(first.start) });
    const label = words.offer.place(shorten(first.text, BEGINNING));
    return { ...answer, buttons: [...buttons, { type: "ask", label, ask: place }] };
  }

  function mistake({ problem, typed }: Extract<Parsed, { problem: unknown }>): Answer {
    const command = byName.get("command" in problem ? problem.command : "");
    const known = command
      ? command.options.map((option) => option.name)
      : commands.map(({ name }) => named(name));
    return makeAnswer({
      ask: makeAsk(command?.name ?? problem.given.replace(/^\//, "")),
      ...(typed === undefined ? {} : { typed: plain(typed) }),
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

  /** What commands asked alone have answered: they go through the whole shelf, and say the same to all on every page. */
  const alone = new Map<string, Answer>();

  async function answerOf(command: Command, ask: Ask, desk: Desk): Promise<Answer> {
    const { name, changes } = command;
    if (changes || ask.words !== "" || Object.keys(ask.options).length > 0) return command.answer(ask, desk);
    const given = alone.get(name) ?? (await command.answer(ask, desk));
    if (given.outcome !== "failure") alone.set(name, given);
    return { ...given, ask: { ...given.ask, from: ask.from } };
  }

  async function answer(ask: Ask, conversation?: string): Promise<Answer> {
    const command = byName.get(ask.command);
    if (!command) return mistake({ problem: { type: "unknown-command", given: ask.command } });
    try {
      const here = conversation === undefined ? desk : { ...desk, conversation };
      const given = await answerOf(command, ask, here);
      if (ask.from === 1 || ask.from <= given.items.length) return await citable(withPlaces(given), desk);
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

  const answerTo = (parsed: Parsed, conversation?: string): Promise<Answer> =>
    "ask" in parsed ? answer(parsed.ask, conversation) : Promise.resolve(mistake(parsed));

  const withTyped = (parsed: Parsed, typed: string): Parsed =>
    "problem" in parsed ? { ...parsed, typed } : parsed;
  const parse = (line: string): Parsed => withTyped(parseAsk(line, grammars), line);

  return {
    commands,
    words,
    answer,
    answerTo,
    parse,
    read(command, values) {
      const grammar = grammars.find(({ name }) => name === command);
      if (!grammar) return { problem: { type: "unknown-command", given: command } };
      const own = grammar.options[0]?.name;
      const given = Object.entries(values).map(([name, value]) =>
        name === own ? value : `${name}:${value}`,
      );
      return withTyped(parseOptions(values, grammar), [`/${command}`, ...given].join(" "));
    },
    apologize: (error) => apologize(error),
    answerLine: (line, conversation) => answerTo(parse(line), conversation),
    about: () => library.about(),
    async suggest(command, option, typed) {
      try {
        return (await byName.get(command)?.suggest?.(option, typed, desk)) ?? [];
      } catch (error) {
        log.error({ command, option, err: error }, "suggesting failed");
        return [];
      }
    },
  };
}

/** The bot in each language and by each naming, made when it is first spoken. */
export function createBots(
  library: Library,
  commands: readonly Command[],
  log: Log,
  around: Around = {},
): Bots {
  const made = new Map<Named, Map<Locale, Promise<Bot>>>();
  return (locale, named = bySlash) => {
    const here = made.get(named) ?? new Map<Locale, Promise<Bot>>();
    made.set(named, here);
    let bot = here.get(locale);
    if (!bot) {
      bot = wordsFor(locale).then((words) => createBot(library, commands, words, log, named, around));
      here.set(locale, bot);
    }
    return bot;
  };
}
