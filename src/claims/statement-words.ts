/** Reads a statement as the words, names, numbers and dates that it is made of, whatever its wording. */
import { CLAIM_GRAMMARS, claimPattern, claimWords, UNSPACED_GRAMMARS } from "../language/claim-grammar.ts";
import { findDates } from "../language/dates.ts";
import { writeFigures } from "../language/figures.ts";
import { NUMBER_SCALES } from "../language/numbers.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import { containsHan } from "../support/han.ts";
import { isContentWord, splitWords, type TextWord } from "./alignment.ts";
import { freeRuns } from "./free-runs.ts";
import { locateNames } from "./name-tokens.ts";
import { isOffice } from "./offices.ts";
import { findQuantities } from "./quantities.ts";
import {
  GLOSS_LENGTHS,
  GLOSSES,
  isLight,
  isVagueNumber,
  NEGATIONS,
  numberOf,
  OPERATORS,
} from "./statement-lexicon.ts";
import { isLinkWord, isOperator, type StatementPart } from "./statement-parts.ts";
import { findWholeNumbers } from "./whole-figures.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

const AGENT = new RegExp(
  `(?<!\\p{L})(?:${STATEMENT_GRAMMARS.map(({ agent }) => agent).join("|")})\\s+(?:(?:the|its|their|his|her)\\s+)?(?:[\\p{L}'’-]+\\s+){0,3}$`,
  "iu",
);
/** How many characters before a name the word before an agent may stand. */
const AGENT_REACH = 60;
const isAfterAgentWord = (text: string, start: number): boolean =>
  AGENT.test(text.slice(Math.max(0, start - AGENT_REACH), start));

/** A phrase of time or place before the first comma. */
const OPENING = new RegExp(
  `^\\s*(?:${STATEMENT_GRAMMARS.map(({ openings }) => openings).join("|")})\\b[^,]{1,120},`,
  "iu",
);
/** What stands before a colon, with a date among it. */
const HEADING = /^[^:]{0,40}\d[^:]{1,100}: /u;
const PHRASES = [
  ...STATEMENT_GRAMMARS.flatMap(({ phrases }) => phrases),
  ...CLAIM_GRAMMARS.flatMap(({ glossPhrases }) => glossPhrases ?? []),
].map(([form, word]) => ({ form: new RegExp(form, "giu"), word }));
/** Words before a colon that only say what follows, as in “Caption check: …”. */
const LEAD_IN = /^[^:]{1,60}:\s+(?=\S)/u;
const MOST_LEADING_WORDS = 4;

/** Returns the words before a colon that only say what follows: few, and no name among them. */
function leadIn(text: string, records: readonly AnyRecord[]): string {
  const lead = LEAD_IN.exec(text)?.[0] ?? "";
  const isShort = splitWords(lead).length <= MOST_LEADING_WORDS;
  return isShort && locateNames(lead, records).length === 0 ? lead : "";
}

/** Returns a text with each phrase as the word that it stands for. Offsets are those of the returned text. */
export const joinPhrases = (text: string): string =>
  PHRASES.reduce(
    (joined, { form, word }) => joined.replace(form, word),
    writeFigures(text.replace(/[’‘]/g, "'")),
  );

/** A number with a scale right after it, in a language without spaces. */
const SCALED = new RegExp(
  `(\\d[\\d,]*(?:\\.\\d+)?)(${claimPattern(({ counts }) => counts.scales, UNSPACED_GRAMMARS)})`,
  "gu",
);

/** What stands before a sum that something rose from, to or by. */
const SIDE = new RegExp(
  `\\b(${claimPattern(({ sums }) => sums.riseFrom)}|${claimPattern(({ sums }) => sums.riseTo)}|${STATEMENT_GRAMMARS.map(({ agent }) => agent).join("|")})\\s+$`,
  "iu",
);

/** A part with its end, and what stands before it. */
type PlacedPart = StatementPart & { readonly end: number };

function fixedParts(text: string, records: readonly AnyRecord[]): PlacedPart[] {
  const names = locateNames(text, records).flatMap(({ text: name, start, end, record }): PlacedPart[] =>
    record
      ? [
          {
            kind: "name",
            text: name,
            key: recordRef(record),
            start,
            end,
            record,
            isAgent: isAfterAgentWord(text, start),
          },
        ]
      : [],
  );
  const dates = findDates(text).map(
    ({ text: date, start, end, ...dates }): PlacedPart => ({
      kind: "date",
      text: date,
      key: dates.date,
      start,
      end,
      dates,
    }),
  );
  const sums = findWholeNumbers(text).flatMap(({ value, unit, ...figures }): PlacedPart[] => {
    const start = Math.min(figures.start, unit?.start ?? figures.start);
    const end = Math.max(figures.end, unit?.end ?? 0);
    const number = text.slice(start, end);
    if (unit === undefined && !/\p{L}$/u.test(number)) return [];
    const side = SIDE.exec(text.slice(0, start))?.[1]?.toLowerCase();
    return [
      {
        kind: "number",
        text: number,
        key: `${value}`,
        start,
        end,
        ...defined({ side, unit: unit?.name }),
      },
    ];
  });
  const counts = findQuantities(text).map(
    ({ text: number, value, start, end }): PlacedPart => ({
      kind: "number",
      text: number,
      key: value.replace(/ .*$/, ""),
      start,
      end,
    }),
  );
  const scaled = [...text.matchAll(SCALED)].map(
    ({ 0: number, 1: figures = "", 2: scale = "", index }): PlacedPart => {
      const value = Number(figures.replaceAll(",", "")) * (NUMBER_SCALES[scale] ?? 1);
      return { kind: "number", text: number, key: `${value}`, start: index, end: index + number.length };
    },
  );
  return [...names, ...dates, ...sums, ...scaled, ...counts];
}

/** Reads a single word, or returns undefined if it adds nothing. */
function wordPart(text: string, { word, start, end }: TextWord): PlacedPart | undefined {
  const number = numberOf(word);
  if (number !== undefined) return { kind: "number", text: word, key: `${number}`, start, end };
  const key = wordKey(word);
  if (isOperator(word)) return { kind: "operator", text: word, key, start, end };
  if (!isContentWord({ word, start, end }) || isLight(word) || word.length < 2) return undefined;
  // The first word of a sentence has a capital whether it is a name or not, unless another follows.
  const opens = start === 0 || /[.:!?“”"'(]\s*$/.test(text.slice(0, start));
  const isName = opens
    ? /^\p{Lu}\p{L}+ \p{Lu}\p{Ll}/u.test(text.slice(start))
    : /^\p{Lu}/u.test(text.slice(start));
  if (isOffice(text.slice(start, end)))
    return { kind: "word", text: text.slice(start, end), key, start, end };
  const isAgent = isAfterAgentWord(text, start);
  return {
    kind: isName && !isLinkWord(word) ? "name" : "word",
    text: text.slice(start, end),
    key,
    start,
    end,
    isAgent,
  };
}

/** Reads a run without spaces by the longest words that say something in English; a letter that begins none is a part. */
function unspacedParts(run: string, at: number): PlacedPart[] {
  const parts: PlacedPart[] = [];
  for (let from = 0; from < run.length; ) {
    const length = GLOSS_LENGTHS.find((size) => GLOSSES.has(run.slice(from, from + size))) ?? 1;
    const text = run.slice(from, from + length);
    const [start, end] = [at + from, at + from + length];
    const readings = GLOSSES.get(text);
    const number = readings === undefined ? numberOf(text) : undefined;
    if (number !== undefined) parts.push({ kind: "number", text, key: `${number}`, start, end });
    else if (readings === undefined) parts.push({ kind: "word", text, key: text, start, end });
    else if (readings.every((reading) => reading.length > 0))
      for (const [index, word] of readings[0]!.entries()) {
        const changes = OPERATORS.has(word) || NEGATIONS.has(word);
        const likewise = readings.filter((reading) => reading.length === readings[0]!.length);
        parts.push({
          kind: changes ? "operator" : "word",
          text: changes ? word : text,
          key: wordKey(word),
          meant: word,
          start,
          end,
          senses: likewise.map((reading) => wordKey(reading[index]!)),
        });
      }
    from += length;
  }
  return parts;
}

const COUNTERS = new Set(claimWords(({ counts }) => counts.counters));
/** Tells whether a part only says that people are counted, as in “12万人” and “dozens of people”. */
const isCounter = (part: PlacedPart, before: PlacedPart | undefined, text: string): boolean =>
  before !== undefined &&
  COUNTERS.has(part.text) &&
  /^ ?(?:of )?$/.test(text.slice(before.end, part.start)) &&
  (before.kind === "number" || isVagueNumber(before));

/** Joins the words of each name that is not on record. */
function joinNames(parts: readonly PlacedPart[], text: string): PlacedPart[] {
  const joined: PlacedPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isOneName =
      part.kind === "name" &&
      last?.kind === "name" &&
      !part.record &&
      !last.record &&
      /^ (?:(?:of|for|and|the) ){0,2}$/.test(text.slice(last.end, part.start));
    if (!isOneName) joined.push(part);
    else
      joined[joined.length - 1] = {
        ...last,
        text: text.slice(last.start, part.end),
        key: `${last.key} ${part.key}`,
        end: part.end,
      };
  }
  return joined;
}

/** What stands after “by” and is nobody who acts: “by donating”. */
const GERUND = new RegExp(`(?:${STATEMENT_GRAMMARS.map(({ gerund }) => gerund).join("|")})$`, "u");

/** Reads a text as parts, in order. `records` are those whose names it may hold. */
export function readStatement(written: string, records: readonly AnyRecord[]): StatementPart[] {
  const text = joinPhrases(written.slice(leadIn(written, records).length));
  const parts: PlacedPart[] = [];
  const taken = new Uint8Array(text.length);
  const add = (part: PlacedPart) => {
    if (taken.subarray(part.start, part.end).includes(1)) return;
    taken.fill(1, part.start, part.end);
    parts.push(part);
  };
  fixedParts(text, records).forEach(add);
  for (const word of splitWords(text)) {
    if (containsHan(word.word)) continue;
    const part = wordPart(text, word);
    if (part) add(part);
  }
  for (const { start, text: run } of freeRuns(text, taken)) parts.push(...unspacedParts(run, start));
  parts.sort((a, b) => a.start - b.start);
  const opening = (OPENING.exec(text) ?? HEADING.exec(text))?.[0].length ?? 0;
  return joinNames(
    parts.filter((part, index) => !isCounter(part, parts[index - 1], text)),
    text,
  ).map((placed, index, all) => {
    const next = all[index + 1];
    const gap = text.slice(all[index - 1]?.end ?? 0, placed.start);
    const part = {
      ...placed,
      gap,
      ...(next ? {} : { tail: text.slice(placed.end) }),
      isAgent: placed.isAgent === true && !(placed.kind === "word" && GERUND.test(placed.text)),
    };
    if (part.kind === "name" && part.start < opening) return { ...part, isAdjunct: true };
    if (part.kind !== "number" || next?.kind !== "word") return part;
    return { ...part, of: next.key, isCount: /^[ -]$/.test(text.slice(part.end, next.start)) };
  });
}
