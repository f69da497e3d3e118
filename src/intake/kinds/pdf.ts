/** Reads PDF: its lines by their places, joined to paragraphs, without running heads and page numbers. */
import { getDocumentProxy } from "unpdf";
import { cardNotes } from "../../language/en/card-notes.ts";
import { parseByline } from "../author-names.ts";
import type { DocumentFacts, DocumentKind } from "../document.ts";
import { type PlacedPiece, pageLines, type TextLine } from "../pdf/page-lines.ts";
import { joinParagraphs } from "../pdf/paragraphs.ts";
import { replaceRadicals } from "../pdf/radicals.ts";
import { findRunningHeads } from "../pdf/running-heads.ts";
import { refusal } from "../refusal.ts";
import { factsInHead } from "./plain.ts";

const say = cardNotes.pdf;

/** Fewer characters a page than this are the marks of a scanner, and no text. */
const LEAST_CHARACTERS = 12;

/** The most words with an open hyphen that are named. */
const MOST_HYPHENS = 20;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a file. @throws {Refusal} when it is locked or damaged */
async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // The parser takes the bytes away from who gives them.
    return await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw isLocked ? refusal("pdf", "locked") : refusal("pdf", "damaged");
  }
}

/** What is read of all pages. */
interface PdfText {
  readonly lines: readonly TextLine[];
  readonly heights: ReadonlyMap<number, number>;
  /** Pieces that are not upright, such as those in a margin or across a page. */
  readonly rotated: readonly string[];
}

async function readPages(pdf: PdfDocument): Promise<PdfText> {
  const [lines, rotated]: [TextLine[], string[]] = [[], []];
  const heights = new Map<number, number>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { height, transform: view } = page.getViewport({ scale: 1 });
    heights.set(number, height);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const pieces: PlacedPiece[] = [];
    for (const item of items) {
      if (!("str" in item) || item.str === "") continue;
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiply(view, item.transform);
      // A viewport counts from the top; lines are compared from the bottom, as the PDF does.
      const isUpright = Math.abs(b) < Math.abs(a) * 0.1 && a > 0;
      if (isUpright)
        pieces.push({ text: item.str, x, y: height - y, width: item.width, size: Math.hypot(c, d) });
      else if (item.str.trim() !== "") rotated.push(item.str);
    }
    lines.push(...pageLines(pieces, number));
    page.cleanup();
  }
  return { lines, heights, rotated };
}

/** Multiplies two transformation matrices of PDF. */
function multiply(one: readonly number[], other: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = one;
  const [a2 = 0, b2 = 0, c2 = 0, d2 = 0, e2 = 0, f2 = 0] = other;
  return [
    ...[a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2],
    ...[a * e2 + c * f2 + e, b * e2 + d * f2 + f],
  ];
}

const fold = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** Titles that programs write by themselves. */
const NO_TITLE = /^(?:untitled|document\d*|microsoft word - .*|.*\.(?:html?|docx?|pdf|indd|qxp|tex|pages))$/i;

/** Returns the paragraph in the largest letters of the first page, if it is one. */
function largestParagraph(lines: readonly TextLine[], text: string): string | undefined {
  const first = lines.filter(({ page }) => page === 1);
  const largest = Math.max(0, ...first.map(({ size }) => size));
  const usual =
    first.map(({ size }) => size).sort((one, other) => one - other)[Math.floor(first.length / 2)] ?? 0;
  const heading = first.filter(({ size }) => size > largest * 0.97);
  if (largest < usual * 1.15 || heading.length > 4) return undefined;
  const start = replaceRadicals(heading[0]!.text).text;
  return text.split("\n\n").find((paragraph) => paragraph.startsWith(start));
}

async function readFacts(pdf: PdfDocument, lines: readonly TextLine[], text: string): Promise<DocumentFacts> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const property = (name: string): string => {
    const value = (info as Readonly<Record<string, unknown>>)[name];
    return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  };
  const [written, author] = [property("Title"), property("Author")];
  const largest = largestParagraph(lines, text);
  const isPrinted = !NO_TITLE.test(written) && written !== "" && fold(text).includes(fold(written));
  const authors = author === "" ? [] : parseByline(author);
  const inHead = factsInHead(text);
  const title = isPrinted
    ? { value: written, at: say.property }
    : largest !== undefined
      ? { value: largest, at: say.largestLine, isGuess: true as const }
      : written !== "" && !NO_TITLE.test(written)
        ? { value: written, at: say.property, isGuess: true as const }
        : inHead.title;
  return {
    ...(authors.length > 0 ? { authors: { value: authors, at: say.author, isGuess: true as const } } : {}),
    ...inHead,
    ...(title ? { title } : {}),
  };
}

export const pdfKind: DocumentKind = {
  name: "pdf",
  contentTypes: ["application/pdf"],
  isBinary: true,
  reads: ({ start }) => start.slice(0, 1_024).includes("%PDF-"),
  async read({ bytes }) {
    const pdf = await openPdf(bytes);
    const { lines: all, heights, rotated } = await readPages(pdf);
    const heads = findRunningHeads(all, heights);
    const lines = all.filter((line) => !heads.has(line));
    const length = lines.reduce((sum, line) => sum + line.text.trim().length, 0);
    if (length < LEAST_CHARACTERS * pdf.numPages) throw refusal("pdf", "scan", pdf.numPages);
    const joined = joinParagraphs(lines);
    const { text, count } = replaceRadicals(joined.text);
    const strange = text.match(/[\p{Co}\ufffd\p{Cc}]/gu)?.filter((character) => character !== "\n") ?? [];
    if (text.includes("\ufffd") || strange.length > text.length * 0.02) throw refusal("pdf", "unreadable");
    return {
      kind: "pdf",
      text,
      facts: await readFacts(pdf, lines, text),
      notes: [
        ...(count > 0 ? [say.radicals(count)] : []),
        ...(joined.openHyphens.length > 0 ? [say.hyphens(joined.openHyphens.slice(0, MOST_HYPHENS))] : []),
        ...(rotated.length > 0 ? [say.rotated(rotated.length)] : []),
      ],
      leftOut: [...new Set([...[...heads].map((line) => line.text), ...rotated])],
    };
  },
};
