/** Drafts quotations: what somebody is said to have spoken, with the speaker where the text says who. */

import { draftPattern } from "../../language/draft-grammar.ts";
import {
  EXPLAINED_BEHIND,
  HAN_DESCRIBES,
  NAMED_BEFORE,
  NAMED_BEHIND,
  OF_SUM,
  SPOKEN_END,
} from "../../language/draft-patterns.ts";
import {
  ACTING_PRONOUN,
  CALLS_BEFORE,
  DEFINES_BEFORE,
  DESCRIBES_BEFORE,
  NAMES_WORD,
} from "../../language/en/draft-phrases.ts";
import { containsHan } from "../../support/han.ts";
import type { Draft } from "../draft.ts";
import type { Entity } from "../entities.ts";
import { type Reading, type ReadSentence, type Segment, sentenceAt } from "../reading.ts";
import { antecedent, subjectsOf } from "../reference.ts";
import { type Attributed, attributedIn, type Spoken } from "../speakers.ts";

const NAMING = new RegExp(
  String.raw`(?:(?<![\p{L}])|(?<=\p{Script=Han})|^)${draftPattern(({ defining }) => defining.naming)}(?:[,:，：]|${OF_SUM})?\s*(?:(?:a|an|the|as)\s)?$`,
  "iu",
);
const SENTENCE_END = /[.?!…。？！][”’"']?$/u;
const COUNT = /[\p{L}\p{N}’'-]+/gu;

/** Counts words; a Chinese character is half of one. */
const lengthOf = (words: string): number => {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han / 2 + (words.replace(/\p{Script=Han}/gu, " ").match(COUNT)?.length ?? 0);
};

/** Tells whether words are a title or a name: all but the small ones have a capital. */
function isTitle(words: string): boolean {
  const long = words.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return (
    long.length > 0 &&
    !containsHan(words) &&
    /^\p{Lu}|^\d/u.test(words) &&
    long.every((word) => /^\p{Lu}/u.test(word)) &&
    (long.length > 1 || !SENTENCE_END.test(words)) &&
    !/[.?!]$/.test(words)
  );
}

/** Words in marks as they stand in their sentence. */
interface Placed {
  readonly segments: readonly Segment[];
  readonly words: string;
  readonly sentence: ReadSentence;
  readonly last: ReadSentence;
  readonly before: string;
  readonly after: string;
  readonly isWhole: boolean;
}

function placed(reading: Reading, segments: readonly Segment[]): Placed {
  const [first, last] = [segments[0]!, segments.at(-1)!];
  const sentence = reading.sentences[sentenceAt(reading, first.outer.start)]!;
  const lastSentence = reading.sentences[sentenceAt(reading, last.outer.start)]!;
  const words = segments.map(({ start, end }) => reading.text.slice(start, end)).join(" ");
  return {
    segments,
    words,
    sentence,
    last: lastSentence,
    before: reading.text.slice(Math.max(sentence.block.start, first.outer.start - 80), first.outer.start),
    after: reading.text.slice(last.outer.end, Math.min(lastSentence.block.end, last.outer.end + 80)),
    isWhole:
      SENTENCE_END.test(words) &&
      /^["“‘]?(?:\p{Lu}|\p{Script=Han}|\d|…|\.\.\.|['’“]|\$|£|€|[[(])/u.test(words) &&
      lengthOf(words) >= 2,
  };
}

/** Tells whether words in marks are spoken, and not a term, a title or a name that is marked as one. */
function isSpoken(
  one: Placed,
  attribution: Attributed | undefined,
  repeated: (words: string) => boolean,
): boolean {
  const { words, before, isWhole, segments } = one;
  const size = lengthOf(words);
  const isSingle = /[‘']/.test(segments[0]!.mark);
  const isGiven = attribution !== undefined;
  if (one.sentence.block.isHeading && !isGiven && segments[0]!.outer.end !== one.sentence.block.end)
    return false;
  if (/《$/.test(before) || DEFINES_BEFORE.test(before)) return false;
  if (isTitle(words) && !(attribution?.isDirect && attribution.closed)) return false;
  if (size <= 3 && /[:：]\s*$/u.test(before) && NAMES_WORD.test(before)) return false;
  if (!isWhole && EXPLAINED_BEHIND.test(one.after)) return false;
  const isPlain = containsHan(words) && !/[，。！？；：、]/u.test(words);
  if (isPlain && size <= 8 && (NAMED_BEFORE.test(before) || NAMED_BEHIND.test(one.after))) return false;
  const isNamed = NAMING.test(before) && !attribution?.isDirect;
  const isJudged = size >= 5 && /^(?:an?|the) /u.test(words) && CALLS_BEFORE.test(before);
  if (isNamed && !isJudged && !(isWhole && size >= 6)) return false;
  if (isSingle && size < 4 && !attribution?.isDirect) return false;
  if (isSingle && !isGiven && !isWhole) return false;
  if (isWhole && (size >= 3 || isGiven)) return true;
  if (attribution?.isDirect && attribution.closed) return true;
  if (repeated(words) && size <= 5) return false;
  if (attribution?.isDirect && /[:：]\s*$/u.test(before)) return true;
  if (!isGiven && isPlain) return size >= 6;
  if (!isGiven) return size >= 4 && !/(?<![\p{L}])(?:the|an?|of)\s$/iu.test(before);
  if (containsHan(words))
    return (
      size >= 4 ||
      /[，。！？；]/u.test(words) ||
      (size >= 2 && (HAN_DESCRIBES.test(before) || /^。/u.test(one.after)))
    );
  if (size >= 4) return true;
  return DESCRIBES_BEFORE.test(before) && /^\p{Ll}/u.test(words) && size <= 3;
}

const SPEAKING_COLON = /[:：]\s*$|\p{Script=Han}，$/u;
const SAYING_LINE = /(?:[:：]|,)\s*$/u;
const GAP = /^[\s,，.。;；]*$/u;

interface Found {
  readonly place: Placed;
  readonly segments: Segment[];
  readonly attribution: Attributed | undefined;
}

/** Returns whose words stand alone: those of whom a line before announces, or of who spoke right before. */
function speakerBefore(
  reading: Reading,
  place: Placed,
  previous: Found | undefined,
  spoken: Spoken,
): Attributed | undefined {
  const { sentence, segments } = place;
  const before = reading.sentences[sentence.index - 1];
  const opens = reading.text.slice(sentence.start, segments[0]!.outer.start).trim() === "";
  const known = (entity: Entity): Attributed => ({ entity, isDirect: true, closed: true });
  // “NAME disagreed: “…””: whoever is the subject of the clause before the colon speaks.
  if (!opens && SPEAKING_COLON.test(reading.text.slice(sentence.start, segments[0]!.outer.start))) {
    const [one, ...others] = subjectsOf(reading, sentence, "people", segments[0]!.outer.start);
    return one && others.length === 0 ? known(one) : undefined;
  }
  if (!before || !opens) return undefined;
  if (SAYING_LINE.test(before.text)) {
    const said = spokenIn(reading, before);
    if (said) return known(said);
  }
  const own = previous && spoken.bySentence.get(before.index);
  if (own && sentence.block.index - before.block.index <= 1) return known(own);
  // A speaker who is not known to the text as somebody goes on all the same.
  const isNext =
    previous &&
    previous.place.last.index >= before.index - 1 &&
    sentence.block.index - previous.place.last.block.index <= 1;
  if (
    isNext &&
    previous.attribution &&
    !previous.attribution.entity &&
    subjectsOf(reading, before, "people").length === 0
  )
    return { ...previous.attribution, isDirect: true };
  const [only, ...more] = subjectsOf(reading, before, "people");
  if (only && more.length === 0 && !before.block.isHeading) return known(only);
  const pronoun = ACTING_PRONOUN.exec(before.text)?.groups?.word;
  if (pronoun !== undefined && !only) {
    const { entity } = antecedent(reading, before, before.start, pronoun, spoken.bySentence, spoken);
    if (entity) return known(entity);
  }
  const others = before.mentions.flatMap(({ entity }) => (entity.kind === "people" ? [entity.name] : []));
  return {
    isDirect: true,
    closed: true,
    question: { about: "speaker", words: "", candidates: [...new Set(others)] },
  };
}

/** Returns who is the subject of the Chinese sentence behind a whole quotation that ends with speaking: “……。”X说。 */
function speakerBehind(reading: Reading, { isWhole, last, segments }: Placed): Attributed | undefined {
  const next = reading.sentences[last.index + 1];
  if (!isWhole || !next || next.block !== last.block || !SPOKEN_END.test(next.text)) return undefined;
  if (reading.text.slice(segments.at(-1)!.outer.end, next.start).trim() !== "") return undefined;
  const [only, ...more] = subjectsOf(reading, next, "people");
  return only && more.length === 0 ? { entity: only, isDirect: true, closed: true } : undefined;
}

/** Returns the one person, or else the one organization, that a line such as “NAME, title, said:” has as its subject. */
function spokenIn(reading: Reading, sentence: ReadSentence): Entity | undefined {
  const [person, other] = subjectsOf(reading, sentence, "people");
  if (person) return other ? undefined : person;
  const [body, more] = subjectsOf(reading, sentence, "organizations");
  return more ? undefined : body;
}

/** Drafts the quotations of a text, split and continued ones joined. */
export function draftQuotations(reading: Reading): Draft[] {
  // Of a text without a sentence that can be read, nothing tells who speaks.
  if (reading.sentences.length === 0) return [];
  const spoken: Spoken = { bySentence: new Map(), byName: new Map() };
  const counts = new Map<string, number>();
  const keyOf = (words: string) => words.toLowerCase().replace(/[.,;:!?，。]+$/u, "");
  for (const { segments } of reading.marked) {
    const key = keyOf(segments.map(({ start, end }) => reading.text.slice(start, end)).join(" "));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const lower = reading.text.toLowerCase();
  const repeated = (words: string): boolean => {
    const key = keyOf(words);
    const inMarks = counts.get(key) ?? 0;
    if (inMarks > 1 && lengthOf(words) <= 3) return true;
    let times = 0;
    for (let at = lower.indexOf(key); at >= 0 && times <= inMarks; at = lower.indexOf(key, at + key.length))
      times++;
    return times > inMarks;
  };
  const found: Found[] = [];
  for (const { segments } of reading.marked) {
    const place = placed(reading, segments);
    const previous = found.at(-1);
    const inSentence =
      speakerBehind(reading, place) ??
      attributedIn(reading, place.sentence, segments[0]!, spoken) ??
      (place.last === place.sentence
        ? undefined
        : attributedIn(reading, place.last, segments.at(-1)!, spoken));
    const isTold =
      inSentence !== undefined && (inSentence.entity !== undefined || inSentence.name !== undefined);
    const before =
      place.isWhole && !isTold && (inSentence === undefined || containsHan(place.words))
        ? speakerBefore(reading, place, previous, spoken)
        : undefined;
    const attribution = inSentence === undefined || before?.entity ? before : inSentence;
    if (!isSpoken(place, attribution, repeated)) continue;
    for (const { index } of [place.sentence, place.last])
      if (attribution?.entity?.kind === "people") spoken.bySentence.set(index, attribution.entity);
    const isOthers =
      attribution?.entity !== undefined &&
      previous?.attribution?.entity !== undefined &&
      attribution.entity !== previous.attribution.entity;
    if (previous && !isOthers && isSplit(reading, previous, place)) {
      previous.segments.push(...segments);
      continue;
    }
    found.push({ place, segments: [...segments], attribution });
  }
  return found.map(({ segments, attribution }) => ({
    kind: "quotation",
    passages: segments.map(({ start, end }) => ({ start, end })),
    speaker: attribution?.entity?.name ?? attribution?.name,
    questions: questionsOf(attribution),
  }));
}

function questionsOf(attribution: Attributed | undefined): Draft["questions"] {
  if (attribution?.entity || attribution?.name) return undefined;
  return [attribution?.question ?? { about: "speaker", words: "", candidates: [] }];
}

/** Tells whether words go on with the quotation before: only who said that stands between. */
function isSplit(reading: Reading, previous: Found, { segments, sentence, isWhole }: Placed): boolean {
  const last = previous.segments.at(-1)!;
  const first = segments[0]!;
  if (reading.sentences[sentenceAt(reading, last.outer.start)]!.block !== sentence.block) return false;
  const between = reading.text.slice(last.outer.end, first.outer.start);
  if (GAP.test(between)) return true;
  const sentences = sentence.index - sentenceAt(reading, last.outer.start);
  if (sentences > 1 || between.length > 200) return false;
  const isSaid =
    (previous.attribution?.closed ?? false) &&
    !/(?<![\p{L}])(?:and|but|while|before|adding|then)(?! \p{Lu})[^,.]{0,60}(?:add|said|told|say)/u.test(
      between,
    );
  const words = reading.text.slice(last.start, last.end);
  // “…,” X said, “…” goes on; “…,” X said. “…” does if a sentence begins there.
  return (
    isSaid &&
    /[,，.?!—–…。？！]$/u.test(words) &&
    /[,，.。:：—–]\s*$/u.test(between) &&
    (sentences === 0 || isWhole)
  );
}
