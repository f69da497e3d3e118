/** The bot: a line or an ask in, an answer out, whatever happens. */

import { randomUUID } from "node:crypto";
import { type Ask, createAsk, normalizeLine, type ParsedAsk, parseAsk, parseFields } from "../ask/ask.ts";
import { describeProblem } from "../ask/problem-text.ts";
import { type Locale, loadMessages, type Messages } from "../language/messages.ts";
import type { Library, ShelfSummary, Suggestion } from "../library/library.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import { type Answer, blockPassages, createAnswer } from "./answer.ts";
import { mistakeAnswer, textBlock } from "./answer-parts.ts";
import { withCiteButton } from "./cite-button.ts";
import type { Command, CommandContext, CommandNaming } from "./command.ts";
import { truncateText } from "./truncate.ts";

/** What an adapter carries onto its platform, in one language. */
export interface Bot {
  readonly commands: readonly Command[];
  readonly messages: Messages;
  /** Reads a line as people type it; a command's name may be in the bot's language. */
  parse(line: string): ParsedAsk;
  /** Reads what a form gives for a command: its options by name. */
  parseFields(command: string, values: Readonly<Record<string, string>>): ParsedAsk;
  /**
   * Never throws: what cannot be asked, and what fails, is an answer too, to the asker alone. `conversation` is
   * where it is asked, as the ledger names it.
   */
  answer(ask: Ask, conversation?: string): Promise<Answer>;
  /** The same for what was read, whether it could be read or not. */
  answerTo(parsed: ParsedAsk, conversation?: string): Promise<Answer>;
  /** The same for a line as people type it. */
  answerLine(line: string, conversation?: string): Promise<Answer>;
  /** Notes that something beyond a command failed; the words for the asker, and the id that the log has too. */
  reportFailure(error: unknown): { readonly id: string; readonly text: string };
  /** What may stand in an option; nothing where the command has nothing to suggest, or fails to. */
  suggest(command: string, option: string, typed: string): Promise<readonly Suggestion[]>;
  /** What the shelf is, as a whole. */
  about(): Promise<ShelfSummary>;
}

/** The bot in the language of whoever asks, and with the names that commands have there. */
export type BotFactory = (locale: Locale, naming?: CommandNaming) => Promise<Bot>;

/** A command by its own name. */
const slashNaming: CommandNaming = (command) => `/${command}`;

/** As much of a passage as says which one a button leads to. */
const PASSAGE_LABEL_LENGTH = 30;

/** What stands beside the shelf, where it does. */
export interface BotDependencies {
  readonly citationLog?: CommandContext["citationLog"];
  /** The address of a source's page by its id. */
  readonly sourcePageUrl?: (source: string) => string | undefined;
}

export function createBot(
  library: Library,
  commands: readonly Command[],
  messages: Messages,
  log: Log,
  naming: CommandNaming = slashNaming,
  { citationLog, sourcePageUrl }: BotDependencies = {},
): Bot {
  const context: CommandContext = {
    library,
    messages,
    commands,
    naming,
    ...defined({ citationLog }),
  };
  const byName = new Map(commands.map((command) => [command.name, command]));
  const grammars = commands.map(({ name, localizedName: label, aliases = [], options }) => ({
    name,
    alias: label(messages),
    aliases,
    options,
  }));

  /**
   * The way from an answer to where its passages stand: the pages of their sources, to which its numbers then
   * lead; or else a question that shows the first passage in its place.
   */
  function withPlaces(answer: Answer): Answer {
    const { ask, lead, items, sources, buttons } = answer;
    if (sourcePageUrl !== undefined)
      return {
        ...answer,
        sources: sources.map((source) => {
          const page = sourcePageUrl(source.id);
          return page === undefined ? source : { ...source, page };
        }),
      };
    const placed = [...items.slice(ask.from - 1), lead]
      .flat()
      .find((block) => blockPassages(block).length > 0);
    const first = placed && blockPassages(placed)[0];
    const source = sources.find(({ number }) => number === first?.source);
    if (!first || !source || ask.options.at !== undefined || !byName.has("source")) return answer;
    const place = createAsk("source", source.id, { at: String(first.start) });
    const label = messages.offer.place(truncateText(first.text, PASSAGE_LABEL_LENGTH));
    return { ...answer, buttons: [...buttons, { type: "ask", label, ask: place }] };
  }

  function mistake({ problem, typed }: Extract<ParsedAsk, { problem: unknown }>): Answer {
    const command = byName.get("command" in problem ? problem.command : "");
    const known = command
      ? command.options.map((option) => option.name)
      : commands.map(({ name }) => naming(name));
    const asked = createAsk(command?.name ?? problem.given.replace(/^\//, ""));
    const told = mistakeAnswer(asked, describeProblem(problem, known, messages), messages);
    return typed === undefined ? told : { ...told, typed: normalizeLine(typed) };
  }

  function apologize(error: unknown, command?: string) {
    const id = randomUUID().slice(0, 8);
    log.error({ id, ...defined({ command }), err: error }, "an answer failed");
    return { id, text: messages.failure.text(id) };
  }

  const failure = (ask: Ask, error: unknown): Answer =>
    createAnswer({
      ask,
      title: messages.failure.title,
      outcome: "failure",
      lead: [textBlock(apologize(error, ask.command).text)],
    });

  /** What commands asked alone have answered: they go through the whole shelf, and say the same to all on every page. */
  const menuAnswers = new Map<string, Answer>();

  async function answerOf(command: Command, ask: Ask, context: CommandContext): Promise<Answer> {
    const { name, cacheable } = command;
    if (cacheable === false || ask.text !== "" || Object.keys(ask.options).length > 0)
      return (await command.load()).answer(ask, context);
    const given = menuAnswers.get(name) ?? (await (await command.load()).answer(ask, context));
    if (given.outcome !== "failure") menuAnswers.set(name, given);
    return { ...given, ask: { ...given.ask, from: ask.from } };
  }

  async function answer(ask: Ask, conversation?: string): Promise<Answer> {
    const command = byName.get(ask.command);
    if (!command) return mistake({ problem: { type: "unknown-command", given: ask.command } });
    try {
      const here = conversation === undefined ? context : { ...context, conversation };
      const given = await answerOf(command, ask, here);
      if (ask.from === 1 || ask.from <= given.items.length)
        return await withCiteButton(withPlaces(given), context);
      return mistakeAnswer(ask, messages.mistake.pastEnd(ask.from, given.items.length), messages);
    } catch (error) {
      return failure(ask, error);
    }
  }

  const answerTo = (parsed: ParsedAsk, conversation?: string): Promise<Answer> =>
    "ask" in parsed ? answer(parsed.ask, conversation) : Promise.resolve(mistake(parsed));

  const withTyped = (parsed: ParsedAsk, typed: string): ParsedAsk =>
    "problem" in parsed ? { ...parsed, typed } : parsed;
  const parse = (line: string): ParsedAsk => withTyped(parseAsk(line, grammars), line);

  return {
    commands,
    messages,
    answer,
    answerTo,
    parse,
    parseFields(command, values) {
      const grammar = grammars.find(({ name }) => name === command);
      if (!grammar) return { problem: { type: "unknown-command", given: command } };
      const own = grammar.options[0]?.name;
      const given = Object.entries(values).map(([name, value]) =>
        name === own ? value : `${name}:${value}`,
      );
      return withTyped(parseFields(values, grammar), [`/${command}`, ...given].join(" "));
    },
    reportFailure: (error) => apologize(error),
    answerLine: (line, conversation) => answerTo(parse(line), conversation),
    about: () => library.about(),
    async suggest(command, option, typed) {
      try {
        const module = await byName.get(command)?.load();
        return (await module?.suggest?.(option, typed, context)) ?? [];
      } catch (error) {
        log.error({ command, option, err: error }, "suggesting failed");
        return [];
      }
    },
  };
}

/** The bot in each language and by each naming, made when it is first spoken. */
export function createBotFactory(
  library: Library,
  commands: readonly Command[],
  log: Log,
  around: BotDependencies = {},
): BotFactory {
  const made = new Map<CommandNaming, Map<Locale, Promise<Bot>>>();
  return (locale, naming = slashNaming) => {
    const here = made.get(naming) ?? new Map<Locale, Promise<Bot>>();
    made.set(naming, here);
    let bot = here.get(locale);
    if (!bot) {
      bot = loadMessages(locale).then((messages) =>
        createBot(library, commands, messages, log, naming, around),
      );
      here.set(locale, bot);
    }
    return bot;
  };
}
