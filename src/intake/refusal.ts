/** Defines the error that says why a file or an address is not taken. */
import { englishIntake, type IntakeMessages } from "../language/en/intake.ts";

/** Why something is not taken: which message says it, and what is told with it. It crosses from thread to thread. */
export interface RefusalReason {
  readonly section: keyof IntakeMessages;
  readonly name: string;
  readonly told: readonly unknown[];
}

/** The values that a message is given. */
type Told<Message> = Message extends (...told: infer Values extends readonly unknown[]) => string
  ? Values
  : [];

/** Says a reason in a language. */
export function refusalText({ section, name, told }: RefusalReason, say: IntakeMessages): string {
  const message = (say[section] as Readonly<Record<string, unknown>>)[name];
  return typeof message === "function" ? String(message(...told)) : String(message);
}

/** Thrown when something cannot become a source. What it says is for the person who wanted to add it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(refusalText(reason, englishIntake));
    this.reason = reason;
  }
}

/** Returns the error that is said by a message. */
export const refusal = <
  Section extends keyof IntakeMessages,
  Name extends keyof IntakeMessages[Section] & string,
>(
  section: Section,
  name: Name,
  ...told: Told<IntakeMessages[Section][Name]>
): Refusal => new Refusal({ section, name, told });
