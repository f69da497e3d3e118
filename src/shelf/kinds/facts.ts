/** Facts: other statements of the sources, their own or as somebody's reported speech. */
import { defineKind } from "../kind-definition.ts";
import { inferredYear, statedIn } from "../kind-parts.ts";

export const factKind = defineKind({
  schema: ({ z, base, line, Ref, passages, StatedDate }) =>
    z.strictObject({
      ...base,
      passages,
      /** Who is reported to have said it; without one, it is the source's own statement. */
      speaker: Ref.optional(),
      speakerInferred: line.optional(),
      when: StatedDate.optional(),
      about: z.array(Ref).default([]),
      topics: z.array(line).default([]),
    }),
  mainPassages: ({ passages }) => passages,
  references: [
    { path: "/speaker", refs: ({ speaker }) => [speaker] },
    { path: "/about/*", refs: ({ about }) => about },
  ],
  statedWords: ({ when, passages }) => [statedIn("/when", when, passages)],
  rules: ({ when }) => inferredYear("/when", when),
});
