/** The rows of a shelf's full text: what is indexed of each record, and how many hold each term. */
import { MAX_WORD_LENGTH, tokenizeText, type WordForms } from "../../search/analysis.ts";
import { collectEvidence } from "../../shelf/evidence.ts";
import { recordRef } from "../../shelf/kinds.ts";
import type { Shelf } from "../../shelf/shelf.ts";
import { recordDocument } from "../text-index.ts";
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
interface TermCount {
  held: number;
  entitled: number;
}

/** Creates the rows of documents, terms and words, to be taken in this order: documents are counted while they are made. */
export function createTextRows({ records }: Shelf, bridge: TopicBridge) {
  const known: WordForms = new Map();
  const terms = new Map<string, TermCount>();
  const words = new Map<string, string>();
  const totals = { documents: 0, length: 0, titleLength: 0, distinctTerms: 0 };

  function termsOf(text: string): string[] {
    const found: string[] = [];
    for (const { term, word } of tokenizeText(text, known)) {
      const lexeme = lexemeOf(term);
      if (word !== undefined && word !== "" && word.length <= MAX_WORD_LENGTH) words.set(word, lexeme);
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

  function* documents(): Generator<Row> {
    for (const record of records.values()) {
      const { title, text } = recordDocument(record, { records, bridge });
      const titleTerms = termsOf(title);
      const sequence = [...titleTerms, ...termsOf(text)];
      const distinct = new Set(sequence);
      count(distinct, "held");
      count(new Set(titleTerms), "entitled");
      totals.documents++;
      totals.length += sequence.length;
      totals.titleLength += titleTerms.length;
      totals.distinctTerms += distinct.size;
      const passages = collectEvidence(record).map(({ exact }) => exact);
      yield {
        place: placeOf(recordRef(record)),
        kind: kindNumber(record.kind),
        length: sequence.length,
        title_length: titleTerms.length,
        distinct_terms: distinct.size,
        sequence: sequence.join(" "),
        terms: lexemes(distinct),
        said: lexemes([...tokenizeText(bridge.extend(passages.join("\n")), known)].map(({ term }) => term)),
      };
    }
  }
  function* termRows(): Generator<Row> {
    for (const [term, counted] of terms) yield { term, ...counted };
  }
  function* wordRows(): Generator<Row> {
    for (const [word, term] of words) yield { word, term };
  }

  const tables: readonly TableRows[] = [
    {
      table: "refdesk_shelf_documents",
      columns: {
        ...{ place: "text", kind: "smallint", length: "integer", title_length: "integer" },
        ...{ distinct_terms: "integer", sequence: "text", terms: "tsvector", said: "tsvector" },
      },
      rows: documents,
    },
    {
      table: "refdesk_shelf_terms",
      columns: { term: "text", held: "integer", entitled: "integer" },
      rows: termRows,
    },
    { table: "refdesk_shelf_words", columns: { word: "text", term: "text" }, rows: wordRows },
  ];
  return { tables, totals: (): TextTotals => totals };
}
