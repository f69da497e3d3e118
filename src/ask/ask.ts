/**
 * Parses typed lines into asks and prints asks as lines.
 *
 *     /quote lu jun about:NGOs item:4
 *
 * Bare words are the command's first option; everything else is `name:value` or `name:"value with spaces"`.
 * Inside quotation marks, a backslash escapes the next character.
 */
import { PLAIN_OPTIONS, parseSwitch } from "../language/ask-words.ts";
import { cutText } from "../support/cut-text.ts";
import { defined } from "../support/defined.ts";
import { decodeEntities } from "../support/entities.ts";
import { visibleForm } from "../support/fold-letters.ts";
import { isUnclosed, type LineToken, opensQuoted, splitTokens } from "./line-tokens.ts";

/** A question to one command. `printAsk` prints it as one line, which parses back to the same ask. */
export interface Ask {
  readonly command: string;
  /** The value of the command's first option; empty when none was given. */
  readonly text: string;
  /** The values of the other options by name, never empty. */
  readonly options: Readonly<Record<string, string>>;
  /** The number of the first item to show, from 1. */
  readonly from: number;
  /** How much of the answer is shown: the whole, or its notes alone; without it, the short form. */
  readonly detail?: AskDetail;
}

/** What can be shown of an answer instead of its short form. */
export type AskDetail = (typeof ASK_DETAILS)[number];
/** All details that can be asked for. */
export const ASK_DETAILS = ["full", "notes"] as const;

/** The parts of a command that parsing needs. */
export interface CommandGrammar {
  readonly name: string;
  /** Its name in the asker's language, accepted as well as `name`. */
  readonly alias?: string;
  /** Other names that are accepted, in any language. */
  readonly aliases?: readonly string[];
  readonly options: readonly {
    readonly name: string;
    /** Whether it takes a sentence, in which quotation marks and colons are kept as text. */
    readonly sentence?: true;
  }[];
}

/** The result of parsing: an ask, with the `private` option if it was given, or a problem with the typed text. */
export type ParsedAsk =
  | { readonly ask: Ask; readonly private?: boolean }
  | { readonly problem: AskProblem; readonly typed?: string };

/** Why a line is not a valid ask, as data that `describeProblem` puts into the asker's language. */
export type AskProblem =
  | { readonly type: "unknown-command"; readonly given: string }
  | { readonly type: "unknown-option"; readonly command: string; readonly given: string }
  | { readonly type: "twice"; readonly command: string; readonly given: string }
  | { readonly type: "bad-item"; readonly command: string; readonly given: string }
  | { readonly type: "bad-detail"; readonly command: string; readonly given: string }
  | { readonly type: "bad-private"; readonly command: string; readonly given: string }
  | { readonly type: "no-value"; readonly command: string; readonly given: string }
  | { readonly type: "unclosed"; readonly command: string; readonly given: string }
  | { readonly type: "too-long"; readonly command: string; readonly given: string };

/** The maximum length of an option's value, in UTF-16 units: a sentence or two. */
export const MAX_VALUE_LENGTH = 500;

/** How much of a message is used as an ask, in UTF-16 units; leaves room for quoting below `MAX_VALUE_LENGTH`. */
export const MAX_MESSAGE_LENGTH = 480;

/**
 * The most of a typed line that is read, in UTF-16 units: more than a full ask takes, with every character escaped.
 * Nothing behind it is looked at, so nobody can keep the desk busy with a long message.
 */
export const MAX_LINE_LENGTH = 8_000;

/** Quotes a message as the bare words of an ask, so that nothing in it is parsed as an option. */
export const quoteMessage = (message: string): string =>
  `"${cutText(normalizeLine(cutText(message, MAX_LINE_LENGTH)), MAX_MESSAGE_LENGTH).replace(/["\\]/g, "\\$&")}"`;

/** The name of the option for the first item to show, `Ask.from`. */
export const ITEM_OPTION = "item";

/** The number of an item as it is typed. */
const ITEM_NUMBER = /^[1-9]\d{0,5}$/;

/** The name of the option for how much of an answer is shown, `Ask.detail`. */
export const DETAIL_OPTION = "detail";

/** The name of the option that shows an answer to the asker only. Delivery uses it; it is not part of an ask. */
export const PRIVATE_OPTION = "private";

/** Creates an ask. Normalizes its values with `normalizeLine`, drops empty options and sorts the others by name. */
export function createAsk(
  command: string,
  words = "",
  options: Readonly<Record<string, string | undefined>> = {},
  from = 1,
  detail?: AskDetail,
): Ask {
  const kept = Object.entries(options)
    .map(([name, value]) => [name, normalizeLine(value ?? "")] as const)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    command,
    text: normalizeLine(words),
    options: Object.fromEntries(kept),
    from,
    ...defined({ detail }),
  };
}

/**
 * Returns text as one trimmed line of well-formed, composed Unicode without invisible characters and without entities
 * such as `&rsquo;`; a run of spaces or control characters becomes a space.
 */
export const normalizeLine = (text: string): string =>
  visibleForm(decodeEntities(text.toWellFormed()))
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();

/** The slash before a command's name, also as a Chinese keyboard types it. */
const SLASH = /^[/／]/;

/** Returns what was typed for a command's name without its slash. */
export const withoutSlash = (head: string): string => head.replace(SLASH, "");

/** Tells whether a line begins with a slash, so that it can only be meant as a command. */
export const hasSlash = (line: string): boolean => SLASH.test(normalizeLine(cutText(line, MAX_LINE_LENGTH)));

/** Parses a typed line; the slash is optional. Of one that no ask can fill, only the command is read. */
export function parseAsk(line: string, grammars: readonly CommandGrammar[]): ParsedAsk {
  const [head = "", ...rest] = normalizeLine(cutText(line, MAX_LINE_LENGTH)).split(" ");
  const name = withoutSlash(head).toLowerCase();
  const grammar = grammars.find(
    (candidate) => candidate.name === name || candidate.alias === name || candidate.aliases?.includes(name),
  );
  if (!grammar) return { problem: { type: "unknown-command", given: shownPart(head) } };
  if (line.length > MAX_LINE_LENGTH) return tooLong(grammar, rest.join(" "));
  return parseArguments(rest.join(" "), grammar);
}

/** Tells whether a parsed line begins with the name of a command. */
export const namesCommand = (parsed: ParsedAsk): boolean =>
  "ask" in parsed || parsed.problem.type !== "unknown-command";

/** The part of what was typed that a problem quotes. */
const shownPart = (text: string): string => cutText(text, 40);

const tooLong = ({ name: command }: CommandGrammar, given: string): ParsedAsk => ({
  problem: { type: "too-long", command, given: shownPart(given) },
});

/** Parses the part of a line after the command's name. */
function parseArguments(rest: string, grammar: CommandGrammar): ParsedAsk {
  const command = grammar.name;
  const [first, ...others] = grammar.options.map((option) => option.name);
  const values = new Map<string, string>();
  let words: string[] = [];
  let plainOption: string | undefined;
  let from = 1;
  let isPrivate: boolean | undefined;
  let detail: AskDetail | undefined;
  const problem = (type: Exclude<AskProblem["type"], "unknown-command">, given: string): ParsedAsk => ({
    problem: { type, command, given: shownPart(given) },
  });

  const isOption = (name: string | undefined) =>
    name !== undefined && [ITEM_OPTION, PRIVATE_OPTION, DETAIL_OPTION, first, ...others].includes(name);
  // A colon after any other word is text, unless the word looks like an option that the command does not have.
  const typed = splitTokens(normalizeLine(rest)).map((token): LineToken => {
    const isText = !isOption(token.name) && (token.value === "" || /^[A-Z]/.test(token.raw));
    return isText && token.name !== undefined
      ? { value: token.raw, quoted: token.quoted, raw: token.raw }
      : token;
  });
  const unclosed = typed.find(isUnclosed);
  const isOwn = ({ name }: LineToken) =>
    name === ITEM_OPTION || name === PRIVATE_OPTION || name === DETAIL_OPTION || name === first;
  // Quotation marks inside a sentence belong to it; marks around the whole sentence only delimit the value.
  const isSentence =
    grammar.options[0]?.sentence === true && typed.filter((token) => !isOwn(token)).length > 1;
  if (!isSentence && unclosed) return problem("unclosed", unclosed.value);
  const given = new Set<string>();
  for (const token of typed) {
    const { name, value, quoted } = token;
    if (isSentence && !isOwn(token)) words.push(token.raw);
    else if (name !== undefined && value === "" && !quoted && name !== first) {
      // Its value is the words after it.
      if (!others.includes(name)) return problem("no-value", name);
      if (values.has(name)) return problem("twice", name);
      plainOption = name;
      given.add(name);
      values.set(name, "");
    } else if (name === ITEM_OPTION) {
      if (!ITEM_NUMBER.test(value)) return problem("bad-item", value);
      from = Number(value);
    } else if (name === PRIVATE_OPTION) {
      isPrivate = parseSwitch(value);
      if (isPrivate === undefined) return problem("bad-private", value);
    } else if (name === DETAIL_OPTION) {
      detail = ASK_DETAILS.find((known) => known === value.toLowerCase());
      if (detail === undefined) return problem("bad-detail", value);
    } else if (name !== undefined && name === first) words.push(value);
    else if (name !== undefined && others.includes(name)) {
      if (values.has(name)) return problem("twice", name);
      values.set(name, value);
    } else if (name !== undefined) return problem("unknown-option", name);
    else if (!quoted && plainOption === undefined && isSpoken(value, others)) {
      plainOption = value.toLowerCase();
      if (values.has(plainOption)) return problem("twice", plainOption);
      values.set(plainOption, "");
    } else if (plainOption !== undefined) values.set(plainOption, `${values.get(plainOption)} ${value}`);
    else words.push(value);
  }
  if (plainOption !== undefined && normalizeLine(values.get(plainOption) ?? "") === "") {
    if (given.has(plainOption)) return problem("no-value", plainOption);
    words = [...words, plainOption];
    values.delete(plainOption);
  }
  const ask = createAsk(command, words.join(" "), Object.fromEntries(values), from, detail);
  const longValue = [ask.text, ...Object.values(ask.options)].find(
    (value) => value.length > MAX_VALUE_LENGTH,
  );
  if (longValue !== undefined) return tooLong(grammar, longValue);
  return { ask, ...defined({ private: isPrivate }) };
}

/**
 * Parses the fields of a form: the first option like the rest of a typed line, each other option as one value. A field
 * that the command does not have is a mistake, as in a typed line.
 */
export function parseFields(values: Readonly<Record<string, string>>, grammar: CommandGrammar): ParsedAsk {
  const command = grammar.name;
  const [first, ...others] = grammar.options.map((option) => option.name);
  const known = [PRIVATE_OPTION, DETAIL_OPTION, ITEM_OPTION, ...grammar.options.map(({ name }) => name)];
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined)
    return { problem: { type: "unknown-option", command, given: shownPart(unknown) } };
  const long = Object.values(values).find((value) => value.length > MAX_LINE_LENGTH);
  if (long !== undefined) return tooLong(grammar, long);
  const parsed = parseArguments(first === undefined ? "" : (values[first] ?? ""), grammar);
  if ("problem" in parsed) return parsed;
  const { ask } = parsed;
  const given = others.flatMap((name) => (values[name] ? [[name, values[name]] as const] : []));
  const longValue = given.find(([, value]) => value.length > MAX_VALUE_LENGTH);
  if (longValue) return tooLong(grammar, longValue[1]);
  const problem = (type: "bad-detail" | "bad-item" | "bad-private", given: string): ParsedAsk => ({
    problem: { type, command, given: shownPart(given) },
  });
  const { [DETAIL_OPTION]: detailValue = "", [ITEM_OPTION]: item = "" } = values;
  const detail = ASK_DETAILS.find((known) => known === detailValue) ?? ask.detail;
  if (detailValue !== "" && detail !== detailValue) return problem("bad-detail", detailValue);
  if (item !== "" && !ITEM_NUMBER.test(item)) return problem("bad-item", item);
  const from = item === "" ? ask.from : Number(item);
  const privateValue = values[PRIVATE_OPTION] ?? "";
  const isPrivate = privateValue === "" ? parsed.private : parseSwitch(privateValue);
  if (privateValue !== "" && isPrivate === undefined) return problem("bad-private", privateValue);
  return {
    ask: createAsk(ask.command, ask.text, { ...ask.options, ...Object.fromEntries(given) }, from, detail),
    ...defined({ private: isPrivate }),
  };
}

const isSpoken = (word: string, names: readonly string[]): boolean =>
  PLAIN_OPTIONS.includes(word.toLowerCase()) && names.includes(word.toLowerCase());

const escaped = (value: string): string => `"${value.replace(/["\\]/g, "\\$&")}"`;

function printWords(words: string): string {
  const bare = splitTokens(words).every(
    ({ name, value, quoted }) =>
      name === undefined && !quoted && !opensQuoted(value) && !PLAIN_OPTIONS.includes(value.toLowerCase()),
  );
  return bare ? words : escaped(words);
}

const printValue = (value: string): string =>
  value.includes(" ") || value.startsWith("//") || opensQuoted(value) ? escaped(value) : value;

/** Prints an ask as its canonical line: words, options by name, and the first item unless it is 1. */
export function printAsk(ask: Ask): string {
  return [
    `/${ask.command}`,
    ...(ask.text === "" ? [] : [printWords(ask.text)]),
    ...Object.entries(ask.options).map(([name, value]) => `${name}:${printValue(value)}`),
    ...(ask.detail === undefined ? [] : [`${DETAIL_OPTION}:${ask.detail}`]),
    ...(ask.from === 1 ? [] : [`${ITEM_OPTION}:${ask.from}`]),
  ].join(" ");
}
