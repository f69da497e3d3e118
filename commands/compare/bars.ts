/** Turns the stated sums of a comparison into a bar chart; rows without a sum are listed beside it. */

import type { BarPicture, PictureBar } from "../../src/desk/picture.ts";
import type { Messages } from "../../src/language/messages.ts";
import { amountKey, measureOf } from "../../src/shelf/pledge-parts.ts";
import type { ComparisonRow } from "./rows.ts";

/** A stated sum as a bar, with the name of its currency or unit. */
interface Sum extends PictureBar {
  readonly unit: string;
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
  const split = new Set(pledge.accounts.map(({ amount }) => amountKey(amount)));
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
    const stated = say.said(messages.quoted(amount.stated), number);
    const measure = measureOf(amount);
    if (!measure) {
      left.push(messages.labelled(by(whose)) + stated);
      continue;
    }
    const { value, currency } = measure;
    const unit = currency === undefined ? (measure.unit ?? "") : messages.compare.unit(currency);
    const key = amountKey(amount);
    const same = sums.get(key);
    // A joint bar has several names: the source goes after the last.
    const called = [...names.slice(0, -1), by(names.at(-1) ?? "")];
    sums.set(
      key,
      same
        ? { ...same, stated: same.stated + messages.between + stated }
        : { names: called, value, unit, stated },
    );
  }
  return { sums: [...sums.values()], left };
}

/** Builds the chart in the currency or unit that most sums are in. Returns undefined when fewer than two sums share it. */
export function comparisonBars(
  title: string,
  lines: readonly ComparisonRow[],
  messages: Messages,
): BarPicture | undefined {
  const say = messages.compare;
  const each = lines.map((line) => sumsOf(line, messages));
  const sums = each.flatMap((line) => line.sums);
  const count = (name: string) => sums.filter((sum) => sum.unit === name).length;
  const [unit] = [...new Set(sums.map((sum) => sum.unit))].sort((a, b) => count(b) - count(a));
  if (unit === undefined || count(unit) < 2) return undefined;
  const labelled = ({ names, stated }: PictureBar) => messages.labelled(messages.list(names)) + stated;
  const bars = sums
    .filter((sum) => sum.unit === unit)
    .map(({ names, value, stated }): PictureBar => ({ names, value, stated }));
  const left = [
    ...sums.filter((sum) => sum.unit !== unit).map((sum) => say.otherUnit(labelled(sum), sum.unit)),
    ...each.flatMap((line) => line.left),
  ];
  const named = (bar: PictureBar) =>
    bar.names.length > 1
      ? messages.labelled(say.together(messages.list(bar.names))) + bar.stated
      : labelled(bar);
  return { type: "bars", title, unit, bars, left, alt: say.alt(unit, bars.map(named), left) };
}
