/** A JSON object whose fields have yet to be looked at. */
export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list, or none where there is no list. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The length of a string; 0 for anything else. */
export function length(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

/** Every object inside a value, outermost first, with the path that leads to it. */
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
