/** What may stand in an option, as far as it is typed, where several commands suggest the same. */

import type { Messages } from "../language/messages.ts";
import type { Library, Suggestion } from "../library/library.ts";

/** Those of some suggestions whose value begins with what is typed, or whose label has it. */
export function matchingSuggestions(all: readonly Suggestion[], typed: string): Suggestion[] {
  const sought = typed.trim().toLowerCase();
  return all.filter(({ label, value }) => value.startsWith(sought) || label.toLowerCase().includes(sought));
}

/** The sources that may be meant by what is typed so far, by title and publisher. */
export async function suggestSources(
  typed: string,
  library: Library,
  messages: Messages,
): Promise<Suggestion[]> {
  const { sources } = await library.about();
  const all = sources.map(({ id, title, publisher }) => ({
    label: messages.source.clauses([title.text, publisher]),
    value: id,
  }));
  return matchingSuggestions(all, typed);
}
