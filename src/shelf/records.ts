/**
 * What a record holds, kind by kind. Every text named "stated" is the source's own and must stand in the
 * passage beside it; `label` and `notes` are the desk's words; `aliases` are what people may type.
 */
import { z } from "zod";
import { ID_PATTERN, RECORD_KINDS, type RecordKind } from "./kinds.ts";

const line = z.string().trim().min(1);

/** A record's or a source's name for itself: its file's name without the ending. */
export const IdSchema = z.string().regex(ID_PATTERN, "expected lower-case words joined by hyphens");

/** Another record, as `kind/id`. */
const Ref = z.templateLiteral([z.enum(RECORD_KINDS), "/", z.string()]);

/**
 * Where a record stands in a source: a TextQuoteSelector (W3C Web Annotation Data Model, 4.2.4).
 * `prefix` and `suffix` are needed only where `exact` occurs more than once.
 */
export const Evidence = z.strictObject({
  source: IdSchema,
  exact: line,
  prefix: z.string().min(1).optional(),
  suffix: z.string().min(1).optional(),
  /** The desk's word on the stored text itself: names run together, an ellipsis of the source's own. */
  note: line.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A few of the source's words; `evidence` where they stand outside the record's own passages. */
const StatedText = z.strictObject({ stated: line, evidence: Evidence.optional() });

const PartialDate = z
  .string()
  .regex(/^(\d{4}s|\d{4}(-\d{2}(-\d{2})?)?)$/, "expected 2021, 2021-08, 2021-08-17 or 1990s");

/**
 * When: the source's words, and the date that they come to. `inferred` gives the desk's reason wherever
 * the date says more than the words do. Words without a date stay unresolved.
 */
export const StatedDate = z.strictObject({
  stated: line,
  evidence: Evidence.optional(),
  date: PartialDate.optional(),
  to: PartialDate.optional(),
  inferred: line.optional(),
});
export type StatedDate = z.infer<typeof StatedDate>;

/** Who entered a record and whether a person has reviewed it since. */
const ReviewSchema = z
  .strictObject({ entered: z.iso.date(), reviewedBy: line.nullable(), reviewedOn: z.iso.date().nullable() })
  .refine((review) => (review.reviewedBy === null) === (review.reviewedOn === null), {
    error: "reviewedBy and reviewedOn go together: both null, or both given",
  });

/** A sum: stated in the source's words, held back by the donor, or simply not in the source. */
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
  /** Words that look like this record's and are another's: what holds one is never taken for it. */
  notConfusedWith: z.array(line).default([]),
  notes: z.array(line).default([]),
  review: ReviewSchema,
};

/** What one source says of one commitment. `verb` is the source's; `claim` is whose word it is, if not the source's own. */
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
  /** The organizations on the shelf that gave or promised; empty where the source names none. */
  donors: z.array(IdSchema),
  /** The donors in the source's words, where it speaks of them only as a group. */
  donorsStated: line.optional(),
  /** One sum for several donors together, never for each. */
  joint: z.boolean().default(false),
  occasions: z.array(Ref).default([]),
  accounts: z.array(PledgeAccount).min(1),
});

export const QuoteSchema = z.strictObject({
  ...base,
  speaker: Ref,
  /** The desk's reason, where the speaker follows only from the context. */
  speakerInferred: line.optional(),
  /** The words between the quotation marks, in as many passages as the attribution leaves. */
  passages,
  /** The whole sentence, for a quotation that is only a clause of one: such a quotation is a fragment. */
  within: Evidence.optional(),
  said: StatedDate.optional(),
  where: StatedText.optional(),
  /** Through whom the source has it, in its words. */
  via: StatedText.optional(),
  about: z.array(Ref).default([]),
  topics: z.array(line).default([]),
});

export const TermDefinition = z.strictObject({
  passages,
  /** Whose words or explanation it is, if not the source's own. */
  by: Ref.optional(),
  /** The quotation that these words are part of, where they are one. */
  quote: IdSchema.optional(),
});
export type TermDefinition = z.infer<typeof TermDefinition>;

const TermSchema = z.strictObject({
  ...base,
  definitions: z.array(TermDefinition),
  /** Quotations and facts that use the term, shown where no source defines it. */
  uses: z.array(Ref).default([]),
  neighbours: z.array(IdSchema).default([]),
});

const EventSchema = z.strictObject({
  ...base,
  when: StatedDate,
  passages,
  about: z.array(Ref).default([]),
});

/** What a source calls a person or an organization; without `stated` it names them and no role. */
const StatedRole = z.strictObject({
  stated: line.optional(),
  evidence: Evidence,
  of: IdSchema.optional(),
});

const PersonSchema = z.strictObject({ ...base, roles: z.array(StatedRole).min(1) });

const OrganizationSchema = z.strictObject({
  ...base,
  type: z.enum(["organization", "group"]).default("organization"),
  /** The organization that this one is part of, as a source says. */
  partOf: IdSchema.optional(),
  roles: z.array(StatedRole).min(1),
});

const FactSchema = z.strictObject({
  ...base,
  passages,
  /** Whose reported speech it is; without one it is the source's own statement. */
  speaker: Ref.optional(),
  speakerInferred: line.optional(),
  when: StatedDate.optional(),
  about: z.array(Ref).default([]),
  topics: z.array(line).default([]),
});

/** Reads the name that a field had before as its new one; a record that has both is refused. */
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

export const RECORD_SCHEMAS = {
  pledges: withFormerName(PledgeSchema),
  quotes: withFormerName(QuoteSchema),
  terms: withFormerName(TermSchema),
  events: withFormerName(EventSchema),
  people: withFormerName(PersonSchema),
  organizations: withFormerName(OrganizationSchema),
  facts: withFormerName(FactSchema),
} as const satisfies Record<RecordKind, z.ZodType>;

/** A record of one kind, with the id and kind that its place on the shelf gives it. */
export type RecordOf<K extends RecordKind> = z.infer<(typeof RECORD_SCHEMAS)[K]> & {
  readonly id: string;
  readonly kind: K;
};
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];
/** A record of one of these kinds. */
export type RecordOfKinds<K extends RecordKind> = AnyRecord & { readonly kind: K };

export type PledgeRecord = RecordOf<"pledges">;
export type QuoteRecord = RecordOf<"quotes">;
export type TermRecord = RecordOf<"terms">;
export type EventRecord = RecordOf<"events">;
export type PersonRecord = RecordOf<"people">;
export type OrganizationRecord = RecordOf<"organizations">;
export type FactRecord = RecordOf<"facts">;
