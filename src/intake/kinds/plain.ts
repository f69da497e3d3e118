/** Reads plain text, which stays as it is. */

import { introducesAuthors } from "../../language/byline-grammar.ts";
import { cardNotes } from "../../language/en/card-notes.ts";
import { parseByline } from "../author-names.ts";
import { decodeBytes } from "../decode-bytes.ts";
import type { DocumentFacts, DocumentKind } from "../document.ts";
import { dateInText } from "../written-dates.ts";

const { firstLine, above } = cardNotes.places;

/** The widest that a title is, and a line with authors or a day; and the most lines above a text that say what it is. */
const WIDEST = { title: 160, line: 100 };
const HEAD_LINES = 8;

/** Returns how much a line says: a Han character says as much as three letters. */
const widthOf = (line: string): number => line.length + 2 * (line.match(/\p{Script=Han}/gu) ?? []).length;

/** Reads the lines above a text: the first is its title, and the next may name authors and day. */
export function factsInHead(text: string): DocumentFacts {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, HEAD_LINES);
  const end = lines.findIndex((line) => widthOf(line) > WIDEST.title);
  const [title, ...rest] = end < 0 ? lines : lines.slice(0, end);
  const short = rest.filter((line) => widthOf(line) <= WIDEST.line);
  const byline = short.find(introducesAuthors);
  const [day] = short.flatMap((line) => dateInText(line) ?? []);
  const authors = byline === undefined ? [] : parseByline(byline);
  return {
    ...(title === undefined ? {} : { title: { value: title, at: firstLine, isGuess: true } }),
    ...(authors.length > 0 ? { authors: { value: authors, at: above, isGuess: true } } : {}),
    ...(day === undefined ? {} : { issued: { value: day, at: above, isGuess: true } }),
  };
}

export const plainKind: DocumentKind = {
  name: "text",
  contentTypes: ["text/plain"],
  reads: () => true,
  read({ bytes, charset }) {
    const { text, note } = decodeBytes(bytes, { charset });
    return {
      kind: "text",
      text: text.replace(/\s+$/, "\n"),
      facts: factsInHead(text),
      notes: note === undefined ? [] : [note],
      leftOut: [],
    };
  },
};
