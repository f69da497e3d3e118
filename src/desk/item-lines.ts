/** Says what an item of an answer shows, in one line. */
import type { Messages } from "../language/messages.ts";
import { withoutIsolates } from "../support/isolation.ts";
import { type AnswerItem, blockPassages, type LineBlock, type LinePart } from "./answer.ts";
import { namedLine } from "./answer-parts.ts";

/** The longest words of a source that a line shows, in UTF-16 units: a line leaves nothing out of them. */
const SHOWN = 100;

/** Tells whether a credit is only what is said of a speaker, in brackets. */
export const isAside = (credit: string): boolean => /^[(（]/.test(credit);

/** Sets what stands in brackets behind a text; full-width brackets bring their own space. */
const spacedAside = (credit: string): string => (credit.startsWith("\uff08") ? credit : ` ${credit}`);

/** Returns what a credit says beyond a name that is known: nothing, what stands in brackets after it, or all. */
export function unnamedCredit(speaker: string, known: string): string | undefined {
  const [bare, name] = [withoutIsolates(speaker), withoutIsolates(known)];
  if (bare === name) return undefined;
  const rest = bare.slice(name.length).trimStart();
  return name !== "" && bare.startsWith(name) && isAside(rest) ? rest : speaker;
}

/**
 * Returns an item as one line: its name with what is stated, or its words with their speaker; undefined where no line
 * holds them.
 * @param known the speaker whom the answer names anyway
 */
export function itemLine(item: AnswerItem, known: string, messages: Messages): LineBlock | undefined {
  const heading = item.find((block) => block.type === "heading");
  const details = item.find((block) => block.type === "details");
  const spoken = item.find((block) => block.type === "quote" || block.type === "report");
  const [row] = details?.rows.filter(({ stated }) => stated) ?? [];
  const passages = item.flatMap(blockPassages);
  if (heading && !heading.group)
    return row
      ? namedLine(
          heading.text,
          [{ text: messages.quoted(row.value), passages: passages.slice(0, 1) }],
          messages,
        )
      : { type: "line", parts: [{ text: heading.text, passages: passages.slice(0, 1) }] };
  if (!spoken) return undefined;
  const isQuote = spoken.type === "quote" && spoken.speaker !== undefined;
  const words =
    spoken.type === "quote" && spoken.fragment !== undefined ? spoken.fragment : spoken.passages[0]?.text;
  if (words === undefined || words.length > SHOWN) return undefined;
  const left = spoken.speaker === undefined ? undefined : unnamedCredit(spoken.speaker, known);
  const credit = left === undefined ? "" : isAside(left) ? spacedAside(left) : ` — ${left}`;
  const shown = (isQuote ? messages.quoted(words) : words) + credit;
  const own: LinePart = { text: shown, passages: spoken.passages.slice(0, 1) };
  return heading?.group ? namedLine(heading.text, [own], messages) : { type: "line", parts: [own] };
}
