/** Tests which passages stand in quotation marks, in every kind of marks, and which in a transcript. */
import { describe, expect, it } from "vitest";
import { createFoldedText, locateEvidence } from "../../src/shelf/evidence.ts";
import { quotationAround, quotationsOf } from "../../src/shelf/quotation-marks.ts";
import { hasOnlyPronoun, isInTranscript } from "../../src/shelf/source-speakers.ts";
import { shelf } from "../desks.ts";

const textOf = (source: string) => shelf.sources.get(source)!.text;
const SUPCHINA = "supchina-tech-philanthropy";
const VOA = "voa-common-prosperity";

const isQuoted = (text: string, start: number, end: number): boolean =>
  quotationAround({ start, end }, quotationsOf({ text }).spans) !== undefined;

/** Tells whether words that a text holds once are quoted there. */
function quotes(text: string, words: string): boolean {
  const found = locateEvidence({ source: "any", exact: words }, createFoldedText(text));
  if ("fault" in found) throw new Error(`${words}: ${found.fault}`);
  return isQuoted(text, found.span.start, found.span.end);
}

describe("in the sources", () => {
  it.each([
    ["the words between the marks", VOA, "Our success depends on our country’s policies.", true],
    ["all the words up to the closing mark", VOA, "prosperity for all, not just a few people,", true],
    ["across an ellipsis of the source's own", VOA, "policies. … We must take the initiative", true],
    ["with single marks inside", VOA, "I don’t think these donations will be voluntary", true],
    ["a term in marks", SUPCHINA, "dividing the cake well", true],
    ["one step over the closing mark", VOA, "prosperity for all, not just a few people,”", false],
    ["one step over the opening mark", VOA, "“Common prosperity means", false],
    ["between two quotations", VOA, "Xi said, according to a meeting note", false],
    ["over the attribution between two quotations", VOA, "few people,” Xi said, according", false],
    ["no marks in the paragraph", VOA, "The third distribution taps enterprises", false],
    ["before the first mark of the text", SUPCHINA, "The Houhai area\nThe", false],
    ["after the last mark of the text", SUPCHINA, "An author and essayist", false],
    ["a name between single marks", SUPCHINA, "Common Prosperity", true],
  ])("%s", (_, source, exact, quoted) => {
    expect(quotes(textOf(source), exact)).toBe(quoted);
  });

  it.each([
    ["״a b״, c", "a b", true],
    ["ד״ר x אמר ״y z״.", "y z", true],
    ["ד״ר x אמר y z״.", "x", false],
    ['אמר: "ד"ר כהן בא", ו"שב".', "כהן בא", true],
    ['ד"ר כהן בא ומנכ"ל שב', "כהן בא", false],
  ])("in Hebrew, where the mark is also a part of words: %s", (text, words, quoted) => {
    expect(quotes(text, words)).toBe(quoted);
  });

  it.each([
    ["“a”", 0, 1, false],
    ["“a”", 1, 2, true],
    ["“a”", 1, 3, false],
    ["a”", 0, 1, false],
    ["“a", 1, 2, false],
    ["”a“", 1, 2, false],
    ["“a“b”", 1, 2, false],
    ["a", 0, 1, false],
  ])("%s from %i to %i", (text, start, end, quoted) => {
    expect(isQuoted(text, start, end)).toBe(quoted);
  });
});

describe("each kind of marks", () => {
  it.each([
    [
      "straight",
      '"We will give," she said, and "not for praise." So they gave.',
      "We will give",
      "she said, and",
    ],
    [
      "curly",
      "“We will give,” she said, and “not for praise.” So they gave.",
      "We will give",
      "she said, and",
    ],
    ["single", "‘We’ll give,’ she said, ‘not for praise.’ So they gave.", "We’ll give,", "she said,"],
    [
      "single straight",
      "'We'll give,' she said, 'not for praise.' So they gave.",
      "We'll give,",
      "she said,",
    ],
    ["French", "« Nous donnons », dit-elle, « sans éloge ». Ils donnèrent.", "Nous donnons", "dit-elle,"],
    ["French, no-break", "«\u00a0Nous donnons\u00a0», dit-elle.", "Nous donnons", "dit-elle"],
    ["German", "„Wir geben“, sagte sie, „ohne Lob“. So gaben sie.", "Wir geben", "sagte sie,"],
    ["Polish", "„Damy wszystko” – powiedziała – „bez pochwał”. Dali.", "Damy wszystko", "powiedziała"],
    ["Danish", "»Vi giver,« sagde hun, »uden ros.« De gav.", "Vi giver,", "sagde hun,"],
    ["Swedish", "”Vi ger”, sade hon, ”utan beröm”. De gav.", "Vi ger", "sade hon,"],
    ["Chinese", "她說：「我們會捐」，又說：「不為讚揚」。", "我們會捐", "又說"],
    ["Chinese, inner", "她說：『我們會捐』，又說：『不為讚揚』。", "我們會捐", "又說"],
    ["Chinese, curly", "她说：“我们会捐”，又说：“不为赞扬”。", "我们会捐", "又说"],
    ["Chinese, straight", '她说"我们会捐"，又说"不为赞扬"。', "我们会捐", "又说"],
    ["small guillemets", "‹Wir geben›, sagte sie, ‹ohne Lob›.", "Wir geben", "sagte sie,"],
  ])("%s", (_, text, quoted, between) => {
    expect([quotes(text, quoted), quotes(text, between)]).toEqual([true, false]);
  });

  it.each([
    ["a quotation within one", "“She told me ‘we give all’ and left,” he said.", "we give all", true],
    ["the words around an inner one", "“She told me ‘we give all’ and left,” he said.", "She told me", true],
    ["over the end of an inner one", "“She told me ‘we give all’ and left,” he said.", "all’ and left", true],
    ["a plural's apostrophe", "‘The workers’ rights come first,’ she said.", "rights come first", true],
    ["what follows the quotation", "‘The workers’ rights come first,’ she said.", "she said", false],
    ["an inch mark", 'A 6" pipe and a 4" pipe were laid.', "pipe and a 4", false],
    ["apostrophes alone", "It’s the firms’ money, and the donors’ too.", "s the firms", false],
    ["an opening mark that nothing closes", "“We give.\n\nThat is all. “So they say.”", "That is all", false],
    ["marks that are apart", "She said “we give.\n\nThey gave” it all.", "They gave", false],
    ["marks of two kinds", "„We give», she said.", "We give", false],
  ])("%s", (_, text, words, quoted) => {
    expect(quotes(text, words)).toBe(quoted);
  });
});

describe("a quotation of several paragraphs, of which each opens and the last closes", () => {
  it.each([
    ["curly", "She said: “We give all.\n\n“We ask for nothing.\n\n“We mean it,” and left."],
    ["straight", 'She said: "We give all.\n\n"We ask for nothing.\n\n"We mean it," and left.'],
    ["single", "She said: ‘We give all.\n\n‘We ask for nothing.\n\n‘We mean it,’ and left."],
    ["French", "Elle dit : « We give all.\n\n« We ask for nothing.\n\n« We mean it », and left."],
    [
      "French, closing marks",
      "Elle dit : « We give all.\n\n» We ask for nothing.\n\n» We mean it », and left.",
    ],
    ["German", "Sie sagte: „We give all.\n\n„We ask for nothing.\n\n„We mean it“, and left."],
    ["Chinese", "她說：「We give all.\n\n「We ask for nothing.\n\n「We mean it」，and left."],
    ["one line each", "She said: “We give all.\n“We ask for nothing.\n“We mean it,” and left."],
  ])("%s", (_, text) => {
    const words = ["We give all.", "We ask for nothing.", "We mean it", "and left"];
    expect(words.map((some) => quotes(text, some))).toEqual([true, true, true, false]);
    const [from, to] = [text.indexOf("We give"), text.indexOf("We mean it")];
    expect(isQuoted(text, from, to + 10)).toBe(true);
  });
});

describe("a transcript", () => {
  const TEXT =
    "LU JUN: We give all.\nWe ask for nothing.\n\nMODERATOR (smiling): Why?\n陆军：因为应该。\nQ: And you?\nA: We give too.";
  const NAMES = ["Lu Jun", "Lu", "陆军"];
  it.each([
    ["in the speaker's line", "We give all.", true],
    ["in the line after it", "We ask for nothing.", true],
    ["over both", "We give all.\nWe ask", true],
    ["the name itself", "LU JUN: We give", false],
    ["another's line", "Why?", false],
    ["under another name of the same", "因为应该。", true],
    ["under no name", "We give too.", false],
    ["into another's line", "nothing.\n\nMODERATOR", false],
  ])("%s", (_, words, said) => {
    const start = TEXT.indexOf(words);
    expect(isInTranscript({ start, end: start + words.length }, TEXT, NAMES)).toBe(said);
  });

  it("is none where a heading has a colon and the text goes on below", () => {
    const text = "Lu Jun: the man\n\nHe gives all.";
    const start = text.indexOf("He gives");
    expect(isInTranscript({ start, end: text.length }, text, NAMES)).toBe(false);
  });
});

it.each([
  ["he said", true],
  ["Lu said that he gives", false],
  ["said the founder", false],
  ["they said", true],
  ["他们说", true],
  ["他说", true],
  ["陆军说他会捐", false],
  ["the theory she heard of", true],
  ["other", false],
])("%j has a pronoun alone for its speaker: %s", (text, alone) => {
  expect(hasOnlyPronoun(text, ["Lu Jun", "陆军"])).toBe(alone);
});
