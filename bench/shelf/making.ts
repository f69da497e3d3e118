/** Generates valid shelves of any size, with records of all kinds that refer to each other. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RECORD_KINDS, type RecordKind } from "../../src/shelf/kinds.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Cast, castFor, type Named, slug } from "./naming.ts";
import { type Passage, type Teller, teller } from "./telling.ts";
import { ADJECTIVES, CURRENCIES, GIVING, MONTHS, NOUNS, PLACES, ROLES, SCALES, SECTORS } from "./words.ts";

/** Shares of pledges and quotes among all records; facts take what remains after the cast. */
const SHARES = { pledges: 0.2, quotes: 0.2 } as const;

const SEED = 2021;
const REVIEW = { entered: "2026-11-21", reviewedBy: null, reviewedOn: null };

type Made = Record<string, unknown>;
interface Making {
  readonly chance: Chance;
  readonly cast: Cast;
  readonly teller: Teller;
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
const ref = (kind: RecordKind, { id }: Named): string => `${kind}/${id}`;

function person({ chance, cast, teller }: Making, { label, aliases }: Named): Made {
  const of = chance.favouring(cast.organizations);
  const stated = `${chance.of(ROLES)} of ${of.label}`;
  const evidence = teller.tell(() => `${label}, ${stated}, said that ${teller.clause()}.`);
  return { label, aliases, roles: [{ stated, evidence, of: of.id }] };
}

function organization({ chance, cast, teller }: Making, { label, aliases }: Named): Made {
  const stated = `${chance.favouring(ADJECTIVES)} ${chance.of(SECTORS)[0].toLowerCase()} giant`;
  const evidence = teller.tell(
    () => `${label}, a ${stated} based in ${chance.of(PLACES)}, holds that ${teller.clause()}.`,
  );
  const parent = chance.next() < 0.1 ? { partOf: chance.favouring(cast.organizations).id } : {};
  return { label, aliases, ...parent, roles: [{ stated, evidence }] };
}

function event({ chance, cast, teller }: Making, happened: Cast["events"][number]): Made {
  const { label, aliases, place, what, year, month } = happened;
  const stated = `in ${MONTHS[month - 1]} ${year}`;
  const date = `${year}-${String(month).padStart(2, "0")}`;
  const about = chance.favouring(cast.organizations);
  const passage = teller.tell(
    () => `The ${what} of ${place} ${stated} was one after which ${about.label} said ${teller.clause()}.`,
  );
  return {
    ...{ label, aliases, when: { stated, date }, passages: [passage] },
    about: [ref("organizations", about)],
  };
}

function term({ chance, cast, teller }: Making, { label, aliases }: Named): Made {
  const by = chance.favouring(cast.people);
  const passage = teller.tell(() => `${label} is what ${by.label} calls it when ${teller.clause()}.`);
  return { label, aliases, definitions: [{ passages: [passage], by: ref("people", by) }] };
}

/** Returns an amount as written, with its value. */
function sum(chance: Chance): { stated: string; value: number; currency: string } {
  const [sign, currency] = chance.of(CURRENCIES);
  const scale = chance.of(SCALES);
  const figures = chance.next() < 0.5 ? chance.whole(1, 900) : chance.whole(11, 999) / 10;
  const value = Math.round(figures * (scale === "million" ? 1e6 : 1e9));
  return { stated: `${sign}${sign === "RMB" ? " " : ""}${figures} ${scale}`, value, currency };
}

function account({ chance, teller }: Making, donor: Named): Made {
  const verb = chance.of(GIVING);
  const purpose = `for ${chance.favouring(ADJECTIVES)} ${chance.favouring(NOUNS)}`;
  const period = `over ${chance.whole(2, 12)} years`;
  const { stated, ...amount } = sum(chance);
  const passage = teller.tell(
    () => `${donor.label} ${verb} ${stated} ${purpose} ${period}, saying that ${teller.clause()}.`,
  );
  return {
    ...{ passages: [passage], verb, purpose, period },
    amount: { status: "stated", stated, ...amount },
  };
}

function pledge(making: Making): Made {
  const { chance, cast } = making;
  const donor = chance.favouring(cast.organizations);
  const occasion = chance.favouring(cast.events);
  const accounts = Array.from({ length: chance.next() < 0.25 ? 2 : 1 }, () => account(making, donor));
  return {
    label: `${donor.label}: ${chance.favouring(ADJECTIVES)} ${chance.favouring(NOUNS)} commitment`,
    ...{ donors: [donor.id], occasions: [ref("events", occasion)], accounts },
  };
}

function quote({ chance, cast, teller }: Making): Made {
  const speaker = chance.favouring(cast.people);
  const about = chance.favouring(cast.terms);
  const exact = capital(teller.clause());
  const { source }: Passage = teller.tell(() => `“${exact},” ${speaker.label} said of ${about.label}.`);
  return {
    label: `${speaker.label} on ${about.label}`,
    ...{ speaker: ref("people", speaker), passages: [{ source, exact }], about: [ref("terms", about)] },
    topics: [chance.favouring(NOUNS)],
  };
}

function fact({ chance, cast, teller }: Making): Made {
  const [about, topic] = [chance.favouring(cast.organizations), chance.favouring(NOUNS)];
  const year = chance.whole(1995, 2021);
  const passage = teller.tell(
    () =>
      `In ${year}, ${about.label} counted ${chance.whole(10, 99_999)} ${topic}, since ${teller.clause()}.`,
  );
  return {
    label: `${about.label} on ${topic}`,
    ...{ passages: [passage], when: { stated: `In ${year}`, date: String(year) } },
    ...{ about: [ref("organizations", about)], topics: [topic] },
  };
}

/** Yields all records with kind and id. Ids of pledges, quotes and facts end in a number. */
function* recordsOf(count: number, making: Making): Generator<[RecordKind, string, Made]> {
  const { cast } = making;
  for (const one of cast.people) yield ["people", one.id, person(making, one)];
  for (const one of cast.organizations) yield ["organizations", one.id, organization(making, one)];
  for (const one of cast.events) yield ["events", one.id, event(making, one)];
  for (const one of cast.terms) yield ["terms", one.id, term(making, one)];
  const saying = { pledges: pledge, quotes: quote, facts: fact };
  const left = count - Object.values(cast).reduce((sum, { length }) => sum + length, 0);
  for (let number = 1; number <= left; number++) {
    const share = number / count;
    const kind =
      share < SHARES.pledges ? "pledges" : share < SHARES.pledges + SHARES.quotes ? "quotes" : "facts";
    const made = saying[kind](making);
    yield [kind, `${slug(String(made.label))}-${number}`, made];
  }
}

function card(id: string, text: string): Made {
  const title = `Made up: ${id.replaceAll("-", " ")}`;
  const issued = { "date-parts": [[2021, 11, 23]] };
  return {
    citation: { type: "article-newspaper", title, "container-title": "Nobody", issued, language: "en" },
    title: { text: title, basis: "copy" },
    rights: { status: "public-domain", text: "Made up for a bench." },
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}

/** Writes seeds/ and data/ with `count` records under `root`, identical at every run. */
export function makeShelf(root: string, count: number): void {
  const chance = chanceFrom(SEED);
  const making = {
    chance,
    cast: castFor(count, chance),
    teller: teller(Math.ceil(Math.sqrt(count)), chance),
  };
  for (const folder of ["seeds", ...RECORD_KINDS.map((kind) => `data/${kind}`)])
    mkdirSync(join(root, folder), { recursive: true });
  for (const [kind, id, made] of recordsOf(count, making))
    writeFileSync(
      join(root, "data", kind, `${id}.json`),
      `${JSON.stringify({ ...made, review: REVIEW }, null, 2)}\n`,
    );
  for (const [id, text] of making.teller.texts()) {
    writeFileSync(join(root, "seeds", `${id}.txt`), text);
    writeFileSync(join(root, "seeds", `${id}.json`), `${JSON.stringify(card(id, text), null, 2)}\n`);
  }
}
