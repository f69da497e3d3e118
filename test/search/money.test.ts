/** Tests reading sums of money in many spellings. */
import { expect, it } from "vitest";
import { findMoney } from "../../src/search/money.ts";

it.each([
  ["$15.5 billion", [15.5e9, "USD"]],
  ["$15.5bn", [15.5e9, "USD"]],
  ["US$15.5 billion", [15.5e9, "USD"]],
  ["15,500 million dollars", [15.5e9, "USD"]],
  ["15.5 billion US dollars", [15.5e9, "USD"]],
  ["USD 154 million", [154e6, "USD"]],
  ["a $154-million pledge", [154e6, "USD"]],
  ["$440m", [440e6, "USD"]],
  ["100 billion yuan", [100e9, "CNY"]],
  ["RMB 100 billion", [100e9, "CNY"]],
  ["155亿美元", [15.5e9, "USD"]],
  ["155億美元", [15.5e9, "USD"]],
  ["1000亿元人民币", [100e9, "CNY"]],
  ["承诺1000亿元用于共同富裕", [1000e8, "CNY"]],
  ["5千万港元", [5e7, "HKD"]],
  ["１５５亿美元", [15.5e9, "USD"]],
  ["a 154-million-dollar pledge", [154e6, "USD"]],
  ["$15.5\u202fbillion", [15.5e9, "USD"]],
  ["€2 million", [2e6, "EUR"]],
  ["$120,000", [120_000, "USD"]],
  ["A$15", [15, "AUD"]],
])("%s", (text, [value, currency]) => {
  expect(findMoney(`It gave ${text} then.`)).toMatchObject([{ value, currency }]);
});

it.each([
  "15.5 billion",
  "120,000 displaced",
  "in 2008",
  "Qihoo 360",
  "Q$15",
  "5 Europeans",
  "15 billionaires",
  "60%",
  "3元素",
  "$",
  "$0",
  "dollars",
  "",
])("%s is no sum", (text) => {
  expect(findMoney(text)).toEqual([]);
});

it("gives several in their order, as they were written", () => {
  expect(findMoney("from $440 million to $16 billion").map(({ text }) => text)).toEqual([
    "$440 million",
    "$16 billion",
  ]);
});
