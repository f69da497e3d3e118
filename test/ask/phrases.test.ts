/** Questions in words: what each is read as, one a row. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAsk, printAsk } from "../../src/ask/ask.ts";
import { isAmbiguous, parseCommandLine } from "../../src/ask/command-line.ts";
import { parsePhrase } from "../../src/ask/phrases.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { bot, keptLog, library } from "../desks.ts";

const botFor = createBotFactory(library, commands, keptLog());
const [simplified, traditional] = [await botFor("zh-Hans"), await botFor("zh-Hant")];

/** Returns the likeliest reading of a text as a line. */
const read = (text: string, parse = bot.parse): string | undefined => {
  const line = parseCommandLine(text, parse);
  const { bare, readings, isQuestion, isSmallTalk } = parsePhrase(text, parse);
  if (isSmallTalk) return undefined;
  const [reading] = line && !isAmbiguous(text) ? [] : readings;
  if (reading) return printAsk(reading.ask);
  if (line) return "ask" in line ? printAsk(line.ask) : line.problem.type;
  return isQuestion ? printAsk(createAsk("search", bare)) : undefined;
};

describe("a command's line", () => {
  it.each([
    ["pledge alibaba", "/pledge alibaba"],
    ["/pledge alibaba", "/pledge alibaba"],
    ["`/pledge alibaba`", "/pledge alibaba"],
    ["Pledge  alibaba", "/pledge alibaba"],
    ["quote lu jun about NGOs", "/quote lu jun about:NGOs"],
    ["quote xi item:3", "/quote xi item:3"],
    ["define third distribution", "/define third distribution"],
    ["who alibaba", "/who alibaba"],
    ["/who is xi", "/who is xi"],
    ["help", "/help"],
    ["?", "/help"],
    ["help quote", "/help quote"],
    ["source voa", "/source voa"],
    ["cite supchina in apa", "/cite supchina in apa"],
    ["please cite voice of america style:ris", "/cite voice of america style:ris"],
    ["please define third distribution", "/define third distribution"],
    ["quote", "/quote"],
    ["quote xi wher:x", "unknown-option"],
  ])("%s", (text, line) => {
    expect(read(text)).toBe(line);
  });

  it.each([
    ["捐款 阿里巴巴", "/pledge 阿里巴巴"],
    ["释义 共同富裕", "/define 共同富裕"],
  ])("%s", (text, line) => {
    expect(read(text, simplified.parse)).toBe(line);
  });

  it("捐款 阿里巴巴", () => {
    expect(read("捐款 阿里巴巴", traditional.parse)).toBe("/pledge 阿里巴巴");
  });
});

describe("a question", () => {
  it.each([
    ["what did xi say about poverty?", "/quote xi about:poverty"],
    ["What did Xi Jinping say about common prosperity", '/quote Xi Jinping about:"common prosperity"'],
    ["hey, what has lu jun said on NGOs?", "/quote lu jun about:NGOs"],
    ["what did xi say?", "/quote xi"],
    ["quotes from xi", "/quote xi"],
    ["quotes by xi about poverty", "/quote xi about:poverty"],
    ["who spoke about poverty?", "/quote poverty"],
    ["what does third distribution mean", "/define third distribution"],
    ["what does the term third distribution mean?", "/define third distribution"],
    ["what is third distribution?", "/define third distribution"],
    ["what’s common prosperity", "/define common prosperity"],
    ["what is the meaning of common prosperity?", "/define common prosperity"],
    ["definition of common prosperity", "/define common prosperity"],
    ["can you tell me what common prosperity is?", "/search what common prosperity is"],
    [
      "how much did giving rise after the 2008 earthquake?",
      "/search how much did giving rise after the 2008 earthquake",
    ],
    ["why do companies donate?", "/search why do companies donate"],
    ["为什么企业捐款？", "/search 为什么企业捐款"],
    ["who pledged common prosperity?", "/pledge common prosperity"],
    ["who pledged money to zhengzhou?", "/pledge zhengzhou"],
    ["who gave to zhengzhou", "/pledge zhengzhou"],
    ["how much did alibaba pledge?", "/pledge alibaba"],
    ["how much did alibaba give", "/pledge alibaba"],
    ["how much money did tencent donate to zhengzhou?", "/pledge tencent for zhengzhou"],
    ["how much has alibaba pledged?", "/pledge alibaba"],
    ["what did alibaba commit?", "/pledge alibaba"],
    ["pledges by alibaba", "/pledge alibaba"],
    ["what did xi say about about:x", "/quote xi about:about:x"],
    ["how do I cite supchina?", "/cite supchina"],
    ["how should one cite voice of america in mla?", "/cite voice of america in mla"],
    ["what’s the citation for supchina", "/cite supchina"],
    ["bibtex for supchina", "/cite bibtex for supchina"],
    ["怎么引用美国之音？", "/cite 美国之音"],
    ["用APA格式引用美国之音", "/cite 美国之音 style:APA"],
    ["第三次分配的引用格式", "/cite 第三次分配"],
    ["compare alibaba and tencent", "/compare alibaba and tencent"],
    ["compare alibaba, tencent and qihoo 360", "/compare alibaba, tencent and qihoo 360"],
    ["alibaba vs tencent?", "/compare alibaba vs tencent"],
    ["how does alibaba compare to tencent?", "/compare alibaba compare to tencent"],
    ["how do alibaba and tencent compare?", "/compare alibaba and tencent compare"],
    ["who pledged more, alibaba or tencent?", "/compare alibaba or tencent"],
    ["who gave the most: alibaba or tencent", "/compare alibaba or tencent"],
    ["what happened in 2021", "/timeline 2021"],
    ["what happened in August 2021?", "/timeline August 2021"],
    ["what happened since 2016?", "/timeline since 2016"],
    ["what happened in zhengzhou?", "/timeline zhengzhou"],
    ["timeline of common prosperity", "/timeline of common prosperity"],
    ["the chronology of common prosperity", "/timeline common prosperity"],
    ["when was the sichuan earthquake?", "/timeline sichuan earthquake"],
    ["when did the World Internet Conference take place?", "/timeline World Internet Conference"],
    ["who is xi?", "/who xi"],
    ["Who’s Lu Jun", "/who Lu Jun"],
    ["who are Netizens on Weibo?", "/who Netizens on Weibo"],
    ["please tell me who is the ministry of civil affairs", "/who ministry of civil affairs"],
    ["who is quoted", "/who quoted"],
    ["what is alibaba?", "/define alibaba"],
    ["who has pledged to zhengzhou?", "/pledge zhengzhou"],
  ])("%s", (text, line) => {
    expect(read(text)).toBe(line);
  });

  it.each([
    ["习近平对贫困说了什么？", "/quote 习近平 about:贫困"],
    ["習近平說了什麼", "/quote 習近平"],
    ["阿里巴巴承诺了多少？", "/pledge 阿里巴巴"],
    ["谁向郑州捐了款？", "/pledge 郑州"],
    ["什么是共同富裕？", "/define 共同富裕"],
    ["习近平是谁？", "/who 习近平"],
    ["請問陸軍是誰", "/who 陸軍"],
    ["谁是周鸿祎？", "/who 周鸿祎"],
    ["他信是谁", "/who 他信"],
    ["阿里巴巴是什么？", "/define 阿里巴巴"],
    ["请问共同富裕是什么意思？", "/define 共同富裕"],
    ["比较一下阿里巴巴和腾讯", "/compare 阿里巴巴和腾讯"],
    ["對比阿里巴巴與騰訊", "/compare 阿里巴巴與騰訊"],
    ["阿里巴巴和腾讯相比如何？", "/compare 阿里巴巴和腾讯"],
    ["阿里巴巴和腾讯谁捐得多？", "/compare 阿里巴巴和腾讯"],
    ["2021年发生了什么？", "/timeline 2021年"],
    ["2021年8月發生了什麼事？", "/timeline 2021年8月"],
    ["共同富裕的时间线", "/timeline 共同富裕"],
    ["汶川地震是什么时候？", "/timeline 汶川地震"],
    ["世界互联网大会是哪年举行的", "/timeline 世界互联网大会"],
  ])("%s", (text, line) => {
    expect(read(text)).toBe(line);
  });
});

it.each([
  "",
  "   ",
  "thanks!",
  "alibaba",
  "can we meet at five?",
  "when do we meet?",
  "is your name Refdesk?",
  "who are you",
  "who’s there?",
  "你是谁",
  "谁是他们？",
  "x".repeat(5000),
  "\ud800",
])("%j is none", (text) => {
  expect(read(text)).toBeUndefined();
});
