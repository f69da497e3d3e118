/** Finds the commands that a misspelt one may mean. */
import { editDistance } from "../support/edit-distance.ts";
import { type CommandGrammar, withoutSlash } from "./ask.ts";

/** The edits that a command's name of this length may be away from; it is offered, never taken. */
const maxCommandEdits = (length: number): number => (length < 4 ? 0 : length < 5 ? 1 : 2);

/** Returns the commands whose name is the nearest to a misspelt one; an empty list when none is near. */
export function nearestCommands(head: string, grammars: readonly CommandGrammar[]): string[] {
  const typed = withoutSlash(head).toLowerCase();
  const distances = grammars.map(({ name, alias = name, aliases = [] }) => {
    const names = [name, alias, ...aliases];
    const away = names.map((one) => {
      const limit = Math.min(maxCommandEdits(typed.length), maxCommandEdits(one.length));
      const distance = editDistance(typed, one, limit);
      return limit > 0 && distance <= limit ? distance : Number.POSITIVE_INFINITY;
    });
    return { name, distance: Math.min(...away) };
  });
  const least = Math.min(...distances.map(({ distance }) => distance));
  return Number.isFinite(least)
    ? distances.filter(({ distance }) => distance === least).map(({ name }) => name)
    : [];
}
