/**
 * Resolves what people type to names on the shelf: exact, all words in one name, prefix, or within a few typing
 * errors.
 */
import { addsNumber, numbersIn } from "../language/ordinals.ts";
import { foldName, nameWords } from "../shelf/fold.ts";
import { RECORD_KINDS, type RecordKind, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import { lazy } from "../support/lazy.ts";
import { createContainsIndex, createFuzzyIndex } from "./fuzzy-index.ts";
import { findMentions } from "./mentions.ts";
import { createVocabularyBuilder, includesSorted } from "./vocabulary.ts";

/**
 * An index of all names on a shelf. Results hold every record once, in shelf order unless a method says otherwise.
 * Lookups take a few milliseconds at most among several hundred thousand names.
 */
export interface NameIndex {
  /** Finds names that are equal after folding and without spaces. */
  exact(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Finds names that contain all the words typed, in any order, or the Chinese characters typed. */
  allWords(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Finds the names nearest to what was typed, within a few typing errors. */
  fuzzy(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Finds names that begin with what was typed, then, for a single word, names with any word that begins so. */
  prefix(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Returns at most `most` records that may be meant by an incomplete name, the surest first. */
  suggest(typed: string, kinds: readonly RecordKind[], most: number): AnyRecord[];
  /** Returns the records whose names occur in a text, in text order; of overlapping names, the longest wins. */
  mentionedIn(text: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Builds what is otherwise built when first needed: about half a second for several hundred thousand names. */
  warmUp(): void;
}

const wordsOf = (name: string): string[] => nameWords(foldName(name));

/** Joins the words of a name, so that “Byte Dance” and “ByteDance” compare equal. */
const joinedOf = (name: string): string => wordsOf(name).join("");

/** Marks the end of a list of names. */
const NONE = -1;

/** One bit per kind, so that one operation tells whether a record is of any of several kinds. */
const bitOf = (kind: RecordKind): number => 1 << RECORD_KINDS.indexOf(kind);
const bitsOf = (kinds: readonly RecordKind[]): number => kinds.reduce((bits, kind) => bits | bitOf(kind), 0);

/**
 * Indexes the ids and names of all records. Records, names and forms (joined names) are numbered; the
 * arrays below are indexed by these numbers.
 */
export function createNameIndex(all: Iterable<AnyRecord>): NameIndex {
  const records = [...all];
  const bits = Uint8Array.from(records, ({ kind }) => bitOf(kind));
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

  for (const [number, record] of records.entries())
    for (const folded of new Set([record.id, ...recordNames(record)].map(foldName))) {
      const words = nameWords(folded);
      if (words.length === 0) continue;
      take(words, number);
      foldedNames.push(folded);
    }

  /** Built when first needed, because exact matches do not need it and are the most common. */
  const further = lazy(() => {
    const texts = [...forms.keys()];
    const inHan = [...texts.keys()].filter((form) => containsHan(texts[form]!));
    const gathering = createVocabularyBuilder();
    for (const folded of foldedNames.splice(0)) gathering.add(nameWords(folded));
    return {
      ...gathering.vocabulary(),
      ...{
        texts,
        inHan,
        nearest: createFuzzyIndex(texts),
        holders: createContainsIndex(inHan.map((form) => texts[form]!)),
      },
    };
  });

  /** By record, the number of the latest call of `inOrder` that met it; counting up saves clearing the array. */
  const met = new Int32Array(records.length);
  let turn = 0;

  /** Returns the records of these names, each once, in shelf order. */
  function inOrder(names: Iterable<number>, kinds: number, most = Number.POSITIVE_INFINITY): number[] {
    turn++;
    let [low, high] = [records.length, -1];
    for (const name of names) {
      const record = recordOf[name]!;
      if ((bits[record]! & kinds) === 0) continue;
      met[record] = turn;
      if (record < low) low = record;
      if (record > high) high = record;
    }
    const found: number[] = [];
    for (let record = low; record <= high && found.length < most; record++)
      if (met[record] === turn) found.push(record);
    return found;
  }

  function withForm(form: number | undefined): number[] {
    const names: number[] = [];
    if (form !== undefined)
      for (let name = firstOf[form]!; name !== NONE; name = nextOf[name]!) names.push(name);
    return names;
  }

  function* opening(joined: string): Generator<number> {
    const { first, texts, longest } = further();
    yield* first.begun(joined);
    // When more than the first word was typed, also find names whose first word is complete.
    for (let end = Math.min(joined.length - 1, longest); end > 0; end--)
      for (const name of first.whole(joined.slice(0, end)))
        if (texts[formOf[name]!]!.startsWith(joined)) yield name;
  }

  function* wording(words: readonly string[], joined: string): Generator<number> {
    const { held, holders, inHan } = further();
    const [fewest, ...others] = words.map(held.whole).sort((a, b) => a.length - b.length);
    for (const name of fewest ?? []) if (others.every((names) => includesSorted(names, name))) yield name;
    if (containsHan(joined) && joined.length > 1)
      for (const place of holders(joined)) yield* withForm(inHan[place]!);
  }

  function likened(typed: string, kinds: number): number[] {
    const joined = joinedOf(typed);
    if (containsHan(joined)) return [];
    const folded = foldName(typed);
    const hasNumbers = numbersIn(folded).length > 0;
    /** Finds the words of a name again, which are kept without the spaces between them. */
    const foldedName = (name: number): string => {
      const record = records[recordOf[name]!]!;
      const form = further().texts[formOf[name]!];
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
    return further()
      .nearest(joined, (form) => withForm(form).some(means))
      .flatMap((form) => withForm(form).filter(means));
  }

  /** The ways of matching, from the surest to the least sure. Each returns at most `most` record numbers. */
  const ways = {
    same: (typed: string, kinds: number, most?: number) =>
      inOrder(withForm(forms.get(joinedOf(typed))), kinds, most),
    beginning(typed: string, kinds: number, most?: number) {
      const words = wordsOf(typed);
      if (words.length === 0) return [];
      const begun = inOrder(opening(words.join("")), kinds, most);
      return words.length > 1 ? begun : [...begun, ...inOrder(further().held.begun(words[0]!), kinds, most)];
    },
    words(typed: string, kinds: number, most?: number) {
      const words = wordsOf(typed);
      return inOrder(wording(words, words.join("")), kinds, most);
    },
    alike: (typed: string, kinds: number, most?: number) => inOrder(likened(typed, kinds), kinds, most),
  };

  const distinct = (found: Iterable<number>): AnyRecord[] =>
    Array.from(new Set(found), (record) => records[record]!);

  return {
    exact: (typed, kinds) => distinct(ways.same(typed, bitsOf(kinds))),
    allWords: (typed, kinds) => distinct(ways.words(typed, bitsOf(kinds))),
    fuzzy: (typed, kinds) => distinct(ways.alike(typed, bitsOf(kinds))),
    prefix: (typed, kinds) => distinct(ways.beginning(typed, bitsOf(kinds))),
    suggest(typed, kinds, most) {
      const found = new Set<number>();
      for (const way of [ways.same, ways.beginning, ways.words, ways.alike]) {
        for (const record of way(typed, bitsOf(kinds), most)) found.add(record);
        if (found.size >= most) break;
      }
      return distinct(found).slice(0, most);
    },
    mentionedIn(text, kinds) {
      const wanted = bitsOf(kinds);
      const named = (joined: string): number[] =>
        joined.length < 2
          ? []
          : withForm(forms.get(joined))
              .map((name) => recordOf[name]!)
              .filter((record) => (bits[record]! & wanted) !== 0);
      return distinct(findMentions(text, named));
    },
    warmUp: () => void further(),
  };
}
