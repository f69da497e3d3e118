/** Reads the arguments of a tool call as the fields of a command's form. */

/** The most arguments that are read; more than any command has. */
const MOST = 20;

/** The most values of a list that are read. */
const MOST_LISTED = 50;

/** Values by the name of their option, or the name of the first argument that nobody could type. */
export type ToolFields = { readonly fields: Readonly<Record<string, string>> } | { readonly untyped: string };

const isTypeable = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** Returns a value as it would be typed; undefined for one that nobody can type. */
function typedValue(value: unknown): string | undefined {
  if (isTypeable(value)) return String(value);
  return Array.isArray(value) && value.length <= MOST_LISTED && value.every(isTypeable)
    ? value.join(", ")
    : undefined;
}

/** Reads texts, numbers, switches, and lists of these, which assistants give for one text now and then. */
export function readToolArguments(given: Readonly<Record<string, unknown>>): ToolFields {
  const present = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  const read = present.slice(0, MOST).map(([name, value]) => [name, typedValue(value)] as const);
  const untyped = read.find(([, value]) => value === undefined);
  return untyped
    ? { untyped: untyped[0] }
    : { fields: Object.fromEntries(read) as Readonly<Record<string, string>> };
}
