/**
 * A part of a shelf's documents, with the figures of all of them: enough of a corpus to rank the documents that a query may
 * mean as they are ranked among all.
 */
import type { TermCorpus } from "../../search/corpus.ts";
import type { MatchIndex } from "../../search/match-index.ts";
import { inverseFrequency, termSaturation } from "../../search/ranking.ts";
import { type EditionReader, valid } from "./edition.ts";
import { lexemeOf, refAt } from "./places.ts";

/** A document as it is read. */
export interface DocumentRow {
  readonly place: string;
  readonly sequence: string;
  readonly title_length: number;
  readonly distinct_terms: number;
}

export interface LocalCorpus extends TermCorpus, Pick<MatchIndex, "search"> {
  /** Learns in how many documents and titles of the whole shelf these terms are. */
  count(terms: Iterable<string>): Promise<void>;
  /** Takes documents, which are given in the order of the shelf. */
  take(documents: readonly DocumentRow[]): void;
  /** Learns the same of all terms of these documents. */
  countIn(documents: readonly number[]): Promise<void>;
}

interface LocalDocument {
  readonly place: string;
  readonly sequence: Uint32Array;
  readonly titleLength: number;
  readonly distinctTerms: number;
}

/** Creates a corpus without documents. A term that was not counted is taken to be in none. */
export function createLocalCorpus({ rows, summary: { totals } }: EditionReader): LocalCorpus {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const entitled: number[] = [];
  const counted = new Set<number>();
  const documents: LocalDocument[] = [];
  const average = (sum: number): number => sum / Math.max(1, totals.documents);
  const usualDistinct = average(totals.distinctTerms);

  function numberFor(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = terms.push(term) - 1;
    numbers.set(term, number);
    held.push(0);
    entitled.push(0);
    return number;
  }

  function numbersOf(sequence: string): Uint32Array {
    const parts = sequence === "" ? [] : sequence.split(" ");
    const found = new Uint32Array(parts.length);
    for (let at = 0; at < parts.length; at++) found[at] = numberFor(parts[at]!);
    return found;
  }

  async function count(wanted: Iterable<string>): Promise<void> {
    const asked = [...new Set([...wanted].map(lexemeOf))].filter((term) => !counted.has(numberFor(term)));
    if (asked.length === 0) return;
    const found = await rows<{ term: string; held: number; entitled: number }>(
      `select t.term, t.held, t.entitled from refdesk_shelf_terms t where ${valid("t")} and t.term = any($3)`,
      asked,
    );
    for (const term of asked) counted.add(numberFor(term));
    for (const row of found) {
      held[numberFor(row.term)] = row.held;
      entitled[numberFor(row.term)] = row.entitled;
    }
  }

  return {
    size: totals.documents,
    idOf: (document) => refAt(documents[document]!.place),
    terms,
    held,
    entitled,
    count,
    numberOf(term) {
      const number = numbers.get(lexemeOf(term));
      return number !== undefined && held[number]! > 0 ? number : undefined;
    },
    words: new Map(),
    sequence: (document) => documents[document]!.sequence,
    titleLength: (document) => documents[document]!.titleLength,
    usualLength: average(totals.length),
    usualTitleLength: average(totals.titleLength),
    take(some) {
      for (const { place, sequence, title_length: titleLength, distinct_terms: distinctTerms } of some)
        documents.push({ place, titleLength, distinctTerms, sequence: numbersOf(sequence) });
    },
    countIn: (some) =>
      count(
        some.flatMap((document) => [...new Set(documents[document]!.sequence)].map((term) => terms[term]!)),
      ),
    // As the index in memory scores them, so that of many documents the same are the foremost.
    search(groups, { all = false, among } = {}) {
      const wanted = [...new Set(groups.flatMap(({ weights }) => [...weights.keys()]))];
      const rarity = wanted.map((term) => inverseFrequency(totals.documents, held[numbers.get(term)!]!));
      const sought = groups.map(({ weights, all: isWhole }) => ({
        isWhole,
        parts: [...weights].map(([term, weight]) => ({ at: wanted.indexOf(term), weight })),
      }));
      /** By term, its place among those that are wanted. */
      const places = new Int32Array(terms.length).fill(-1);
      wanted.forEach((term, at) => {
        places[numbers.get(term)!] = at;
      });
      const found = documents.flatMap(({ sequence, distinctTerms }, document) => {
        if (among && !among(document)) return [];
        const times = new Uint16Array(wanted.length);
        for (const term of sequence) if (places[term]! >= 0) times[places[term]!]!++;
        const matched = new Set<string>();
        let score = 0;
        let groupsHeld = 0;
        for (const { parts, isWhole } of sought) {
          const there = parts.filter(({ at }) => times[at]! > 0);
          if (there.length === 0 || (isWhole && there.length < parts.length)) continue;
          groupsHeld++;
          for (const { at, weight } of there) {
            matched.add(wanted[at]!);
            score += weight * rarity[at]! * termSaturation(times[at]!, distinctTerms, usualDistinct);
          }
        }
        if (groupsHeld === 0 || (all && groupsHeld < groups.length)) return [];
        return [{ document, score, holds: (term: string) => matched.has(term) }];
      });
      return found.sort((a, b) => b.score - a.score || a.document - b.document);
    },
  };
}
