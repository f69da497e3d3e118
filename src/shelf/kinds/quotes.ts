/** Quotes: words that a source quotes, and who said them. */
import { containsFolded, type TextSpan } from "../evidence.ts";
import { defineKind, type RuleFault } from "../kind-definition.ts";
import { inferredYear, PRONOUN_ALONE, statedIn } from "../kind-parts.ts";
import { QUOTATION_MARKS, quotationAround, quotationsOf } from "../quotation-marks.ts";
import { hasOnlyPronoun, isInTranscript, wordsAround } from "../source-speakers.ts";
import type { Source } from "../sources.ts";

const NOT_QUOTED = `the passage does not lie inside one pair of quotation marks of the source; what would do: ${QUOTATION_MARKS}, or in a transcript a line that begins with the speaker’s name and a colon`;

/** Tells whether words of a source are quoted there, and returns what their sentence says beside them. */
function placeIn(
  source: Source,
  span: TextSpan,
  names: readonly string[],
): { readonly isQuoted: boolean; readonly around: string } {
  const { spans, outside } = quotationsOf(source);
  const quotation = quotationAround(span, spans);
  if (quotation) return { isQuoted: true, around: wordsAround(quotation, outside) };
  return { isQuoted: isInTranscript(span, source.text, names), around: "" };
}

export const quoteKind = defineKind({
  schema: ({ z, base, line, text, Ref, passages, Evidence, StatedDate, StatedText }) =>
    z.strictObject({
      ...base,
      speaker: Ref,
      /** Why the speaker is taken to be this one, when only the context shows it. */
      speakerInferred: text.optional(),
      /** The quoted words, split where the attribution interrupts them. */
      passages,
      /** The whole sentence, when the quotation is only a clause of it. */
      within: Evidence.optional(),
      said: StatedDate.optional(),
      where: StatedText.optional(),
      /** The source's words for where it has the quotation from. */
      via: StatedText.optional(),
      about: z.array(Ref).default([]),
      topics: z.array(line).default([]),
    }),
  mainPassages: ({ within, passages }) => (within ? [within] : passages),
  references: [
    { path: "/speaker", refs: ({ speaker }) => [speaker] },
    { path: "/about/*", refs: ({ about }) => about },
  ],
  statedWords({ passages, within: sentence, said, where, via }) {
    const within = [...passages, ...(sentence ? [sentence] : [])];
    return [
      statedIn("/said", said, within),
      statedIn("/where", where, within),
      statedIn("/via", via, within),
    ];
  },
  rules({ passages, within, said, speaker, speakerInferred }, shelf) {
    const names = shelf.namesOf(speaker);
    const placed = passages.map((passage) => {
      const found = shelf.locate(passage);
      const source = shelf.sources.get(passage.source);
      return source && found && "span" in found ? placeIn(source, found.span, names) : undefined;
    });
    // An attribution that interrupts a quotation stands beside one of its parts.
    const around = placed.map((place) => place?.around ?? "").join(" ");
    return [
      ...passages.flatMap((passage, index): RuleFault[] => [
        ...(placed[index]?.isQuoted === false
          ? [{ pointer: `/passages/${index}/exact`, message: NOT_QUOTED }]
          : []),
        ...(within && !containsFolded(passage.exact, within.exact)
          ? [{ pointer: "/within/exact", message: "the sentence does not hold the quoted words" }]
          : []),
      ]),
      ...(speakerInferred === undefined && hasOnlyPronoun(around, names) ? [PRONOUN_ALONE] : []),
      ...inferredYear("/said", said),
    ];
  },
});
