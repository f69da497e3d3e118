/** Tests the note on whose wording quotations are in: once if it is the same for all, otherwise beside each. */

import { expect, it } from "vitest";
import { createCitations } from "../../src/desk/citations.ts";
import { quotationItem, wordingNote } from "../../src/desk/quotations.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import type { Library } from "../../src/library/library.ts";
import type { QuoteRecord } from "../../src/shelf/records.ts";
import { ask, library } from "../desks.ts";

const { hits } = await library.find({ kinds: ["quotes"] });
const quotes = hits.filter((record): record is QuoteRecord => record.kind === "quotes");

/** The library, with one of its sources in another language. */
const mixed: Library = {
  ...library,
  async contexts(evidence) {
    return (await library.contexts(evidence)).map((citation) => {
      const { source } = citation;
      return source.id === "voa-common-prosperity"
        ? { ...citation, source: { ...source, language: "zh" } }
        : citation;
    });
  },
};
const [first, second] = ["voa-common-prosperity", "supchina-tech-philanthropy"].map((source) =>
  quotes.filter(({ passages }) => passages[0]!.source === source),
) as [QuoteRecord[], QuoteRecord[]];

it.each([
  ["none", [], library, undefined],
  ["one", first.slice(0, 1), library, undefined],
  ["two of one language", [first[0]!, second[0]!], library, "English"],
  ["two of different languages", [first[0]!, second[0]!], mixed, undefined],
  ["two of another language", first.slice(0, 2), mixed, "Chinese"],
])("of %s", async (_what, given, from, language) => {
  const said = await wordingNote(given, { library: from, messages: englishMessages });
  expect(said).toBe(language && englishMessages.quote.wordings(language));
});

it("stands beside a quotation unless it is said of all", async () => {
  const wording = async (once?: boolean) =>
    JSON.stringify(
      await quotationItem(
        first[0]!,
        createCitations(mixed, englishMessages),
        { library: mixed, messages: englishMessages },
        once,
      ),
    ).includes("Chinese as printed by Voice of America");
  expect([await wording(), await wording(false), await wording(true)]).toEqual([true, true, false]);
});

it("is in every answer with quotations, once", async () => {
  for (const line of ["/quote xi", "/quote zhou", "/quote lu jun", "/quote inequality", "/who xi"]) {
    const text = await ask(line);
    expect(text.match(/original language and translator not stated/g)?.length, line).toBe(1);
  }
});
