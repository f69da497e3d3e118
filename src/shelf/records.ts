/**
 * Defines the schema of each record kind. Fields named `stated` quote the source and must occur in the passage
 * beside them; `label` and `notes` are written by editors; `aliases` are other names that people may type.
 */
import { z } from "zod";
import { ID_PATTERN, RECORD_KINDS, type RecordKind } from "./kinds.ts";

const line = z.string().trim().min(1);

/** The id of a record or a source: its file name without the extension. */
export const IdSchema = z.string().regex(ID_PATTERN, "expected lower-case words joined by hyphens");

/** A reference to another record: `kind/id`. */
const Ref = z.templateLiteral([z.enum(RECORD_KINDS), "/", z.string()]);

/**
 * A passage of a source, as a TextQuoteSelector (W3C Web Annotation Data Model, 4.2.4). `prefix` and `suffix`
 * are needed only when `exact` occurs more than once.
 */
export const Evidence = z.strictObject({
  source: IdSchema,
  exact: line,
  prefix: z.string().min(1).optional(),
  suffix: z.string().min(1).optional(),
  /** An editor's remark on the stored text, such as an ellipsis of the source's own. */
  note: line.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Words quoted from the source. `evidence` is given when they are outside the record's own passages. */
const StatedText = z.strictObject({ stated: line, evidence: Evidence.optional() });

const PartialDate = z
  .string()
  .regex(/^(\d{4}s|\d{4}(-\d{2}(-\d{2})?)?)$/, "expected 2021, 2021-08, 2021-08-17 or 1990s");

/**
 * A date as the source words it, and the date it resolves to. `inferred` gives the editor's reason when the
 * date is more precise than the words. Without `date` it is unresolved.
 */
export const StatedDate = z.strictObject({
  stated: line,
  evidence: Evidence.optional(),
  date: PartialDate.optional(),
  to: PartialDate.optional(),
  inferred: line.optional(),
});
export type StatedDate = z.infer<typeof StatedDate>;

/** Who entered a record, and which person has reviewed it since. */
const ReviewSchema = z
  .strictObject({ entered: z.iso.date(), reviewedBy: line.nullable(), reviewedOn: z.iso.date().nullable() })
  .refine((review) => (review.reviewedBy === null) === (review.reviewedOn === null), {
    error: "reviewedBy and reviewedOn go together: both null, or both given",
  });

/** An amount of money: stated by the source, withheld by the donor, or not mentioned. */
const StatedAmount = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("stated"),
    stated: line,
    value: z.number().positive(),
    currency: z.string().regex(/^[A-Z]{3}$/, "expected an ISO 4217 code"),
    qualifier: line.optional(),
  }),
  z.strictObject({ status: z.literal("undisclosed"), stated: line }),
  z.strictObject({ status: z.literal("unstated") }),
]);

const passages = z.array(Evidence).min(1);
const base = {
  label: line,
  aliases: z.array(line).default([]),
  /** Names similar to this record's that mean something else: text with one never matches this record. */
  notConfusedWith: z.array(line).default([]),
  notes: z.array(line).default([]),
  review: ReviewSchema,
};

/**
 * What one source says about a commitment. `verb` quotes the source; `claim` refers to whoever made the claim,
 * if not the source.
 */
export const PledgeAccount = z.strictObject({
  passages,
  verb: line,
  claim: Ref.optional(),
  amount: StatedAmount,
  period: line.optional(),
  purpose: line.optional(),
  occasion: line.optional(),
  when: StatedDate.optional(),
});
export type PledgeAccount = z.infer<typeof PledgeAccount>;

const PledgeSchema = z.strictObject({
  ...base,
  /** Organizations that gave or promised; empty when the source names none. */
  donors: z.array(IdSchema),
  /** The source's words for donors that it mentions only as a group. */
  donorsStated: line.optional(),
  /** True when several donors gave one sum together, not each. */
  joint: z.boolean().default(false),
  occasions: z.array(Ref).default([]),
  accounts: z.array(PledgeAccount).min(1),
});

/** A quotation and who said it. */
export const QuoteSchema = z.strictObject({
  ...base,
  speaker: Ref,
  /** Why the speaker is taken to be this one, when only the context shows it. */
  speakerInferred: line.optional(),
  /** The quoted words, split where the attribution interrupts them. */
  passages,
  /** The whole sentence, when the quotation is only a clause of it. */
  within: Evidence.optional(),
  said: StatedDate.optional(),
  where: StatedText.optional(),
  /** The source's words for where it has the quotation from. */
  via: StatedText.optional(),
  about: z.array(Ref).default([]),
  topics: z.array(line).default([]),
});

/** One source's definition of a term. */
export const TermDefinition = z.strictObject({
  passages,
  /** Who gave the definition, if not the source. */
  by: Ref.optional(),
  /** The quotation that contains the definition, if it is quoted. */
  quote: IdSchema.optional(),
});
export type TermDefinition = z.infer<typeof TermDefinition>;

const TermSchema = z.strictObject({
  ...base,
  definitions: z.array(TermDefinition),
  /** Quotations and facts that use the term, shown when no source defines it. */
  uses: z.array(Ref).default([]),
  neighbours: z.array(IdSchema).default([]),
});

const EventSchema = z.strictObject({
  ...base,
  when: StatedDate,
  passages,
  about: z.array(Ref).default([]),
});

/** What a source calls a person or an organization. Without `stated`, the source gives the name and no role. */
const StatedRole = z.strictObject({
  stated: line.optional(),
  evidence: Evidence,
  of: IdSchema.optional(),
});

const PersonSchema = z.strictObject({ ...base, roles: z.array(StatedRole).min(1) });

const OrganizationSchema = z.strictObject({
  ...base,
  type: z.enum(["organization", "group"]).default("organization"),
  /** The organization that this one belongs to, according to a source. */
  partOf: IdSchema.optional(),
  roles: z.array(StatedRole).min(1),
});

const FactSchema = z.strictObject({
  ...base,
  passages,
  /** Who is reported to have said it; without one, it is the source's own statement. */
  speaker: Ref.optional(),
  speakerInferred: line.optional(),
  when: StatedDate.optional(),
  about: z.array(Ref).default([]),
  topics: z.array(line).default([]),
});

/** Accepts the former name of a field in place of the new one, but not both. */
const withFormerName = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value, context) => {
    if (typeof value !== "object" || value === null || !("unlike" in value)) return value;
    const { unlike, ...others } = value;
    if ("notConfusedWith" in others)
      context.addIssue({
        code: "custom",
        path: ["unlike"],
        message: "“unlike” is the former name of “notConfusedWith”: give one of them, not both",
      });
    return { ...others, notConfusedWith: unlike };
  }, schema);

/** The schema of each record kind. */
export const RECORD_SCHEMAS = {
  pledges: withFormerName(PledgeSchema),
  quotes: withFormerName(QuoteSchema),
  terms: withFormerName(TermSchema),
  events: withFormerName(EventSchema),
  people: withFormerName(PersonSchema),
  organizations: withFormerName(OrganizationSchema),
  facts: withFormerName(FactSchema),
} as const satisfies Record<RecordKind, z.ZodType>;

/** A record of one kind, with the kind and id taken from its path. */
export type RecordOf<K extends RecordKind> = z.infer<(typeof RECORD_SCHEMAS)[K]> & {
  readonly id: string;
  readonly kind: K;
};
/** A record of any kind. */
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];
/** A record of one of the given kinds. */
export type RecordOfKinds<K extends RecordKind> = AnyRecord & { readonly kind: K };

export type PledgeRecord = RecordOf<"pledges">;
export type QuoteRecord = RecordOf<"quotes">;
export type TermRecord = RecordOf<"terms">;
export type EventRecord = RecordOf<"events">;
export type PersonRecord = RecordOf<"people">;
export type OrganizationRecord = RecordOf<"organizations">;
export type FactRecord = RecordOf<"facts">;
