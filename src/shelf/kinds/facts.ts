/** Facts: other statements of the sources, their own or as somebody's reported speech. */
import { defineKind } from "../kind-definition.ts";
import { inferredYear, PRONOUN_ALONE, statedIn } from "../kind-parts.ts";
import { hasOnlyPronoun } from "../source-speakers.ts";

export const factKind = defineKind({
  schema: ({ z, base, line, text, Ref, passages, StatedDate }) =>
    z.strictObject({
      ...base,
      passages,
      /** Who is reported to have said it; without one, it is the source's own statement. */
      speaker: Ref.optional(),
      speakerInferred: text.optional(),
      /** The source's words for those who are reported to have said it, when it names nobody. */
      speakerStated: line.optional(),
      /** Set when the passages only say who wrote the source; `about` refers to the writers. */
      byline: z.literal(true).optional(),
      when: StatedDate.optional(),
      about: z.array(Ref).default([]),
      topics: z.array(line).default([]),
    }),
  mainPassages: ({ passages }) => passages,
  references: [
    { path: "/speaker", refs: ({ speaker }) => [speaker] },
    { path: "/about/*", refs: ({ about }) => about },
  ],
  statedWords: ({ when, passages, speakerStated }) => [
    statedIn("/when", when, passages),
    { pointer: "/speakerStated", words: speakerStated, within: passages },
  ],
  rules: ({ when, passages, speaker, speakerInferred, speakerStated }, shelf) => [
    ...inferredYear("/when", when),
    ...(speaker !== undefined &&
    speakerInferred === undefined &&
    hasOnlyPronoun(passages.map(({ exact }) => exact).join(" "), shelf.namesOf(speaker))
      ? [PRONOUN_ALONE]
      : []),
    ...(speaker !== undefined && speakerStated !== undefined
      ? [
          {
            pointer: "/speakerStated",
            message:
              "is for speakers whom the source does not name: leave out one of speaker and speakerStated",
          },
        ]
      : []),
  ],
});
