/** Reads JSON of unknown shape. */

/** A JSON object with unchecked fields. */
export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the objects in a list; empty for anything else. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Returns the length of a string; 0 for anything else. */
export function length(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

/** Yields every object inside a value, outermost first, with its path. */
export function* walk(value: unknown, path = ""): Generator<[item: Json, path: string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, `${path}[${index}]`);
  } else if (isJson(value)) {
    yield [value, path];
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === "object") yield* walk(item, path === "" ? key : `${path}.${key}`);
    }
  }
}
