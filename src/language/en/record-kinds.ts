/** English names of the record kinds: `name` of one record, `plural` of a list, `counted` of several. */
import { countNoun } from "./typography.ts";

export const englishRecordKinds = {
  pledges: { name: "pledge", plural: "Pledges", counted: (many: number) => countNoun(many, "pledge") },
  quotes: {
    name: "quotation",
    plural: "Quotations",
    counted: (many: number) => countNoun(many, "quotation"),
  },
  terms: { name: "term", plural: "Terms", counted: (many: number) => countNoun(many, "term") },
  events: { name: "event", plural: "Events", counted: (many: number) => countNoun(many, "event") },
  people: {
    name: "person",
    plural: "People",
    counted: (many: number) => countNoun(many, "person", "people"),
  },
  organizations: {
    name: "organization",
    plural: "Organizations",
    counted: (many: number) => countNoun(many, "organization"),
  },
  facts: { name: "statement", plural: "Statements", counted: (many: number) => countNoun(many, "statement") },
};

/** The names of the record kinds in any language. */
export type RecordKindMessages = typeof englishRecordKinds;
