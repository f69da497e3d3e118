/** Tells which recorded passages of a source are also in a newer version of it. */
import { createFoldedText, evidenceWithPointers, locateEvidence } from "../shelf/evidence.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { Shelf } from "../shelf/shelf.ts";

/** A passage that a newer version has no more, or more than once, and where it is recorded. */
export interface LostPassage {
  readonly file: string;
  readonly pointer: string;
  readonly words: string;
}

/** The recorded passages of a source, compared with a newer version. */
export interface CarriedPassages {
  readonly total: number;
  readonly lost: readonly LostPassage[];
}

/** Looks up every recorded passage of a source in another text. Nothing on the shelf changes: passages stay where they are. */
export function comparePassages(
  { records }: Pick<Shelf, "records">,
  source: string,
  text: string,
): CarriedPassages {
  const within = createFoldedText(text);
  const lost: LostPassage[] = [];
  let total = 0;
  for (const record of records.values())
    for (const { pointer, evidence } of evidenceWithPointers(record)) {
      if (evidence.source !== source) continue;
      total += 1;
      if (!("span" in locateEvidence(evidence, within)))
        lost.push({ file: `data/${recordRef(record)}.json`, pointer, words: evidence.exact });
    }
  return { total, lost };
}
