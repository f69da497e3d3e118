/** Suggests option values from partial input, for the commands that share them. */

import type { Messages } from "../language/messages.ts";
import type { Library, RecordTally, Suggestion } from "../library/library.ts";
import { type RecordKind, recordRef } from "../shelf/kinds.ts";

/** The most suggestions that any platform shows. */
export const MOST_SUGGESTED = 100;

/**
 * Suggests names of those records for which a command has an answer.
 * @param isAnswered tells so by the records that refer to a record
 */
export async function suggestAmong(
  typed: string,
  kinds: readonly RecordKind[],
  isAnswered: (tally: RecordTally) => boolean,
  library: Library,
): Promise<Suggestion[]> {
  // Most names that match may have no answer, so it looks further until there are enough.
  for (let most = MOST_SUGGESTED; ; most *= 10) {
    const found = await library.suggest(typed, kinds, most);
    const refs = found.flatMap(({ value: id }) => kinds.map((kind) => recordRef({ kind, id })));
    const tallies = await library.tallies(refs);
    const kept = found
      .filter((_, index) => tallies.slice(index * kinds.length, (index + 1) * kinds.length).some(isAnswered))
      .slice(0, MOST_SUGGESTED);
    if (kept.length === MOST_SUGGESTED || found.length < most) return kept;
  }
}

/** Returns the suggestions whose value begins with the typed text or whose label contains it, ignoring case. */
export function matchingSuggestions(all: readonly Suggestion[], typed: string): Suggestion[] {
  const sought = typed.trim().toLowerCase();
  return all.filter(({ label, value }) => value.startsWith(sought) || label.toLowerCase().includes(sought));
}

/** Suggests sources whose id begins with the typed text, or whose title or publisher contains it. */
export async function suggestSources(
  typed: string,
  library: Library,
  messages: Messages,
): Promise<Suggestion[]> {
  const { hits } = await library.findSources({ typed, most: MOST_SUGGESTED });
  return hits.map(({ id, title, publisher }) => ({
    label: messages.source.clauses([title.text, ...(publisher === null ? [] : [publisher])]),
    value: id,
  }));
}
