/** Indexes recorded passages by word, to find the few that a quotation may be taken from. */

import type { Library } from "../library/library.ts";
import { collectEvidence, isSameEvidence } from "../shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { runInSlices } from "../support/time-slices.ts";
import { isContentWord, splitWords, type TextWord, wordTexts } from "./alignment.ts";

/** Recorded text: all passages of a quotation together, or one passage of another record. */
interface Run {
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  readonly isQuotation: boolean;
}

/** A run split into words. */
export interface IndexedPassage extends Run {
  /** The words of all evidence in order; `piece` is the index of a word's evidence and offsets are relative to it. */
  readonly words: readonly (TextWord & { readonly piece: number })[];
}

interface PassageIndex {
  /** Returns the passages that share the most content words, best first, at most `MOST_PASSAGES`. */
  near(words: readonly TextWord[]): readonly IndexedPassage[];
}

/** Kinds in order of preference when several records have the same passage: those that name a speaker come first. */
const ORDER: ReadonlySet<RecordKind> = new Set(["quotes", "facts", "pledges", "events", ...RECORD_KINDS]);

function runsOf(record: AnyRecord): Run[] {
  const own = record.kind === "quotes" ? record.passages : [];
  const others = collectEvidence(record).filter(
    (evidence) => !own.some((passage) => isSameEvidence(passage, evidence)),
  );
  return [
    ...(own.length > 0 ? [{ record, evidence: own, isQuotation: true }] : []),
    ...others.map((evidence) => ({ record, evidence: [evidence], isQuotation: false })),
  ];
}

/** Splits a run into words with offsets. Done only for search results, as these take many times a passage's memory. */
const indexedPassage = (run: Run): IndexedPassage => ({
  ...run,
  words: run.evidence.flatMap(({ exact }, piece) => splitWords(exact).map((word) => ({ ...word, piece }))),
});

/** The distinct runs of a shelf, and for each word the ascending indexes of the runs that contain it. */
interface GatheredRuns {
  readonly runs: readonly Run[];
  readonly holding: ReadonlyMap<string, readonly number[]>;
}

async function gatherRuns(library: Library): Promise<GatheredRuns> {
  const runs: Run[] = [];
  const holding = new Map<string, number[]>();
  const seen = new Set<string>();

  function take(run: Run): void {
    const [first] = run.evidence;
    const key = `${run.isQuotation}\n${first!.source}\n${first!.prefix ?? ""}\n${first!.exact}`;
    if (seen.has(key)) return;
    seen.add(key);
    const at = runs.push(run) - 1;
    for (const { exact } of run.evidence)
      for (const word of wordTexts(exact)) {
        const places = holding.get(word);
        if (!places) holding.set(word, [at]);
        else if (places.at(-1) !== at) places.push(at);
      }
  }

  for (const kind of ORDER) {
    const { hits } = await library.find({ kinds: [kind] });
    await runInSlices(hits, (record) => runsOf(record).forEach(take));
  }
  return { runs, holding };
}

const MOST_PASSAGES = 12;

/** Returns the passage index of a library, built on first use. */
export const passageIndex = memoizeByKey(async (library: Library): Promise<PassageIndex> => {
  const { runs, holding } = await gatherRuns(library);
  return {
    near(words) {
      const sought = new Set(words.filter(isContentWord).map(({ word }) => word));
      const counts = new Uint16Array(runs.length);
      for (const word of sought) for (const at of holding.get(word) ?? []) counts[at]!++;
      const found: IndexedPassage[] = [];
      for (let count = sought.size; count > 0; count--)
        for (let at = counts.indexOf(count); at >= 0; at = counts.indexOf(count, at + 1))
          if (found.push(indexedPassage(runs[at]!)) === MOST_PASSAGES) return found;
      return found;
    },
  };
});
