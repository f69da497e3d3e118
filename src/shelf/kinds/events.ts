/** Events: what happened, and when. */
import { defineKind } from "../kind-definition.ts";
import { inferredYear, statedIn } from "../kind-parts.ts";

export const eventKind = defineKind({
  schema: ({ z, base, Ref, passages, StatedDate }) =>
    z.strictObject({ ...base, when: StatedDate, passages, about: z.array(Ref).default([]) }),
  mainPassages: ({ passages }) => passages,
  references: [{ path: "/about/*", refs: ({ about }) => about }],
  statedWords: ({ when, passages }) => [statedIn("/when", when, passages)],
  rules: ({ when }) => inferredYear("/when", when),
});
