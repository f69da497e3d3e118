/** Suggests option values from partial input, for the commands that share them. */

import type { Messages } from "../language/messages.ts";
import type { Library, Suggestion } from "../library/library.ts";

/** The most suggestions that any platform shows. */
export const MOST_SUGGESTED = 100;

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
    label: messages.source.clauses([title.text, publisher]),
    value: id,
  }));
}
