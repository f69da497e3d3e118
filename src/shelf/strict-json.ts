/** Parses JSON in which no object has a key twice: JSON itself takes the last one, and nobody would notice the others. */

/** The value of a JSON text, or what is wrong with it and where, as a JSON Pointer (RFC 6901). */
export type StrictJson = { readonly value: unknown } | { readonly pointer: string; readonly message: string };

/** Escapes a reference token of a JSON Pointer (RFC 6901, section 3). */
export const pointerStep = (key: PropertyKey): string =>
  `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** An object or an array that is open where the text is read. */
type Open = { readonly keys: Set<string>; key: string } | { index: number };

const stepOf = (open: Open): string => pointerStep("keys" in open ? open.key : open.index);

/** Returns the place of the first key that its object has already, in a text that is JSON. */
function repeatedKey(text: string): string | undefined {
  const open: Open[] = [];
  let before = "";
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === "{") open.push({ keys: new Set(), key: "" });
    else if (token === "[") open.push({ index: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === "," && inside && "index" in inside) inside.index += 1;
    else if (token.startsWith('"') && inside && "keys" in inside && (before === "{" || before === ",")) {
      inside.key = JSON.parse(token) as string;
      if (inside.keys.has(inside.key)) return open.map(stepOf).join("");
      inside.keys.add(inside.key);
    }
    before = text[index]!;
  }
  return undefined;
}

/** Parses a JSON text. */
export function parseStrictJson(text: string): StrictJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { pointer: "", message: `is not JSON (${(error as Error).message})` };
  }
  const pointer = repeatedKey(text);
  return pointer === undefined ? { value } : { pointer, message: "stands twice in its object" };
}
