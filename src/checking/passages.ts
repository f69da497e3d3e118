/** Every recorded passage by its words, so that the few that a quotation may be taken from are found among many. */

import { evidenceOf } from "../library/evidence.ts";
import type { Kind } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import type { AnyRecord, Evidence } from "../library/records.ts";
import { hasWeight, type Word, wordsIn } from "./alignment.ts";

/** A run of words on the shelf: a quotation whole, or one passage of another record. */
export interface Passage {
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  /** All words of the evidence in a row, each with the piece of evidence that it stands in. */
  readonly words: readonly (Word & { readonly piece: number })[];
  readonly isQuotation: boolean;
}

export interface Passages {
  /** Those that share the most words that weigh something, most first; at most a few. */
  near(words: readonly Word[]): readonly Passage[];
}

/** Of several records with one passage, the first of these is shown: the one that says whose report it is. */
const ORDER: readonly Kind[] = ["quotes", "facts", "pledges", "events", "terms", "people", "organizations"];

function passage(record: AnyRecord, evidence: readonly Evidence[], isQuotation: boolean): Passage {
  const words = evidence.flatMap(({ exact }, piece) => wordsIn(exact).map((word) => ({ ...word, piece })));
  return { record, evidence, words, isQuotation };
}

function passagesOf(record: AnyRecord): Passage[] {
  const own = record.kind === "quotes" ? record.passages : [];
  const others = evidenceOf(record).flatMap(({ evidence }) => (own.includes(evidence) ? [] : [evidence]));
  return [
    ...(own.length > 0 ? [passage(record, own, true)] : []),
    ...others.map((evidence) => passage(record, [evidence], false)),
  ];
}

/** How many records are indexed before others get their turn. */
const SLICE = 500;
const MOST = 12;

async function indexed(library: Library): Promise<Passages> {
  const passages: Passage[] = [];
  const holding = new Map<string, number[]>();
  const seen = new Set<string>();
  for (const kind of ORDER) {
    const { hits } = await library.find({ kinds: [kind] });
    for (const [index, record] of hits.entries()) {
      if (index % SLICE === SLICE - 1) await new Promise(setImmediate);
      for (const one of passagesOf(record)) {
        const [first] = one.evidence;
        const key = `${one.isQuotation}\n${first!.source}\n${first!.prefix ?? ""}\n${first!.exact}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const at = passages.push(one) - 1;
        for (const word of new Set(one.words.filter(hasWeight).map(({ word }) => word))) {
          const list = holding.get(word);
          if (list) list.push(at);
          else holding.set(word, [at]);
        }
      }
    }
  }
  return {
    near(words) {
      const counts = new Map<number, number>();
      for (const word of new Set(words.filter(hasWeight).map(({ word }) => word)))
        for (const at of holding.get(word) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
      return [...counts]
        .sort(([a, many], [b, more]) => more - many || a - b)
        .slice(0, MOST)
        .map(([at]) => passages[at]!);
    },
  };
}

const kept = new WeakMap<Library, Promise<Passages>>();

/** The passages of a shelf; indexed once, when they are first asked for. */
export function passagesIn(library: Library): Promise<Passages> {
  const known = kept.get(library) ?? indexed(library);
  kept.set(library, known);
  return known;
}
