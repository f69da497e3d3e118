/** What made-up records say, and the sources in which it is said: every sentence stands once, in one of them. */
import type { Chance } from "./chance.ts";
import { ADJECTIVES, NOUNS, PLACES, VERBS } from "./words.ts";

/** A passage as a record has it. */
export interface Passage {
  readonly source: string;
  readonly exact: string;
}

export interface Teller {
  /** A sentence that was not there before, told in a source: as a passage of its own. */
  tell(sentence: () => string): Passage;
  /** A clause that was not there before. */
  clause(): string;
  /** The text of each source, by its id. */
  texts(): ReadonlyMap<string, string>;
}

/** A word that may be told of. */
export const tellable = (chance: Chance): string =>
  chance.favouring(chance.next() < 0.5 ? ADJECTIVES : NOUNS);

/** What somebody says, or what something is for. */
export function clauseOf(chance: Chance): string {
  const thing = (): string => `${chance.favouring(ADJECTIVES)} ${chance.favouring(NOUNS)}`;
  const where = chance.next() < 0.3 ? ` in ${chance.of(PLACES)}` : "";
  const [first, second] = [chance.of(VERBS), chance.of(VERBS)];
  const until = `${chance.whole(2, 90)} ${chance.favouring(NOUNS)}`;
  return `${thing()} must ${first} ${thing()}${where} and ${second} ${thing()} before ${until}`;
}

/** So many sources, a few of which have much of what is told, as a yearbook has beside short articles. */
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
