/** Documents that are made to exhaust time or memory are refused, and the next one is read. */
import { afterAll, expect, it } from "vitest";
import { createDocumentReader } from "../../src/intake/document-reader.ts";
import { Refusal } from "../../src/intake/refusal.ts";
import { PAGES } from "./pages.ts";
import { pdf } from "./pdf-files.ts";
import { docx, paragraph, run } from "./word-files.ts";

/** The process of the tests holds the documents that it makes; only their reading is limited here. */
const totalMb = Number.POSITIVE_INFINITY;
/** Longer than a busy machine takes for what is refused for another reason. */
const seconds = 200;
const reader = createDocumentReader({ seconds, totalMb });
afterAll(() => reader.close());

async function outcome(content: string | Uint8Array, name: string, by = reader): Promise<string> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  try {
    return (await by.read({ bytes, name })).kind;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

it.each([
  [
    "50,000 nested elements",
    () => "<div>".repeat(50_000),
    "a.html",
    /^its elements are nested deeper than 1,000/,
  ],
  ["200,001 elements", () => "<p>a".repeat(200_001), "a.html", /^it has more than 200,000 elements/],
  [
    "a Word file that unpacks to 240 MB",
    () => docx("", { more: { "word/document.xml": " ".repeat(240_000_000) } }),
    "a.docx",
    /^it would unpack to more than 12 MB/,
  ],
  [
    "a Word file of 150,000 paragraphs",
    () => docx(paragraph(run("a b")).repeat(100_000)),
    "a.docx",
    /^reading it took more memory|^word$/,
  ],
  [
    "a text without end",
    () => "a".repeat(3_000_000),
    "a.txt",
    /^its text has more than 2,000,000 characters/,
  ],
] as const)("%s is refused, and the next document is read", async (_, make, name, why) => {
  expect(await outcome(make(), name)).toMatch(why);
  expect(await outcome(PAGES[0]!.html, "b.html")).toBe("page");
});

it("a document that takes too long is ended with its thread, and the next is read", async () => {
  // A busy machine takes less for the short ones, and a fast one more for the long one.
  const strict = createDocumentReader({ seconds: 5, growthMb: 10_000, totalMb });
  // The first document starts the thread, which is not counted.
  expect(await outcome("a", "a.txt", strict)).toBe("text");
  const slow = pdf(Array(400).fill([{ text: "hello", x: 50, y: 700 }]), "", 12_000_000);
  expect(await outcome(slow, "a.pdf", strict)).toBe(
    "reading it took longer than 5 s, and was stopped. Save it as text, and add that",
  );
  expect(await outcome("a", "a.txt", strict)).toBe("text");
  await strict.close();
});

it("a document that makes the process grow is ended with its thread, and the next is read", async () => {
  const strict = createDocumentReader({ seconds, growthMb: 40, totalMb });
  expect(await outcome("a", "a.txt", strict)).toBe("text");
  const growing = pdf([[{ text: "hello", x: 50, y: 700 }]], "", 120_000_000);
  expect(growing.length).toBeLessThan(455_000);
  expect(await outcome(growing, "a.pdf", strict)).toMatch(/^reading it took more memory than a document may/);
  expect(await outcome("a", "a.txt", strict)).toBe("text");
  await strict.close();
});

it("documents are read one after the other, each with its own outcome", async () => {
  const names = ["a.txt", "b.html", "c.md", "d.txt"];
  const kinds: string[] = [];
  for (const name of names) kinds.push(await outcome(name.endsWith("html") ? PAGES[1]!.html : "words", name));
  expect(kinds).toEqual(["text", "page", "markdown", "text"]);
});
