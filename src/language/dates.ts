/** Dates as far as they are known, as people write them in English and in Chinese, and how two of them lie to each other. */

/**
 * A date as far as it is known: `2021-08-17`, `2021-08`, `2021`, `1990s`; without its year, `--08-17` or `--08`.
 */
export type PartialDate = string;

/** From one date to another, or one alone. */
export interface DateRange {
  readonly date: PartialDate;
  readonly to?: PartialDate | undefined;
}

/** Dates in a text, with where they stand. */
export interface WrittenDate extends DateRange {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first and the last day of a stretch of time, as ISO days, which sort as strings. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const MONTH =
  "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const DAY = "(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
const YEAR = "((?:1[89]|20)\\d\\d)";
const TO = "\\s*(?:-|–|—|to|through|until)\\s*";

const two = (number: string): string => number.padStart(2, "0");
const monthOf = (name: string): string => two(String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1));

/** A date from its parts; without a year where none was written. */
function dateOf(year: string | undefined, month?: string, day?: string): PartialDate {
  const rest = [month, day].filter((part) => part !== undefined).map(two);
  return [year ?? "-", ...rest].join("-");
}

/** How people write dates: the fuller form stands before the shorter, and the first that fits is taken. */
const FORMS: readonly (readonly [RegExp, (...parts: (string | undefined)[]) => DateRange])[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\d$.,-])${YEAR}([-/])(0?[1-9]|1[0-2])(?:\\2(3[01]|[12]\\d|0?[1-9]))?(?![\\d/-])`,
      "u",
    ),
    (year, _, month, day) => ({ date: dateOf(year, month, day) }),
  ],
  [/(?:20世纪|20世紀|上世纪|上世紀)([1-9]0)年代/, (decade) => ({ date: `19${decade}s` })],
  [/((?:19|20)\d0)(?:年代|['’]?s(?![\p{L}\p{N}]))/u, (decade) => ({ date: `${decade}s` })],
  [
    new RegExp(
      `${YEAR}年(?:(1[0-2]|0?[1-9])月(?:(3[01]|[12]\\d|0?[1-9])[日号號]?(?:(?:至|到|-|–|—)(?:(1[0-2]|0?[1-9])月)?(3[01]|[12]\\d|0?[1-9])[日号號])?)?)?`,
    ),
    (year, month, day, month2, day2) => ({
      date: dateOf(year, month, day),
      ...(day2 === undefined ? {} : { to: dateOf(year, month2 ?? month, day2) }),
    }),
  ],
  [
    /(?<![\d年])(1[0-2]|0?[1-9])月(?:(3[01]|[12]\d|0?[1-9])[日号號]?(?:(?:至|到|-|–|—)(?:(1[0-2]|0?[1-9])月)?(3[01]|[12]\d|0?[1-9])[日号號])?)?/,
    (month, day, month2, day2) => ({
      date: dateOf(undefined, month, day),
      ...(day2 === undefined ? {} : { to: dateOf(undefined, month2 ?? month, day2) }),
    }),
  ],
  [
    new RegExp(`\\b${MONTH}\\s+${DAY}${TO}(?:${MONTH}\\s+)?${DAY}(?:,?\\s+${YEAR})?\\b`, "i"),
    (month = "", day, month2, day2, year) => ({
      date: dateOf(year, monthOf(month), day),
      to: dateOf(year, monthOf(month2 ?? month), day2),
    }),
  ],
  [
    new RegExp(
      `\\b${DAY}(?:\\s+(?:of\\s+)?${MONTH})?${TO}${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?`,
      "i",
    ),
    (day, month, day2, month2 = "", year) => ({
      date: dateOf(year, monthOf(month ?? month2), day),
      to: dateOf(year, monthOf(month2), day2),
    }),
  ],
  [
    new RegExp(`\\b${MONTH}\\s+${DAY}(?![\\d:])(?:,?\\s+${YEAR})?`, "i"),
    (month = "", day, year) => ({ date: dateOf(year, monthOf(month), day) }),
  ],
  [
    new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH}(?![a-z])(?:,?\\s+${YEAR})?`, "i"),
    (day, month = "", year) => ({ date: dateOf(year, monthOf(month), day) }),
  ],
  [
    new RegExp(`\\b${MONTH}(?:\\s+of)?,?\\s+${YEAR}(?!\\d)`, "i"),
    (month = "", year) => ({ date: dateOf(year, monthOf(month)) }),
  ],
  [
    // A month alone: in full, with a capital, and “May” and “March” only where a word before tells them from verbs.
    /\b(January|February|April|June|July|August|September|October|November|December|(?<=\b(?:in|since|last|this|by|of|until|during|before|after|early|late|mid)[\s-])(?:May|March))(?![\p{L}])/iu,
    (month = "") => ({ date: dateOf(undefined, monthOf(month)) }),
  ],
  [
    /(?<![\d.,$€£¥-])((?:1[89]|20)\d\d)(?![\d%]|[.,]\d|[-–]\d|\s*(?:million|billion|trillion|thousand|yuan|dollars|people|companies|万|亿|萬|億|元|人|家|名))/i,
    (year) => ({ date: dateOf(year) }),
  ],
];

const ALL = FORMS.map(
  ([form, read]) => [new RegExp(form.source, `${form.flags.replace("g", "")}g`), read] as const,
);

const exists = (date: PartialDate): boolean => {
  const [, , month, day] = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  return day === undefined || Number(day) <= daysIn(2024, Number(month));
};

/** The dates in a text, in their order. What only may be a date is none. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const [form, read] of ALL)
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ ...read(...match.slice(1)), text: match[0], start, end });
    }
  // A day that no month has is no date, and its month is none either.
  return found
    .filter(({ date, to }) => exists(date) && (to === undefined || exists(to)))
    .sort((a, b) => a.start - b.start);
}

/** The date that a text is, if it is one and nothing else: `August 2021`, `2021年8月`, `1990s`. */
export function parseDate(text: string): DateRange | undefined {
  const typed = text.trim();
  const [first, ...others] = findDates(typed);
  if (!first || others.length > 0 || first.text !== typed) return undefined;
  return first.to === undefined ? { date: first.date } : { date: first.date, to: first.to };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a date was written without its year. */
export const isYearless = (date: PartialDate): boolean => date.startsWith("-");

/** The days that dates take up; nothing for one without its year. */
export function toDayRange({ date, to }: DateRange): DayRange | undefined {
  if (isYearless(date) || (to !== undefined && isYearless(to))) return undefined;
  const first = edge(date, "first");
  const last = edge(to ?? date, "last");
  return first <= last ? { first, last } : undefined;
}

function edge(date: PartialDate, side: keyof DayRange): string {
  if (date.endsWith("s"))
    return side === "first" ? `${date.slice(0, 4)}-01-01` : `${date.slice(0, 3)}9-12-31`;
  const [year = "", month, day] = date.split("-");
  if (side === "first") return [year, month ?? "01", day ?? "01"].join("-");
  const till = month ?? "12";
  return [year, till, day ?? two(String(daysIn(Number(year), Number(till))))].join("-");
}

/**
 * How dates lie to others: `same` days; `inside` them; `around` them, and so less exact; `across` one of
 * their ends; `apart`.
 */
export type RangeRelation = "same" | "inside" | "around" | "across" | "apart";

/** How `dates` lie to `others`. Those without a year are taken in the year of the others. */
export function relateRanges(dates: DateRange, others: DateRange): RangeRelation | undefined {
  const theirs = toDayRange(others);
  const [year = "", until = year] = theirs ? [theirs.first.slice(0, 4), theirs.last.slice(0, 4)] : [];
  const dated = (date: PartialDate, in_: string) => (isYearless(date) ? in_ + date.slice(1) : date);
  const ours = toDayRange({
    date: dated(dates.date, year),
    ...(dates.to === undefined ? {} : { to: dated(dates.to, until) }),
  });
  if (!ours || !theirs) return undefined;
  if (ours.first === theirs.first && ours.last === theirs.last) return "same";
  if (ours.last < theirs.first || theirs.last < ours.first) return "apart";
  if (ours.first >= theirs.first && ours.last <= theirs.last) return "inside";
  return ours.first <= theirs.first && ours.last >= theirs.last ? "around" : "across";
}
