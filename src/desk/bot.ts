/** Answers asks and typed lines; every problem and every error becomes an answer too. */

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

/** The bot in one language, as the platform adapters use it. */
export interface Bot {
  readonly commands: readonly Command[];
  readonly messages: Messages;
  /** The version of the shelf that it reads; whatever is cached of its answers is cached under this version. */
  readonly shelfVersion: string;
  /** Parses a typed line; a command's name may be in the bot's language. */
  parse(line: string): ParsedAsk;
  /** Parses the fields of a command's form: values by option name. */
  parseFields(command: string, values: Readonly<Record<string, string>>): ParsedAsk;
  /**
   * Answers an ask. Never rejects: a mistake or a failure is an answer too, for the asker only.
   * @param conversation the citation log's key for the place of the ask
   */
  answer(ask: Ask, conversation?: string): Promise<Answer>;
  /** Answers a parsed line, whether it holds an ask or a problem. Never rejects. */
  answerTo(parsed: ParsedAsk, conversation?: string): Promise<Answer>;
  /** Parses and answers a typed line. Never rejects. */
  answerLine(line: string, conversation?: string): Promise<Answer>;
  /** Logs an error from outside a command. Returns the text for the asker, and the id under which it was logged. */
  reportFailure(error: unknown): { readonly id: string; readonly text: string };
  /** Suggests values for an option. Resolves to an empty list when the command suggests none or fails. */
  suggest(command: string, option: string, typed: string): Promise<readonly Suggestion[]>;
  /** Summarizes the shelf. */
  about(): Promise<ShelfSummary>;
}

/**
 * Returns the bot for a locale and for the command names of a platform. It reads one library from the beginning of an
 * ask to its end, so every ask, press and page asks for its bot anew.
 */
export type BotFactory = (locale: Locale, naming?: CommandNaming) => Promise<Bot>;

/** Names a command by its own name. */
const slashNaming: CommandNaming = (command) => `/${command}`;

/** How much of a passage a button's label quotes, in UTF-16 units. */
const PASSAGE_LABEL_LENGTH = 30;

/** Optional services of a bot. */
export interface BotDependencies {
  readonly citationLog?: CommandContext["citationLog"];
  /** Returns the URL of a source's page by the source's id. */
  readonly sourcePageUrl?: (source: string) => string | undefined;
  /** The version of the library's shelf; needed where the library may be replaced. */
  readonly shelfVersion?: string;
}

/** Creates the bot for one language and one naming of the commands. */
export function createBot(
  library: Library,
  commands: readonly Command[],
  messages: Messages,
  log: Log,
  naming: CommandNaming = slashNaming,
  { citationLog, sourcePageUrl, shelfVersion = "" }: BotDependencies = {},
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
   * Links an answer to the context of its passages: adds each source's page, or, when no pages are served, a button
   * that shows the first passage in its source.
   */
  function withSourceLinks(answer: Answer): Answer {
    const { ask, lead, items, sources, buttons } = answer;
    if (sourcePageUrl !== undefined)
      return {
        ...answer,
        sources: sources.map((source) => {
          const page = sourcePageUrl(source.id);
          return page === undefined ? source : { ...source, page };
        }),
      };
    const citingBlock = [...items.slice(ask.from - 1), lead]
      .flat()
      .find((block) => blockPassages(block).length > 0);
    const first = citingBlock && blockPassages(citingBlock)[0];
    const source = sources.find(({ number }) => number === first?.source);
    if (!first || !source || ask.options.at !== undefined || !byName.has("source")) return answer;
    const contextAsk = createAsk("source", source.id, { at: String(first.start) });
    const label = messages.offer.place(truncateText(first.text, PASSAGE_LABEL_LENGTH));
    return { ...answer, buttons: [...buttons, { type: "ask", label, ask: contextAsk }] };
  }

  function mistake({ problem, typed }: Extract<ParsedAsk, { problem: unknown }>): Answer {
    const command = byName.get("command" in problem ? problem.command : "");
    const known = command
      ? command.options.map((option) => option.name)
      : commands.map(({ name }) => naming(name));
    const asked = createAsk(command?.name ?? problem.given.replace(/^\//, ""));
    const result = mistakeAnswer(asked, describeProblem(problem, known, messages), messages);
    return typed === undefined ? result : { ...result, typed: normalizeLine(typed) };
  }

  function logFailure(error: unknown, command?: string) {
    const id = randomUUID().slice(0, 8);
    log.error({ id, ...defined({ command }), err: error }, "an answer failed");
    return { id, text: messages.failure.text(id) };
  }

  const failure = (ask: Ask, error: unknown): Answer =>
    createAnswer({
      ask,
      title: messages.failure.title,
      outcome: "failure",
      lead: [textBlock(logFailure(error, ask.command).text)],
    });

  /** Answers by command for asks without text and options: costly (whole shelf), and the same for everyone. */
  const menuAnswers = new Map<string, Answer>();

  async function answerOf(command: Command, ask: Ask, context: CommandContext): Promise<Answer> {
    const { name, cacheable } = command;
    if (cacheable === false || ask.text !== "" || Object.keys(ask.options).length > 0)
      return (await command.load()).answer(ask, context);
    const menuAnswer = menuAnswers.get(name) ?? (await (await command.load()).answer(ask, context));
    if (menuAnswer.outcome !== "failure") menuAnswers.set(name, menuAnswer);
    return { ...menuAnswer, ask: { ...menuAnswer.ask, from: ask.from } };
  }

  async function answer(ask: Ask, conversation?: string): Promise<Answer> {
    const command = byName.get(ask.command);
    if (!command) return mistake({ problem: { type: "unknown-command", given: ask.command } });
    try {
      const askContext = conversation === undefined ? context : { ...context, conversation };
      const answered = await answerOf(command, ask, askContext);
      if (ask.from === 1 || ask.from <= answered.items.length)
        return await withCiteButton(withSourceLinks(answered), context);
      return mistakeAnswer(ask, messages.mistake.pastEnd(ask.from, answered.items.length), messages);
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
    shelfVersion,
    answer,
    answerTo,
    parse,
    parseFields(command, values) {
      const grammar = grammars.find(({ name }) => name === command);
      if (!grammar) return { problem: { type: "unknown-command", given: command } };
      const firstOption = grammar.options[0]?.name;
      const typed = Object.entries(values).map(([name, value]) =>
        name === firstOption ? value : `${name}:${value}`,
      );
      return withTyped(parseFields(values, grammar), [`/${command}`, ...typed].join(" "));
    },
    reportFailure: (error) => logFailure(error),
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

/** Creates a factory that makes one bot per naming and locale, when it is first asked for. */
export function createBotFactory(
  library: Library,
  commands: readonly Command[],
  log: Log,
  dependencies: BotDependencies = {},
): BotFactory {
  const botsByNaming = new Map<CommandNaming, Map<Locale, Promise<Bot>>>();
  return (locale, naming = slashNaming) => {
    const bots = botsByNaming.get(naming) ?? new Map<Locale, Promise<Bot>>();
    botsByNaming.set(naming, bots);
    let bot = bots.get(locale);
    if (!bot) {
      bot = loadMessages(locale).then((messages) =>
        createBot(library, commands, messages, log, naming, dependencies),
      );
      bots.set(locale, bot);
    }
    return bot;
  };
}
