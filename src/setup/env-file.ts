/** The file .env: what it holds, the same with values set, and how it is written. All other lines stay as they are. */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { parse } from "dotenv";
import { setupMessages } from "../language/en/setup.ts";

/** Who may read a file that holds tokens: its owner. */
const MODE = 0o600;

/** One assignment as dotenv finds it: the name, what stands between, and the value with its quotes. */
const ASSIGNMENT =
  /^\s*(?:export\s+)?([\w.-]+)(\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/dgm;

/** A value as it stands in the file. Double quotes come last: dotenv reads escapes between them. */
function written(value: string): string {
  if (/^[\w.:/@+=,-]*$/.test(value)) return value;
  const quote = ["'", "`", '"'].find((mark) => !value.includes(mark)) ?? "'";
  return `${quote}${value}${quote}`;
}

/** The text with the last assignment of a name changed; nothing where there is none. */
function replaced(text: string, name: string, value: string): string | undefined {
  const found = [...text.matchAll(ASSIGNMENT)].findLast((match) => match[1] === name);
  const separator = found?.indices?.[2];
  if (!found || !separator) return undefined;
  const [start, end] = [separator[1], separator[1] + (found[3] ?? "").trimEnd().length];
  const rest = text.slice(end);
  return `${text.slice(0, start)}${written(value)}${rest.startsWith("#") ? " " : ""}${rest}`;
}

function appended(text: string, name: string, value: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text}${text === "" || text.endsWith("\n") ? "" : end}${name}=${written(value)}${end}`;
}

/** What the bot will read from a text. */
export const parseEnv = (text: string): Readonly<Record<string, string>> => parse(text);

function holds(text: string | undefined, expected: Readonly<Record<string, string>>): boolean {
  if (text === undefined) return false;
  const sorted = (values: object) => JSON.stringify(Object.entries(values).sort());
  return sorted(parse(text)) === sorted(expected);
}

/**
 * The text with one value set: in the place of the one that counted, or else on a line of its own.
 * @throws {Error} naming the variable where no way of writing the value is read back as it was
 */
export function setEnvValue(text: string, name: string, value: string): string {
  const expected = { ...parse(text), [name]: value };
  const made = [replaced(text, name, value), appended(text, name, value)].find((one) => holds(one, expected));
  if (made === undefined) throw new Error(setupMessages.question.unwritable(name));
  return made;
}

/** What the file holds; where there is none, the example's text, whose values are all empty. */
export const readEnvFile = (file: string, example: string): string =>
  readFileSync(existsSync(file) ? file : example, "utf8");

/** Writes the file whole or not at all, and for its owner alone. */
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

/** Whether others than its owner may read the file. */
export const isOpenToOthers = (file: string): boolean =>
  process.platform !== "win32" && existsSync(file) && (statSync(file).mode & 0o077) !== 0;
