/** Writes what came of adding, for the person at the terminal. Words of documents are shown harmless. */
import type { IntakeMessages } from "../language/en/intake.ts";
import { formatIsoDate } from "../shelf/csl-dates.ts";
import { columnWidth } from "../support/columns.ts";
import { cutText } from "../support/cut-text.ts";
import { printableText } from "../support/printable.ts";
import type { InputOutcome } from "./add-all.ts";
import { authorNames } from "./card.ts";
import type { CarriedPassages } from "./carried-passages.ts";
import { type RefusalReason, refusalText } from "./refusal.ts";

/** How much is shown of the first and last words, and of what was left out. */
const SHOWN = { words: 70, blocks: 4, block: 40 };

const printable = (text: string): string => printableText(text.replace(/\s+/g, " ").trim());

/** Shortens a text at a space where it has one. */
function shorten(text: string, most: number): string {
  const line = printable(text);
  if (line.length <= most) return line;
  const start = cutText(line, most);
  const space = start.lastIndexOf(" ");
  return `${space > most / 2 ? start.slice(0, space) : start} \u2026`;
}

/** Returns the end of a text, cut at a space where it has one. */
function endOf(text: string): string {
  const line = printable(text);
  if (line.length <= SHOWN.words) return line;
  const end = line.slice(-SHOWN.words);
  const space = end.indexOf(" ");
  return `\u2026 ${space >= 0 && space < SHOWN.words / 2 ? end.slice(space + 1) : end}`;
}

const padColumns = (text: string, width: number): string => text + " ".repeat(width - columnWidth(text));

/** Says why something was not taken; what went wrong otherwise stays as it was said. */
export const whyRefused = (why: RefusalReason | string, say: IntakeMessages): string =>
  typeof why === "string" ? why : refusalText(why, say);

type Added = Extract<InputOutcome, { result: "added" }>;

/** Returns the rows of a card, each with where its value was found. */
function cardRows({ card }: Added, { outcome: say }: IntakeMessages): (readonly [string, string])[] {
  const { citation, taken, title } = card;
  const { author, issued, language, URL: url } = citation;
  const rows: readonly (readonly [string, string | undefined, string])[] = [
    [say.rows.title, title.text, "title"],
    [say.rows.authors, author && authorNames(author), "author"],
    [say.rows.publisher, citation["container-title"], "container-title"],
    [say.rows.issued, issued && formatIsoDate(issued), "issued"],
    [say.rows.language, language, "language"],
    [say.rows.address, url, "URL"],
  ];
  return rows.map(([name, value, member]) => {
    const place = taken.found[member];
    return [
      name,
      place === undefined || value === undefined ? say.notKnown : say.foundAt(printable(value), place),
    ];
  });
}

function addedText(outcome: Added, messages: IntakeMessages): string {
  const { outcome: say } = messages;
  const { id, card, text, leftOut, open } = outcome;
  const blocks = text.split(/\n+/).filter((block) => block.trim() !== "");
  const rows: (readonly [string, string])[] = [
    [say.rows.begins, shorten(text.slice(0, 500), SHOWN.words)],
    [say.rows.ends, endOf(text.slice(-500))],
    [
      say.rows.leftOut,
      say.leftOut(
        leftOut.length,
        leftOut.slice(0, SHOWN.blocks).map((block) => shorten(block, SHOWN.block)),
      ),
    ],
    ...cardRows(outcome, messages),
  ];
  const width = Math.max(...rows.map(([name]) => columnWidth(name)));
  return [
    say.added(id, card.taken.kind, text.trim().length, blocks.length),
    ...rows.map(([name, value]) => `  ${padColumns(name, width)}  ${value}`),
    ...(card.taken.notes ?? []).map((note) => `  ${printable(note)}`),
    ...(card.taken.earlier === undefined ? [] : [`  ${say.earlier(card.taken.earlier)}`]),
    `  ${say.shownTo(card.visibility === "desk", card.rights.status)}`,
    ...(open.length > 0
      ? [
          `  ${say.open(
            open.map((member) => say.rows[member]),
            id,
          )}`,
        ]
      : []),
    `  ${say.review(id)}`,
    `  ${say.ask(id)}`,
  ].join("\n");
}

/** Returns one line on an input, for a list of many. */
export function outcomeLine(input: string, outcome: InputOutcome, messages: IntakeMessages): string {
  const { outcome: say } = messages;
  const name = printable(input);
  if (outcome.result === "added")
    return say.line.added(
      name,
      outcome.id,
      outcome.text.trim().length,
      outcome.open.length,
      outcome.sameStory,
    );
  if (outcome.result === "known") return say.line.known(name, outcome.id);
  if (outcome.result === "copy") return say.line.copy(name, outcome.id, outcome.share);
  return say.line.refused(name, printable(whyRefused(outcome.why, messages)));
}

/** Returns all that is worth knowing of one input. */
export const outcomeText = (input: string, outcome: InputOutcome, messages: IntakeMessages): string =>
  outcome.result === "added" ? addedText(outcome, messages) : outcomeLine(input, outcome, messages);

/** The most passages that are named. */
const MOST_LOST = 20;

/** Returns which recorded passages of a source its newer version has no more; undefined where none is recorded. */
export function carriedText(
  earlier: string,
  { total, lost }: CarriedPassages,
  { outcome: say }: IntakeMessages,
): string | undefined {
  if (total === 0) return undefined;
  const named = lost
    .slice(0, MOST_LOST)
    .map(({ file, pointer, words }) => `\n  ${file} ${pointer}: \u201c${shorten(words, SHOWN.words)}\u201d`);
  return say.carried(earlier, total, total - lost.length) + named.join("");
}

/** Returns the summary of many inputs. */
export function summaryLine(
  outcomes: readonly InputOutcome[],
  inputs: number,
  { outcome: say }: IntakeMessages,
): string {
  const count = (result: InputOutcome["result"]) => outcomes.filter((one) => one.result === result).length;
  return say.summary({
    added: count("added"),
    known: count("known"),
    copies: count("copy"),
    refused: count("refused"),
    left: inputs - outcomes.length,
  });
}
