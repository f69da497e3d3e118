/** What every part of the dialogue does: asks for a value, has it checked, and puts what is accepted into .env. */

import type { Environment } from "../config/environment.ts";
import type { Command } from "../desk/command.ts";
import { setupMessages } from "../language/en/setup.ts";
import { redactSecrets } from "../support/log.ts";
import { type CheckResult, secretValues, valueFault } from "./platform-checks.ts";
import type { Prompter } from "./prompter.ts";
import type { ReportLine } from "./report.ts";

const say = setupMessages.question;

export interface SetupInput {
  readonly prompter: Prompter;
  readonly commands: readonly Command[];
  /** What is set outside .env, and wins over it. */
  readonly outside: Environment;
  /** What .env held at the start. */
  readonly held: Environment;
  /** Puts one value into .env. */
  readonly save: (name: string, value: string) => void;
}

/** Where the platforms post to, and where the bot listens for it. */
export interface HttpSettings {
  readonly address: string;
  readonly host: string;
  readonly port: string;
}

/** What every question needs. */
export interface QuestionContext extends SetupInput {
  /** What the bot would read now. */
  readonly now: () => Environment;
}

/** The dialogue under way. */
export interface SetupSession extends QuestionContext {
  /** Asks for what HTTP needs, once for all platforms; `known` is an address that one of them has. */
  readonly http: (known?: string) => Promise<HttpSettings>;
}

/** What came of setting up one platform. */
export interface PlatformResult {
  readonly works: boolean;
  /** What its owner must still enter or press there once the bot runs, each with the address it is about. */
  readonly left: readonly { readonly what: string; readonly address: string }[];
}

export const tellFinding = (prompter: Prompter, { mark, says, about }: ReportLine): void =>
  prompter.tell(`${about}: ${says}`, mark === "ok" ? "done" : mark === "wrong" ? "wrong" : undefined);

const untyped = (name: string, text: string): string | undefined =>
  text === "" ? say.empty : valueFault(name, text);

/** Puts an accepted value into .env, over another one only where its owner has seen that one or been asked. */
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

/** Empties a value that would lead the bot another way, where its owner agrees. */
export async function clearValue(asking: QuestionContext, name: string, why: string): Promise<void> {
  const { prompter, outside, held, save: keep, now } = asking;
  if (!now()[name]) return;
  if (held[name] && (await prompter.agree(say.clear(name, why), true))) keep(name, "");
  if (outside[name]) prompter.tell(say.clearOutside(name, why), "wrong");
}

/**
 * A token that its platform accepts: the one that is set, where its owner keeps it, or one that is typed.
 * Only one that was accepted is put into .env.
 * @param wrong what is wrong with the form of what was typed, if anything is
 * @returns what the platform said of it; nothing where the person gave up on it
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

/** A value that may be seen: what is set stands there to be kept or changed, or else what is usual. */
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
