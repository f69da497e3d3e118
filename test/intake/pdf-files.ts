/** Makes small PDF files of texts at places. */
import { deflateSync } from "node:zlib";

/** A line at a place on a page, in points from the bottom left. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** The bytes of the marks beyond ASCII in WinAnsiEncoding. */
const MARKS: Readonly<Record<string, number>> = {
  "–": 0x96,
  "—": 0x97,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
};

const literal = (text: string): string =>
  [...text]
    .map((character) => {
      const code = MARKS[character] ?? character.charCodeAt(0);
      return /[\\()]/.test(character) || code > 0x7e ? `\\${code.toString(8).padStart(3, "0")}` : character;
    })
    .join("");

/** Makes a PDF with a page for each list of texts, of which the same is made once. `filler` adds a stream that unpacks to so many bytes to each page. */
export function pdf(pages: readonly (readonly PlacedText[])[], info = "", filler = 0, trailer = ""): Buffer {
  const bodies: Buffer[] = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(" ")}] >>`,
    ),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"),
    Buffer.from(`<< ${info} >>`),
  ];
  const streams = new Map<readonly PlacedText[], Buffer>();
  for (const [index, texts] of pages.entries()) {
    const commands = texts.map(
      ({ text, x, y, size = 10 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${literal(text)}) Tj ET`,
    );
    const content = Buffer.concat([
      Buffer.from(commands.join("\n"), "latin1"),
      Buffer.alloc(filler, "\n0 0 m"),
    ]);
    const stream = streams.get(texts) ?? deflateSync(content);
    streams.set(texts, stream);
    bodies.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + 2 * index} 0 R >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
        stream,
        Buffer.from("\nendstream"),
      ]),
    );
  }
  const parts = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, body] of bodies.entries()) {
    offsets.push(length);
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    parts.push(object);
    length += object.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(table)]);
}

/** Breaks paragraphs into lines of so many characters, the first of each indented, and places them from the top. */
export function placeParagraphs(
  paragraphs: readonly string[],
  {
    x,
    y,
    characters,
    size = 10,
  }: { readonly x: number; readonly y: number; readonly characters: number; readonly size?: number },
): PlacedText[] {
  let line = 0;
  return paragraphs.flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1);
      const room = lines.length === 1 ? characters - 2 : characters;
      if (last !== undefined && last.length + 1 + word.length <= room)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.map((text, index) => ({ text, x: x + (index === 0 ? 12 : 0), y: y - 13 * line++, size }));
  });
}
