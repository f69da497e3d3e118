/** Finds the recorded passage closest to a sentence that got no verdict, to be shown without one. */

import type { Library } from "../library/library.ts";
import { distinctRecords, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { splitWords } from "./alignment.ts";
import { spacedWordRole } from "./lexicon.ts";
import { locateNames } from "./name-tokens.ts";
import { nearPassages } from "./near-passages.ts";
import { contentStems, isNumeric } from "./quantities.ts";
import { stemWord } from "./stems.ts";

/** A passage that speaks of something in a sentence. No verdict follows from it. */
export interface ClosestPassage {
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  readonly isQuotation: boolean;
}

/** The fewest content words that a passage without a name of the sentence must share with it. */
const LEAST_SHARED = 2;

const WITHOUT_CONTENT = new Set(["says", "according", "by", "of", "preposition", "quantity", "filler"]);

/** Returns the distinct stems of a sentence's content words: no scales, prepositions or verbs of saying. */
function sentenceStems(text: string): Set<string> {
  const idle = new Set(
    splitWords(text).flatMap(({ word }) =>
      WITHOUT_CONTENT.has(spacedWordRole(word) ?? "") ? [stemWord(word)] : [],
    ),
  );
  return new Set(
    contentStems(text).filter((stem) => !idle.has(stem) && !(isNumeric(stem) && !/^\d/.test(stem))),
  );
}

/**
 * Returns the closest passage: it holds a name of the sentence and one more of its names or content words, or half of
 * its content words.
 * @param named the records that the sentence names
 */
export async function closestPassage(
  text: string,
  named: readonly AnyRecord[],
  library: Library,
): Promise<ClosestPassage | undefined> {
  const names = locateNames(text, named);
  const records = distinctRecords(names.flatMap(({ record }) => (record ? [record] : [])));
  const stems = sentenceStems(text);
  const nameStems = new Set([
    ...names.flatMap((name) => contentStems(name.text)),
    ...records.flatMap(recordNames).flatMap(contentStems),
  ]);
  const sought = [text, ...records.flatMap(recordNames)].join(" ");
  let best: { readonly passage: ClosestPassage; readonly score: number } | undefined;
  for (const passage of await nearPassages(sought, library)) {
    const exact = passage.evidence.map((evidence) => evidence.exact).join(" ");
    const held = distinctRecords(
      locateNames(exact, records).flatMap(({ record }) => (record ? [record] : [])),
    ).length;
    const there = new Set(contentStems(exact));
    const shared = [...stems].filter((stem) => there.has(stem));
    const further = shared.filter((stem) => !nameStems.has(stem)).length + held - 1;
    const isClose =
      (held > 0 && further > 0) || (shared.length >= LEAST_SHARED && shared.length * 2 >= stems.size);
    const score = shared.length + held;
    if (isClose && score > (best?.score ?? 0)) best = { passage, score };
  }
  if (!best) return undefined;
  const { record, evidence, isQuotation } = best.passage;
  return { record, evidence, isQuotation };
}
