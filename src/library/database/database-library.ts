/**
 * Implements `Library` over one version of a shelf in PostgreSQL. Nothing of the shelf is kept in the process, except, of a
 * small one, the words of its texts.
 */

import type { Queries } from "../../database/connection.ts";
import type { RecordRef } from "../../shelf/kinds.ts";
import { lazy } from "../../support/lazy.ts";
import { createClosestPassages } from "../closest-passages.ts";
import type { Library, RecordSuggestion } from "../library.ts";
import { anyRole, createRoleTest } from "../role-finder.ts";
import { searchRecords } from "../search-records.ts";
import { createWordFinder } from "../word-finder.ts";
import { createEditionReader, type EditionReader, valid } from "./edition.ts";
import { createPassageQueries } from "./passage-queries.ts";
import { placeOf, refAt } from "./places.ts";
import { createReadRecords, recordsByRef } from "./read-records.ts";
import { createDatabaseLists } from "./record-lists.ts";
import { createDatabaseNames, createNameQueries } from "./record-names.ts";
import { createSourceQueries } from "./source-queries.ts";
import { createDatabaseTexts } from "./text-queries.ts";
import type { ShelfVersion } from "./versions.ts";

/** The most suggestions that any platform shows. */
const MAX_SUGGESTIONS = 100;

/** How many records are looked through at once for a role. */
const ROLES_AT_ONCE = 5_000;

/** Finds the records of which a stated role passes a test, going through all that have any. */
async function findByRole({ rows }: EditionReader, typed: string): Promise<string[]> {
  const test = createRoleTest(typed);
  if (!test) return [];
  const found: string[] = [];
  for (let after = ""; ; ) {
    const some = await rows<{ place: string; roles: string }>(
      `select r.place, r.roles from refdesk_shelf_records r
       where ${valid("r")} and r.roles is not null and r.place > $3 order by r.place limit ${ROLES_AT_ONCE}`,
      after,
    );
    for (const { place, roles } of some) if (anyRole(JSON.parse(roles) as string[], test)) found.push(place);
    if (some.length < ROLES_AT_ONCE) return found;
    after = some.at(-1)!.place;
  }
}

/** Returns for each of some records those that refer to it, in the order of the shelf. */
async function referrersOf({ rows }: EditionReader, refs: readonly RecordRef[]): Promise<RecordRef[][]> {
  const found = await rows<{ target: RecordRef; place: string }>(
    `select l.target, l.place from refdesk_shelf_links l where ${valid("l")} and l.target = any($3) order by l.place`,
    refs,
  );
  return refs.map((ref) => found.filter(({ target }) => target === ref).map(({ place }) => refAt(place)));
}

/** What of a version makes a library. */
export type LibraryVersion = Pick<ShelfVersion, "shelf" | "number" | "summary">;

/** Creates a library over a version. `hasLevenshtein` says whether the database compares names. */
export function createDatabaseLibrary(
  queries: Queries,
  version: LibraryVersion,
  hasLevenshtein: boolean,
): Library {
  const reader = createEditionReader(queries, version, hasLevenshtein);
  const readRecords = createReadRecords(reader);
  const nameQueries = createNameQueries(reader);
  const names = createDatabaseNames(nameQueries, readRecords);
  const texts = createDatabaseTexts(reader);
  const lists = createDatabaseLists(reader);
  const sources = createSourceQueries(reader, nameQueries, async (name) =>
    readRecords(await names.exact(name, ["organizations", "people"])),
  );
  const passages = createPassageQueries(reader, sources);
  const sourceWords = lazy(passages.sourceWords);
  const words = createWordFinder<string>({
    names,
    byRole: (typed) => findByRole(reader, typed),
    holding: async (typed, kinds) => (await texts.holding(typed, kinds)).map(placeOf),
    inPassages: texts.saying,
    isInSources: async (word) => (await sourceWords())(word),
  });
  const closest = createClosestPassages(async (text, most) => {
    if (version.summary.totals.documents <= most) return (await lists.list({ most })).hits;
    return readRecords((await texts.sharing(text, most)).map(placeOf));
  });

  const library: Library = {
    records: (refs) => recordsByRef(reader, refs),
    async find(query) {
      const found = await words.find(query);
      return { by: found?.by ?? "list", ...(await lists.list(query, found?.found)) };
    },
    search: (sought) =>
      searchRecords(sought, {
        records: (refs) => recordsByRef(reader, refs),
        mentionedIn: async (text, kinds) => readRecords(await names.mentionedIn(text, kinds)),
        referrers: (refs) => referrersOf(reader, refs),
        text: { ...texts, starting: () => false, close() {} },
      }),
    async suggest(typed, kinds, most = MAX_SUGGESTIONS) {
      const found =
        typed.trim() === ""
          ? (await lists.list({ kinds, most, order: "references" })).hits
          : await readRecords(await names.suggest(typed, kinds, most));
      return found.map(({ kind, id, label }): RecordSuggestion => ({ label, value: id, kind }));
    },
    async mentions(all, kinds) {
      const named = await names.mentions(all, kinds);
      const places = [...new Set(named.flat())];
      const records = await readRecords(places);
      const byPlace = new Map(places.map((place, index) => [place, records[index]!]));
      return named.map((some) => some.map((place) => byPlace.get(place)!));
    },
    closest,
    uses: (all) => Promise.all(all.map(words.use)),
    tallies: lists.tallies,
    dates: lists.dates,
    contexts: passages.contexts,
    sources: sources.sources,
    recordCounts: sources.recordCounts,
    findSources: sources.find,
    passages: (source, query = {}) => passages.passages(source, query),
    text: passages.text,
    about: async () => version.summary.about,
    // Readiness asks for it, and tells nobody to come here while the database is away for longer than a query is tried.
    state: () =>
      queries.rows("select 1").then(
        () => "ready" as const,
        () => "starting" as const,
      ),
    without(left) {
      if (left.size === 0) return library;
      const { hidden, open } = version.summary;
      if (!open || left.size !== hidden.length || !hidden.every((id) => left.has(id)))
        throw new Error(
          `The database has this shelf whole, and without what is for the desk alone (${hidden.join(", ") || "nothing"}): there is none without ${[...left].join(", ")}`,
        );
      return createDatabaseLibrary(
        queries,
        { ...version, shelf: -version.shelf, summary: open },
        hasLevenshtein,
      );
    },
  };
  return library;
}
