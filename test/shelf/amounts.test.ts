/** The number that a record gives for a source's words is held against them, where they are read for sure. */
import { expect, it } from "vitest";
import { amountFaults, unverifiedAmounts, verifiedMoney } from "../../src/shelf/amounts.ts";
import type { AnyRecord, PledgeRecord } from "../../src/shelf/records.ts";
import { shelf } from "../desks.ts";

const ALIBABA = shelf.records.get("pledges/alibaba-common-prosperity") as PledgeRecord;

type Given = { stated: string; value?: number; currency?: string; unit?: string; qualifier?: string };

const recordWith = (amount: Given): AnyRecord => {
  const [account] = ALIBABA.accounts;
  return { ...ALIBABA, accounts: [{ ...account!, amount: { status: "stated", ...amount } }] };
};
const given = (stated: string, value?: number, currency?: string, more: Partial<Given> = {}): Given => ({
  ...{ stated, ...more },
  ...(value === undefined ? {} : { value }),
  ...(currency === undefined ? {} : { currency }),
});

it.each([
  given("$15.5 billion", 15.5e9, "USD"),
  given("$15.5 billion", 15.5e9, "HKD"),
  given("HK$15.5 billion", 15.5e9, "HKD"),
  given("¥500 million", 500e6, "JPY"),
  given("¥500 million", 500e6, "CNY"),
  given("£3m", 3e6, "GBP"),
  given("£3m", 3e6, "EGP"),
  given("kr 2 billion", 2e9, "SEK"),
  given("2 billion kr", 2e9, "DKK"),
  given("Rs 900 crore", 9e9, "INR"),
  given("Rs 900 crore", 9e9, "PKR"),
  given("150亿元", 15e9, "CNY"),
  given("150亿元", 15e9, "TWD"),
  given("150亿美元", 15e9, "USD"),
  given("3億円", 300e6, "JPY"),
  given("500万円", 5e6, "JPY"),
  given("more than $46 million", 46e6, "USD", { qualifier: "more than" }),
  given("a total of $154 million", 154e6, "USD", { qualifier: "a total of" }),
])("$stated, $value $currency, is verified", (amount) => {
  expect(amountFaults(recordWith(amount), () => "en")).toEqual([]);
  expect(unverifiedAmounts(recordWith(amount))).toEqual([]);
  expect(verifiedMoney({ status: "stated", ...amount })).toEqual({
    value: amount.value,
    currency: amount.currency,
  });
});

it.each([
  given("1,5 Milliarden Euro", 1.5e9, "EUR"),
  given("150.000 Euro", 150e3, "EUR"),
  given("150.000 euros", 150e3, "EUR"),
  given("62.4 million shares", 62.4e6, undefined, { unit: "shares" }),
  given("$15 Milliarden", 15e9, "USD"),
  given("five million dollars", 5e6, "USD"),
  given("一千亿元", 100e9, "CNY"),
  given("$15 thousand million", 15e9, "USD"),
  given("$1 million and $2 million", 3e6, "USD"),
  given("between $1 and $2 million", 2e6, "USD"),
])("$stated is not verified, and no fault", (amount) => {
  expect(amountFaults(recordWith(amount), () => "en")).toEqual([]);
  expect(unverifiedAmounts(recordWith(amount))).toEqual([
    { pointer: "/accounts/0/amount", stated: amount.stated },
  ]);
  expect(verifiedMoney({ status: "stated", ...amount })).toBeUndefined();
});

it.each([
  ["fr", given("deux cent mille euros", 200e3, "EUR")],
  ["fr", given("1 billion d’euros", 1e12, "EUR")],
  ["de", given("1 Billion Euro", 1e12, "EUR")],
  ["he", given("שני מיליון שקל", 2e6, "ILS")],
  ["ar", given("٢٥ مليون درهم", 25e6, "AED")],
])("in a source in %s, whose words for numbers are not read, $stated is no fault", (language, amount) => {
  expect(amountFaults(recordWith(amount), () => language)).toEqual([]);
});

it.each([
  [
    given("$15.5 billion", 155e9, "USD"),
    "value",
    "is not the number in “$15.5 billion”, which is 15500000000",
  ],
  [given("$15.5 billion", 15.5e6, "USD"), "value", /which is 15500000000/],
  [given("15.5 billion yen", 155e9, "JPY"), "value", /which is 15500000000/],
  [given("$15.5 billion", 15.5e9, "EUR"), "currency", /^is not that of “\$15\.5 billion”, which is USD or /],
  [given("HK$15.5 billion", 15.5e9, "USD"), "currency", /which is HKD$/],
  [given("¥500 million", 500e6, "USD"), "currency", /which is CNY or JPY$/],
  [given("an undisclosed sum", 5e6, "USD"), "value", "“an undisclosed sum” states no number"],
  [
    given("$46 million", 46e6, "USD", { qualifier: "more than" }),
    "qualifier",
    "“more than” is not in “$46 million”",
  ],
  [given("more than $46 million", 46e6, "USD"), "qualifier", /^is not the one that is stated: “more than”/],
])("%o is a fault of its %s", (amount, field, message) => {
  const [fault, ...others] = amountFaults(recordWith(amount), () => "en");
  expect(others).toEqual([]);
  expect(fault?.pointer).toBe(`/accounts/0/amount/${field}`);
  expect(fault?.message).toMatch(message);
});

it("verifies every amount of the project's own shelf", () => {
  for (const record of shelf.records.values()) expect(unverifiedAmounts(record)).toEqual([]);
});
