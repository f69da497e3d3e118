/** Lists the kinds of documents that become sources, and picks the one that reads given bytes. */
import type { DocumentKind, RawDocument } from "./document.ts";
import { mailKind } from "./kinds/mail.ts";
import { markdownKind } from "./kinds/markdown.ts";
import { pageKind } from "./kinds/page.ts";
import { pdfKind } from "./kinds/pdf.ts";
import { plainKind } from "./kinds/plain.ts";
import { wordKind } from "./kinds/word.ts";
import { refusal } from "./refusal.ts";
import { unreadableName } from "./signatures.ts";

/** The kinds in the order in which they are asked; plain text takes what no other does. */
const DOCUMENT_KINDS: readonly DocumentKind[] = [
  pdfKind,
  wordKind,
  mailKind,
  markdownKind,
  pageKind,
  plainKind,
];

/**
 * Returns the kind that reads a document, by its first bytes.
 * @throws {Refusal} when no kind does, naming what it is
 */
export function pickKind(raw: RawDocument): DocumentKind {
  if (raw.bytes.length === 0) throw refusal("kinds", "empty");
  const kind = DOCUMENT_KINDS.find(({ reads }) => reads(raw));
  const unreadable = kind?.isBinary ? undefined : unreadableName(raw);
  if (!kind || unreadable !== undefined)
    throw refusal("kinds", "unreadable", ...(unreadable ?? (["binary", ""] as const)));
  return kind;
}
