/** Files of other kinds than pages become text, and what is none of these is named. */
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/intake/read-document.ts";
import { Refusal } from "../../src/intake/refusal.ts";
import { CHINESE, ENGLISH, TITLE } from "./pages.ts";
import { docx, paragraph, run, zip } from "./word-files.ts";

const read = (content: string | Uint8Array, name: string) =>
  readDocument({ bytes: typeof content === "string" ? Buffer.from(content) : content, name });

async function refusal(content: string | Uint8Array, name: string): Promise<string> {
  try {
    return (await read(content, name)).kind;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe("a Word file", () => {
  const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
  const body = [
    paragraph(run(TITLE), "Title"),
    paragraph(run("By Ilse Brandt")),
    paragraph(run("8 March 2022")),
    paragraph(
      `${run(ENGLISH[0]!.slice(0, 20))}${run(ENGLISH[0]!.slice(20))}<w:r><w:footnoteReference w:id="1"/></w:r>`,
    ),
    paragraph(
      `${run("It costs ")}<w:del w:id="1"><w:r><w:delText>nothing</w:delText></w:r></w:del><w:ins w:id="2">${run("£42.6 million")}</w:ins>${run(".")}`,
    ),
    `<w:tbl><w:tr>${cell("Port Ellery")}${cell("900 m")}</w:tr><w:tr>${cell("Saint Orme")}${cell("340 m")}</w:tr></w:tbl>`,
    paragraph(`${run("one")}<w:r><w:br/></w:r>${run("two")}`),
    paragraph(run(CHINESE[0]!)),
  ].join("");

  it("gives its text with the notes at the end, and nothing that was deleted", async () => {
    const { text, kind } = await read(docx(body, { notes: ["The council's minutes."] }), "walls.docx");
    expect(kind).toBe("word");
    expect(text).toBe(
      [
        TITLE,
        "By Ilse Brandt",
        "8 March 2022",
        `${ENGLISH[0]}[1]`,
        "It costs £42.6 million.",
        "Port Ellery\t900 m\nSaint Orme\t340 m",
        "one\ntwo",
        CHINESE[0],
        "[1] The council's minutes.",
      ].join("\n\n"),
    );
  });

  it("gives title, authors and day from its head, its properties only as guesses", async () => {
    const properties =
      "<dc:title>Microsoft Word - walls_v3.doc</dc:title><dc:creator>Tobias &amp; Mara Quill</dc:creator>";
    const { facts } = await read(docx(body, { properties, notes: ["a"] }), "walls.docx");
    expect(facts).toMatchObject({
      title: { value: TITLE, at: "its first heading" },
      authors: { value: [{ given: "Ilse", family: "Brandt" }] },
      issued: { value: { "date-parts": [[2022, 3, 8]] } },
      language: { value: "en", at: "the text itself" },
    });
    const plain = await read(docx(paragraph(run(ENGLISH[0]!)), { properties }), "walls.docx");
    expect(plain.facts.title).toEqual({
      value: "Microsoft Word - walls_v3.doc",
      at: "dc:title",
      isGuess: true,
    });
    expect(plain.facts.authors?.value).toHaveLength(2);
  });

  it.each([
    [
      "unpacks to too much",
      docx("", { more: { "word/more.xml": " ".repeat(13_000_000) } }),
      /^it would unpack to more than 12 MB/,
    ],
    [
      "lies about its sizes",
      docx("", { more: { "word/document.xml": { content: " ".repeat(40_000_000), size: 100 } } }),
      /^it is damaged/,
    ],
    [
      "has a damaged part",
      docx("", { more: { "word/document.xml": { content: "<w:document", size: 11 } } }),
      /./,
    ],
  ])("that %s is refused", async (_, file, why) => {
    expect(file.length).toBeLessThan(256_000);
    const why_ = await refusal(file, "a.docx").catch((error: Error) => error.message);
    expect(why_).toMatch(why);
    expect(why_).not.toBe("word");
  });
});

describe("a mail", () => {
  const header = [
    "Return-Path: <mara@chandlery.example>",
    "From: =?utf-8?Q?Mara_Quill?= <mara@chandlery.example>",
    "To: Desk <desk@paper.example>",
    "Subject: =?utf-8?B?UHVtcHMg4oCTIGFnYWlu?=",
    "Date: Tue, 8 Mar 2022 23:30:00 -0800",
    "Message-ID: <1@chandlery.example>",
    "MIME-Version: 1.0",
  ];
  const mail = (...lines: readonly string[]) => Buffer.from([...header, ...lines].join("\r\n"), "latin1");
  const plain = [
    "Content-Type: text/plain; charset=windows-1252",
    "Content-Transfer-Encoding: quoted-printable",
    "",
  ];

  it("gives its body letter for letter, and sender, subject and the sender's day", async () => {
    const { text, facts, isPrivate } = await read(
      mail(...plain, "=93The pumps stopped,=94 she said =96 for =A342.", "", "Again."),
      "a.eml",
    );
    expect(text).toBe("“The pumps stopped,” she said – for £42.\n\nAgain.");
    expect(isPrivate).toBe(true);
    expect(facts).toMatchObject({
      title: { value: "Pumps – again", at: "Subject" },
      authors: { value: [{ given: "Mara", family: "Quill" }], at: "From" },
      publisher: { value: "chandlery.example", isGuess: true },
      issued: { value: { "date-parts": [[2022, 3, 8]] }, at: "Date" },
    });
  });

  it("of HTML gives its blocks, and says that attachments are left out", async () => {
    const file = mail(
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<div>One</div><div>Two<br>three</div>",
      "--b",
      "Content-Type: image/png; name=a.png",
      "Content-Disposition: attachment; filename=../../a.png",
      "Content-Transfer-Encoding: base64",
      "",
      "AAAA",
      "--b--",
    );
    const { text, notes } = await read(file, "mail");
    expect(text).toBe("One\n\nTwo\nthree");
    expect(notes).toEqual(["1 attachment of the mail is not part of the text."]);
  });

  it("without a text is refused", async () => {
    expect(await refusal(mail("Content-Type: text/plain", "", ""), "a.eml")).toBe("no text was found in it");
  });
});

describe("Markdown", () => {
  it("gives what its reader sees, and its front matter", async () => {
    const source = `---\ntitle: "${TITLE}"\nauthors:\n  - Ilse Brandt\n  - name: Bo Chen\ndate: 2022-03-08\nlang: en-GB\nurl: https://post.example/walls\n---\n\n# ${TITLE}\n\nThe *river* came over the [quay](https://a.example) \\*again\\*.\n\n| a | b |\n|---|---|\n| c | d |\n\n- one\n- two\n`;
    const { text, facts } = await read(source, "a.md");
    expect(text).toBe(`${TITLE}\n\nThe river came over the quay *again*.\n\na\tb\nc\td\n\none\n\ntwo`);
    expect(facts).toMatchObject({
      title: { value: TITLE, at: "front matter, title" },
      authors: {
        value: [
          { given: "Ilse", family: "Brandt" },
          { given: "Bo", family: "Chen" },
        ],
      },
      issued: { value: { "date-parts": [[2022, 3, 8]] } },
      language: { value: "en-GB" },
      address: { value: "https://post.example/walls" },
    });
  });
});

describe("plain text", () => {
  it("stays as it is", async () => {
    const text = `${TITLE}\n\nBy Ilse Brandt\n\n\u202e@everyone *a* \u001b[31m<b>\n`;
    const { kind, text: stored, facts } = await read(text.replaceAll("\n", "\r\n"), "a.txt");
    expect([kind, stored]).toEqual(["text", text]);
    expect(facts.title).toEqual({ value: TITLE, at: "the first line", isGuess: true });
  });
});

describe("what a file is, its bytes say", () => {
  it.each([
    [
      "a page that is called .pdf",
      `<!doctype html><html><body><article><p>${ENGLISH.join("</p><p>")}</p></article>`,
      "a.pdf",
      "page",
    ],
    ["a Word file that is called .html", docx(paragraph(run("a"))), "a.html", "word"],
    [
      "a mail that is called .txt",
      "From: a@b.example\nDate: Tue, 8 Mar 2022 10:00:00 +0000\nSubject: s\n\nbody",
      "a.txt",
      "mail",
    ],
    ["a text that is called nothing", "just words", "LICENSE", "text"],
  ])("%s", async (_, content, name, kind) => {
    expect((await read(content, name)).kind).toBe(kind);
  });

  it.each([
    ["an empty file", "", "a.html", /^it is empty$/],
    [
      "a PNG",
      Buffer.from("89504e470d0a1a0a0000", "hex"),
      "a.html",
      /^it is an image \(PNG\), which cannot be read\. Pages, PDF, Word/,
    ],
    ["a JPEG", Buffer.from("ffd8ffe000104a464946", "hex"), "a.md", /^it is an image \(JPEG\)/],
    ["an archive", zip({ "a.txt": "a" }), "a.txt", /^it is an archive \(ZIP\)/],
    [
      "an old Word file",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "a.doc",
      /^it is an old Office file \(save it as \.docx\)/,
    ],
    ["rich text", "{\\rtf1 a}", "a.txt", /^it is rich text/],
    [
      "a feed",
      '<?xml version="1.0"?><rss version="2.0"></rss>',
      "a.xml",
      /^it is a feed \(add the addresses of its articles\)/,
    ],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg"></svg>', "a.html", /^it is an image \(SVG\)/],
    ["bytes", Buffer.from([1, 2, 0, 3, 0, 0, 0, 250, 251]), "a.txt", /^it is no text/],
  ])("%s is named", async (_, content, name, why) => {
    expect(await refusal(content, name)).toMatch(why);
  });
});
