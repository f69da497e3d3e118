/** Indexes the names of some records: of all on a shelf, or of those that came since. */
import { addsNumber, numbersIn } from "../language/ordinals.ts";
import { foldName, nameWords } from "../shelf/fold.ts";
import { RECORD_KINDS, type RecordKind, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { editDistance } from "../support/edit-distance.ts";
import { containsHan } from "../support/han.ts";
import { lazy } from "../support/lazy.ts";
import { createContainsIndex, createFuzzyIndex } from "./fuzzy-index.ts";
import { createVocabularyBuilder, includesSorted } from "./vocabulary.ts";

export const wordsOf = (name: string): string[] => nameWords(foldName(name));

/** Joins the words of a name, so that “Byte Dance” and “ByteDance” compare equal. */
export const joinedOf = (name: string): string => wordsOf(name).join("");

/** So many records are put in order by sorting; more by going through all between the first and the last of them. */
const FEW = 1_000;

/** Marks the end of a list of names. */
const NONE = -1;

/** One bit per kind, so that one operation tells whether a record is of any of several kinds. */
const bitOf = (kind: RecordKind): number => 1 << RECORD_KINDS.indexOf(kind);
export const bitsOf = (kinds: readonly RecordKind[]): number =>
  kinds.reduce((bits, kind) => bits | bitOf(kind), 0);

/**
 * Finds records of a segment by their names. `kinds` are bits; results hold every record once, in the order of the segment,
 * and at most `most` of them.
 */
export interface SegmentQueries {
  /** Finds names that are equal without spaces. */
  same(joined: string, kinds: number, most?: number): AnyRecord[];
  /** Finds names that begin so, their words joined. */
  opening(joined: string, kinds: number, most?: number): AnyRecord[];
  /** Finds names with any word that begins so. */
  begun(word: string, kinds: number, most?: number): AnyRecord[];
  /** Finds names that contain all these words, or these Chinese characters. */
  wording(words: readonly string[], kinds: number, most?: number): AnyRecord[];
  /** Finds the nearest names within a few typing errors, and how far they are. */
  nearest(
    typed: string,
    kinds: number,
    most?: number,
  ): { readonly far: number; readonly records: AnyRecord[] };
}

/** The names of some records. What it finds does not change; of records that are gone, a view finds none. */
export interface NameSegment {
  readonly size: number;
  has(record: AnyRecord): boolean;
  /** Returns what is found when these records are left out. */
  without(gone: ReadonlySet<AnyRecord>): SegmentQueries;
  /** Builds what is otherwise built when first needed, in steps of some hundredths of a second for 10,000 records. */
  readonly warmUp: readonly (() => unknown)[];
}

/** Takes records one by one. */
export interface SegmentBuilder {
  add(record: AnyRecord): void;
  segment(): NameSegment;
}

/**
 * Indexes the ids and names of records. Records, names and forms (joined names) are numbered; the arrays below are indexed
 * by these numbers.
 */
export function createSegmentBuilder(): SegmentBuilder {
  const records: AnyRecord[] = [];
  /** By name: its record, its form and the next name of the same form. By form: its first and its last name. */
  const recordOf: number[] = [];
  const formOf: number[] = [];
  const nextOf: number[] = [];
  const forms = new Map<string, number>();
  const firstOf: number[] = [];
  const lastOf: number[] = [];
  const foldedNames: string[] = [];

  function take(words: readonly string[], record: number): void {
    const joined = words.join("");
    const name = recordOf.push(record) - 1;
    const form = forms.get(joined);
    nextOf.push(NONE);
    if (form === undefined) {
      forms.set(joined, firstOf.length);
      formOf.push(firstOf.push(name) - 1);
      lastOf.push(name);
    } else {
      nextOf[lastOf[form]!] = name;
      lastOf[form] = name;
      formOf.push(form);
    }
  }

  function add(record: AnyRecord): void {
    const number = records.push(record) - 1;
    for (const folded of new Set([record.id, ...recordNames(record)].map(foldName))) {
      const words = nameWords(folded);
      if (words.length === 0) continue;
      take(words, number);
      foldedNames.push(folded);
    }
  }

  // Built when first needed, because exact matches do not need it and are the most common.
  const texts = lazy(() => [...forms.keys()]);
  const vocabulary = lazy(() => {
    const gathering = createVocabularyBuilder();
    for (const folded of foldedNames.splice(0)) gathering.add(nameWords(folded));
    return gathering.vocabulary();
  });
  const nearestForms = lazy(() => createFuzzyIndex(texts()));
  const inHan = lazy(() => {
    const places = [...texts().keys()].filter((form) => containsHan(texts()[form]!));
    return { places, holders: createContainsIndex(places.map((form) => texts()[form]!)) };
  });

  /** By record, the number of the latest call of `inOrder` that met it; counting up saves clearing the array. */
  const met = lazy(() => new Int32Array(records.length));
  let turn = 0;
  const numberOf = lazy(() => new Map(records.map((record, number) => [record, number])));
  const kindBits = lazy(() => Uint8Array.from(records, ({ kind }) => bitOf(kind)));

  function withForm(form: number | undefined): number[] {
    const names: number[] = [];
    if (form !== undefined)
      for (let name = firstOf[form]!; name !== NONE; name = nextOf[name]!) names.push(name);
    return names;
  }

  function* opening(joined: string): Generator<number> {
    const { first, longest } = vocabulary();
    yield* first.begun(joined);
    // When more than the first word was typed, also find names whose first word is complete.
    for (let end = Math.min(joined.length - 1, longest); end > 0; end--)
      for (const name of first.whole(joined.slice(0, end)))
        if (texts()[formOf[name]!]!.startsWith(joined)) yield name;
  }

  function* wording(words: readonly string[]): Generator<number> {
    const joined = words.join("");
    const [fewest, ...others] = words.map(vocabulary().held.whole).sort((a, b) => a.length - b.length);
    for (const name of fewest ?? []) if (others.every((names) => includesSorted(names, name))) yield name;
    if (containsHan(joined) && joined.length > 1)
      for (const place of inHan().holders(joined)) yield* withForm(inHan().places[place]!);
  }

  /** @param bits by record, the bit of its kind; none where a record is not to be found */
  function queriesOver(bits: Uint8Array): SegmentQueries {
    /** Returns the records of these names, each once, in order. */
    function inOrder(names: Iterable<number>, kinds: number, most = Number.POSITIVE_INFINITY): AnyRecord[] {
      turn++;
      const numbers: number[] = [];
      for (const name of names) {
        const record = recordOf[name]!;
        if ((bits[record]! & kinds) === 0 || met()[record] === turn) continue;
        met()[record] = turn;
        numbers.push(record);
      }
      if (numbers.length <= FEW)
        return numbers
          .sort((a, b) => a - b)
          .slice(0, most)
          .map((number) => records[number]!);
      let [low, high] = [records.length, -1];
      for (const number of numbers) {
        if (number < low) low = number;
        if (number > high) high = number;
      }
      const found: AnyRecord[] = [];
      for (let record = low; record <= high && found.length < most; record++)
        if (met()[record] === turn) found.push(records[record]!);
      return found;
    }

    function likened(typed: string, kinds: number): number[] {
      const joined = joinedOf(typed);
      if (containsHan(joined)) return [];
      const folded = foldName(typed);
      const hasNumbers = numbersIn(folded).length > 0;
      /** Finds the words of a name again, which are kept without the spaces between them. */
      const foldedName = (name: number): string => {
        const record = records[recordOf[name]!]!;
        const form = texts()[formOf[name]!];
        return (
          [record.id, ...recordNames(record)].map(foldName).find((one) => nameWords(one).join("") === form) ??
          ""
        );
      };
      const means = (name: number): boolean => {
        const record = recordOf[name]!;
        if ((bits[record]! & kinds) === 0) return false;
        // The fourth of anything is not the first, misspelt.
        if (hasNumbers && addsNumber(folded, foldedName(name))) return false;
        return !records[record]!.notConfusedWith.some((other) => joined.includes(joinedOf(other)));
      };
      return nearestForms()(joined, (form) => withForm(form).some(means)).flatMap((form) =>
        withForm(form).filter(means),
      );
    }

    return {
      same: (joined, kinds, most) => inOrder(withForm(forms.get(joined)), kinds, most),
      opening: (joined, kinds, most) => inOrder(opening(joined), kinds, most),
      begun: (word, kinds, most) => inOrder(vocabulary().held.begun(word), kinds, most),
      wording: (words, kinds, most) => inOrder(wording(words), kinds, most),
      nearest(typed, kinds, most) {
        const names = likened(typed, kinds);
        const [name] = names;
        const joined = joinedOf(typed);
        const far =
          name === undefined
            ? Number.POSITIVE_INFINITY
            : editDistance(joined, texts()[formOf[name]!]!, joined.length);
        return { far, records: inOrder(names, kinds, most) };
      },
    };
  }

  return {
    add,
    segment: () => ({
      size: records.length,
      has: (record) => numberOf().has(record),
      without(gone) {
        if (gone.size === 0) return queriesOver(kindBits());
        const bits = kindBits().slice();
        for (const record of gone) {
          const number = numberOf().get(record);
          if (number !== undefined) bits[number] = 0;
        }
        return queriesOver(bits);
      },
      warmUp: [vocabulary, nearestForms, inHan],
    }),
  };
}
