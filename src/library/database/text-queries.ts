/** Puts queries to the full text of a shelf in a database, and ranks what it finds as a shelf in memory is ranked. */
import { tokenizeText } from "../../search/analysis.ts";
import { type CandidateOptions, createCandidateFinder, wantedOf } from "../../search/candidates.ts";
import { type EngineOptions, type EngineResult, headOf, hitsIn, withRest } from "../../search/engine.ts";
import { createRankingSteps } from "../../search/ranking.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef } from "../../shelf/kinds.ts";
import { foldLetters } from "../../support/fold-letters.ts";
import { lazy } from "../../support/lazy.ts";
import {
  bridgeQueries,
  holdersIn,
  holdingOptions,
  rankedOptions,
  rankingIn,
  type TextQueries,
} from "../text-index.ts";
import { createTopicBridges, type TopicBridge } from "../topic-bridge.ts";
import { createCandidateReader, type DocumentsWanted } from "./candidate-documents.ts";
import { type EditionReader, valid } from "./edition.ts";
import { createLocalCorpus } from "./local-corpus.ts";
import { parseInDatabase } from "./parse-query.ts";
import { kindNumber, placeOf, quotedLexeme, refAt } from "./places.ts";

/** Among how many documents those are looked for that share the most with a text. */
const MOST_SHARING = 5_000;

const ALL_KINDS = RECORD_KINDS.map(kindNumber);

/** The full text of a version, in the words that were typed. */
export interface DatabaseTexts extends Pick<TextQueries, "holding" | "ranked" | "sharing"> {
  /** Returns those of some places whose records' passages hold every word. */
  saying(places: readonly string[], words: string): Promise<string[]>;
}

async function search(
  reader: EditionReader,
  query: string,
  { only, limit, ...options }: EngineOptions,
  wanted: Omit<DocumentsWanted, "all">,
): Promise<EngineResult> {
  const corpus = createLocalCorpus(reader);
  const { sought, assumed, unknown } = await parseInDatabase(query, reader, corpus);
  // A word that is nowhere is in no document, so that none of them holds every word.
  const isFound = !options.all || assumed.length + unknown.length === 0;
  if (isFound) await createCandidateReader(reader, corpus)(sought, { ...wanted, all: options.all ?? false });
  const finder = createCandidateFinder(corpus, corpus);
  const candidates = finder.candidates(sought, options satisfies CandidateOptions);
  const ranking = createRankingSteps(corpus);
  const asked = wantedOf(sought);
  const first = ranking.first(headOf(candidates), asked);
  await corpus.countIn(ranking.best(first).map(({ document }) => document));
  const found = withRest(ranking.second(first, asked), candidates);
  return { ...hitsIn(found, sought, { corpus, finder }, { only, limit }), assumed, unknown };
}

/** Creates the queries to a version's documents, in whose words the topics stand for themselves. */
function plainQueries(reader: EditionReader): TextQueries {
  return {
    async holding(words, kinds) {
      return holdersIn(await search(reader, words, holdingOptions(kinds), { kinds: kinds.map(kindNumber) }));
    },
    async ranked(words, wanted = {}) {
      const among = wanted.among && [...wanted.among].map(placeOf);
      return rankingIn(
        words,
        await search(reader, words, rankedOptions(wanted), { kinds: ALL_KINDS, among }),
      );
    },
    async sharing(text, most) {
      const corpus = createLocalCorpus(reader);
      await corpus.count([...tokenizeText(text)].map(({ term }) => term));
      const known = [...corpus.terms.keys()].filter((term) => corpus.held[term]! > 0);
      if (known.length === 0) return [];
      let count = 0;
      const rarest = known
        .sort((a, b) => corpus.held[a]! - corpus.held[b]!)
        .filter((term, at) => {
          count += corpus.held[term]!;
          return at === 0 || count <= MOST_SHARING || corpus.size <= MOST_SHARING;
        });
      const found = await reader.rows<{ place: string }>(
        `select d.place from (select * from refdesk_shelf_documents d where ${valid("d")} and d.terms @@ $3::tsquery limit ${MOST_SHARING}) d
         order by (select count(*) from unnest(d.terms) t where t.lexeme = any($4)) desc, d.place limit $5`,
        rarest.map((term) => quotedLexeme(corpus.terms[term]!)).join(" | "),
        known.map((term) => corpus.terms[term]!),
        most,
      );
      return found.map(({ place }) => refAt(place));
    },
    starting: () => false,
    close() {},
  };
}

/** Creates what bridges the words of a query, which knows the Chinese names in it and no others. */
function bridgesOf({ rows, summary }: EditionReader): (query: string) => Promise<TopicBridge> {
  const bridges = lazy(() => createTopicBridges(summary.topics));
  return async (query) => {
    const parts = new Set<string>();
    for (const [run] of query.matchAll(/\p{Script=Han}{2,}/gu)) {
      const folded = foldLetters(run);
      for (let at = 0; at < folded.length; at++)
        for (let size = 2; size <= Math.min(summary.longestHanName, folded.length - at); size++)
          parts.add(folded.slice(at, at + size));
    }
    const names =
      parts.size === 0
        ? []
        : await rows<{ name: string }>(
            `select h.name from refdesk_shelf_han_names h where ${valid("h")} and h.name = any($3)`,
            [...parts].filter((part) => part.isWellFormed()),
          );
    const known = new Set(names.map(({ name }) => name));
    return bridges()({ has: (name) => known.has(name), longest: summary.longestHanName });
  };
}

/** Creates the full text of a version. */
export function createDatabaseTexts(reader: EditionReader): DatabaseTexts {
  const plain = plainQueries(reader);
  const bridgeFor = bridgesOf(reader);
  const bridged = async (words: string) => bridgeQueries(plain, await bridgeFor(words));
  return {
    holding: async (words: string, kinds: readonly RecordKind[]): Promise<RecordRef[]> =>
      (await bridged(words)).holding(words, kinds),
    ranked: async (words, wanted) => (await bridged(words)).ranked(words, wanted),
    sharing: plain.sharing,
    async saying(places, words) {
      const bridge = await bridgeFor(words);
      const terms = [...tokenizeText(bridge.bridge(words).words)].map(({ term }) => quotedLexeme(term));
      if (terms.length === 0) return [...places];
      const found = await reader.rows<{ place: string }>(
        `select d.place from refdesk_shelf_documents d where ${valid("d")} and d.place = any($3) and d.said @@ $4::tsquery`,
        places,
        terms.join(" & "),
      );
      const said = new Set(found.map(({ place }) => place));
      return places.filter((place) => said.has(place));
    },
  };
}
