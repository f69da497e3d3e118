/** Misspells names, as people do. */
import type { Chance } from "./chance.ts";

/** Omits a letter of a name, or swaps two. */
export function mistyped(name: string, chance: Chance): string {
  const at = chance.whole(1, name.length - 2);
  const swapped = `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
  return chance.next() < 0.5 ? name.slice(0, at) + name.slice(at + 1) : swapped;
}
