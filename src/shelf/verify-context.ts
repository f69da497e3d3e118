/** Locates the passages of records that are verified, wherever their sources are kept. */
import {
  type FoldedText,
  type LocateResult,
  locateEvidence,
  longestMatchingPrefix,
  type PassageSpans,
  type TextSpan,
} from "./evidence.ts";
import type { Evidence } from "./records.ts";
import type { VerifyContext } from "./verify.ts";

/** What records are verified among. */
export interface Surroundings extends Pick<VerifyContext, "sources" | "sourceIds" | "refs" | "namesOf"> {
  /** Returns the text of a source as passages are looked up in it; undefined where it could not be read. */
  readonly folded: (source: string) => FoldedText | undefined;
  /** Takes where each passage stands that was found. */
  readonly spans: PassageSpans & { set(evidence: Evidence, span: TextSpan): void };
  /** Returns where a passage stood that is still there, where that is known. */
  readonly locatedBefore?: (evidence: Evidence) => TextSpan | undefined;
}

/** Returns what `verifyRecord` needs to know. */
export function createVerifyContext({
  folded,
  spans,
  locatedBefore = () => undefined,
  ...around
}: Surroundings): VerifyContext {
  return {
    ...around,
    locate(evidence: Evidence): LocateResult | undefined {
      const known = spans.get(evidence) ?? locatedBefore(evidence);
      if (known) {
        spans.set(evidence, known);
        return { span: known };
      }
      const text = folded(evidence.source);
      if (!text) return undefined;
      const found = locateEvidence(evidence, text);
      if ("span" in found) spans.set(evidence, found.span);
      return found;
    },
    longestMatchingPrefix(evidence: Evidence) {
      const text = folded(evidence.source);
      return text && longestMatchingPrefix(evidence, text);
    },
  };
}
