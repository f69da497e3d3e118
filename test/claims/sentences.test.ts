/** Tests finding quotations, splitting into sentences, and the mood of sentences. */
import { describe, expect, it } from "vitest";
import { findQuoted, maskQuoted } from "../../src/claims/quoted-spans.ts";
import { sentenceMood } from "../../src/claims/sentence-mood.ts";
import { splitMessage } from "../../src/claims/sentences.ts";

const quoted = (text: string): string[] => findQuoted(text).map(({ inner }) => inner);
const sentences = (text: string): string[] => splitMessage(text, findQuoted(text)).map((one) => one.text);

describe("quotations", () => {
  it.each([
    ["He said “we must go”.", ["we must go"]],
    ['He said "we must go".', ["we must go"]],
    ["He said ‘we don’t go’ then.", ["we don’t go"]],
    ["He said 'we don't go' then.", ["we don't go"]],
    ["他说「走吧」，又说『好』。", ["走吧", "好"]],
    ["他说“走吧”。", ["走吧"]],
    ["«Partons», dit-il.", ["Partons"]],
    ["„Gehen“, sagte er.", ["Gehen"]],
    ["“One,” he said. “Two.”", ["One,", "Two."]],
    ["“Outer ‘inner’ words”", ["Outer ‘inner’ words"]],
    ["It’s the companies’ money, don't they say?", []],
    ['a 5" pipe and a 6" one', []],
    ["“never closed", []],
    ["“”", []],
  ])("%s", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
    for (const { text: whole, start, end } of findQuoted(text)) expect(text.slice(start, end)).toBe(whole);
  });
});

describe("sentences", () => {
  it.each([
    ["Alibaba gave $15.5 billion. Tencent gave none.", ["Alibaba gave $15.5 billion.", "Tencent gave none."]],
    ["On Aug. 17 Mr. Xi spoke. Then he left.", ["On Aug. 17 Mr. Xi spoke.", "Then he left."]],
    ["“We go. We stay,” he said. So it was.", ["“We go. We stay,” he said.", "So it was."]],
    ["“We go.” Xi said so.", ["“We go.” Xi said so."]],
    ["He said “We go.” They stayed.", ["He said “We go.”", "They stayed."]],
    ["阿里巴巴捐款。腾讯也捐。", ["阿里巴巴捐款。", "腾讯也捐。"]],
    ["他说：“走吧。”然后走了。", ["他说：“走吧。”", "然后走了。"]],
    ["Really?! Yes", ["Really?!", "Yes"]],
    ["no end", ["no end"]],
    ["  ", []],
  ])("%s", (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe("the mood of", () => {
  it.each([
    ["Alibaba pledged $20 billion.", "asserts"],
    ["Alibaba said it would pledge $20 billion.", "asserts"],
    ["Alibaba pledged not only money.", "asserts"],
    ["In May 2021 Alibaba pledged money.", "asserts"],
    ["阿里巴巴未来五年将捐款。", "asserts"],
    ["Did Alibaba pledge it?", "asks"],
    ["Is it so", "asks"],
    ["阿里巴巴捐了多少", "asks"],
    ["Alibaba didn’t pledge it.", "denies"],
    ["Nobody pledged it.", "denies"],
    ["阿里巴巴没有捐。", "denies"],
    ["阿里巴巴否认捐款。", "denies"],
    ["If Alibaba pledged it, good.", "supposes"],
    ["Alibaba may pledge it.", "supposes"],
    ["Alibaba would pledge it.", "supposes"],
    ["Alibaba was asked to pledge it.", "supposes"],
    ["如果阿里巴巴捐款", "supposes"],
  ])("%s", (text, mood) => {
    expect(sentenceMood(text)).toBe(mood);
  });

  it("a sentence is that of its own words, and not of those that it quotes", () => {
    const text = "Lu said “I don’t think so?” then.";
    const [sentence] = splitMessage(text, findQuoted(text));
    expect(sentenceMood(maskQuoted(sentence!, findQuoted(text)))).toBe("asserts");
  });
});
