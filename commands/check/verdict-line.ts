/** Says in one line what a message's verdict is, and of what. */
import {
  type CheckedSentence,
  comparedSources,
  VERDICT_KINDS,
  type Verdict,
} from "../../src/claims/verdicts.ts";
import type { LineBlock, SentenceVerdict } from "../../src/desk/answer.ts";
import { namedLine } from "../../src/desk/answer-parts.ts";
import { gravestVerdict } from "../../src/desk/verdict-order.ts";
import type { ComparedAspect } from "../../src/language/en/brief.ts";
import type { Messages } from "../../src/language/messages.ts";

/** The marks of verdicts, which do not depend on colour. */
const VERDICT_MARKS = { differs: "⚠", "not-as-stated": "◇", none: "◻", supported: "✓" } as const;

/** Returns what a part of a sentence was compared for; of a whole sentence in other words, what differs in it. */
function aspectsOf(verdict: Verdict): readonly ComparedAspect[] {
  if (verdict.missingIn !== undefined || verdict.notToldTo !== undefined) return ["source"];
  if (verdict.about === "figure") return [verdict.why === "currency" ? "currency" : "amount"];
  if (verdict.about !== "words") return [verdict.about];
  if (verdict.otherSpeaker !== undefined) return ["speaker"];
  const sorts = verdict.differences.map(({ sort }) => sort ?? "statement");
  if (verdict.as === "paraphrase" && sorts.length > 0) return sorts;
  const isWording = verdict.as === "quotation" || verdict.as === "report" || verdict.as === "source";
  return [isWording ? "wording" : "statement"];
}

/** Says for each kind of verdict which parts of a sentence have it: “Amount supported, period differs”. */
function partsLine(parts: readonly Verdict[], sources: number, { brief }: Messages): string {
  return brief.parts(
    VERDICT_KINDS.flatMap((kind) => {
      const own = parts.filter((verdict) => verdict.kind === kind);
      const found = new Set(own.flatMap(comparedSources)).size;
      return own.length === 0
        ? []
        : [{ kind, aspects: [...new Set(own.flatMap(aspectsOf))], found, sources }];
    }),
  );
}

/**
 * Returns the verdict in one line: of one sentence, which of its parts have which, or why it has none; of several, the
 * gravest with the number of sentences that have it. Undefined where nothing was read.
 * @param sources how many sources there are
 */
export function verdictLine(
  sentences: readonly CheckedSentence[],
  verdicts: readonly SentenceVerdict[],
  sources: number,
  messages: Messages,
): LineBlock | undefined {
  const { brief } = messages;
  const kind = gravestVerdict({ verdicts });
  if (kind === undefined) return undefined;
  const [only, ...others] = sentences;
  const isOne = only !== undefined && others.length === 0;
  const ofOne = kind === "none" ? verdicts[0]?.why : only && partsLine(only.verdicts, sources, messages);
  const name = (isOne && ofOne) || brief.verdicts[kind];
  const { length } = verdicts.filter(({ verdict }) => verdict === kind);
  const count = verdicts.length > 1 ? brief.sentences(length, verdicts.length) : "";
  return namedLine(`${VERDICT_MARKS[kind]} ${name}`, count, messages);
}
