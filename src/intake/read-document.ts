/** Reads one document, whatever its kind, in the thread that calls it. */
import type { DocumentFacts, RawDocument, ReadDocument } from "./document.ts";
import { pickKind } from "./kinds.ts";
import { decideLanguage } from "./text-language.ts";

/** How many of a document's first bytes its kind is told by. */
const START_BYTES = 4_096;

/** Adds to a document the beginning by which its kind is told. */
const withStart = (raw: Omit<RawDocument, "start">): RawDocument => ({
  ...raw,
  start: Buffer.from(raw.bytes.subarray(0, START_BYTES)).toString("latin1"),
});

/** Returns the facts of a document with its language, which its text tells where nothing else does. */
function completeFacts({ facts, text }: Pick<ReadDocument, "facts" | "text">): DocumentFacts {
  const { language: said, ...others } = facts;
  const language = decideLanguage(said, text);
  return language === undefined ? others : { ...others, language };
}

/** @throws {Refusal} when it cannot be read, or is of no kind that can */
export async function readDocument(raw: Omit<RawDocument, "start">): Promise<ReadDocument> {
  const whole = withStart(raw);
  const document = await pickKind(whole).read(whole);
  return { ...document, facts: completeFacts(document) };
}
