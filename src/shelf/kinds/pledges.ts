/** Pledges: what donors gave or promised, with what each source says of it. */
import { defineKind } from "../kind-definition.ts";
import { inferredYear, statedIn } from "../kind-parts.ts";
import { donorRefs } from "../pledge-parts.ts";

export const pledgeKind = defineKind({
  schema({ z, base, line, Donor, Ref, passages, StatedDate }) {
    /**
     * What was given: stated by the source, withheld by the donor, or not mentioned. A sum of money has a currency;
     * shares and goods have a `unit`, or only the source's words.
     */
    const StatedAmount = z.discriminatedUnion("status", [
      z
        .strictObject({
          status: z.literal("stated"),
          stated: line,
          value: z.number().positive().optional(),
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/, "expected an ISO 4217 code")
            .optional(),
          unit: line.optional(),
          qualifier: line.optional(),
        })
        .refine(({ currency, unit }) => currency === undefined || unit === undefined, {
          path: ["unit"],
          error: "is for what is no money: leave out one of unit and currency",
        })
        .refine(({ value, currency, unit }) => value !== undefined || (currency ?? unit) === undefined, {
          path: ["value"],
          error: "is missing: a currency or a unit is of a number",
        }),
      z.strictObject({ status: z.literal("undisclosed"), stated: line }),
      z.strictObject({ status: z.literal("unstated") }),
    ]);
    /**
     * What one source says about a commitment. `verb` quotes the source; `claim` refers to whoever made the claim,
     * if not the source.
     */
    const Account = z.strictObject({
      passages,
      verb: line,
      claim: Ref.optional(),
      amount: StatedAmount,
      period: line.optional(),
      purpose: line.optional(),
      occasion: line.optional(),
      /** The occasions that this account has and the others do not. */
      occasions: z.array(Ref).optional(),
      when: StatedDate.optional(),
    });
    return z.strictObject({
      ...base,
      /** Organizations and people that gave or promised; empty when the source names none. */
      donors: z.array(Donor),
      /** The source's words for donors that it mentions only as a group. */
      donorsStated: line.optional(),
      /** True when several donors gave one sum together, not each. */
      joint: z.boolean().default(false),
      /** What all accounts say it was given or promised for. */
      occasions: z.array(Ref).default([]),
      accounts: z.array(Account).min(1),
    });
  },
  mainPassages: ({ accounts }) => accounts.flatMap(({ passages }) => passages),
  references: [
    { path: "/donors/*", refs: donorRefs },
    { path: "/accounts/*/claim", refs: ({ accounts }) => accounts.map(({ claim }) => claim) },
    { path: "/occasions/*", refs: ({ occasions }) => occasions },
    {
      path: "/accounts/*/occasions/*",
      refs: ({ accounts }) => accounts.map(({ occasions }) => occasions),
    },
  ],
  statedWords: ({ donorsStated, accounts }) => [
    {
      pointer: "/donorsStated",
      words: donorsStated,
      within: accounts.flatMap(({ passages }) => passages),
    },
    ...accounts.flatMap(({ passages: within, verb, period, purpose, occasion, amount, when }, index) => {
      const at = (field: string) => `/accounts/${index}/${field}`;
      const sum = amount.status === "unstated" ? undefined : amount.stated;
      return [
        { pointer: at("verb"), words: verb, within },
        { pointer: at("period"), words: period, within },
        { pointer: at("purpose"), words: purpose, within },
        { pointer: at("occasion"), words: occasion, within },
        { pointer: at("amount/stated"), words: sum, within },
        statedIn(at("when"), when, within),
      ];
    }),
  ],
  rules: ({ joint, donors, accounts }) => [
    ...(joint && donors.length === 1
      ? [{ pointer: "/joint", message: "a joint sum has several donors" }]
      : []),
    ...accounts.flatMap(({ passages, when }, index) => [
      ...(new Set(passages.map(({ source }) => source)).size > 1
        ? [{ pointer: `/accounts/${index}/passages`, message: "an account is what one source says" }]
        : []),
      ...inferredYear(`/accounts/${index}/when`, when),
    ]),
  ],
});
