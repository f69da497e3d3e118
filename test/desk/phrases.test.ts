/** Questions in words: what each is read as, one a row. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBots } from "../../src/bot.ts";
import { printAsk } from "../../src/desk/ask.ts";
import { readPhrase } from "../../src/desk/phrases.ts";
import { bot, keptLog, library } from "../desks.ts";

const bots = createBots(library, commands, keptLog());
const [simplified, traditional] = [await bots("zh-Hans"), await bots("zh-Hant")];

const read = (text: string, parse = bot.parse): string | undefined => {
  const parsed = readPhrase(text, parse);
  return parsed && ("ask" in parsed ? printAsk(parsed.ask) : parsed.problem.type);
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
    ["please define third distribution", "/define third distribution"],
    ["quote", "/quote"],
    ["quote xi wher:x", "unknown-option"],
  ])("%s", (text, line) => {
    expect(read(text)).toBe(line);
  });

  it.each([
    ["认捐 阿里巴巴", "/pledge 阿里巴巴"],
    ["释义 共同富裕", "/define 共同富裕"],
  ])("%s", (text, line) => {
    expect(read(text, simplified.parse)).toBe(line);
  });

  it("認捐 阿里巴巴", () => {
    expect(read("認捐 阿里巴巴", traditional.parse)).toBe("/pledge 阿里巴巴");
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
    ["can you tell me what common prosperity is?", undefined],
    ["who pledged common prosperity?", "/pledge common prosperity"],
    ["who pledged money to zhengzhou?", "/pledge zhengzhou"],
    ["who gave to zhengzhou", "/pledge zhengzhou"],
    ["how much did alibaba pledge?", "/pledge alibaba"],
    ["how much did alibaba give", "/pledge alibaba"],
    ["how much money did tencent donate to zhengzhou?", "/pledge tencent"],
    ["how much has alibaba pledged?", "/pledge alibaba"],
    ["what did alibaba commit?", "/pledge alibaba"],
    ["pledges by alibaba", "/pledge alibaba"],
    ["what did xi say about about:x", "/quote xi about:about:x"],
  ])("%s", (text, line) => {
    expect(read(text)).toBe(line);
  });

  it.each([
    ["习近平对贫困说了什么？", "/quote 习近平 about:贫困"],
    ["習近平說了什麼", "/quote 習近平"],
    ["阿里巴巴承诺了多少？", "/pledge 阿里巴巴"],
    ["谁向郑州捐了款？", "/pledge 郑州"],
    ["什么是共同富裕？", "/define 共同富裕"],
    ["请问共同富裕是什么意思？", "/define 共同富裕"],
  ])("%s", (text, line) => {
    expect(read(text)).toBe(line);
  });
});

it.each(["", "   ", "thanks!", "alibaba", "can we meet at five?", "who are you", "x".repeat(5000), "\ud800"])(
  "%j is none",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

it("takes no long time over what is made to take it", () => {
  const started = performance.now();
  for (const text of ["what did ".repeat(60), `what did ${"a say ".repeat(90)}`, "对说什么".repeat(140)])
    read(text);
  expect(performance.now() - started).toBeLessThan(500);
});
