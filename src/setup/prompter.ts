/** How the dialogue asks and tells: a small seam, with a terminal behind it or a test. */
import { confirm, intro, isCancel, log, multiselect, outro, password } from "@clack/prompts";

/** Who asks and tells. Every question may end in `Cancelled`. */
export interface Prompter {
  /** Several of a few things; at least one. */
  choose<Value extends string>(
    question: string,
    options: readonly { readonly value: Value; readonly label: string }[],
    chosen: readonly Value[],
  ): Promise<readonly Value[]>;
  /** Something that no screen shows. `fault` says what is wrong with it, if anything is. */
  secret(question: string, fault: (value: string) => string | undefined): Promise<string>;
  agree(question: string, byDefault: boolean): Promise<boolean>;
  /** Says something: as it is, as good news or as bad. */
  tell(text: string, how?: "done" | "wrong"): void;
  /** An address on a line of its own, whole, so that it can be copied and clicked. */
  link(address: string): void;
  start(title: string): void;
  end(text: string): void;
}

/** The person wants to stop. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

function answered<Value>(value: Value): Exclude<Value, symbol> {
  if (isCancel(value)) throw new Cancelled("stopped");
  return value as Exclude<Value, symbol>;
}

/** Asks in this process's terminal. */
export const terminal: Prompter = {
  choose: async (message, options, chosen) =>
    answered(
      await multiselect<string>({
        message,
        options: options.map(({ value, label }) => ({ value, label })),
        initialValues: [...chosen],
        required: true,
      }),
    ) as never,
  secret: async (message, fault) =>
    answered(
      await password({ message, clearOnError: true, validate: (value) => fault((value ?? "").trim()) }),
    ).trim(),
  agree: async (message, initialValue) => answered(await confirm({ message, initialValue })),
  tell: (text, how) => {
    if (how === "done") log.success(text);
    else if (how === "wrong") log.error(text);
    else log.message(text);
  },
  link: (address) => process.stdout.write(`\n${address}\n`),
  start: intro,
  end: outro,
};
