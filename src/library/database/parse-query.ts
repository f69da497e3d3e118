/** Parses a query against the terms of a shelf that is in a database. */
import { tokenizeText } from "../../search/analysis.ts";
import { type ParsedQuery, parseQuery } from "../../search/query.ts";
import { createSpellingIndex, maxSlips, type SpellingMatch } from "../../search/spelling.ts";
import { type EditionReader, valid } from "./edition.ts";
import type { LocalCorpus } from "./local-corpus.ts";
import { MOST_NEAR, nearCondition } from "./near-texts.ts";
import { quotedLexeme } from "./places.ts";

/** Finds the words of a shelf that a misspelt one may be. */
async function similarWords(
  word: string,
  { rows, hasLevenshtein }: EditionReader,
  corpus: LocalCorpus,
): Promise<SpellingMatch[]> {
  const edits = maxSlips(word.length);
  if (edits === 0) return [];
  const { condition, values } = nearCondition({ column: "w.word", text: word, edits, hasLevenshtein }, 4);
  const near = await rows<{ word: string; term: string }>(
    `select w.word, w.term from refdesk_shelf_words w where ${valid("w")} and ${condition} limit $3`,
    MOST_NEAR,
    ...values,
  );
  await corpus.count(near.map(({ term }) => term));
  const words = new Map(
    near.flatMap(({ word, term }) => {
      const number = corpus.numberOf(term);
      return number === undefined ? [] : [[word, number] as const];
    }),
  );
  return createSpellingIndex({ words, held: corpus.held }).similar(word);
}

/** Tells for each of several lists of terms whether any document has all of them. */
async function findTogether(
  { rows }: EditionReader,
  runs: readonly (readonly string[])[],
): Promise<boolean[]> {
  const found = await rows<{ stands: boolean }>(
    `select exists (select 1 from refdesk_shelf_documents d where ${valid("d")} and d.terms @@ q.query::tsquery) as stands
     from unnest($3::text[]) with ordinality as q (query, at) order by q.at`,
    runs.map((terms) => terms.map(quotedLexeme).join(" & ")),
  );
  return found.map(({ stands }) => stands);
}

/**
 * Parses a query, and has the corpus count its terms. What the parser asks is not known before it asks: it is looked up, and
 * the query parsed again, until nothing is asked that is not known.
 */
export async function parseInDatabase(
  query: string,
  reader: EditionReader,
  corpus: LocalCorpus,
): Promise<ParsedQuery> {
  await corpus.count([...tokenizeText(query)].map(({ term }) => term));
  const similar = new Map<string, readonly SpellingMatch[]>();
  const together = new Map<string, boolean>();
  for (;;) {
    const words = new Set<string>();
    const runs = new Map<string, readonly string[]>();
    const parsed = parseQuery(
      query,
      corpus,
      {
        similar(word) {
          if (!similar.has(word)) words.add(word);
          return [...(similar.get(word) ?? [])];
        },
        completions: () => [],
      },
      {
        prefix: false,
        stands(terms) {
          const key = terms.join();
          if (!together.has(key))
            runs.set(
              key,
              terms.map((term) => corpus.terms[term]!),
            );
          return together.get(key) ?? true;
        },
      },
    );
    if (words.size + runs.size === 0) return parsed;
    for (const word of words) similar.set(word, await similarWords(word, reader, corpus));
    const stand = runs.size === 0 ? [] : await findTogether(reader, [...runs.values()]);
    for (const [at, key] of [...runs.keys()].entries()) together.set(key, stand[at]!);
  }
}
