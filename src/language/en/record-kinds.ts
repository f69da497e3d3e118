/** English names of the record kinds: `name` of one record, `counted` of several. */
import { countNoun } from "./typography.ts";

export const englishRecordKinds = {
  pledges: { name: "pledge", counted: (many: number) => countNoun(many, "pledge") },
  quotes: { name: "quotation", counted: (many: number) => countNoun(many, "quotation") },
  terms: { name: "term", counted: (many: number) => countNoun(many, "term") },
  events: { name: "event", counted: (many: number) => countNoun(many, "event") },
  people: { name: "person", counted: (many: number) => countNoun(many, "person", "people") },
  organizations: { name: "organization", counted: (many: number) => countNoun(many, "organization") },
  facts: { name: "statement", counted: (many: number) => countNoun(many, "fact") },
};

/** The names of the record kinds in any language. */
export type RecordKindMessages = typeof englishRecordKinds;
