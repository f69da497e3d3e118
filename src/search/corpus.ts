/** Stores documents as sequences of term numbers, for ranking and for snapshots. */
import { tokenizeText, type WordForms } from "./analysis.ts";

/** A document to index. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The indexed documents. Documents and terms are numbered by their index in `ids` and `terms`. */
export interface TermCorpus {
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  /** Term numbers by term. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Term numbers by folded word form. */
  readonly words: ReadonlyMap<string, number>;
  /** Number of documents that contain each term. */
  readonly held: Uint32Array;
  /** Number of titles that contain each term. */
  readonly entitled: Uint32Array;
  /** Returns the terms of a document: those of its title, then those of its text. */
  sequence(document: number): Uint32Array;
  titleLength(document: number): number;
  /** Average number of terms in a document, title included. */
  readonly usualLength: number;
  /** Average number of terms in a title. */
  readonly usualTitleLength: number;
}

/** The stored parts of a corpus. Per document, `ends` has where its terms end, `titles` the length of its title. */
interface Parts {
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly sequence: Uint32Array;
  readonly ends: Uint32Array;
  readonly titles: Uint32Array;
}

function corpusOf({ ids, terms, words, sequence, ends, titles }: Parts): TermCorpus {
  const held = new Uint32Array(terms.length);
  const entitled = new Uint32Array(terms.length);
  const seen = new Int32Array(terms.length).fill(-1);
  const seenInTitle = new Int32Array(terms.length).fill(-1);
  const count = Math.max(1, ids.length);
  for (let document = 0, at = 0; document < ids.length; document++) {
    const titleEnd = at + titles[document]!;
    for (; at < ends[document]!; at++) {
      const term = sequence[at]!;
      if (seen[term] !== document) {
        seen[term] = document;
        held[term]!++;
      }
      if (at < titleEnd && seenInTitle[term] !== document) {
        seenInTitle[term] = document;
        entitled[term]!++;
      }
    }
  }
  return {
    ...{ ids, terms, words, held, entitled },
    numbers: new Map(terms.map((term, number) => [term, number])),
    sequence: (document) => sequence.subarray(document === 0 ? 0 : ends[document - 1]!, ends[document]!),
    titleLength: (document) => titles[document]!,
    usualLength: sequence.length / count,
    usualTitleLength: titles.reduce((sum, length) => sum + length, 0) / count,
  };
}

/** Creates a growable list of integers that is backed by a typed array to save memory. */
function growing(): { push(value: number): void; readonly length: number; whole(): Uint32Array } {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    get length() {
      return length;
    },
    whole: () => values.slice(0, length),
  };
}

/**
 * Creates a builder that collects documents into a corpus.
 * @throws {Error} from `add`, if a document with the same id was added before
 */
export function createCorpusBuilder(): { add(document: SearchDocument): void; corpus(): TermCorpus } {
  const ids: string[] = [];
  const taken = new Set<string>();
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, number>();
  const known: WordForms = new Map();
  const sequence = growing();
  const ends = growing();
  const titles = growing();

  function take(text: string): void {
    for (const { term, word } of tokenizeText(text, known)) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.push(term) - 1;
        numbers.set(term, number);
      }
      if (word !== undefined) words.set(word, number);
      sequence.push(number);
    }
  }

  return {
    add({ id, title, text }) {
      if (taken.has(id)) throw new Error(`Two documents have the id “${id}”: each needs one of its own`);
      taken.add(id);
      ids.push(id);
      const before = sequence.length;
      take(title);
      titles.push(sequence.length - before);
      take(text);
      ends.push(sequence.length);
    },
    corpus: () =>
      corpusOf({ ids, terms, words, sequence: sequence.whole(), ends: ends.whole(), titles: titles.whole() }),
  };
}

/** Version of the saved format and of the text analysis behind its terms. Corpora of other versions are refused. */
const FORM = "refdesk finding 1";

const packed = (values: Uint32Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");

function unpacked(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  const values = new Uint32Array(bytes.length / 4);
  Buffer.from(values.buffer).set(bytes);
  return values;
}

/** Serializes a corpus as JSON for `loadCorpus`. */
export const saveCorpus = (corpus: TermCorpus): string => {
  const documents = corpus.ids.map((_, document) => corpus.sequence(document));
  const lengths = Uint32Array.from(documents, ({ length }) => length);
  const sequence = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const terms of documents) {
    sequence.set(terms, at);
    at += terms.length;
  }
  return JSON.stringify({
    form: FORM,
    ids: corpus.ids,
    terms: corpus.terms,
    words: [...corpus.words.keys()],
    found: packed(Uint32Array.from(corpus.words.values())),
    sequence: packed(sequence),
    lengths: packed(lengths),
    titles: packed(Uint32Array.from(corpus.ids, (_, document) => corpus.titleLength(document))),
  });
};

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

/**
 * Restores a corpus saved by `saveCorpus`.
 * @throws {Error} if it was saved in another version of the format
 */
export function loadCorpus(saved: string): TermCorpus {
  const { form, ids, terms, words, found, sequence, lengths, titles }: Saved = JSON.parse(saved);
  if (form !== FORM)
    throw new Error(
      `A saved index has the form “${form}”, expected “${FORM}”: build it from its documents again`,
    );
  const numbers = unpacked(found);
  let end = 0;
  const ends = unpacked(lengths).map((length) => (end += length));
  return corpusOf({
    ...{ ids, terms, ends },
    words: new Map(words.map((word, index) => [word, numbers[index]!])),
    sequence: unpacked(sequence),
    titles: unpacked(titles),
  });
}
