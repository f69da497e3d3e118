/** Finds records in a database by their names. */
import { addsNumber, numbersIn } from "../../language/ordinals.ts";
import { foldName } from "../../shelf/fold.ts";
import type { RecordKind } from "../../shelf/kinds.ts";
import { editDistance, maxEdits } from "../../support/edit-distance.ts";
import { containsHan } from "../../support/han.ts";
import { findMentions } from "../mentions.ts";
import { joinedOf, wordsOf } from "../name-segment.ts";
import type { NameFinder } from "../word-finder.ts";
import { type EditionReader, valid } from "./edition.ts";
import { LAST_CHARACTER, MOST_NEAR, nearCondition } from "./near-texts.ts";
import { formKey, formStart, kindNumber, quotedLexeme } from "./places.ts";
import type { ReadRecords } from "./read-records.ts";
import { hanPairs } from "./record-rows.ts";

/** A name that is written almost like another, and how far it is from it. */
export interface NearName {
  readonly place: string;
  readonly folded: string;
  readonly far: number;
}

/** Looks names up. Results are places in the order of the shelf. */
export interface NameQueries {
  /** Returns by form the places of what is called so. */
  withForms(
    forms: Iterable<string>,
    kinds: readonly number[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  beginning(joined: string, kinds: readonly number[], most: number): Promise<string[]>;
  /** Finds names that have all of some words, or some Chinese characters. */
  wording(words: readonly string[], kinds: readonly number[], most?: number): Promise<string[]>;
  begun(word: string, kinds: readonly number[], most: number): Promise<string[]>;
  /** Finds the names within a few typing errors of a form, the nearest first. */
  near(joined: string, kinds: readonly number[]): Promise<NearName[]>;
}

/** Creates the queries for the names of a version. */
export function createNameQueries({ rows, hasLevenshtein }: EditionReader): NameQueries {
  const placesWhere = async (
    condition: string,
    kinds: readonly number[],
    most: number | undefined,
    ...values: readonly unknown[]
  ): Promise<string[]> => {
    // Kind by kind, so that the first of many can be found in the order of the shelf.
    const found = await rows<{ place: string }>(
      `select n.place from unnest($3::smallint[]) as k (kind) cross join lateral (
         select distinct n.place from refdesk_shelf_names n where ${valid("n")} and n.kind = k.kind and (${condition})
         order by n.place limit $4) n
       order by n.place limit $4`,
      kinds,
      most ?? null,
      ...values,
    );
    return found.map(({ place }) => place);
  };
  return {
    async withForms(forms, kinds) {
      const found = new Map<string, string[]>();
      const keys = [...new Set([...forms].map(formKey))];
      if (keys.length === 0) return found;
      const named = await rows<{ form: string; place: string }>(
        `select distinct n.form, n.place from refdesk_shelf_names n where ${valid("n")} and n.form = any($3) and n.kind = any($4::smallint[])
         order by n.place`,
        keys,
        kinds,
      );
      for (const { form, place } of named) {
        const places = found.get(form);
        if (places) places.push(place);
        else found.set(form, [place]);
      }
      return found;
    },
    beginning: (joined, kinds, most) =>
      placesWhere(
        "n.form >= $5 and n.form < $6",
        kinds,
        most,
        formStart(joined),
        formStart(joined) + LAST_CHARACTER,
      ),
    async wording(words, kinds, most) {
      const joined = words.join("");
      if (joined === "") return [];
      const whole = [...new Set(words)].map(quotedLexeme).join(" & ");
      const pairs = hanPairs(joined);
      if (pairs.length === 0) return placesWhere("n.words @@ $5::tsquery", kinds, most, whole);
      return placesWhere(
        "n.words @@ $5::tsquery or n.words @@ $6::tsquery and strpos(n.form, $7) > 0",
        kinds,
        most,
        whole,
        [...new Set(pairs)].map(quotedLexeme).join(" & "),
        joined,
      );
    },
    begun: (word, kinds, most) =>
      placesWhere("n.words @@ $5::tsquery", kinds, most, `${quotedLexeme(word)}:*`),
    async near(joined, kinds) {
      const edits = maxEdits(joined.length);
      if (edits === 0) return [];
      const { condition, values } = nearCondition(
        { column: "n.form", text: joined, edits, hasLevenshtein },
        5,
      );
      const found = await rows<{ place: string; form: string; folded: string }>(
        `select n.place, n.form, n.folded from refdesk_shelf_names n where ${valid("n")} and n.kind = any($3::smallint[]) and ${condition}
         order by n.place limit $4`,
        kinds,
        MOST_NEAR,
        ...values,
      );
      return found
        .flatMap(({ place, form, folded }) => {
          const limit = Math.min(edits, maxEdits(form.length));
          const far = editDistance(joined, form, limit);
          return limit > 0 && far <= limit ? [{ place, folded, far }] : [];
        })
        .sort((a, b) => a.far - b.far);
    },
  };
}

/** A finder of records by name that also knows what an incomplete name may mean. */
export interface DatabaseNames extends NameFinder<string> {
  /** Returns at most so many records that may be meant by an incomplete name, the surest first. */
  suggest(typed: string, kinds: readonly RecordKind[], most: number): Promise<string[]>;
  /** Returns for each text the records that are named in it, in text order. */
  mentions(texts: readonly string[], kinds: readonly RecordKind[]): Promise<string[][]>;
}

const numbersOf = (kinds: readonly RecordKind[]): number[] => kinds.map(kindNumber);

/** How many records that are called almost so are read at once, to learn what they may not be confused with. */
const READ_AT_ONCE = 100;

/** Creates the finder of a version. What it finds are places. */
export function createDatabaseNames(queries: NameQueries, readRecords: ReadRecords): DatabaseNames {
  async function exact(typed: string, kinds: readonly RecordKind[]): Promise<readonly string[]> {
    const joined = joinedOf(typed);
    return joined === ""
      ? []
      : ((await queries.withForms([joined], numbersOf(kinds))).get(formKey(joined)) ?? []);
  }

  /** The nearest names that may be meant, as `NameIndex` finds them. */
  async function fuzzy(typed: string, kinds: readonly RecordKind[]): Promise<readonly string[]> {
    const joined = joinedOf(typed);
    if (containsHan(joined)) return [];
    const folded = foldName(typed);
    const hasNumbers = numbersIn(folded).length > 0;
    // The fourth of anything is not the first, misspelt.
    const near = (await queries.near(joined, numbersOf(kinds))).filter(
      (name) => !hasNumbers || !addsNumber(folded, name.folded),
    );
    let least: number | undefined;
    const found = new Set<string>();
    for (let at = 0; at < near.length; at += READ_AT_ONCE) {
      const some = near.slice(at, at + READ_AT_ONCE);
      if (least !== undefined && some[0]!.far > least) break;
      const records = await readRecords(some.map(({ place }) => place));
      for (const [index, { place, far }] of some.entries()) {
        const isMeant = !records[index]!.notConfusedWith.some((other) => joined.includes(joinedOf(other)));
        if (!isMeant || (least !== undefined && far > least)) continue;
        least = far;
        found.add(place);
      }
    }
    return [...found].sort();
  }

  async function mentions(texts: readonly string[], kinds: readonly RecordKind[]): Promise<string[][]> {
    const forms = new Set<string>();
    for (const text of texts)
      findMentions(text, (joined) => {
        if (joined.length > 1) forms.add(joined);
        return [];
      });
    const named = await queries.withForms(forms, numbersOf(kinds));
    const placesOf = (joined: string): readonly string[] =>
      joined.length < 2 ? [] : (named.get(formKey(joined)) ?? []);
    return texts.map((text) => [...new Set(findMentions(text, placesOf))]);
  }

  return {
    exact,
    fuzzy,
    mentions,
    allWords: (typed, kinds) => queries.wording(wordsOf(typed), numbersOf(kinds)),
    mentionedIn: async (text, kinds) => (await mentions([text], kinds))[0]!,
    async suggest(typed, kinds, most) {
      const words = wordsOf(typed);
      const wanted = numbersOf(kinds);
      const ways = [
        async () => (await exact(typed, kinds)).slice(0, most),
        async () => (words.length === 0 ? [] : queries.beginning(words.join(""), wanted, most)),
        async () => (words.length === 1 ? queries.begun(words[0]!, wanted, most) : []),
        async () => queries.wording(words, wanted, most),
        async () => (await fuzzy(typed, kinds)).slice(0, most),
      ];
      const found = new Set<string>();
      for (const way of ways) {
        for (const place of await way()) found.add(place);
        if (found.size >= most) break;
      }
      return [...found].slice(0, most);
    },
  };
}
