/** Articles for the tests of reviewing, written for them, and shelves that hold them. */
import { hash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../shelves.ts";

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

/** An article whose words occur twice, in another currency, on the same gift. */
export const FERRY = `Ferry firm names its sum

The ferry company Corrigan Lines pledged $5 million for the lighthouse at Skerry Point, the chairman said.

The council thanked the firm. The lamp is dark.

“It is cheaper to mend a light than a ship,” said Niall Corrigan, its chairman.

The council thanked the firm. The lamp will be lit.
`;

const card = (title: string, text: string) => ({
  citation: { type: "report", title, "container-title": "Skerry Herald", language: "en" },
  publisherInferred: "Nothing that was read names the publisher.",
  title: { text: title, basis: "text" },
  rights: { status: "public-domain", text: "In the public domain." },
  visibility: "public",
  sha256: hash("sha256", text, "hex"),
});

/** Creates a shelf of sources without any record. */
export function shelfOf(texts: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "seeds"));
  mkdirSync(join(root, "data"));
  for (const [id, text] of Object.entries(texts)) {
    writeFileSync(join(root, `seeds/${id}.txt`), text);
    const [title = id] = text.split("\n");
    writeFileSync(join(root, `seeds/${id}.json`), JSON.stringify(card(title, text)));
  }
  return root;
}
