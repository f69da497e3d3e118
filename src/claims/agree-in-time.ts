/** Compares dates, one of which may be less exact than the other. */
import { type DateRange, isYearless, relateRanges } from "../language/dates.ts";
import { defined } from "../support/defined.ts";

/** Tells whether two dates may be the same day, month or year; one may be more exact than the other. */
export function agreeInTime(one: DateRange, other: DateRange): boolean {
  const bare = ({ date, to }: DateRange): DateRange => ({
    date: isYearless(date) ? date : `-${date.slice(4)}`,
    ...defined({ to: to === undefined || isYearless(to) ? to : `-${to.slice(4)}` }),
  });
  const isBare = isYearless(one.date) || isYearless(other.date);
  const [left, right] = isBare ? [bare(one), bare(other)] : [one, other];
  if (left.date === "-" || right.date === "-") return false;
  const inLeapYear = ({ date, to }: DateRange): DateRange =>
    isBare
      ? { date: `2000${date.slice(1)}`, ...defined({ to: to && `2000${to.slice(1)}` }) }
      : { date, ...defined({ to }) };
  const relation = relateRanges(inLeapYear(left), inLeapYear(right));
  return relation === "same" || relation === "inside" || relation === "around";
}
