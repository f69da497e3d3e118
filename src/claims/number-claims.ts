/**
 * Numbers that nobody gave: counts, multiples, and sums from which and to which something rose. Only where a
 * sentence names what a passage is about, counts the same thing, and shares further words with it.
 */

import { findDates } from "../language/dates.ts";
import type { Library } from "../library/library.ts";
import { findMoney } from "../search/money.ts";
import { evidenceWithPointers } from "../shelf/evidence.ts";
import { foldName } from "../shelf/fold.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { isContentWord, splitWords } from "./alignment.ts";
import { isAboutEvent } from "./date-claims.ts";
import { stemWord } from "./purpose.ts";
import type { TokenizedSentence } from "./tokenize.ts";
import type { NumberVerdict } from "./verdicts.ts";

/** A number of something. `of` are the stems of what is counted, or the preposition before a sum. */
interface Quantity {
  readonly text: string;
  readonly value: string;
  readonly of: readonly string[];
  readonly start: number;
  readonly end: number;
}

const MULTIPLES: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100 },
};

const FOLD =
  /\b(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|\d+)[\s-]?(?:fold|times)\b|(\d+)倍/gi;
const COUNT =
  /(?<![\p{L}\d.,$€£¥-])(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s+(thousand|million|billion)|([万萬亿億]))?(?![\d%]|-\p{L}|年|月|日|倍)/giu;
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};
const RISE = /\b(from|to)\s+$/i;

/** What follows a number up to a mark, or a word that begins something else. */
const PHRASE = /^\s*((?:[\p{L}’'-]+\s*){1,4})/u;
const BREAK = /\b(?:and|or|but|in|of|to|for|at|on|by|with|after|from)\b.*$/i;

function counted(text: string, start: number, end: number): string[] {
  const after = (PHRASE.exec(text.slice(end))?.[1] ?? "").replace(BREAK, "");
  const before = /(\p{L}+)\s+$/u.exec(text.slice(0, start))?.[1] ?? "";
  return splitWords(`${after} ${before}`)
    .filter(isContentWord)
    .map(({ word }) => stemWord(word));
}

function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  const free = (start: number, end: number) => !found.some((other) => start < other.end && other.start < end);
  let from = 0;
  const sums: [number, number][] = [];
  for (const { text: written, value, currency } of findMoney(text)) {
    const start = text.indexOf(written, from);
    const end = start + written.length;
    from = end;
    sums.push([start, end]);
    const [, side] = RISE.exec(text.slice(0, start)) ?? [];
    if (side)
      found.push({ text: written, value: `${value} ${currency}`, of: [side.toLowerCase()], start, end });
  }
  for (const match of text.matchAll(FOLD)) {
    const number = (match[1] ?? match[2] ?? "").toLowerCase();
    const [start, end] = [match.index, match.index + match[0].length];
    found.push({
      text: match[0],
      value: String(MULTIPLES[number] ?? Number(number)),
      of: ["fold"],
      start,
      end,
    });
  }
  const dates = findDates(text);
  for (const match of text.matchAll(COUNT)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const dated = dates.some((date) => start < date.end && date.start < end);
    const summed = sums.some(([a, b]) => start < b && a < end);
    // “Qihoo 360”: a number after a name is part of it.
    const isName =
      /\p{Lu}[\p{L}]*\s$/u.test(text.slice(0, start)) && !/^\p{L}+\s$/u.test(text.slice(0, start));
    if (dated || summed || isName || !free(start, end)) continue;
    const scale = SCALES[(match[2] ?? match[3] ?? "").toLowerCase()] ?? 1;
    const value = Number(match[1]!.replaceAll(",", "")) * scale;
    found.push({ text: match[0], value: String(value), of: counted(text, start, end), start, end });
  }
  return found;
}

const stemsOf = (text: string): Set<string> =>
  new Set(
    splitWords(text)
      .filter(isContentWord)
      .map(({ word }) => stemWord(word)),
  );

interface Match {
  readonly quantity: Quantity;
  readonly record: AnyRecord;
  readonly evidence: Evidence;
}

/** The places on the shelf where the same thing is counted. */
async function matching(
  said: Quantity,
  { text, tokens }: TokenizedSentence,
  library: Library,
): Promise<Match[]> {
  const found: Match[] = [];
  const ours = stemsOf(text);
  const records = new Map<RecordRef, AnyRecord>(
    tokens.flatMap(({ record }) => (record ? [[recordRef(record), record] as const] : [])),
  );
  for (const [ref, named] of records) {
    const names = new Set(
      [named.label, ...named.aliases].flatMap((name) => foldName(name).split(" ").map(stemWord)),
    );
    const { hits } = await library.find({ kinds: ["facts", "events"], concerning: ref });
    for (const record of [named, ...hits])
      for (const { evidence } of record.kind === "facts" || record.kind === "events"
        ? evidenceWithPointers(record)
        : []) {
        const theirs = stemsOf(evidence.exact);
        const further = [...ours].filter(
          (stem) => theirs.has(stem) && !names.has(stem) && !/^\d|^(?:million|billion|thousand)$/.test(stem),
        );
        const isEvent = tokens.some(
          (token) => token.record === named && named.kind === "events" && isAboutEvent(named, token, text),
        );
        for (const quantity of quantitiesIn(evidence.exact)) {
          const same = quantity.of.filter((stem) => said.of.includes(stem));
          const beyond = further.filter((stem) => !quantity.of.includes(stem)).length + (isEvent ? 1 : 0);
          if (same.length > 0 && beyond > 0) found.push({ quantity, record, evidence });
        }
      }
  }
  return found;
}

/** The verdicts on the numbers of a sentence, but for those in its quotations. */
export async function checkNumbers(tokenized: TokenizedSentence, library: Library): Promise<NumberVerdict[]> {
  const verdicts: NumberVerdict[] = [];
  const quoted = tokenized.tokens.filter(({ kind }) => kind === "Q");
  for (const said of quantitiesIn(tokenized.text)) {
    if (quoted.some(({ start, end }) => start <= said.start && said.end <= end)) continue;
    if (said.of.length === 0) continue;
    const all = await matching(said, tokenized, library);
    const [first] = all;
    // Two numbers of the same thing leave open which is meant.
    if (!first || new Set(all.map(({ quantity }) => quantity.value)).size > 1) continue;
    const { quantity, record, evidence } = first;
    verdicts.push({
      about: "number",
      kind: quantity.value === said.value ? "borne" : "differs",
      said: said.text,
      known: quantity.text,
      record,
      evidence: [evidence],
      marked: [[{ start: quantity.start, end: quantity.end }]],
    });
  }
  return verdicts;
}
