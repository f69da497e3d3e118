/** Articles for the tests of reviewing, written for them, and shelves that hold them. */
import { hash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../shelves.ts";

export { LIGHTHOUSE } from "../../preview/lighthouse.ts";

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
