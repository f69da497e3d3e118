/** Orders verdicts, so that the mark and the colour of an answer are those of its gravest one. */
import type { Answer, SentenceVerdict } from "./answer.ts";

type VerdictKind = SentenceVerdict["verdict"];

/** The verdicts, the gravest first: what a reader must not miss. */
const VERDICT_ORDER: readonly VerdictKind[] = ["differs", "not-as-stated", "none", "supported"];

/** Returns the gravest of some verdicts, or undefined where there are none. */
export const gravestOf = <Kind extends VerdictKind>(kinds: readonly Kind[]): Kind | undefined =>
  VERDICT_ORDER.map((one) => kinds.find((kind) => kind === one)).find((kind) => kind !== undefined);

/** Returns the place of the gravest of some verdicts in that order; that of none where there are none. */
export const gravityOf = (kinds: readonly VerdictKind[]): number =>
  VERDICT_ORDER.indexOf(gravestOf(kinds) ?? "none");

/** Returns the gravest of an answer's verdicts, or undefined where it has none. */
export const gravestVerdict = ({ verdicts = [] }: Pick<Answer, "verdicts">): VerdictKind | undefined =>
  gravestOf(verdicts.map(({ verdict }) => verdict));
