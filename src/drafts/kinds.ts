/** Lists the kinds of drafts. A further one is one file and one line here. */
import type { DraftKind } from "./draft.ts";
import { draftDefinitions } from "./kinds/definitions.ts";
import { draftEvents } from "./kinds/events.ts";
import { draftOrganizations, draftPeople } from "./kinds/people.ts";
import { draftQuotations } from "./kinds/quotations.ts";
import { draftSums } from "./kinds/sums.ts";

export const DRAFT_KINDS: readonly DraftKind[] = [
  draftSums,
  draftQuotations,
  draftDefinitions,
  draftEvents,
  draftPeople,
  draftOrganizations,
];
