/** Cuts a passage to what carries it, from word to word, so that its sense is kept. */
import type { Passage } from "../desk/answer.ts";
import { clausePattern, clauseWords } from "../language/clause-grammar.ts";

/** A passage up to this length is shown whole: with stated values, and without. In UTF-16 units. */
const WHOLE = { stated: 160, plain: 300 } as const;

/** Patterns and what they test are in lower case: without a flag for case they are ready in half the time. */
const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"), "u");
const DENIES = clausePattern(({ denies }) => denies);
const LIMITS = clausePattern(({ limits }) => limits);
const SAYS = new Set(clauseWords(({ says }) => says));
/** What may not be left out: who speaks, and what denies, doubts, limits or sets a condition. */
const KEPT = pattern(
  ...[DENIES, LIMITS],
  clausePattern(({ supposes }) => supposes),
  clausePattern(({ supposesAsCased }) => supposesAsCased),
  clausePattern(({ speaks }) => speaks),
  clausePattern(({ attributes }) => attributes),
);
const WORD = /\p{L}+/gu;
/** Whether a clause may not be left out. Verbs of saying are looked up: as a pattern, they take longer than all else. */
const isKept = (clause: string): boolean =>
  KEPT.test(clause) || (clause.match(WORD) ?? []).some((word) => SAYS.has(word));
/** The beginning of a sentence that turns the sense of the one before it. */
const TURNS = pattern(DENIES, LIMITS);
const BEGINNING = 24;
/** A first clause that only says when, where or how. */
const ADVERBIAL = pattern(clausePattern(({ adverbials }) => adverbials));

/** A stretch of a passage, as offsets into its text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const CLAUSE_END = /[,;:，；：、]\s*|\s[–—]\s|[.!?。！？]["”’」』]?\s+(?=\p{Lu}|\p{Script=Han}|["“‘「『])/gu;
const isSentenceEnd = (text: string): boolean => /[.!?。！？]["”’」』]?\s*$/u.test(text);

/** Splits a text into clauses, outside of quotation marks and not inside numbers. */
function clausesOf(text: string): Stretch[] {
  const ends = [...text.matchAll(CLAUSE_END)]
    .map(({ index, 0: mark }) => index + mark.length)
    .filter((end) => !isInQuotation(text, end) && !/\d[,.]$/.test(text.slice(0, end)));
  return [...ends, text.length].flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    return start < end ? [{ start, end }] : [];
  });
}

function isInQuotation(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf("“") > before.lastIndexOf("”") ||
    before.lastIndexOf("「") > before.lastIndexOf("」") ||
    before.split('"').length % 2 === 0
  );
}

const overlaps = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;

/** A clause that goes on from the one before it: a member of a list, or what is said of it. */
const JOINED = pattern(clausePattern(({ joined }) => joined));

/** Groups clauses by sentence. */
function sentencesOf(clauses: readonly Stretch[], text: string): Stretch[][] {
  const all: Stretch[][] = [[]];
  for (const clause of clauses) {
    all.at(-1)!.push(clause);
    if (isSentenceEnd(text.slice(clause.start, clause.end))) all.push([]);
  }
  return all.filter((sentence) => sentence.length > 0);
}

/** Returns the clauses of a sentence that carry stated values, with its subject and what may not be left out. */
function carrying(sentence: readonly Stretch[], text: string, stated: readonly Stretch[]): Stretch[] {
  const of = ({ start, end }: Stretch) => text.slice(start, end).toLowerCase();
  const isCarrying = (clause: Stretch) => stated.some((value) => overlaps(clause, value));
  if (!sentence.some(isCarrying)) return [];
  const subject = sentence.findIndex((clause) => !ADVERBIAL.test(of(clause)));
  const kept = sentence.map((clause, index) => index === subject || isCarrying(clause) || isKept(of(clause)));
  for (let index = sentence.length - 1; index > 0; index--)
    if (kept[index] && JOINED.test(of(sentence[index]!))) kept[index - 1] = true;
  return sentence.filter((_, index) => kept[index]);
}

/** Joins stretches between which only a space stands. */
function neighboursJoined(stretches: readonly Stretch[], text: string): Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of stretches) {
    const last = all.at(-1);
    const isNext = last && text.slice(last.end, stretch.start).trim() === "" && stretch.start >= last.end;
    if (isNext) all[all.length - 1] = { start: last.start, end: stretch.end };
    else all.push(stretch);
  }
  return all;
}

/** Cuts a passage to some of its stretches. */
function cutTo(passage: Passage, kept: readonly Stretch[]): Passage[] {
  const { text, start, stated = [], source } = passage;
  return kept.map((stretch, index) => {
    const own = text.slice(stretch.start, stretch.end);
    const from = stretch.start + (own.length - own.trimStart().length);
    const isLast = index === kept.length - 1;
    const body = text.slice(from, stretch.end).trimEnd();
    const trimmed = body.replace(/[,;:，；：、–—\s]+$/u, "");
    // A mark at the end of what is stated stays.
    const last = stated.findLast(({ start, end }) => start >= from && end <= from + body.length);
    const shown =
      isLast && stretch.end < text.length
        ? body.slice(0, Math.max(trimmed.length, (last?.end ?? from) - from))
        : body;
    const within = neighboursJoined(
      stated.filter((value) => value.start >= from && value.end <= from + shown.length),
      text,
    );
    return {
      source,
      text: shown,
      start: start + from,
      end: start + from + shown.length,
      marked: within.map((value) => ({ start: value.start - from, end: value.end - from })),
      omitted: {
        ...(index === 0 && from > 0 ? { before: true as const } : {}),
        ...(isLast && from + shown.length < text.trimEnd().length ? { after: true as const } : {}),
      },
    };
  });
}

/** Returns the first whole sentences that fit, at least one; more where what follows turns their sense. */
function firstSentences(passage: Passage): Passage[] {
  const { text } = passage;
  const ends = clausesOf(text)
    .map(({ end }) => end)
    .filter(
      (end) =>
        isSentenceEnd(text.slice(0, end)) && !TURNS.test(text.slice(end, end + BEGINNING).toLowerCase()),
    );
  const end = ends.findLast((at) => at <= WHOLE.plain) ?? ends[0] ?? text.length;
  return cutTo(passage, [{ start: 0, end }]);
}

/**
 * Returns the parts of a passage that carry it, in order, with what is stated marked. A passage that is short enough is
 * returned whole. Nothing is cut inside a clause, and no clause with a speaker, a denial or a condition is left out.
 */
export function excerptPassage(passage: Passage): Passage[] {
  const { text, stated = [] } = passage;
  const whole = [{ start: 0, end: text.length }];
  if (text.length <= (stated.length > 0 ? WHOLE.stated : WHOLE.plain)) return cutTo(passage, whole);
  if (stated.length === 0) return firstSentences(passage);
  const clauses = clausesOf(text);
  const kept = sentencesOf(clauses, text).flatMap((sentence) => carrying(sentence, text, stated));
  return cutTo(passage, kept.length === 0 ? whole : neighboursJoined(kept, text));
}
