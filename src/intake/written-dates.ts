/** Reads days of publication: as metadata write them, and as texts do. */
import { findDates } from "../language/dates.ts";
import type { CslDate } from "../shelf/csl-dates.ts";

/** Returns a year, a month or a day as CSL-JSON has it, or undefined when there is none such. */
function cslDate(year: number, month?: number, day?: number): CslDate | undefined {
  if (!(year >= 1000 && year <= 9999)) return undefined;
  if (month === undefined) return { "date-parts": [[year]] };
  if (!(month >= 1 && month <= 12)) return undefined;
  if (day === undefined) return { "date-parts": [[year, month]] };
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  return { "date-parts": [[year, month, day]] };
}

const ISO = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/;

/** Returns the date of a value such as “2021-11-23T08:00+08:00”, in the time zone in which it is written. */
export function parseMetadataDate(value: string): CslDate | undefined {
  const parts = COMPACT.exec(value) ?? ISO.exec(value);
  if (!parts) return dateInText(value);
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  // A year may begin a date in words, as in Chinese.
  return (month === undefined ? dateInText(value) : undefined) ?? cslDate(year!, month, day);
}

/** Returns the first whole date that a text names, with day, month and year. */
export function dateInText(text: string): CslDate | undefined {
  for (const { date } of findDates(text)) {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
    if (day !== undefined) return cslDate(Number(year), Number(month), Number(day));
  }
  return undefined;
}
