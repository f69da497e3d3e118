/**
 * Asks for values, has them checked and saves accepted ones to .env: the steps that all parts of the dialogue share.
 */

import type { Environment } from "../config/environment.ts";
import type { Command } from "../desk/command.ts";
import { setupMessages } from "../language/en/setup.ts";
import { redactSecrets } from "../support/log.ts";
import { type CheckResult, secretValues, valueFault } from "./platform-checks.ts";
import type { Prompter } from "./prompter.ts";
import type { ReportLine } from "./report.ts";

const say = setupMessages.question;

/** What the dialogue needs from the program. */
export interface SetupInput {
  readonly prompter: Prompter;
  readonly commands: readonly Command[];
  /** Variables set outside .env, which take precedence. */
  readonly outside: Environment;
  /** What .env contained at the start. */
  readonly held: Environment;
  /** Saves one value to .env. */
  readonly save: (name: string, value: string) => void;
  /** Writes a file into the folder of .env, over one of the same name. Returns its path. */
  readonly saveFile: (name: string, text: string) => string;
}

/** Public address for the platforms, and host and port to listen on. */
export interface HttpSettings {
  readonly address: string;
  readonly host: string;
  readonly port: string;
}

/** What every question needs. */
export interface QuestionContext extends SetupInput {
  /** Returns what the bot would read now. */
  readonly now: () => Environment;
}

/** A running dialogue. */
export interface SetupSession extends QuestionContext {
  /** Asks for the HTTP settings, once for all platforms; `known` is a suggested address. */
  readonly http: (known?: string) => Promise<HttpSettings>;
}

/** The result of setting up one platform. */
export interface PlatformResult {
  readonly works: boolean;
  /** What remains to be entered or clicked on the platform once the bot runs, with the address to use. */
  readonly left: readonly { readonly what: string; readonly address: string }[];
}

/** Shows one line of the report. */
export const tellFinding = (prompter: Prompter, { mark, says, about }: ReportLine): void =>
  prompter.tell(`${about}: ${says}`, mark === "ok" ? "done" : mark === "wrong" ? "wrong" : undefined);

/** Returns what is wrong with a typed value, including that it is empty. */
const untyped = (name: string, text: string): string | undefined =>
  text === "" ? say.empty : valueFault(name, text);

/** Saves an accepted value to .env. Asks before replacing a value that the person has neither seen nor typed. */
export async function saveValue(
  { prompter, outside, held, save: keep }: QuestionContext,
  name: string,
  value: string,
  seen: string,
) {
  const other = held[name] && held[name] !== seen && held[name] !== value;
  if (other && !(await prompter.agree(say.replace(name), false))) return;
  keep(name, value);
  if (outside[name] !== undefined) prompter.tell(say.alsoOutside(name), "wrong");
}

/** Empties a value that would select the other connection type, if the person agrees. */
export async function clearValue(asking: QuestionContext, name: string, why: string): Promise<void> {
  const { prompter, outside, held, save: keep, now } = asking;
  if (!now()[name]) return;
  if (held[name] && (await prompter.agree(say.clear(name, why), true))) keep(name, "");
  if (outside[name]) prompter.tell(say.clearOutside(name, why), "wrong");
}

/**
 * Asks for a token that the platform accepts: the current one, or a new one. Saves only an accepted token.
 * @param wrong returns what is wrong with the form of a token
 * @returns the token with what the platform returned, or undefined when the person gave up
 */
export async function askToken<T>(
  asking: QuestionContext,
  name: string,
  check: (token: string) => Promise<CheckResult<T>>,
  wrong = (text: string) => untyped(name, text),
): Promise<({ readonly token: string } & T) | undefined> {
  const { prompter, now, held } = asking;
  const set = now()[name] || held[name] || "";
  const fault = set && valueFault(name, set);
  if (fault) prompter.tell(say.malformed(name, fault), "wrong");
  let token = set && !fault && (await prompter.agree(say.keep(name), true)) ? set : "";
  for (;;) {
    const typed = token === "";
    if (typed) token = await prompter.secret(say.secret(name), wrong);
    const said = await check(token);
    if (said.accepted) {
      if (typed) await saveValue(asking, name, token, set);
      return { ...said, token };
    }
    prompter.tell(say.refused(name, redactSecrets(said.reason, [token, ...secretValues(now())])), "wrong");
    token = "";
    if (!(await prompter.agree(say.another, true))) return undefined;
  }
}

/** Asks for a value that may be shown, offering the current one or a default, and saves it. */
export async function askValue(
  asking: QuestionContext,
  name: string,
  question: string,
  usual: string,
): Promise<string> {
  const set = asking.now()[name] ?? "";
  const value = await asking.prompter.text(say.value(name, question), set || usual, (text) =>
    untyped(name, text),
  );
  if (value !== set) await saveValue(asking, name, value, set);
  return value;
}
