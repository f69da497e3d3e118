/** An article of some 2,000 characters with gifts, quotations, a definition, dates and people. */
export const LIGHTHOUSE = `The keepers of Skerry Point

By Ines Malloy

SKERRY POINT, 12 June 2024 — The shipping firm Corrigan Lines has pledged $4.5 million to repair the lighthouse at Skerry Point, whose lamp went dark in a storm last winter, the town council said on Wednesday.

“A harbour without a light is a harbour that has given up,” said Orla Brennan, mayor of Skerry Point, at a meeting on the quay. “We have not given up.”

The tower was built in 1874 and has been lit ever since by a family of keepers, the Tolands. Its walls crack a little more with every winter, and the council has set money aside only for the path that leads up to it.

The Halloway Foundation donated €600,000 to the same fund in March 2024. Its director, Tomas Verhoeven, told the meeting that the sum had been hard to find.

“Nobody gives for a staircase,” Verhoeven said. “They give for the lamp, and the lamp is forty metres up.”

He added that the foundation would pay for the stairs first.

A keeper’s share is a yearly payment that each boat of the harbour makes towards the lamp. It has not been raised since 1991, and most skippers now pay it late or not at all.

Corrigan Lines, which runs nine ferries along the coast, had sales of $310 million last year. Its ships pass the point some forty times a week, and the firm has complained for years that its captains must find the channel by radar alone.

“It is cheaper to mend a light than a ship,” said Niall Corrigan, the company’s chairman. Asked whether the firm would pay for the upkeep too, he laughed and said that one bill at a time was enough.

The council expects work on the tower to begin in September and to last for two summers. Until then a lamp on a fishing boat, anchored off the rocks, will mark the channel at night.

Not everybody on the quay was pleased. Some skippers would have liked the money to go to the breakwater, which lost eleven metres in the same storm, and a petition to that end hangs in the harbour office.
`;

/** Where the article is, in the recording. */
export const LIGHTHOUSE_ADDRESS = "https://example.org/lighthouse";

const [TITLE = "", BYLINE = "", ...PARAGRAPHS] = LIGHTHOUSE.trim().split("\n\n");

/** The article as a newspaper's page has it, made up like the newspaper. */
export const LIGHTHOUSE_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>
<script type="application/ld+json">${JSON.stringify({
  ...{ "@context": "https://schema.org", "@type": "NewsArticle", headline: TITLE, inLanguage: "en" },
  ...{ datePublished: "2024-06-12", author: { "@type": "Person", name: BYLINE.replace("By ", "") } },
  ...{ publisher: { "@type": "Organization", name: "Skerry Herald" } },
})}</script></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>${TITLE}</h1><p>${BYLINE}</p>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}</article><footer>Skerry Herald</footer></body></html>
`;
