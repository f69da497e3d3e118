/** Reads one document, whatever its kind, in the thread that calls it. */

import { cardNotes } from "../language/en/card-notes.ts";
import type { DocumentFacts, DocumentKind, RawDocument, ReadDocument } from "./document.ts";
import { pickKind } from "./kinds.ts";
import { refusal } from "./refusal.ts";
import { decideLanguage } from "./text-language.ts";

/** The most characters of a text: a thick book has fewer, and texts of a shelf are compared with each other. */
const MOST_CHARACTERS = 2_000_000;

/** How many of a document's first bytes its kind is told by. */
const START_BYTES = 4_096;

/** Adds to a document the beginning by which its kind is told. */
const withStart = (raw: Omit<RawDocument, "start">): RawDocument => ({
  ...raw,
  start: Buffer.from(raw.bytes.subarray(0, START_BYTES)).toString("latin1"),
});

/** Returns the facts with a language, which the text tells where nothing else does, and with some title. */
function completeFacts({ facts, text }: ReadDocument, name: string): DocumentFacts {
  const { language: said, ...others } = facts;
  const language = decideLanguage(said, text);
  const fileName = name.replace(/\.\w{1,9}$/, "").trim() || name;
  const title = facts.title ?? { value: fileName, at: cardNotes.places.fileName, isGuess: true };
  return { ...others, title, ...(language === undefined ? {} : { language }) };
}

/** Media types under which servers send anything. */
const ANY_TYPE = new Set(["application/octet-stream", "binary/octet-stream", "text/plain"]);

/** Returns the note that a document is of another kind than its server said. */
const servedOtherwise = ({ name, contentTypes }: DocumentKind, served: string | undefined): string[] =>
  served === undefined || ANY_TYPE.has(served) || contentTypes.includes(served)
    ? []
    : [cardNotes.card.servedOtherwise(served, name)];

/** @throws {Refusal} when it cannot be read, or is of no kind that can */
export async function readDocument(raw: Omit<RawDocument, "start">): Promise<ReadDocument> {
  const whole = withStart(raw);
  const kind = pickKind(whole);
  const document = await kind.read(whole);
  const length = Math.max(document.text.length, document.whole?.text.length ?? 0);
  if (length > MOST_CHARACTERS) throw refusal("adding", "tooLong", MOST_CHARACTERS);
  const notes = [...document.notes, ...servedOtherwise(kind, raw.contentType)];
  return { ...document, notes, facts: completeFacts(document, raw.name) };
}
