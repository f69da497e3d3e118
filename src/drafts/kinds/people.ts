/** Drafts people and organizations, with what the text says they are. */
import type { Draft } from "../draft.ts";
import type { Entity } from "../entities.ts";
import type { Reading } from "../reading.ts";

const draftOf = (kind: "person" | "organization", { name, role, start }: Entity): Draft => ({
  kind,
  passages: [
    role
      ? { start: Math.min(start, role.start), end: Math.max(start + name.length, role.end) }
      : { start, end: start + name.length },
  ],
  name,
  role: role?.text,
});

/** Tells whether what is said of somebody stands beside the first mention, so that one passage holds both. */
const isBeside = ({ role, start, name }: Entity): boolean =>
  role === undefined || (role.start - (start + name.length) < 200 && start - role.end < 200);

const draftsOf = (reading: Reading, of: Entity["kind"], kind: "person" | "organization"): Draft[] =>
  reading.entities
    .filter((entity) => entity.kind === of)
    .map((entity) =>
      isBeside(entity)
        ? draftOf(kind, entity)
        : draftOf(kind, { ...entity, start: placeBeside(reading, entity) }),
    );

/** Returns where the name stands that is nearest to its role. */
function placeBeside({ text }: Reading, { role, start, forms }: Entity): number {
  const places = forms
    .flatMap((form) => [text.lastIndexOf(form, role!.start), text.indexOf(form, role!.end)])
    .filter((at) => at >= 0);
  return places.reduce(
    (best, at) => (Math.abs(at - role!.start) < Math.abs(best - role!.start) ? at : best),
    start,
  );
}

export const draftPeople = (reading: Reading): Draft[] => draftsOf(reading, "people", "person");
export const draftOrganizations = (reading: Reading): Draft[] =>
  draftsOf(reading, "organizations", "organization");
