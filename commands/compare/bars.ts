/** Turns the stated sums of a comparison into a bar chart; rows without a sum are listed beside it. */

import type { BarPicture, PictureBar } from "../../src/desk/picture.ts";
import type { Messages } from "../../src/language/messages.ts";
import type { ComparisonRow } from "./rows.ts";

/** A stated sum as a bar, with its currency. */
interface Sum extends PictureBar {
  readonly currency: string;
}

/**
 * Returns the sums of a row, one for each distinct amount, and a text for each account without a sum. Sources are
 * named when their accounts differ.
 */
function sumsOf(
  { pledge, names, sources, absent }: ComparisonRow,
  messages: Messages,
): { sums: Sum[]; left: string[] } {
  const say = messages.pledge;
  const whose = messages.list(names);
  if (!pledge) return { sums: [], left: absent === undefined ? [] : [messages.labelled(whose) + absent] };
  const split = new Set(
    pledge.accounts.map(({ amount: it }) =>
      it.status === "stated" ? `${it.value} ${it.currency}` : it.status,
    ),
  );
  const sums = new Map<string, Sum>();
  const left: string[] = [];
  for (const [index, { amount }] of pledge.accounts.entries()) {
    const { number, publisher } = sources[index]!;
    const by = (name: string) => (split.size > 1 ? name + messages.source.aside(publisher) : name);
    if (amount.status !== "stated") {
      const why = amount.status === "undisclosed" ? messages.compare.undisclosed : say.unstated;
      left.push(messages.labelled(by(whose)) + say.said(why, number));
      continue;
    }
    const { value, currency } = amount;
    const stated = say.said(messages.quoted(amount.stated), number);
    const key = `${value} ${currency}`;
    const same = sums.get(key);
    // A joint bar has several names: the source goes after the last.
    const called = [...names.slice(0, -1), by(names.at(-1) ?? "")];
    sums.set(
      key,
      same
        ? { ...same, stated: same.stated + messages.between + stated }
        : { names: called, value, currency, stated },
    );
  }
  return { sums: [...sums.values()], left };
}

/** Builds the chart in the currency that most sums are in. Returns undefined when fewer than two sums share it. */
export function comparisonBars(
  title: string,
  lines: readonly ComparisonRow[],
  messages: Messages,
): BarPicture | undefined {
  const say = messages.compare;
  const each = lines.map((line) => sumsOf(line, messages));
  const sums = each.flatMap((line) => line.sums);
  const count = (code: string) => sums.filter(({ currency }) => currency === code).length;
  const [currency] = [...new Set(sums.map((sum) => sum.currency))].sort((a, b) => count(b) - count(a));
  if (currency === undefined || count(currency) < 2) return undefined;
  const labelled = ({ names, stated }: PictureBar) => messages.labelled(messages.list(names)) + stated;
  const bars = sums
    .filter((sum) => sum.currency === currency)
    .map(({ names, value, stated }): PictureBar => ({ names, value, stated }));
  const left = [
    ...sums
      .filter((sum) => sum.currency !== currency)
      .map((sum) => say.otherUnit(labelled(sum), say.unit(sum.currency))),
    ...each.flatMap((line) => line.left),
  ];
  const unit = say.unit(currency);
  const named = (bar: PictureBar) =>
    bar.names.length > 1
      ? messages.labelled(say.together(messages.list(bar.names))) + bar.stated
      : labelled(bar);
  return { type: "bars", title, unit, bars, left, alt: say.alt(unit, bars.map(named), left) };
}
