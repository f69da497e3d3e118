/** Terms: words that sources define or use. */
import { defineKind } from "../kind-definition.ts";
import { optionalRef } from "../kind-parts.ts";

export const termKind = defineKind({
  schema({ z, base, Id, Ref, passages }) {
    /** One source's definition of a term. */
    const Definition = z.strictObject({
      passages,
      /** Who gave the definition, if not the source. */
      by: Ref.optional(),
      /** The quotation that contains the definition, if it is quoted. */
      quote: Id.optional(),
    });
    return z.strictObject({
      ...base,
      definitions: z.array(Definition),
      /** Quotations and facts that use the term, shown when no source defines it. */
      uses: z.array(Ref).default([]),
      neighbours: z.array(Id).default([]),
      /** The term of which this is a part, and of which sources may speak as a whole. */
      partOf: Id.optional(),
    });
  },
  mainPassages: ({ definitions }) => definitions.flatMap(({ passages }) => passages),
  references: [
    { path: "/definitions/*/by", refs: ({ definitions }) => definitions.map(({ by }) => by) },
    {
      path: "/definitions/*/quote",
      refs: ({ definitions }) => definitions.map(({ quote }) => optionalRef("quotes", quote)),
      leadsOn: true,
    },
    { path: "/uses/*", refs: ({ uses }) => uses },
    {
      path: "/neighbours/*",
      refs: ({ neighbours }) => neighbours.map((id) => optionalRef("terms", id)),
      leadsOn: true,
    },
    { path: "/partOf", refs: ({ partOf }) => [optionalRef("terms", partOf)], leadsOn: true },
  ],
  statedWords: () => [],
  rules: ({ definitions, uses }) =>
    definitions.length + uses.length > 0
      ? []
      : [{ pointer: "/uses", message: "a term that no source defines needs at least one use" }],
});
