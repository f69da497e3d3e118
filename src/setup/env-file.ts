/** Reads .env and sets values in it, leaving all other lines unchanged. */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { parse } from "dotenv";
import { setupMessages } from "../language/en/setup.ts";

/** Readable by the owner only, since the file holds tokens. */
const MODE = 0o600;

/** One assignment by dotenv's grammar: name, separator, and value with its quotes. */
const ASSIGNMENT =
  /^\s*(?:export\s+)?([\w.-]+)(\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/dgm;

/** Quotes a value. Double quotes are the last choice because dotenv expands escapes inside them. */
function written(value: string): string {
  if (/^[\w.:/@+=,-]*$/.test(value)) return value;
  const quote = ["'", "`", '"'].find((mark) => !value.includes(mark)) ?? "'";
  return `${quote}${value}${quote}`;
}

/** Replaces the last assignment of a name, which is the one that counts. Returns undefined when there is none. */
function replaced(text: string, name: string, value: string): string | undefined {
  const found = [...text.matchAll(ASSIGNMENT)].findLast((match) => match[1] === name);
  const separator = found?.indices?.[2];
  if (!found || !separator) return undefined;
  const [start, end] = [separator[1], separator[1] + (found[3] ?? "").trimEnd().length];
  const rest = text.slice(end);
  return `${text.slice(0, start)}${written(value)}${rest.startsWith("#") ? " " : ""}${rest}`;
}

/** Appends an assignment, with the line ending that the text uses. */
function appended(text: string, name: string, value: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text}${text === "" || text.endsWith("\n") ? "" : end}${name}=${written(value)}${end}`;
}

/** Parses the text of an .env file as the bot does. */
export const parseEnv = (text: string): Readonly<Record<string, string>> => parse(text);

/** Tells whether a text parses to exactly these values. */
function holds(text: string | undefined, expected: Readonly<Record<string, string>>): boolean {
  if (text === undefined) return false;
  const sorted = (values: object) => JSON.stringify(Object.entries(values).sort());
  return sorted(parse(text)) === sorted(expected);
}

/**
 * Sets one value, replacing the assignment in effect or appending a line.
 * @throws {Error} naming the variable, when no notation of the value can be read back
 */
export function setEnvValue(text: string, name: string, value: string): string {
  const expected = { ...parse(text), [name]: value };
  const made = [replaced(text, name, value), appended(text, name, value)].find((one) => holds(one, expected));
  if (made === undefined) throw new Error(setupMessages.question.unwritable(name));
  return made;
}

/** Reads the file, or the example, whose values are all empty, when there is none. */
export const readEnvFile = (file: string, example: string): string =>
  readFileSync(existsSync(file) ? file : example, "utf8");

/** Writes the file atomically, readable by its owner only. */
export function writeEnvFile(file: string, text: string): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { mode: MODE, flag: "wx" });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
