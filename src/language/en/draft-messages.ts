/** English messages of `refdesk draft`. */

import { programCommand } from "../../support/program-command.ts";
import { englishDraftQuestions } from "./draft-questions.ts";

const list = (names: readonly string[]): string => new Intl.ListFormat("en").format(names);
const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

export const englishDraftMessages = {
  questions: englishDraftQuestions,
  headings: {
    gift: "Gifts",
    quotation: "Quotations",
    sum: "Other sums",
    definition: "Definitions",
    event: "Dated sentences",
    person: "People",
    organization: "Organizations",
  },
  nothing: "Nothing was found that could become a record.",
  nobody: "speaker open",
  amount: ({
    text,
    value,
    currency,
    qualifier,
  }: {
    readonly text: string;
    readonly value?: number | undefined;
    readonly currency?: string | undefined;
    readonly qualifier?: string | undefined;
  }): string =>
    [
      qualifier === undefined ? text : `${text} (${qualifier})`,
      ...(value === undefined
        ? []
        : [`= ${NUMBER.format(value)} ${currency ?? "of a currency that is open"}`]),
    ].join(" "),
  donors: (names: readonly string[], joint: boolean): string | undefined =>
    names.length === 0 ? "donor open" : `by ${list(names)}${joint ? " together" : ""}`,
  dated: (date: string, to: string | undefined): string => (to === undefined ? date : `${date} to ${to}`),
  question: (ask: string, candidates: readonly string[]): string =>
    candidates.length === 0
      ? `? ${ask}`
      : `? ${ask} Perhaps ${new Intl.ListFormat("en", { type: "disjunction" }).format(candidates)}.`,
  known: (as: "copy" | "account", ref: string): string =>
    as === "copy" ? `= The same words are on the shelf: ${ref}` : `= The shelf has this gift: ${ref}`,
  difference: (what: "amount" | "speaker", here: string, there: string): string =>
    `≠ ${what === "amount" ? "The sum" : "The speaker"} is “${here}” here, and “${there}” there.`,
  summary: (all: number, open: number): string =>
    `${all} ${all === 1 ? "draft" : "drafts"}, ${open} of them with an open question. A draft is no record: a person confirms each.`,
  noSource: (given: string, ids: readonly string[]): string =>
    `“${given}” is neither a source of the shelf nor a file. ${ids.length === 0 ? "The shelf has no sources." : `Sources are: ${ids.join(", ")}.`}`,
  noText: (path: string): string =>
    `${path} is no plain text in UTF-8. Make a source of it first: ${programCommand("add", [path])}`,
  tooLong: (path: string, megabytes: number): string =>
    `${path} is longer than ${megabytes} MB, which is more than is read at once.`,
  sameDraft: (as: "copy" | "account", ref: string): string =>
    `Is this ${as === "copy" ? "a copy" : "a further account"} of ${ref}?`,
};

/** The messages of `refdesk draft`, in any language. */
export type DraftMessages = typeof englishDraftMessages;
