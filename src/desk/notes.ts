/** The desk's notes on stored passages, where only some of a passage's words are shown. */
import { foldText } from "../shelf/fold.ts";
import type { CellPart } from "./answer.ts";

/**
 * The notes that bear on what is shown: those that name words which are, and those on passages that are shown
 * whole. A note on the rest of a passage would speak of what nobody sees.
 */
export function notesOnParts(parts: readonly CellPart[]): string[] {
  return parts.flatMap(({ value, passages }) =>
    passages.flatMap(({ note, text }) => {
      const named = /“([^”]+)”/.exec(note ?? "")?.[1];
      const shown = foldText(value).toLowerCase();
      const bears = value === text || (named && shown.includes(foldText(named).toLowerCase()));
      return note !== undefined && bears ? [note] : [];
    }),
  );
}
