/** Writes the sources of a short answer as one line. */
import { blockPassages, type LineBlock, type LinePart } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import type { AnswerPage } from "./renderer.ts";

/** Returns the line of the sources that a page cites, each number with its passage; undefined where none is cited. */
export function sourceLine(
  { answer, opening, items, sources }: AnswerPage,
  { brief }: Messages,
): LineBlock | undefined {
  if (sources.length === 0) return undefined;
  const passages = [...opening, ...items.flat(), ...answer.close].flatMap(blockPassages);
  const parts = sources.flatMap(({ number, short, brief: credit = short }, index): LinePart[] => {
    const passage = passages.find(({ source }) => source === number);
    return [
      ...(index === 0 ? [] : [{ text: brief.between }]),
      { text: "", passages: passage ? [passage] : [] },
      { text: ` ${credit}` },
    ];
  });
  const isUnreviewed = answer.isUnreviewed ? [{ text: `${brief.between}${brief.unreviewed}` }] : [];
  return { type: "line", parts: [...parts, ...isUnreviewed], small: true };
}
