/** Sums up the verdicts on the parts of each sentence as one verdict a sentence, for programs to read. */
import type { SentenceVerdict } from "../desk/answer.ts";
import { gravestOf } from "../desk/verdict-order.ts";
import { noVerdictText, type VerdictContext, verdictText } from "./verdict-text.ts";
import { type CheckedSentence, comparedSources } from "./verdicts.ts";

async function sentenceVerdict(sentence: CheckedSentence, context: VerdictContext): Promise<SentenceVerdict> {
  const { text, start, end, verdicts, closest, beyond } = sentence;
  // A sentence with one wrong part is not supported.
  const gravest = gravestOf(verdicts.map(({ kind }) => kind)) ?? "none";
  // Where only a date or an office was compared, the rest of the sentence is not supported by it.
  const verdict = beyond === undefined ? gravest : "none";
  const texts: string[] = [];
  for (const part of verdicts.filter(({ kind }) => kind === verdict))
    texts.push(...(await verdictText(part, context)).texts);
  return {
    text,
    start,
    end,
    verdict,
    why: verdict === "none" ? noVerdictText(sentence, context) : [...new Set(texts)].join(" "),
    sources: [
      ...new Set([
        ...verdicts.flatMap(comparedSources),
        ...(closest?.evidence ?? []).map(({ source }) => source),
      ]),
    ],
  };
}

/** Returns one verdict a sentence, in the order of the message. */
export const sentenceVerdicts = (
  sentences: readonly CheckedSentence[],
  context: VerdictContext,
): Promise<SentenceVerdict[]> => Promise.all(sentences.map((sentence) => sentenceVerdict(sentence, context)));
