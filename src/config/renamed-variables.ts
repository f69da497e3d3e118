/** Variables that had another name once: the old one is still read, and said to be old. */
import { configMessages } from "../language/en/config.ts";
import type { Environment } from "./environment.ts";

interface RenamedVariable {
  readonly old: string;
  readonly name: string;
  /** Values that changed with the name, by the old one. */
  readonly values?: Readonly<Record<string, string>>;
}

export const RENAMED_VARIABLES: readonly RenamedVariable[] = [
  { old: "INDEX", name: "ALLOW_INDEXING" },
  { old: "ANSWERS", name: "DEFAULT_VISIBILITY", values: { room: "channel" } },
];

/** A variable that is set by its old name, with what it is to be set as. */
export interface DeprecatedVariable {
  readonly old: string;
  readonly name: string;
  readonly value: string;
}

/** The variables that an environment sets by their old names only; where the new name is set, it counts alone. */
export function deprecatedVariables(environment: Environment): DeprecatedVariable[] {
  return RENAMED_VARIABLES.flatMap(({ old, name, values = {} }) => {
    const given = environment[old]?.trim();
    if (!given || environment[name]?.trim()) return [];
    return [{ old, name, value: Object.hasOwn(values, given) ? values[given]! : given }];
  });
}

/** What an operator is told of it, to stand after the old name. */
export const deprecationText = ({ name, value }: DeprecatedVariable): string =>
  configMessages.renamed(name, value);
