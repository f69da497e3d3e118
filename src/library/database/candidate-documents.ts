/** Reads the documents that a query may mean: all of them, or where they are many, those that promise most. */
import { COMMON_WORD, spreadOf } from "../../search/candidates.ts";
import type { QueryTerm } from "../../search/query.ts";
import { inverseFrequency } from "../../search/ranking.ts";
import { type EditionReader, valid } from "./edition.ts";
import type { DocumentRow, LocalCorpus } from "./local-corpus.ts";
import { quotedLexeme } from "./places.ts";

/** Which documents are wanted. */
export interface DocumentsWanted {
  /** Those that hold every word, and no others. */
  readonly all: boolean;
  readonly kinds: readonly number[];
  /** Only the documents at these places. */
  readonly among?: readonly string[] | undefined;
}

/** How many documents are read whole, among how many the most promising are chosen, and by how many words. */
const MOST = { read: 1_000, scored: 10_000, words: 32 } as const;

/** How much the length of a document weighs, as BM25 has it of a term that a document has once: 1.3 to 0.9. */
const LENGTH_SHARE = 1.3 / 0.9;

const termQuery = (terms: readonly string[], by: "&" | "|"): string =>
  `(${terms.map(quotedLexeme).join(` ${by} `)})`;

/** Creates what reads the documents of a query into a corpus, in which its terms are counted. */
export function createCandidateReader({ rows }: EditionReader, corpus: LocalCorpus) {
  const spread = (one: QueryTerm): number => spreadOf(one, corpus);
  const queryOf = ({ terms, together }: QueryTerm): string =>
    termQuery(
      terms.map((term) => corpus.terms[term]!),
      together ? "&" : "|",
    );

  /** The value of a term in a document of usual length; how often a document has it is not known before it is read. */
  function scoreOf(sought: readonly QueryTerm[]): string {
    const { size, held, terms } = corpus;
    const counted = sought
      .flatMap((one) => one.terms.map((term, at) => ({ term, weight: one.weights[at]! })))
      .sort((a, b) => held[a.term]! - held[b.term]!)
      .slice(0, MOST.words)
      .map(({ term, weight }) => {
        const value = weight * inverseFrequency(size, held[term]!);
        const query = quotedLexeme(terms[term]!).replaceAll("'", "''");
        return `(d.terms @@ '${query}'::tsquery)::integer * ${value.toFixed(6)}::float8`;
      });
    return `(${counted.join(" + ")}) / (d.length + ${(LENGTH_SHARE * corpus.usualLength).toFixed(3)}::float8)`;
  }

  async function documentsFor(
    query: string,
    { kinds, among }: DocumentsWanted,
    best?: { readonly score: string; readonly most: number },
  ): Promise<DocumentRow[]> {
    const columns = "d.place, d.sequence, d.title_length, d.distinct_terms";
    const from = `refdesk_shelf_documents d where ${valid("d")} and d.terms @@ $3::tsquery and d.kind = any($4::smallint[])
      and ($5::text[] is null or d.place = any($5))`;
    return rows<DocumentRow>(
      best === undefined
        ? `select ${columns} from ${from}`
        : `select ${columns} from (select * from ${from} limit ${MOST.scored}) d
           order by ${best.score} desc, d.place limit ${best.most}`,
      query,
      kinds,
      among ?? null,
    );
  }

  /** Reads the documents and has the corpus take them. */
  return async function readDocuments(sought: readonly QueryTerm[], wanted: DocumentsWanted): Promise<void> {
    if (sought.length === 0) return;
    const rarer = sought.filter((one) => spread(one) <= COMMON_WORD);
    const finding = [...(rarer.length > 0 ? rarer : sought)].sort((a, b) => spread(a) - spread(b));
    const [any, whole] = [finding.map(queryOf).join(" | "), sought.map(queryOf).join(" & ")];
    const few = (count: number): boolean =>
      count <= MOST.read || (wanted.among?.length ?? MOST.read + 1) <= MOST.read;
    const sum = finding.reduce((all, one) => all + spread(one), 0);
    const score = scoreOf(sought);
    const found = new Map<string, DocumentRow>();
    const read = async (query: string, best?: { readonly score: string; readonly most: number }) => {
      for (const row of await documentsFor(query, wanted, best)) found.set(row.place, row);
    };
    if (wanted.all) await read(whole, few(spread(finding[0]!)) ? undefined : { score, most: MOST.read });
    else if (few(sum)) await read(any);
    else {
      let count = 0;
      const rarest = finding.filter((one, at) => {
        count += spread(one);
        return at === 0 || count <= MOST.scored;
      });
      const best = { score, most: MOST.read };
      await Promise.all([read(whole, best), read(rarest.map(queryOf).join(" | "), best)]);
    }
    corpus.take([...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1)));
  };
}
