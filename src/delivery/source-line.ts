/** Writes the sources of a short answer as one line. */
import { blockPassages, type LineBlock, type LinePart, type ReviewedShare } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import type { AnswerPage } from "./renderer.ts";

/** Says how much of what is shown nobody has reviewed; undefined where a person has reviewed all of it. */
function reviewRemark(reviewed: ReviewedShare | undefined, brief: Messages["brief"]): string | undefined {
  if (reviewed === undefined || reviewed.count === reviewed.of) return undefined;
  return reviewed.count === 0 ? brief.unreviewed : brief.reviewed(reviewed.count, reviewed.of);
}

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
  const remark = reviewRemark(answer.reviewed, brief);
  const remarks = remark === undefined ? [] : [{ text: `${brief.between}${remark}` }];
  return { type: "line", parts: [...parts, ...remarks], small: true };
}
