/** Parses dates as reference managers write them, and formats them. */
import { z } from "zod";

/** A text of digits as its number; anything else as it is. */
const numeral = (value: unknown): unknown =>
  typeof value === "string" && /^\s*\d{1,4}\s*$/.test(value) ? Number(value) : value;

const counted = (from: number, to: number, what: string) => {
  const error = `expected ${what} from ${from} to ${to}`;
  return z.preprocess(numeral, z.int({ error }).min(from, { error }).max(to, { error }));
};

/** Year, optionally with month and day. */
const DateParts = z
  .tuple(
    [
      counted(1000, 9999, "a year"),
      counted(1, 12, "a month").optional(),
      counted(1, 31, "a day of the month").optional(),
    ],
    { error: "expected a list of the year, then the month and the day where they are known" },
  )
  .refine(([year, month = 1, day = 1]) => new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day, {
    error: "is no day of that month",
  });

const ISO = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ][\d:.,Z+-]{0,30})?)?)?\s*$/;

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Removes from the end of each date what is not known: some programs write an empty text or null for it. */
const withoutBlanks = (parts: unknown): unknown =>
  Array.isArray(parts)
    ? parts.map((date: unknown) =>
        Array.isArray(date) ? date.slice(0, date.findLastIndex((part) => !isBlank(part)) + 1) : date,
      )
    : parts;

const CIRCA: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...[true, "true", 1, "1"].map((value) => [value, true] as const),
  ...[false, "false", 0, "0", "", null].map((value) => [value, false] as const),
]);

/** Reads a date that is one text in ISO form as parts, and `circa` in any of the forms that CSL-JSON allows. */
function normalized(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { circa, ...date } = value as Record<string, unknown>;
  const marks = (CIRCA.get(circa) ?? !isBlank(circa)) ? { circa: CIRCA.get(circa) ?? circa } : {};
  if (!isBlank(date["date-parts"]))
    return { ...date, "date-parts": withoutBlanks(date["date-parts"]), ...marks };
  const { raw, literal, "date-parts": _, ...rest } = date;
  const iso = ISO.exec(String(raw ?? literal));
  const parts = iso?.slice(1).filter((part) => part !== undefined);
  return parts ? { ...rest, "date-parts": [parts], ...marks } : { ...date, ...marks };
}

interface DateInput {
  readonly raw?: unknown;
  readonly literal?: unknown;
}

function undated({ input, code }: { readonly input?: unknown; readonly code?: string }): string {
  const form =
    "a year, or a year and a month, or a day: [[2021, 8, 5]] in date-parts, or 2021-08-05 in raw or literal";
  if (code === "too_big") return `expected one date and not a period: ${form}`;
  const { raw, literal } = (input ?? {}) as DateInput;
  const text = raw ?? literal;
  return typeof text === "string" ? `“${text.slice(0, 80)}” is not ${form}` : `expected ${form}`;
}

/** The members of a date that are used; what else it has is kept. */
const DATE_MEMBERS = {
  "date-parts": z.tuple([DateParts], { error: undated }),
  circa: z.literal(true, { error: "expected true, for a date that the source does not state" }).optional(),
};

/** A day, a month or a year. `circa` marks a date that the source does not state. */
export type CslDate = z.output<z.ZodObject<typeof DATE_MEMBERS>>;

/** Parses a date in any of the forms in which CSL-JSON has one. */
export const CslDateSchema: z.ZodType<CslDate> = z.preprocess((value, context) => {
  const date = normalized(value);
  if (typeof date === "object" && date !== null && !Array.isArray(date) && "date-parts" in date) return date;
  context.issues.push({ code: "custom", input: value, message: undated({ input: value }) });
  return z.NEVER;
}, z.looseObject(DATE_MEMBERS));

/** Formats a date as precisely as it is known, such as “2021-11-23” or “2021”. */
export const formatIsoDate = ({ "date-parts": [parts] }: CslDate, between = "-"): string =>
  parts.map((part) => String(part).padStart(2, "0")).join(between);
