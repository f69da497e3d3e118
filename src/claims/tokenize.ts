/**
 * A sentence as a row of tokens, and the row's shape: a string with one letter a token, in which the forms of
 * what can be checked are found by patterns. `D` an organization · `P` a person · `E` an event · `K` a term ·
 * `S` a sum · `T` a date · `U` another number · `Q` a quotation · `'` whose · `,` `;` `:` `&` what parts and
 * joins · `c` a name that the shelf does not know · `x` any other word; the rest are the roles of words.
 */
import { type DateRange, findDates } from "../language/dates.ts";
import type { MoneyAmount } from "../search/money.ts";
import { findNumbers } from "../search/numbers.ts";
import { compactName, foldName } from "../shelf/fold.ts";
import type { RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { hanRoleAt, latinRole } from "./lexicon.ts";
import type { QuotedSpan } from "./sentences.ts";

/** A sum with what stands before it that bounds it. */
export interface BoundedSum extends MoneyAmount {
  readonly bound: "over" | "under" | "about" | "none";
  /** The sum with the words that bound it. */
  readonly said: string;
}

/** One token. What it is besides its words depends on its kind. */
export interface ClaimToken {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly record?: AnyRecord;
  readonly sum?: BoundedSum;
  readonly dates?: DateRange;
  readonly quoted?: QuotedSpan;
}

/** A sentence that was read. */
export interface TokenizedSentence {
  readonly text: string;
  readonly tokens: readonly ClaimToken[];
  readonly shape: string;
}

const KIND_OF: Partial<Record<RecordKind, string>> = {
  organizations: "D",
  people: "P",
  events: "E",
  terms: "K",
};

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’](?!s(?![\p{L}\p{N}]))\p{L}+)*/gu;

/** Where the names of records stand in a text; of names that overlap, the longest. A bare number is no name. */
export function locateNames(text: string, records: readonly AnyRecord[]): ClaimToken[] {
  const byName = new Map<string, AnyRecord>();
  for (const record of records)
    for (const name of [record.label, ...record.aliases]) byName.set(compactName(name), record);
  const words = [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ word, index }))
    .filter(({ word, index }) => !(word === "s" && /['’]/.test(text[index - 1] ?? "")));
  const found: ClaimToken[] = [];
  const add = (start: number, end: number, record: AnyRecord) =>
    found.push({ kind: KIND_OF[record.kind] ?? "x", text: text.slice(start, end), start, end, record });
  for (let at = 0; at < words.length; ) {
    const size = [8, 7, 6, 5, 4, 3, 2, 1].find((length) => {
      const joined = foldName(
        words
          .slice(at, at + length)
          .map(({ word }) => word)
          .join(" "),
      );
      const record = at + length <= words.length && byName.get(joined.replaceAll(" ", ""));
      if (!record || /^\d+$/.test(joined)) return false;
      const last = words[at + length - 1]!;
      add(words[at]!.index, last.index + last.word.length, record);
      return true;
    });
    const { word, index } = words[at]!;
    if (size === undefined && isHan(word))
      hanPlaces(word, (start, end, record) => add(index + start, index + end, record), byName);
    at += size ?? 1;
  }
  return found;
}

function hanPlaces(
  run: string,
  add: (start: number, end: number, record: AnyRecord) => void,
  byName: ReadonlyMap<string, AnyRecord>,
): void {
  for (let at = 0; at < run.length; ) {
    const length = Array.from({ length: Math.min(14, run.length - at) - 1 }, (_, index) => index + 2)
      .reverse()
      .find((size) => byName.has(foldName(run.slice(at, at + size)).replaceAll(" ", "")));
    if (length !== undefined)
      add(at, at + length, byName.get(foldName(run.slice(at, at + length)).replaceAll(" ", ""))!);
    at += length ?? 1;
  }
}

const OVER = /(?:more than|over|at least|in excess of|upwards? of|超过|超過|逾)\s*$/i;
const UNDER = /(?:less than|under|up to|at most|below|no more than|高达|高達|不到)\s*$/i;
const ABOUT =
  /(?:nearly|almost|about|around|roughly|approximately|close to|some|近|约|約|大约|大約|将近|將近)\s*$/i;

/** Money where the parser of numbers leaves it open: after 万 and 亿, 元 is no part of another word. */
const isYuan = (text: string, start: number, end: number): boolean =>
  /[万萬亿億]$/.test(text.slice(start, end)) && /^元/.test(text.slice(end));

/** The sums in a text that are surely sums: no range, no dollars but American ones, no strange commas. */
function sumsIn(text: string): ClaimToken[] {
  return findNumbers(text).flatMap(({ value, unit, ...figures }): ClaimToken[] => {
    const yuan = unit === undefined && isYuan(text, figures.start, figures.end);
    const currency = unit?.name ?? (yuan ? "CNY" : "percent");
    if (currency === "percent" || !(value > 0)) return [];
    const start = Math.min(figures.start, unit?.start ?? figures.start);
    const end = Math.max(figures.end, unit?.end ?? figures.end + 1);
    const [before, after] = [text.slice(0, start), text.slice(end)];
    const upward = /from\s+$/i.test(before) || /from\s+[$€£¥]?[\d.,]+\s*\p{L}*\s+to\s+$/iu.test(before);
    const range =
      /^\s*(?:-|–|—|to|and|至|到)\s*[$€£¥]?\d/.test(after) ||
      /(?:between|\d\s*\p{L}*\s*(?:-|–|—|至|到|to|and))\s*$/iu.test(before);
    if ((range && !upward) || /^,\d/.test(after)) return [];
    const led = [OVER, UNDER, ABOUT].map((form) => form.exec(before)?.[0] ?? "");
    const [over, under, about] = led;
    const bound =
      over || /^(?:多|以上|余|餘)/.test(after) ? "over" : under ? "under" : about ? "about" : "none";
    const written = text.slice(start, end);
    const said = `${led.find(Boolean) ?? ""}${written}`;
    return [{ kind: "S", text: written, start, end, sum: { text: written, value, currency, bound, said } }];
  });
}

const overlaps = (a: ClaimToken, b: ClaimToken): boolean => a.start < b.end && b.start < a.end;

const PUNCTUATION: Readonly<Record<string, string>> = {
  ...{ ",": ",", "，": ",", "、": "&", "&": "&", "+": "&", ":": ":", "：": ":" },
  ...{ ";": ";", "；": ";", "—": ";", "–": ";", "(": ";", ")": ";", "（": ";", "）": ";" },
};
const JOINING = /^(?:and|plus|和|及|与|與|以及|跟)$/;
const PARTING =
  /^(?:while|whereas|but|however|although|though|because|than|unlike|like|versus|vs|而|但|但是|虽然|雖然|因为|因為|相比|比)$/;
const HAN_JOINING = /^(?:以及|和|及|与|與|跟)/;
const HAN_PARTING = /^(?:但是|虽然|雖然|因为|因為|相比|而|但|比)/;

/** Words that do one thing together. */
const TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/^(?:up to|more than|less than|at least|close to|in excess of|as much as)$/i, "q"],
  [/^(?:sets? aside|puts? up)$/i, "W"],
  [/^(?:call(?:s|ed)? for|point(?:s|ed)? out|puts? it)$/i, "v"],
];
const TOKEN =
  /['’]s(?![\p{L}\p{N}])|\b(?:up to|more than|less than|at least|close to|in excess of|as much as|sets? aside|puts? up|call(?:s|ed)? for|point(?:s|ed)? out|puts? it)\b|[\p{L}\p{N}\p{M}]+(?:['’.-]\p{L}+)*|[^\s]/giu;

/** Tokens of the words and marks between what was already found. */
function plainTokens(text: string, start: number, end: number, first: boolean): ClaimToken[] {
  const found: ClaimToken[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(TOKEN)) {
    const at = start + match.index;
    const word = match[0];
    const put = (kind: string, offset = 0, length = word.length) =>
      found.push({
        kind,
        text: word.slice(offset, offset + length),
        start: at + offset,
        end: at + offset + length,
      });
    const together = TOGETHER.find(([form]) => form.test(word));
    if (together) put(together[1]);
    else if (/^['’]s$/i.test(word)) put("'");
    else if (isHan(word)) hanTokens(word, put);
    else if (JOINING.test(word.toLowerCase())) put("&");
    else if (PARTING.test(word.toLowerCase())) put(";");
    else if (/^\d/.test(word)) put("U");
    else if (!/[\p{L}\p{N}]/u.test(word)) {
      const kind = PUNCTUATION[word];
      if (kind) put(kind);
    } else {
      const role = latinRole(word);
      const capital =
        /^\p{Lu}/u.test(word) && !(first && found.length === 0 && at === start && role !== undefined);
      put(role ?? (capital ? "c" : "x"));
    }
  }
  return found;
}

function hanTokens(run: string, put: (kind: string, offset: number, length: number) => void): void {
  for (let at = 0; at < run.length; ) {
    const rest = run.slice(at);
    const [joining = ""] = HAN_JOINING.exec(rest) ?? [];
    const [parting = ""] = HAN_PARTING.exec(rest) ?? [];
    const known = hanRoleAt(run, at);
    const [kind, length] =
      rest[0] === "的" || rest[0] === "之"
        ? ["'", 1]
        : known
          ? [known.role, known.length]
          : joining !== ""
            ? ["&", joining.length]
            : parting !== ""
              ? [";", parting.length]
              : ["x", 1];
    put(kind as string, at, length as number);
    at += length as number;
  }
}

/**
 * Reads a sentence.
 * @param records those whose names may stand in it
 * @param quoted quotations that are one token each; what stands in others is read like the rest
 */
export function tokenizeSentence(
  text: string,
  records: readonly AnyRecord[],
  quoted: readonly QuotedSpan[],
): TokenizedSentence {
  const whole = quoted.map(
    (one): ClaimToken => ({ kind: "Q", text: one.text, start: one.start, end: one.end, quoted: one }),
  );
  const dates = findDates(text).map(
    ({ text: written, start, end, date, to }): ClaimToken => ({
      kind: "T",
      text: written,
      start,
      end,
      dates: { date, to },
    }),
  );
  const fixed: ClaimToken[] = [];
  for (const token of [...whole, ...sumsIn(text), ...locateNames(text, records), ...dates])
    if (!fixed.some((other) => overlaps(other, token))) fixed.push(token);
  fixed.sort((a, b) => a.start - b.start);
  const tokens: ClaimToken[] = [];
  let from = 0;
  for (const token of fixed) {
    tokens.push(...plainTokens(text, from, token.start, from === 0), token);
    from = token.end;
  }
  tokens.push(...plainTokens(text, from, text.length, from === 0));
  return { text, tokens, shape: tokens.map(({ kind }) => kind).join("") };
}
