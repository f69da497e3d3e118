/** Files of every kind that can be added, as their programs write them. */
import { CHINESE, ENGLISH, PAGES, TITLE } from "./pages.ts";
import { pdf, placeParagraphs } from "./pdf-files.ts";
import { docx, paragraph, run } from "./word-files.ts";

const linkedData = JSON.stringify({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: "The Estuary Post" },
    {
      "@type": ["NewsArticle"],
      headline: TITLE,
      author: [
        { "@type": "Person", name: "By Ilse Brandt" },
        { "@type": "Person", name: "Tomás de la Cruz" },
      ],
      publisher: { "@type": "Organization", name: "The Estuary Post" },
      datePublished: "2022-03-08T23:30:00-08:00",
    },
  ],
});
/** A page of news with linked data. */
export const news = PAGES[0]!.html.replace(
  "</head>",
  `<script type="application/ld+json">${linkedData}</script></head>`,
);

/** A file of every kind, none with the same words as another. */
export const FILES: Readonly<Record<string, string | Buffer>> = {
  "a-page.html": news,
  "b-columns.pdf": pdf([
    [
      { text: "What the dredgers found in the bay", x: 60, y: 780, size: 16 },
      ...placeParagraphs(
        ENGLISH.slice(0, 4).map((text) => text.split(" ").reverse().join(" ")),
        { x: 60, y: 740, characters: 40 },
      ),
      ...placeParagraphs(
        ENGLISH.slice(4).map((text) => text.split(" ").reverse().join(" ")),
        { x: 330, y: 740, characters: 40 },
      ),
    ],
  ]),
  "c-report.docx": docx(
    paragraph(run("Minutes of the harbour council"), "Title") +
      paragraph(
        run(
          "The council met on Tuesday and heard the engineers on the bed of the river, its mud and its price.",
        ),
      ),
  ),
  "d-mail.eml":
    "From: Mara Quill <mara@chandlery.example>\r\nTo: desk@paper.example\r\nSubject: Pumps again\r\nDate: Tue, 8 Mar 2022 10:00:00 +0000\r\nMessage-ID: <1@chandlery.example>\r\n\r\nThe second pump has stopped too, and nobody answers the council's telephone.\r\n",
  "e-chinese.txt": `${CHINESE.join("\n\n")}\n`,
  "f-notes.md":
    "# The mill closes\n\nThe *mill* on the river will close for good in the summer, its owner said, after a hundred and twenty years.\n",
};
