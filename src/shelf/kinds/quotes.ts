/** Quotes: words that a source quotes, and who said them. */
import { containsFolded, isInsideQuotes } from "../evidence.ts";
import { defineKind, type RuleFault } from "../kind-definition.ts";
import { inferredYear, statedIn } from "../kind-parts.ts";

export const quoteKind = defineKind({
  schema: ({ z, base, line, Ref, passages, Evidence, StatedDate, StatedText }) =>
    z.strictObject({
      ...base,
      speaker: Ref,
      /** Why the speaker is taken to be this one, when only the context shows it. */
      speakerInferred: line.optional(),
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
  rules: ({ passages, within, said }, shelf) => [
    ...passages.flatMap((passage, index): RuleFault[] => {
      const found = shelf.locate(passage);
      const source = shelf.sources.get(passage.source);
      const isQuoted = !source || !found || !("span" in found) || isInsideQuotes(found.span, source.text);
      const message = "the passage does not lie inside one pair of quotation marks of the source";
      return [
        ...(isQuoted ? [] : [{ pointer: `/passages/${index}/exact`, message }]),
        ...(within && !containsFolded(passage.exact, within.exact)
          ? [{ pointer: "/within/exact", message: "the sentence does not hold the quoted words" }]
          : []),
      ];
    }),
    ...inferredYear("/said", said),
  ],
});
