/** Renders answers as JSON, for scripts in the terminal and over HTTP. */

import { printAsk } from "../ask/ask.ts";
import type { Answer, Passage } from "../desk/answer.ts";
import { positionInCodePoints, toCodePoints } from "../support/code-points.ts";
import { defined } from "../support/defined.ts";

const isPassage = (value: object): value is Passage =>
  "text" in value && "start" in value && "end" in value && "source" in value;

/** Returns a passage whose offsets count code points, those into its text and those into its source's. */
function countedPassage({ pairsBefore = 0, marked, stated, ...passage }: Passage): object {
  const within = (spans: Passage["marked"]) => spans?.map((span) => toCodePoints(passage.text, span));
  return {
    ...passage,
    ...positionInCodePoints({ pairsBefore, ...passage }),
    ...defined({ marked: within(marked), stated: within(stated) }),
  };
}

/** Returns an answer's verdicts with the offsets of their sentences in code points of the message. */
const countedVerdicts = ({ ask, verdicts }: Answer): Answer["verdicts"] =>
  verdicts?.map((verdict) => ({ ...verdict, ...toCodePoints(ask.text, verdict) }));

/**
 * Returns the whole answer as one line of JSON, with each ask as a typed line and every offset in code points; see
 * `AnswerDocumentSchema`.
 */
export const renderJson = (answer: Answer): string =>
  JSON.stringify({ ...answer, ...defined({ verdicts: countedVerdicts(answer) }) }, (key, value) => {
    if (typeof value !== "object" || value === null) return value;
    if (key === "ask") return printAsk(value);
    return isPassage(value) ? countedPassage(value) : value;
  });
