/** Reads variables that are set by their former names, and reports them as deprecated. */
import { configMessages } from "../language/en/config.ts";
import type { Environment } from "./environment.ts";

interface RenamedVariable {
  readonly old: string;
  readonly name: string;
  /** New values by former ones, where they were renamed too. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Variables whose former names are still read. */
export const RENAMED_VARIABLES: readonly RenamedVariable[] = [
  { old: "INDEX", name: "ALLOW_INDEXING" },
  { old: "ANSWERS", name: "DEFAULT_VISIBILITY", values: { room: "channel" } },
];

/** A variable set by its former name `old`, with its new name and value. */
export interface DeprecatedVariable {
  readonly old: string;
  readonly name: string;
  readonly value: string;
}

/** Returns the variables that are set only by their former names. A variable set by its new name takes precedence. */
export function deprecatedVariables(environment: Environment): DeprecatedVariable[] {
  return RENAMED_VARIABLES.flatMap(({ old, name, values = {} }) => {
    const given = environment[old]?.trim();
    if (!given || environment[name]?.trim()) return [];
    return [{ old, name, value: Object.hasOwn(values, given) ? values[given]! : given }];
  });
}

/** Returns the deprecation notice for a variable, to follow its former name. */
export const deprecationText = ({ name, value }: DeprecatedVariable): string =>
  configMessages.renamed(name, value);
