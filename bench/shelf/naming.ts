/** Generates names of people, organizations, events and terms, with unique ids. */
import type { Chance } from "./chance.ts";
import {
  ADJECTIVES,
  FIRST_NAMES,
  FORMS,
  HAPPENINGS,
  LAST_NAMES,
  MONTHS,
  NOUNS,
  PLACES,
  SECTORS,
  SURNAMES,
  SYLLABLES,
} from "./words.ts";

/** The names of one record. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
/** Turns a text into an id. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Generates entries with unique ids. After many duplicates, a number is added to the id. */
function distinct<Made extends Omit<Named, "id">>(count: number, draw: () => Made): (Made & Named)[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    for (let turn = 1; ; turn++) {
      const made = draw();
      const id = turn < 20 ? slug(made.label) : `${slug(made.label)}-${turn}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return { ...made, id };
    }
  });
}

function person(chance: Chance): Omit<Named, "id"> {
  if (chance.next() < 0.25)
    return { label: `${chance.of(FIRST_NAMES)} ${chance.of(LAST_NAMES)}`, aliases: [] };
  const [surname, written] = chance.of(SURNAMES);
  const given = Array.from({ length: chance.whole(1, 2) }, () => chance.of(SYLLABLES));
  const spelt = capital(given.map(([syllable]) => syllable).join(""));
  const characters = written + given.map(([, character]) => character).join("");
  return { label: `${surname} ${spelt}`, aliases: [`${spelt} ${surname}`, characters] };
}

function organization(chance: Chance): Omit<Named, "id"> {
  const stem = [chance.of(SYLLABLES), chance.of(SYLLABLES)];
  const [sector, inChinese] = chance.of(SECTORS);
  const [form, formInChinese] = chance.of(FORMS);
  const spelt = capital(stem.map(([syllable]) => syllable).join(""));
  const written = stem.map(([, character]) => character).join("");
  return {
    label: `${spelt} ${sector} ${form}`,
    aliases: [`${spelt} ${sector}`, `${written}${inChinese}${formInChinese}`, `${written}${inChinese}`],
  };
}

/** An event with its date. */
export interface Happened extends Named {
  readonly place: string;
  readonly what: string;
  readonly year: number;
  readonly month: number;
}

function event(chance: Chance): Omit<Happened, "id"> {
  const [place, what] = [chance.of(PLACES), chance.of(HAPPENINGS)];
  const [year, month] = [chance.whole(1995, 2021), chance.whole(1, 12)];
  return {
    ...{ place, what, year, month },
    label: `${place} ${what} of ${MONTHS[month - 1]} ${year}`,
    aliases: [`${place} ${what} ${year}`],
  };
}

const term = (chance: Chance): Omit<Named, "id"> => {
  const label = `${chance.favouring(ADJECTIVES)} ${chance.favouring(ADJECTIVES)} ${chance.favouring(NOUNS)}`;
  return { label: capital(label), aliases: [label.split(" ").slice(1).join(" ")] };
};

/** The subjects of all other records; the first of each kind are mentioned most. */
export interface Cast {
  readonly people: readonly Named[];
  readonly organizations: readonly Named[];
  readonly events: readonly Happened[];
  readonly terms: readonly Named[];
}

/** Share of each kind among all records, similar to the project's own shelf. */
const SHARES = { people: 0.1, organizations: 0.14, events: 0.05, terms: 0.03 } as const;

/** Generates the subjects for a shelf with this many records. */
export function castFor(records: number, chance: Chance): Cast {
  const share = (kind: keyof typeof SHARES): number => Math.round(records * SHARES[kind]);
  return {
    people: distinct(share("people"), () => person(chance)),
    organizations: distinct(share("organizations"), () => organization(chance)),
    events: distinct(share("events"), () => event(chance)),
    terms: distinct(share("terms"), () => term(chance)),
  };
}
