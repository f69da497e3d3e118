/** Tests to whom quotations are attributed, and that doubtful forms are not attributed to anybody. */
import { describe, expect, it } from "vitest";
import { findAttribution } from "../../src/claims/attribution.ts";
import { findQuoted } from "../../src/claims/quoted-spans.ts";
import { tokenizeSentence } from "../../src/claims/tokenize.ts";
import { library } from "../desks.ts";

async function speakers(text: string): Promise<(string | undefined)[]> {
  const records = await library.mentions(text, ["organizations", "people", "events", "terms"]);
  const tokenized = tokenizeSentence(text, records, findQuoted(text));
  return tokenized.tokens.flatMap(({ quoted }, index) => {
    if (!quoted) return [];
    const speaker = findAttribution(tokenized, index)?.speaker;
    return [speaker && ("record" in speaker ? speaker.record.id : speaker.name)];
  });
}

describe("a quotation is of", () => {
  it.each([
    ["Xi said “we go”.", ["xi-jinping"]],
    ["Xi Jinping said on Monday that “we go”.", ["xi-jinping"]],
    ["President Xi has called for “going”.", ["xi-jinping"]],
    ["“We go,” said Lu Jun, founder of the Yirenping Center.", ["lu-jun"]],
    ["“We go,” Lu Jun told VOA Mandarin.", ["lu-jun"]],
    ["Lu Jun told VOA Mandarin: “We go.”", ["lu-jun"]],
    ["“We go,” according to the state-owned news outlet China Daily.", ["china-daily"]],
    ["According to Xi, “we go”.", ["xi-jinping"]],
    ["Xi’s words, “we go”, were heard.", [undefined]],
    ["Xi: “We go.”", ["xi-jinping"]],
    ["“We go,” Xi said, “and we stay.”", ["xi-jinping", "xi-jinping"]],
    ["VOA quoted Lu Jun as saying “we go”.", ["lu-jun"]],
    ["Jack Ma said “we go”.", ["Jack Ma"]],
    ["“We go,” said Jack Ma.", ["Jack Ma"]],
    ["习近平说：“走吧。”", ["xi-jinping"]],
    ["习近平在会上表示，“走吧。”", [undefined]],
    ["据新华社，“走吧”。", ["xinhua"]],
    ["“走吧，”习近平指出。", ["xi-jinping"]],
  ])("%s", async (text, expected) => {
    expect(await speakers(text)).toEqual(expected);
  });
});

describe("a quotation is of nobody that the sentence names in", () => {
  it.each([
    "Critics of Xi said “we go”.",
    "Xi supporters said “we go”.",
    "He said “we go”.",
    "The Chinese President said “we go”.",
    "Lu Jun disliked the phrase “we go”.",
    "“We go”",
  ])("%s", async (text) => {
    expect(await speakers(text)).toEqual([undefined]);
  });
});
