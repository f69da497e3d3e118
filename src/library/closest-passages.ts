/** Finds the recorded passages that share the most words with a text. */
import { collectEvidence, isSameEvidence } from "../shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { contentWords } from "../shelf/text-words.ts";
import { firstInOrder } from "../support/first-in-order.ts";
import type { ClosePassage } from "./library.ts";

/** Kinds in order of preference when several records have the same passage: those that name a speaker come first. */
const ORDER: readonly RecordKind[] = [
  ...new Set<RecordKind>(["quotes", "facts", "pledges", "events", ...RECORD_KINDS]),
];

/** How many records that share words with a text are looked through, passage by passage. */
const LOOKED_THROUGH = 200;

/** A passage with its content words, and what tells it from others. */
interface WordedPassage extends ClosePassage {
  readonly words: ReadonlySet<string>;
  readonly key: string;
}

/** Returns the passages of a record: those of a quotation are one. */
function passagesOf(record: AnyRecord): ClosePassage[] {
  const own = record.kind === "quotes" ? record.passages : [];
  const others = collectEvidence(record).filter(
    (evidence) => !own.some((passage) => isSameEvidence(passage, evidence)),
  );
  return [
    ...(own.length > 0 ? [{ record, evidence: own, isQuotation: true }] : []),
    ...others.map((evidence) => ({ record, evidence: [evidence], isQuotation: false })),
  ];
}

function wordedPassage(passage: ClosePassage): WordedPassage {
  const { evidence, isQuotation } = passage;
  const [first] = evidence;
  return {
    ...passage,
    words: contentWords(evidence.map(({ exact }) => exact).join("\n")),
    key: `${isQuotation}\n${first!.source}\n${first!.prefix ?? ""}\n${first!.exact}`,
  };
}

/** The most records whose passages are kept with their words, which take many times a passage's memory. */
const MOST_KEPT = 2_000;

/**
 * Creates what finds close passages.
 * @param sharing returns at most so many records that share words with a text, those that share the most first; all records
 *   where there are no more
 */
export function createClosestPassages(
  sharing: (text: string, most: number) => Promise<readonly AnyRecord[]>,
): (text: string, most: number) => Promise<ClosePassage[]> {
  const kept = new Map<AnyRecord, readonly WordedPassage[]>();
  function worded(record: AnyRecord): readonly WordedPassage[] {
    const known = kept.get(record);
    if (known) return known;
    const made = passagesOf(record).map(wordedPassage);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(record, made);
    return made;
  }

  return async (text, most) => {
    const sought = contentWords(text);
    const candidates = await sharing(text, LOOKED_THROUGH);
    const distinct = new Map<string, WordedPassage>();
    for (const kind of ORDER)
      for (const record of candidates)
        if (record.kind === kind)
          for (const passage of worded(record))
            if (!distinct.has(passage.key)) distinct.set(passage.key, passage);
    const shared = (words: ReadonlySet<string>): number => {
      let count = 0;
      for (const word of sought) if (words.has(word)) count++;
      return count;
    };
    const counted = [...distinct.values()]
      .map((passage) => ({ passage, count: shared(passage.words) }))
      .filter(({ count }) => count > 0);
    return firstInOrder(counted, most, (one, other) => other.count - one.count).map(
      ({ passage: { record, evidence, isQuotation } }) => ({ record, evidence, isQuotation }),
    );
  };
}
