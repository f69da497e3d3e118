/** Finds the quotations in a message. */
import { outermostQuotations } from "../shelf/quotation-marks.ts";

/** A part of a message, with its offsets. */
export interface MessageSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quotation. `text` and the offsets include the quotation marks, `inner` does not. */
export interface QuotedSpan extends MessageSpan {
  readonly inner: string;
}

/** Returns the outermost quotations in a message, in order, as they are read in a source. */
export const findQuoted = (text: string): QuotedSpan[] =>
  outermostQuotations(text).map(({ start, end }) => ({
    text: text.slice(start - 1, end + 1),
    inner: text.slice(start, end),
    start: start - 1,
    end: end + 1,
  }));

/** Replaces a sentence's quotations with underscores of equal length, so that only its own words remain. */
export const maskQuoted = (sentence: MessageSpan, quoted: readonly QuotedSpan[]): string =>
  quoted.reduce(
    (text, { start, end }) =>
      start >= sentence.start && end <= sentence.end
        ? text.slice(0, start - sentence.start) + "_".repeat(end - start) + text.slice(end - sentence.start)
        : text,
    sentence.text,
  );
