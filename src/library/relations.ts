/** Which records speak of which. */
import type { Ref } from "./kinds.ts";
import type { AnyRecord } from "./records.ts";

/** The records that this one names: whose words, whose money, what occasion, what it is about. */
export function concerns(record: AnyRecord): readonly Ref[] {
  const some = (refs: readonly (Ref | undefined)[]) => refs.filter((ref): ref is Ref => ref !== undefined);
  switch (record.kind) {
    case "pledges":
      return some([
        ...record.donors.map((id): Ref => `organizations/${id}`),
        ...record.accounts.map((account) => account.claim),
        ...record.occasions,
      ]);
    case "quotes":
    case "facts":
      return some([record.speaker, ...record.about]);
    case "terms":
      return some([...record.definitions.map((definition) => definition.by), ...record.uses]);
    case "events":
      return record.about;
    case "people":
      return record.roles.flatMap((role): Ref[] => (role.of ? [`organizations/${role.of}`] : []));
    case "organizations":
      return [record.partOf, ...record.roles.map((role) => role.of)].flatMap((id): Ref[] =>
        id ? [`organizations/${id}`] : [],
      );
  }
}
