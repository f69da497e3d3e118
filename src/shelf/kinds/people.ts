/** People: what the sources call somebody. */
import { defineKind } from "../kind-definition.ts";
import { optionalRef, statedIn } from "../kind-parts.ts";

export const personKind = defineKind({
  schema: ({ z, base, StatedRole }) => z.strictObject({ ...base, roles: z.array(StatedRole).min(1) }),
  mainPassages: ({ roles }) => roles.map(({ evidence }) => evidence),
  references: [
    { path: "/roles/*/of", refs: ({ roles }) => roles.map((role) => optionalRef("organizations", role.of)) },
  ],
  statedWords: ({ roles }) => roles.map((role, index) => statedIn(`/roles/${index}`, role, [role.evidence])),
});
