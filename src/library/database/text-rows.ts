/** The rows of a shelf's full text: what is indexed of each record, and how many hold each term. */
import { MAX_WORD_LENGTH, tokenizeText, type WordForms } from "../../search/analysis.ts";
import type { SearchDocument } from "../../search/corpus.ts";
import { collectEvidence } from "../../shelf/evidence.ts";
import { recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { type IndexContent, recordDocument } from "../text-index.ts";
import type { TopicBridge } from "../topic-bridge.ts";
import { kindNumber, lexemeOf, placeOf } from "./places.ts";
import { lexemes } from "./record-rows.ts";
import type { Row, TableRows } from "./table-rows.ts";

/** Sums over all documents, of which the ranking needs the averages. */
export interface TextTotals {
  readonly documents: number;
  readonly length: number;
  readonly titleLength: number;
  readonly distinctTerms: number;
}

/** In how many documents and in how many titles a term is. */
export interface TermCount {
  readonly held: number;
  readonly entitled: number;
}

/** What a word is found by, and in how many documents it is. */
export interface WordCount {
  readonly term: string;
  readonly held: number;
}

/** What is counted of documents. */
export interface TextCounts {
  readonly terms: ReadonlyMap<string, TermCount>;
  readonly words: ReadonlyMap<string, WordCount>;
  readonly totals: TextTotals;
}

/** The documents of records, and what is known once all of them have been taken. */
export interface TextRows {
  readonly documents: TableRows;
  readonly counts: () => TextCounts;
}

/** Creates the rows of some records' documents. @param content what the records are among, with the bridge of their topics */
export const createTextRows = (
  some: Iterable<AnyRecord>,
  content: IndexContent & { readonly bridge: TopicBridge },
): TextRows => documentRows(some, (record) => recordDocument(record, content), content.bridge);

/** Creates the rows of documents. @param known forms of words, which may be kept between texts */
export function documentRows(
  some: Iterable<AnyRecord>,
  documentOf: (record: AnyRecord) => SearchDocument,
  bridge: TopicBridge,
  known: WordForms = new Map(),
): TextRows {
  const terms = new Map<string, { held: number; entitled: number }>();
  const words = new Map<string, { readonly term: string; held: number }>();
  const totals = { documents: 0, length: 0, titleLength: 0, distinctTerms: 0 };

  function termsOf(text: string, own: Map<string, string>): string[] {
    const found: string[] = [];
    for (const { term, word } of tokenizeText(text, known)) {
      const lexeme = lexemeOf(term);
      if (word !== undefined && word !== "" && word.length <= MAX_WORD_LENGTH) own.set(word, lexeme);
      found.push(lexeme);
    }
    return found;
  }
  function count(all: ReadonlySet<string>, of: keyof TermCount): void {
    for (const term of all) {
      const counted = terms.get(term) ?? { held: 0, entitled: 0 };
      counted[of]++;
      terms.set(term, counted);
    }
  }

  function* rows(): Generator<Row> {
    for (const record of some) {
      const { title, text } = documentOf(record);
      const own = new Map<string, string>();
      const titleTerms = termsOf(title, own);
      const sequence = [...titleTerms, ...termsOf(text, own)];
      const distinct = new Set(sequence);
      count(distinct, "held");
      count(new Set(titleTerms), "entitled");
      for (const [word, term] of own) {
        const counted = words.get(word);
        if (counted) counted.held++;
        else words.set(word, { term, held: 1 });
      }
      totals.documents++;
      totals.length += sequence.length;
      totals.titleLength += titleTerms.length;
      totals.distinctTerms += distinct.size;
      yield {
        place: placeOf(recordRef(record)),
        kind: kindNumber(record.kind),
        length: sequence.length,
        title_length: titleTerms.length,
        distinct_terms: distinct.size,
        sequence: sequence.join(" "),
        terms: lexemes(distinct),
        said: lexemes([...tokenizeText(bridge.extend(saidOf(record)), known)].map(({ term }) => term)),
      };
    }
  }

  return {
    documents: {
      table: "refdesk_shelf_documents",
      columns: {
        place: "text",
        kind: "smallint",
        length: "integer",
        title_length: "integer",
        distinct_terms: "integer",
        sequence: "text",
        terms: "tsvector",
        said: "tsvector",
      },
      rows,
    },
    counts: () => ({ terms, words, totals }),
  };
}

/** Returns the words of a record's passages. */
export const saidOf = (record: AnyRecord): string =>
  collectEvidence(record)
    .map(({ exact }) => exact)
    .join("\n");

/** The terms, each with how many documents and titles have it. */
export const termRows = (terms: () => ReadonlyMap<string, TermCount>): TableRows => ({
  table: "refdesk_shelf_terms",
  columns: { term: "text", held: "integer", entitled: "integer" },
  *rows() {
    for (const [term, { held, entitled }] of terms()) yield { term, held, entitled };
  },
});

/** The words, each with what it is found by and how many documents have it. */
export const wordRows = (words: () => ReadonlyMap<string, WordCount>): TableRows => ({
  table: "refdesk_shelf_words",
  columns: { word: "text", term: "text", held: "integer" },
  *rows() {
    for (const [word, { term, held }] of words()) yield { word, term, held };
  },
});
