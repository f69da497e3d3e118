/**
 * Walks over answers in Chinese as their readers do, presses every button and menu item, and finds no English and no half-width punctuation in them but
 * the sources' own words, their titles and publishers, what was typed, and names that have no Chinese form.
 */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { printAsk } from "../../src/ask/ask.ts";
import { answerForm } from "../../src/delivery/brief.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { layoutPage } from "../../src/delivery/layout.ts";
import type { AnswerPage } from "../../src/delivery/renderer.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { type Answer, blockPassages } from "../../src/desk/answer.ts";
import { type Bot, createBotFactory } from "../../src/desk/bot.ts";
import { DISCORD_CONTROL_CAPACITY } from "../../src/platforms/discord/controls.ts";
import { SLACK_CONTROL_CAPACITY } from "../../src/platforms/slack/controls.ts";
import { chineseFault } from "../chinese-words.ts";
import { keptLog, library, shelf } from "../desks.ts";

/** Asks beside the examples of the commands. */
const FURTHER = {
  "zh-Hans": [
    ...["/pledge 腾讯", "/pledge 小米", "/pledge 郑州", "/pledge 世界互联网大会", "/pledge 京东", "/pledge"],
    ...[
      "/quote 习近平",
      "/quote 陆军",
      "/quote 王信贤",
      "/quote 习近平 about:贫困",
      "/quote 微博网友",
      "/quote",
    ],
    ...[
      "/define 三次分配",
      "/define 非法社会组织",
      "/define 政治觉悟",
      "/who 阿里巴巴",
      "/who 民政部",
      "/who",
    ],
    ...["/compare 阿里巴巴 腾讯", "/timeline 共同富裕", "/timeline 郑州", "/timeline", "/search 贫困"],
    ...["/source voa", "/source", "/cite 美国之音 style:apa", "/check 阿里巴巴承诺捐款200亿美元。"],
    ...[
      "/check 腾讯承诺捐款1.54亿美元。",
      "/check 你好。",
      "谁为郑州捐了款？",
      "/pledg 腾讯",
      "/help pledge",
    ],
  ],
  "zh-Hant": [
    ...["/pledge 騰訊", "/pledge 小米", "/pledge 鄭州", "/pledge 世界互聯網大會", "/pledge 京東", "/pledge"],
    ...[
      "/quote 習近平",
      "/quote 陸軍",
      "/quote 王信賢",
      "/quote 習近平 about:貧困",
      "/quote 微博網友",
      "/quote",
    ],
    ...[
      "/define 三次分配",
      "/define 非法社會組織",
      "/define 政治覺悟",
      "/who 阿里巴巴",
      "/who 民政部",
      "/who",
    ],
    ...["/compare 阿里巴巴 騰訊", "/timeline 共同富裕", "/timeline 鄭州", "/timeline", "/search 貧困"],
    ...["/source voa", "/source", "/cite 美國之音 style:apa", "/check 阿里巴巴承諾捐款200億美元。"],
    ...[
      "/check 騰訊承諾捐款1.54億美元。",
      "/check 你好。",
      "誰為鄭州捐了款？",
      "/pledg 騰訊",
      "/help pledge",
    ],
  ],
} as const;

/** Blanks the sources' own words in an answer, wherever it has them. */
function withoutPassages<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutPassages) as Value;
  if (typeof value !== "object" || value === null) return value;
  const isStated = "stated" in value && value.stated === true;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isSource =
        (key === "text" && "start" in value) || key === "fragment" || (isStated && key === "value");
      return [key, isSource ? "" : key === "ask" ? inner : withoutPassages(inner)];
    }),
  ) as Value;
}

/** Whether a form has a file or a text to copy, which is in its own language. */
const withoutCopyable = (answer: Answer): Answer => ({
  ...answer,
  items: answer.items.map((item) => item.filter(({ type }) => type !== "copyable")),
});

async function readAnswer(line: string, bot: Bot) {
  const { messages } = bot;
  const answer = answerForm(await bot.answerLine(line), messages);
  const page: { drawn?: AnswerPage } = {};
  fitAnswer(
    withoutCopyable(withoutPassages(answer)),
    (one) => {
      page.drawn = one;
      return "";
    },
    () => true,
  );
  const shown = page.drawn!;
  const controls = [SLACK_CONTROL_CAPACITY, DISCORD_CONTROL_CAPACITY].map(
    (capacity) => layoutPage(shown, messages, { isPrivate: answer.audience === "asker" }, capacity).controls,
  );
  const pressed = controls.flatMap(({ menu, buttons, more }) => [...menu, ...buttons, ...more]);
  const asks = pressed.flatMap((control) => ("line" in control && control.line ? [control.line] : []));
  const text = renderTextPage({ ...shown, answer: { ...shown.answer, buttons: [] } }, messages);
  const lines = [line, printAsk(answer.ask), ...asks];
  const passages = [...answer.opening, ...answer.items.flat()]
    .flatMap(blockPassages)
    .map((passage) => passage.text);
  const given = [
    ...lines,
    ...lines.map((one) => one.replace(/^\/[a-z]+ /, "")),
    answer.ask.text,
    ...passages,
  ];
  return { asks, given, texts: [text, ...pressed.map(({ label }) => label)] };
}

describe.each(["zh-Hans", "zh-Hant"] as const)("in %s, with every button and menu item pressed", (locale) => {
  const ledger = {
    citedIn: async () => [...shelf.sources.keys()].map((source) => ({ source, first: new Date(0) })),
  };
  const botFor = createBotFactory(library, commands, keptLog(), { citationLog: ledger });
  const lines = [...commands.flatMap(({ examples }) => examples), ...FURTHER[locale]];

  it("no answer has English of the desk’s", async () => {
    const bot = await botFor(locale);
    const seen = new Set<string>();
    const faults: string[] = [];
    const check = async (line: string, from: string): Promise<readonly string[]> => {
      if (seen.has(line)) return [];
      seen.add(line);
      const { asks, given, texts } = await readAnswer(line, bot);
      for (const text of texts)
        for (const shown of text.split("\n")) {
          const fault = chineseFault(shown, given);
          if (fault !== undefined) faults.push(`${from}${line} | ${shown} | ${fault}`);
        }
      return asks;
    };
    for (const line of lines) for (const ask of await check(line, "")) await check(ask, `${line} > `);
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(150);
  });
});
