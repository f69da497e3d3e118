/** English messages of the short form of answers: its first lines, cautions and controls. */
import { countNoun, englishList, englishShortDate } from "./typography.ts";

/** What a part of a sentence was compared for. */
export type ComparedAspect =
  | "amount"
  | "currency"
  | "name"
  | "period"
  | "date"
  | "number"
  | "role"
  | "speaker"
  | "source"
  | "wording"
  | "statement";

/** The parts of a sentence with one verdict, in how many of all sources they were found. */
export interface ComparedParts {
  readonly kind: "supported" | "differs" | "not-as-stated";
  readonly aspects: readonly ComparedAspect[];
  readonly found: number;
  readonly sources: number;
}

function partsText({ kind, aspects, found, sources }: ComparedParts): string {
  const what = englishList(aspects);
  if (kind === "supported")
    return `${what} supported by ${found < sources ? `${found} of ${countNoun(sources, "source")}` : countNoun(sources, "source")}`;
  if (kind === "not-as-stated" && what === "source") return "not found in the source that you name";
  if (kind === "not-as-stated") return `${what} not found as stated`;
  const all =
    found > 1 && found === sources ? ` from ${sources === 2 ? "both" : `all ${sources}`} sources` : "";
  return `${what} ${aspects.length > 1 ? "differ" : "differs"}${all}`;
}

export const englishBrief = {
  /** Buttons that show, for whoever presses, what the short form leaves out. */
  whole: "Whole passages",
  wholeTable: "Whole table",
  notes: (count: number) => `Notes (${count})`,
  notesTitle: (subject: string) => `Notes on ${subject}`,
  /** The summary of the option `detail`. */
  detail: "How much of the answer: full or notes",
  unreviewed: "unreviewed",
  reviewed: (count: number, of: number) => `${count} of ${of} reviewed`,
  shortDate: englishShortDate,
  withdrawn: (credit: string) => `Withdrawn or corrected by its publisher: ${credit}`,
  republishedBy: (publisher: string) => `republished by ${publisher}`,
  /** Joins the sources of a line, and the lines of several items. */
  between: " · ",
  inferredDate: (stated: string, date: string) => `${stated}: ${date}, year inferred.`,
  reported: "Reported, not quoted",
  differ: "the sources differ",
  or: "or",
  notDisclosed: "not disclosed yet",
  noSum: "no sum stated",
  jointly: (donors: string) => `by ${donors} together`,
  by: (donors: string) => `by ${donors}`,
  sums: (count: number) => `${countNoun(count, "sum")}, not to be added`,
  pledges: (count: number) => countNoun(count, "pledge"),
  noPledge: (sources: number) => `no pledge in the ${countNoun(sources, "source")} here`,
  /** Follows it: up to when, and that passages follow. */
  namedHere: (upTo: string | null) =>
    `${upTo === null ? "" : `(latest known: ${englishShortDate(upTo)}). `}They name it here:`,
  words: (whole: number, partial: number, reported: number) =>
    englishList(
      [
        whole > 0 ? countNoun(whole, "quotation") : "",
        partial > 0 ? `${partial} partial` : "",
        reported > 0 ? `${reported} reported${whole + partial > 0 ? "" : ", none quoted"}` : "",
      ].filter((part) => part !== ""),
    ),
  wordsAbout: (words: string, topic: string) => `${words} about “${topic}”`,
  used: (count: number) => `not defined in the sources; used ${count === 1 ? "once" : `${count} times`}`,
  partOf: (whole: string) => `part of “${whole}”`,
  dated: (entries: number) => `${entries} dated ${entries === 1 ? "entry" : "entries"}`,
  passages: (count: number) => countNoun(count, "result"),
  verdicts: {
    supported: "Supported",
    differs: "Differs",
    "not-as-stated": "Not found as stated",
    none: "No verdict",
  },
  /** Says which parts of a sentence have which verdict. */
  parts: (parts: readonly ComparedParts[]) => {
    const line = parts.map(partsText).join(", ");
    return line.charAt(0).toUpperCase() + line.slice(1);
  },
  sentences: (count: number, all: number) => `${count} of ${all} sentences`,
};

/** The messages of short answers, in one language. */
export type BriefMessages = typeof englishBrief;
