/** Nobody keeps the desk busy with a long message: what a parser takes for four times the input is about four times as long. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { extractPeriod } from "../commands/timeline/period.ts";
import {
  createAsk,
  MAX_LINE_LENGTH,
  MAX_VALUE_LENGTH,
  parseAsk,
  parseFields,
  printAsk,
  quoteMessage,
} from "../src/ask/ask.ts";
import { parsePhrase } from "../src/ask/phrases.ts";
import { checkMessage } from "../src/claims/check-message.ts";
import { findQuoted } from "../src/claims/quoted-spans.ts";
import { sentenceMood } from "../src/claims/sentence-mood.ts";
import { splitMessage } from "../src/claims/sentences.ts";
import { matchStatement } from "../src/claims/statement-match.ts";
import { readStatement } from "../src/claims/statement-words.ts";
import { parseQuoted } from "../src/claims/wording.ts";
import { draftText } from "../src/drafts/draft-text.ts";
import { findDates } from "../src/language/dates.ts";
import { writeFigures } from "../src/language/figures.ts";
import { isEveryone, readRoles, readTitledName, stripCompanySuffixes } from "../src/language/name-forms.ts";
import { beginsQuestion, splitTopic } from "../src/language/question-words.ts";
import { escapeMarkdown } from "../src/platforms/discord/markdown.ts";
import { readableContent } from "../src/platforms/discord/message.ts";
import { askInMessage } from "../src/platforms/discord/message-ask.ts";
import { readableText } from "../src/platforms/slack/payloads.ts";
import { tokenizeText } from "../src/search/analysis.ts";
import { findMoney } from "../src/search/money.ts";
import { foldName } from "../src/shelf/fold.ts";
import { RECORD_KINDS } from "../src/shelf/kinds.ts";
import { parseStrictJson } from "../src/shelf/strict-json.ts";
import { printableText } from "../src/support/printable.ts";
import { bot, library } from "./desks.ts";

const quote = commands.find(({ name }) => name === "quote")!;
const parse = (line: string) => parseAsk(line, commands);

/** The parsers of what comes from outside, each with the length of the longer of its two inputs. */
const PARSERS: readonly (readonly [name: string, length: number, parse: (text: string) => unknown])[] = [
  ["an ask with a sentence", MAX_LINE_LENGTH, (text) => parse(`/check ${text}`)],
  ["an ask with options", MAX_LINE_LENGTH, (text) => parse(`/timeline xi from:${text}`)],
  ["an ask beyond its bound", 40_000, (text) => parse(`/check ${text}`)],
  ["a form", MAX_LINE_LENGTH, (text) => parseFields({ speaker: text, about: text }, quote)],
  ["an ask that is printed", MAX_LINE_LENGTH, (text) => printAsk(createAsk("quote", text, { about: text }))],
  ["a quoted message", 40_000, quoteMessage],
  ["a phrase", 600, (text) => parsePhrase(text, parse)],
  ["a phrase beyond its bound", 40_000, (text) => parsePhrase(text, parse)],
  ["whether a text begins a question", MAX_VALUE_LENGTH, beginsQuestion],
  ["a speaker and a topic", MAX_VALUE_LENGTH, splitTopic],
  ["a name with a title", MAX_VALUE_LENGTH, readTitledName],
  ["a role", MAX_VALUE_LENGTH, (text) => [readRoles(text), isEveryone(text), stripCompanySuffixes(text)]],
  ["dates", 8_000, findDates],
  ["numbers in words", 8_000, writeFigures],
  ["money", 8_000, findMoney],
  ["words to search for", 8_000, (text) => [...tokenizeText(text)]],
  ["quotations", 8_000, findQuoted],
  ["sentences", 8_000, (text) => splitMessage(text, findQuoted(text))],
  ["the mood of a sentence", 8_000, sentenceMood],
  ["the words of a quotation", 8_000, parseQuoted],
  ["JSON, read strictly", 8_000, (text) => parseStrictJson(JSON.stringify([text, { [text]: [text] }]))],
  ["a statement", MAX_VALUE_LENGTH, (text) => readStatement(text, [])],
  ["a statement beside those of the sources", MAX_VALUE_LENGTH, (text) => matchStatement(text, [], library)],
  ["claims", MAX_VALUE_LENGTH, (text) => checkMessage(text, library)],
  ["drafts", 8_000, draftText],
  ["a period", MAX_VALUE_LENGTH, extractPeriod],
  ["a folded name", 8_000, foldName],
  ["names", MAX_VALUE_LENGTH, (words) => library.find({ words })],
  ["names in a text", MAX_VALUE_LENGTH, (text) => library.mentions([text], RECORD_KINDS)],
  ["suggestions", 8_000, (text) => bot.suggest("pledge", "subject", text)],
  ["a search", MAX_VALUE_LENGTH, (words) => library.search({ words })],
  ["the head of a Discord message", 8_000, (text) => askInMessage([{ content: `## a\n-# /${text}` }])],
  ["text for Discord", 8_000, escapeMarkdown],
  ["a message on Discord", MAX_LINE_LENGTH, readableContent],
  ["mrkdwn", 40_000, readableText],
  ["printable text", 40_000, printableText],
];

/** Marks and words that begin something which a parser may look for to the end. */
const PIECES = [
  ...['"', "“", "”", "‘", "’", "'", "「", "«", "\\", "`", "*", "_", "|", "@", "#", "-# ", "\n", " ", "  "],
  ...[
    "<",
    "<@",
    "</a:1",
    "<:a:1",
    "<#a|",
    "<http://a|",
    ">",
    "&lt;",
    "[",
    "[…",
    "]",
    "(",
    ".",
    "...",
    "…",
    "?",
    "。",
    "，",
  ],
  ...["a", "A.", "x:", "about:", "about ", "item:", "1", "1,", "1.5", "$1 ", "5 million ", "2021-", "May 1"],
  ...["2021年", "年", "元", "十", "亿", "中", "共同", "习近平", "说", "对", "什么", "请", "是谁"],
  ...["who ", "what did ", "say about ", "please ", "compare ", "Alibaba ", "Xi said ", "pledged ", "not "],
  ...["could you please tell me ", "i would like to know if ", "mr ", "ceo of ", "in total ", "for ", "on "],
  ...["给", "捐", "多少", "怎么看", "谢谢", "关于"],
  ...["from 1 to ", "more than ", "e\u0301", "\u0301", "\u202e", "\u00a0", "\ud800", "👨‍👩‍👧"],
  ...["1,11", "a.", "a’", "税", "-"],
  ...["&", "&#", "&rsquo;", "\u200b", "\u00ad", "\u05d0"],
];
const text = fc.record({
  head: fc.constantFrom("", "“", "1", "what did "),
  unit: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join("")),
  tail: fc.constantFrom("", "x", "\u0001 9", " say", "”"),
});

/** Below this, in milliseconds, a measurement says nothing, and nobody waits. */
const UNFELT = 3;

/** Repeats a unit, whole each time: what is cut may be read in another way, and take another time. */
const filled = (unit: string, length: number) => unit.repeat(Math.max(1, Math.floor(length / unit.length)));

/** The processor's time that this process has had, in milliseconds: what else the machine does is not in it. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * Runs a work, and returns how long it took, in milliseconds: by the clock, which counts what else the machine does, or by the
 * processor's time, which counts what other threads of this process do, whichever is less.
 */
async function timeOf(work: () => unknown): Promise<number> {
  const [since, used] = [performance.now(), processorTime()];
  await work();
  return Math.min(performance.now() - since, processorTime() - used);
}

/** Returns the shortest of several runs of each work, in milliseconds. They take turns, as both get faster. */
async function shortest(works: readonly (() => unknown)[], runs: number): Promise<number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs && best.some((time) => time > UNFELT / 3); run++)
    for (const [index, work] of works.entries()) best[index] = Math.min(best[index]!, await timeOf(work));
  return best;
}

/** What four times the input may take, in times of the one: between the 4 of a line and the 16 of a square. */
const MOST_GROWTH = 8;

/** Returns how many times as long the long work takes as the short one; 1 where nobody would feel it. */
async function growth(long: () => unknown, short: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  // Measured anew where it seems too much.
  for (const runs of [3, 10, 30]) {
    const [longest = 0, shorter = 0] = await shortest([long, short], runs);
    least = longest < UNFELT ? 1 : Math.min(least, longest / shorter);
    if (least < MOST_GROWTH) break;
  }
  return least;
}

describe("four times the input takes about four times as long", () => {
  it.each(PARSERS)("%s", { timeout: 600_000 }, async (_, length, parser) => {
    await parser("warm");
    await fc.assert(
      fc.asyncProperty(text, async ({ head, unit, tail }) => {
        const of = (size: number) => () => parser(head + filled(unit, size) + tail);
        expect(await growth(of(length), of(length / 4))).toBeLessThan(MOST_GROWTH);
      }),
      {
        examples: PIECES.map((unit) => [{ head: "", unit, tail: "" }]),
        numRuns: PIECES.length + 40,
      },
    );
  });
});

it.each([
  ["opening quotation marks", "“", 20_000],
  ["opening quotation marks, each a word", "“ ", 10_000],
  ["opening brackets", "<@", 20_000],
])("a mention of /check and %s blocks nobody", async (_, unit, times) => {
  const mention = (count: number) => () =>
    bot.answerTo(bot.readMessage(readableText(`/check ${unit.repeat(count)}`)));
  expect(await growth(mention(times), mention(times / 4))).toBeLessThan(MOST_GROWTH);
});

it.each([
  ["politeness after a command", "/define ", "could you please tell me ", 19, "x"],
  ["a message of politeness", "", "could you please tell me ", 19, ""],
  ["words that part a topic", "/quote ", "about ", 80, ""],
  ["words for a donor and a cause", "", "给对", 250, ""],
  ["names that no source has", "/who ", "qwx zvb ", 60, ""],
  ["a line that no ask can hold", "", "pledgr ", 20_000, ""],
  ["marks after a question", "who gave ", "?", 20_000, "x"],
])("a question of %s blocks nobody", async (_, head, unit, times, tail) => {
  await bot.answerLine("what did xi say about poverty");
  const asked = (count: number) => async () => {
    const line = head + unit.repeat(count) + tail;
    await bot.answerTo(bot.readMessage(line));
    await bot.answerLine(line);
  };
  expect(await growth(asked(times), asked(Math.ceil(times / 4)))).toBeLessThan(MOST_GROWTH);
});
