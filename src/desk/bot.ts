/** Answers asks and typed lines; every problem and every error becomes an answer too. */
import { randomUUID } from "node:crypto";
import {
  type Ask,
  createAsk,
  hasSlash,
  MAX_LINE_LENGTH,
  MAX_MESSAGE_LENGTH,
  MAX_VALUE_LENGTH,
  namesCommand,
  normalizeLine,
  type ParsedAsk,
  parseAsk,
  parseFields,
  printAsk,
  withoutSlash,
} from "../ask/ask.ts";
import { isAmbiguous, mayBeQuestion, parseCommandLine } from "../ask/command-line.ts";
import { nearestCommands } from "../ask/nearest-commands.ts";
import { describeProblem } from "../ask/problem-text.ts";
import { type Locale, loadMessages, type Messages } from "../language/messages.ts";
import { createAnswerLibrary } from "../library/answer-library.ts";
import type { Library, ShelfSummary, SourceInfo, Suggestion } from "../library/library.ts";
import { localizeLibrary } from "../library/localized-library.ts";
import { cutText } from "../support/cut-text.ts";
import { defined } from "../support/defined.ts";
import { lazy } from "../support/lazy.ts";
import type { Log } from "../support/log.ts";
import { type Answer, createAnswer, type MenuChoice } from "./answer.ts";
import { mistakeAnswer, offeredChoices, textBlock } from "./answer-parts.ts";
import { withCiteButton } from "./cite-button.ts";
import type { Command, CommandContext, CommandNaming } from "./command.ts";
import type { QuestionDesk, SearchScope } from "./questions.ts";
import { createCommandRunner, loadModule } from "./run-command.ts";
import { linkSources } from "./source-links.ts";
import { lookUpWords } from "./unnamed.ts";

/** What a platform read: a parsed line, or a message in words. */
export type ReadInput = ParsedAsk | { readonly message: string; readonly private?: boolean };

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
  /** Answers what was read, be it an ask, a problem or a message in words. Never rejects. */
  answerTo(read: ReadInput, conversation?: string): Promise<Answer>;
  /** Answers a line: a command, or whatever else as a question. Never rejects. */
  answerLine(line: string, conversation?: string): Promise<Answer>;
  /** Reads a message in a conversation; one that is no command is answered in words, or with help. */
  readMessage(text: string): ReadInput;
  /** Logs an error from outside a command. Returns the text for the asker, and the id under which it was logged. */
  reportFailure(error: unknown): { readonly id: string; readonly text: string };
  /** Suggests values for an option. Resolves to an empty list when the command suggests none or fails. */
  suggest(command: string, option: string, typed: string): Promise<readonly Suggestion[]>;
  /** Summarizes the shelf. */
  about(): Promise<ShelfSummary>;
  /** Returns the first sources of the shelf. */
  firstSources(most: number): Promise<readonly SourceInfo[]>;
}

/**
 * Returns the bot for a locale and for the command names of a platform. It reads one library from the beginning of an
 * ask to its end, so every ask, press and page asks for its bot anew.
 */
export type BotFactory = (locale: Locale, naming?: CommandNaming) => Promise<Bot>;

/** Questions in words are read by what is loaded with the first of them: most asks are commands. */
const loadQuestions = lazy(() => import("./questions.ts"));
const loadPhrases = lazy(() => import("../ask/phrases.ts"));
const slashNaming: CommandNaming = (command) => `/${command}`;

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
  shelfLibrary: Library,
  commands: readonly Command[],
  messages: Messages,
  log: Log,
  naming: CommandNaming = slashNaming,
  { citationLog, sourcePageUrl, shelfVersion = "" }: BotDependencies = {},
): Bot {
  const library = localizeLibrary(shelfLibrary, messages);
  const context: CommandContext = { library, messages, commands, naming, ...defined({ citationLog }) };
  const byName = new Map(commands.map((command) => [command.name, command]));
  const grammars = commands.map(({ name, localizedName: label, aliases = [], options }) => ({
    name,
    alias: label(messages),
    aliases,
    options,
  }));

  const withSourceLinks = (answer: Answer): Answer =>
    linkSources(answer, { messages, hasSource: byName.has("source"), ...defined({ sourcePageUrl }) });

  function mistake({ problem, typed }: Extract<ParsedAsk, { problem: unknown }>): Answer {
    const command = byName.get("command" in problem ? problem.command : "");
    const known = command
      ? command.options.map((option) => option.name)
      : commands.map(({ name }) => naming(name));
    const asked = createAsk(command?.name ?? withoutSlash(problem.given));
    const result = mistakeAnswer(asked, describeProblem(problem, known, messages), messages);
    const near = command === undefined && typed !== undefined ? nearAsks(typed) : [];
    const opening = [...result.opening, ...offeredChoices(messages.mistake.near, near)];
    return typed === undefined ? result : { ...result, opening, typed: normalizeLine(typed) };
  }

  const unknownCommand = (given: string) => mistake({ problem: { type: "unknown-command", given } });
  /** Returns the asks that a line with a misspelt command may mean. */
  function nearAsks(line: string): MenuChoice[] {
    const [head = "", ...rest] = normalizeLine(line).split(" ");
    return nearestCommands(head, grammars).flatMap((name) => {
      const parsed = parse([`/${name}`, ...rest].join(" "));
      return "ask" in parsed
        ? [{ label: `${naming(name)}${printAsk(parsed.ask).slice(name.length + 1)}`, ask: parsed.ask }]
        : [];
    });
  }

  function logFailure(error: unknown, command?: string) {
    const id = randomUUID().slice(0, 8);
    log.error({ id, ...defined({ command }), err: error }, "an answer failed");
    return { id, text: messages.failure.text(id) };
  }

  function failure(ask: Ask, error: unknown): Answer {
    const opening = [textBlock(logFailure(error, ask.command).text)];
    return createAnswer({ ask, title: messages.failure.title, outcome: "failure", opening });
  }

  const runCommand = createCommandRunner();
  const withTyped = (parsed: ParsedAsk, typed: string): ParsedAsk =>
    "problem" in parsed ? { ...parsed, typed: cutText(typed, MAX_LINE_LENGTH) } : parsed;
  const parse = (line: string): ParsedAsk => withTyped(parseAsk(line, grammars), line);

  /** Returns the context of one answer, which reads the library by itself. */
  const contextFor = (conversation?: string): CommandContext => ({
    ...{ ...context, library: createAnswerLibrary(library) },
    ...defined({ conversation }),
  });

  /** Returns what answers questions over this library; asks for commands that there are not are mistakes. */
  function questionDesk(conversation: string | undefined): QuestionDesk {
    const askContext = contextFor(conversation);
    return {
      ...{ library: askContext.library, parse },
      async run(ask) {
        const command = byName.get(ask.command);
        return command ? runCommand(command, ask, askContext) : unknownCommand(ask.command);
      },
    };
  }

  /** Finishes an answer; the item that was asked for has to be there. */
  function finish(ask: Ask, answered: Answer): Answer {
    if (ask.from === 1 || ask.from <= answered.items.length)
      return withCiteButton(withSourceLinks(answered), context);
    return mistakeAnswer(ask, messages.mistake.pastEnd(ask.from, answered.items.length), messages);
  }

  async function answer(ask: Ask, conversation?: string): Promise<Answer> {
    if (!byName.has(ask.command)) return unknownCommand(ask.command);
    try {
      const desk = questionDesk(conversation);
      const asked = mayBeQuestion(ask) && (await (await loadQuestions()).answerAskedQuestion(ask, desk));
      return finish(ask, asked || (await desk.run(ask)));
    } catch (error) {
      return failure(ask, error);
    }
  }

  const help = (conversation?: string) => answer(createAsk("help"), conversation);
  /** Answers a question in words; undefined for what is none. Never rejects. */
  async function answerWords(text: string, scope: SearchScope, conversation?: string) {
    try {
      const desk = questionDesk(conversation);
      const answered = await (await loadQuestions()).answerQuestion(text, desk, scope);
      return answered && finish(answered.ask, answered);
    } catch (error) {
      return failure(createAsk("search", cutText(text, MAX_MESSAGE_LENGTH)), error);
    }
  }

  /** Tells whether a line without a slash begins with a misspelt command and not with a word of the sources. */
  async function isMisspelt(line: string): Promise<boolean> {
    if (line.length > MAX_VALUE_LENGTH || nearAsks(line).length === 0) return false;
    if ((await loadPhrases()).hasPhraseForm(line, parse)) return false;
    return (await lookUpWords(normalizeLine(line).split(" ")[0]!, library)).unnamed.length > 0;
  }

  /** Answers a line or a message: a command as it is, unless it may be a question; anything else in words. */
  async function answerText(text: string, scope: SearchScope, conversation?: string): Promise<Answer> {
    const parsed = parseCommandLine(text, parse);
    if (parsed === undefined) {
      const answered = await answerWords(text, scope, conversation);
      if (answered) return answered;
      const searched = parse(printAsk(createAsk("search", cutText(text, MAX_LINE_LENGTH))));
      return scope === "anything" && "problem" in searched ? answerTo(searched) : help(conversation);
    }
    const mayAsk = !hasSlash(text) && isAmbiguous(text);
    const answered = mayAsk && (await answerWords(text, "nothing", conversation));
    if (answered) return answered;
    const isSmallTalk = (await loadPhrases()).parsePhrase(text, parse).isSmallTalk;
    return isSmallTalk ? help(conversation) : answerTo(parsed, conversation);
  }

  function readMessage(text: string): ReadInput {
    const parsed = parseCommandLine(text, parse);
    if (parsed && (hasSlash(text) || !isAmbiguous(text))) return parsed;
    const isPrivate = parsed && "ask" in parsed ? parsed.private : undefined;
    return { message: cutText(text, MAX_LINE_LENGTH), ...defined({ private: isPrivate }) };
  }

  async function answerLine(line: string, conversation?: string): Promise<Answer> {
    const parsed = parse(line);
    const isCommand = hasSlash(line) || normalizeLine(cutText(line, MAX_LINE_LENGTH)) === "";
    if (isCommand || (!namesCommand(parsed) && (await isMisspelt(line))))
      return answerTo(parsed, conversation);
    return answerText(line, "anything", conversation);
  }

  function answerTo(read: ReadInput, conversation?: string): Promise<Answer> {
    if ("message" in read) return answerText(read.message, "questions", conversation);
    return "ask" in read ? answer(read.ask, conversation) : Promise.resolve(mistake(read));
  }

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
    answerLine,
    readMessage,
    about: () => library.about(),
    firstSources: async (most) => (await library.findSources({ most })).hits,
    async suggest(command, option, typed) {
      try {
        const known = byName.get(command);
        const module = known && (await loadModule(known));
        return (await module?.suggest?.(option, cutText(typed, MAX_VALUE_LENGTH), contextFor())) ?? [];
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
