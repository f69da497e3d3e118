/** Organizations: what the sources call a company, an institution or a group, and what it belongs to. */
import { defineKind } from "../kind-definition.ts";
import { optionalRef, statedIn } from "../kind-parts.ts";

export const organizationKind = defineKind({
  schema: ({ z, base, Id, StatedRole }) =>
    z.strictObject({
      ...base,
      type: z.enum(["organization", "group"]).default("organization"),
      /** The organization that this one belongs to, according to a source. */
      partOf: Id.optional(),
      roles: z.array(StatedRole).min(1),
    }),
  mainPassages: ({ roles }) => roles.map(({ evidence }) => evidence),
  references: [
    { path: "/partOf", refs: ({ partOf }) => [optionalRef("organizations", partOf)] },
    { path: "/roles/*/of", refs: ({ roles }) => roles.map((role) => optionalRef("organizations", role.of)) },
  ],
  statedWords: ({ roles }) => roles.map((role, index) => statedIn(`/roles/${index}`, role, [role.evidence])),
});
