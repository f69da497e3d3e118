/** Documents as sequences of terms, each term a number: what ranking reads, and all that a snapshot must hold. */
import { tokenizeText, type WordForms } from "./analysis.ts";

export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** All documents as they stand now. A document and a term are each a number, which stays while others come and go. */
export interface TermCorpus {
  /** How many documents there are. */
  readonly size: number;
  idOf(document: number): string;
  /** Every term that any document has had. */
  readonly terms: readonly string[];
  /** The number of a term that some document has. */
  numberOf(term: string): number | undefined;
  /** Each word as it is or was written somewhere, folded, and the term by which it is found. */
  readonly words: ReadonlyMap<string, number>;
  /** In how many documents, and in how many titles, each term is. */
  readonly held: readonly number[];
  readonly entitled: readonly number[];
  /** The terms of one document: those of its title, then those of its text. */
  sequence(document: number): Uint32Array;
  titleLength(document: number): number;
  /** How many terms a document has, and a title, on average. */
  readonly usualLength: number;
  readonly usualTitleLength: number;
}

/** A corpus that takes documents and gives them up, and can be saved. */
export interface GrowingCorpus extends TermCorpus {
  /** How many numbers documents have been given, from 0 on; those that are gone keep theirs. */
  readonly numbered: number;
  isThere(document: number): boolean;
  /** Every document's number, in the order in which they came. */
  documents(): Iterable<number>;
  /** Takes a document with an id of its own, and gives its number. */
  add(document: SearchDocument): number;
  /** Gives up a document, and its number; nothing where there is none of this id. */
  remove(id: string): number | undefined;
  /** All of it as one line, which `loadCorpus` reads. */
  save(): string;
}

/** A list of whole numbers that grows without a box for each. */
function growing(values: Uint32Array = new Uint32Array(1024), length = 0) {
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    get length(): number {
      return length;
    },
    part: (from: number, to: number): Uint32Array => values.subarray(from, to),
  };
}

/** Where a document's terms stand in the list of all, and how many of them are its title's. */
interface Extent {
  readonly start: number;
  readonly end: number;
  readonly title: number;
}

/** In place of the extent of a document that is given up. */
const GONE: Extent = { start: 0, end: 0, title: 0 };

/** What of a corpus is saved; the sequence is that of all documents, one after another. */
interface CorpusParts {
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly sequence: Uint32Array;
  readonly lengths: Uint32Array;
  readonly titles: Uint32Array;
}

/** A corpus without documents, or with those that were saved. */
export function createCorpus(saved?: CorpusParts): GrowingCorpus {
  const ids: string[] = [];
  const extents: Extent[] = [];
  const placed = new Map<string, number>();
  const terms: string[] = saved ? [...saved.terms] : [];
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const words = new Map(saved?.words);
  const held = terms.map(() => 0);
  const entitled = terms.map(() => 0);
  const known: WordForms = new Map();
  let sequence = growing();
  const sums = { length: 0, title: 0 };

  function take(text: string): void {
    for (const { term, word } of tokenizeText(text, known)) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.push(term) - 1;
        numbers.set(term, number);
        held.push(0);
        entitled.push(0);
      }
      if (word !== undefined) words.set(word, number);
      sequence.push(number);
    }
  }

  const termsAt = ({ start, end }: Extent): Uint32Array => sequence.part(start, end);

  /** Counts a document's terms, or takes them from the count. */
  function count(extent: Extent, by: 1 | -1): void {
    const all = termsAt(extent);
    for (const term of new Set(all)) held[term]! += by;
    for (const term of new Set(all.subarray(0, extent.title))) entitled[term]! += by;
    sums.length += by * all.length;
    sums.title += by * extent.title;
  }

  function place(id: string, extent: Extent): number {
    const document = ids.push(id) - 1;
    extents.push(extent);
    placed.set(id, document);
    count(extent, 1);
    return document;
  }

  /** Leaves out what no document has any more, once that is the most of it. */
  function compact(): void {
    if (sequence.length < 2 * sums.length + 1024) return;
    const before = sequence;
    sequence = growing();
    for (const document of placed.values()) {
      const { start, end, title } = extents[document]!;
      extents[document] = { start: sequence.length, end: sequence.length + end - start, title };
      for (const term of before.part(start, end)) sequence.push(term);
    }
  }

  if (saved) {
    sequence = growing(saved.sequence, saved.sequence.length);
    let start = 0;
    saved.ids.forEach((id, at) => {
      const end = start + saved.lengths[at]!;
      place(id, { start, end, title: saved.titles[at]! });
      start = end;
    });
  }

  return {
    get size() {
      return placed.size;
    },
    terms,
    words,
    held,
    entitled,
    idOf: (document) => ids[document]!,
    numberOf(term) {
      const number = numbers.get(term);
      return number !== undefined && held[number]! > 0 ? number : undefined;
    },
    sequence: (document) => termsAt(extents[document]!),
    titleLength: (document) => extents[document]!.title,
    get usualLength() {
      return sums.length / Math.max(1, placed.size);
    },
    get usualTitleLength() {
      return sums.title / Math.max(1, placed.size);
    },
    get numbered() {
      return extents.length;
    },
    isThere: (document) => extents[document] !== GONE,
    documents: () => placed.values(),
    add({ id, title, text }) {
      if (placed.has(id)) throw new Error(`Two documents have the id “${id}”: each needs one of its own`);
      const start = sequence.length;
      take(title);
      const titleEnd = sequence.length;
      take(text);
      return place(id, { start, end: sequence.length, title: titleEnd - start });
    },
    remove(id) {
      const document = placed.get(id);
      if (document === undefined) return undefined;
      placed.delete(id);
      count(extents[document]!, -1);
      extents[document] = GONE;
      compact();
      return document;
    },
    save: () =>
      saveParts({
        ids: [...placed.keys()],
        terms,
        words,
        sequence: joined([...placed.values()].map((document) => termsAt(extents[document]!))),
        lengths: Uint32Array.from(placed.values(), (document) => termsAt(extents[document]!).length),
        titles: Uint32Array.from(placed.values(), (document) => extents[document]!.title),
      }),
  };
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The form of what is saved, and of the analysis that made its terms: one that is not this is not read. */
export const FORM = "refdesk finding 2";

const packed = (values: Uint32Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");

function unpacked(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  const values = new Uint32Array(bytes.length / 4);
  Buffer.from(values.buffer).set(bytes);
  return values;
}

const saveParts = ({ ids, terms, words, sequence, lengths, titles }: CorpusParts): string =>
  JSON.stringify({
    form: FORM,
    ids,
    terms,
    words: [...words.keys()],
    found: packed(Uint32Array.from(words.values())),
    sequence: packed(sequence),
    lengths: packed(lengths),
    titles: packed(titles),
  });

interface Saved {
  readonly form: string;
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  readonly words: readonly string[];
  readonly found: string;
  readonly sequence: string;
  readonly lengths: string;
  readonly titles: string;
}

/** The corpus that was saved. What another version saved is refused. */
export function loadCorpus(saved: string): GrowingCorpus {
  const { form, ids, terms, words, found, sequence, lengths, titles }: Saved = JSON.parse(saved);
  if (form !== FORM)
    throw new Error(
      `A saved index has the form “${form}”, expected “${FORM}”: build it from its documents again`,
    );
  const numbers = unpacked(found);
  return createCorpus({
    ids,
    terms,
    words: new Map(words.map((word, index) => [word, numbers[index]!])),
    sequence: unpacked(sequence),
    lengths: unpacked(lengths),
    titles: unpacked(titles),
  });
}
