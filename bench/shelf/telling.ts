/** Generates the sentences that records quote, and the sources with them. Every sentence occurs once, in one source. */
import type { Chance } from "./chance.ts";
import { ADJECTIVES, NOUNS, PLACES, VERBS } from "./words.ts";

/** A passage as records store it. */
export interface Passage {
  readonly source: string;
  readonly exact: string;
}

/** Generates unique sentences and collects them in sources. */
export interface Teller {
  /** Adds a sentence that did not occur before to a source, and returns it as a passage. */
  tell(sentence: () => string): Passage;
  /** Returns a clause that did not occur before. */
  clause(): string;
  /** Returns the text of each source by id. */
  texts(): ReadonlyMap<string, string>;
}

/** Picks a word that sentences may contain. */
export const tellable = (chance: Chance): string =>
  chance.favouring(chance.next() < 0.5 ? ADJECTIVES : NOUNS);

/** Generates a clause for what somebody says, or for a purpose. */
export function clauseOf(chance: Chance): string {
  const thing = (): string => `${chance.favouring(ADJECTIVES)} ${chance.favouring(NOUNS)}`;
  const where = chance.next() < 0.3 ? ` in ${chance.of(PLACES)}` : "";
  const [first, second] = [chance.of(VERBS), chance.of(VERBS)];
  const until = `${chance.whole(2, 90)} ${chance.favouring(NOUNS)}`;
  return `${thing()} must ${first} ${thing()}${where} and ${second} ${thing()} before ${until}`;
}

/**
 * Creates a generator over this many sources. A few of them are much longer than the rest, as a yearbook is beside
 * articles.
 */
export function teller(sources: number, chance: Chance): Teller {
  const ids = Array.from({ length: sources }, (_, number) => `made-up-source-${number + 1}`);
  const told = new Map<string, string[]>(ids.map((id) => [id, []]));
  const known = new Set<string>();
  const anew = (draw: () => string): string => {
    for (;;) {
      const drawn = draw();
      if (known.has(drawn)) continue;
      known.add(drawn);
      return drawn;
    }
  };
  return {
    tell(sentence) {
      const exact = anew(sentence);
      const source = chance.favouring(ids);
      told.get(source)!.push(exact);
      return { source, exact };
    },
    clause: () => anew(() => clauseOf(chance)),
    texts: () => new Map([...told].map(([id, sentences]) => [id, sentences.join("\n\n")])),
  };
}
