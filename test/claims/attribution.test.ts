/** Tests to whom quotations are attributed, and that doubtful forms are not attributed to anybody. */

import { describe, expect, it } from "vitest";
import { findAttribution } from "../../src/claims/attribution.ts";
import { findQuoted } from "../../src/claims/quoted-spans.ts";
import { tokenizeSentence } from "../../src/claims/tokenize.ts";
import { namedIn } from "../../src/library/lookups.ts";
import { library } from "../desks.ts";

async function speakers(text: string): Promise<(string | undefined)[]> {
  const records = await namedIn(text, ["organizations", "people", "events", "terms"], library);
  const tokenized = tokenizeSentence(text, records, findQuoted(text));
  return tokenized.tokens.flatMap(({ quoted }, index) => {
    if (!quoted) return [];
    const speaker = findAttribution(tokenized, index)?.speaker;
    if (!speaker) return [undefined];
    if ("record" in speaker) return [speaker.record.id];
    return ["name" in speaker ? speaker.name : `${speaker.office} ${speaker.of.id}`];
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
    ["习近平在会上表示，“走吧。”", ["xi-jinping"]],
    ["Musk said “we go”.", ["Musk"]],
    ["President Biden said “we go”.", ["Biden"]],
    ["In Beijing, Zhang said “we go”.", ["Zhang"]],
    ["“We go,” said Tesla CEO Elon Musk.", ["Elon Musk"]],
    ["“We go,” Musk said on Monday.", ["Musk"]],
    ["The CEO of Alibaba said “we go”.", ["CEO alibaba"]],
    ["Alibaba’s CEO said “we go”.", ["CEO alibaba"]],
    ["Alibaba’s Daniel Zhang said “we go”.", ["daniel-zhang"]],
    ["Wang told VOA that “we go”.", ["Wang"]],
    ["SupChina quotes Xi: “We go.”", ["xi-jinping"]],
    ["马云说：“走吧。”", ["马云"]],
    ["据新华社，“走吧”。", ["xinhua"]],
    ["“走吧，”习近平指出。", ["xi-jinping"]],
    ["Lu Jun, a friend of Xi, said “we go”.", ["lu-jun"]],
    ["“We go,” Lu Jun, who knows Xi, said.", ["lu-jun"]],
  ])("%s", async (text, expected) => {
    expect(await speakers(text)).toEqual(expected);
  });
});

describe("a quotation is of nobody that the sentence names in", () => {
  it.each([
    "Critics of Xi said “we go”.",
    "Xi supporters said “we go”.",
    "An adviser to Xi said “we go”.",
    "Xi’s critics said “we go”.",
    "“We go,” said a critic of Xi.",
    "“We go,” critics of Xi said.",
    "“We go,” said Lu Jun’s lawyer.",
    "Peter Xi said “we go”.",
    "“We go,” said Lu Jun and Li Yining.",
    "Lu Jun’s lawyer said “we go”.",
    "“We go,” Lu Jun’s lawyer said.",
    "A friend, Lu Jun, and others said “we go”.",
    "Experts said “we go”.",
    "Xi and Li Yining said “we go”.",
    "According to critics of Xi, “we go”.",
    "习近平的顾问说：“走吧。”",
    "专家说：“走吧。”",
    "He said “we go”.",
    "The Chinese President said “we go”.",
    "Lu Jun disliked the phrase “we go”.",
    "“We go”",
  ])("%s", async (text) => {
    expect(await speakers(text)).toEqual([undefined]);
  });
});
