/** Tells who gave by a Chinese verb of giving. */
import {
  BARE_BODY,
  GIVEN_TO,
  HAN_PRONOUN,
  IS_RECEIVED,
  NEW_HEAD,
  NO_HEAD,
  SAME_SUBJECT,
  SPEAKING_END,
  UNNAMED_HAN,
} from "../language/draft-patterns.ts";
import { type Givers, referredGivers } from "./giver-reference.ts";
import type { MoneyCue } from "./giving.ts";
import { listFrom, names } from "./named-givers.ts";
import type { Reading, ReadSentence } from "./reading.ts";

/** Tells whether an offset is inside brackets: who reports is named there, and gives nothing. */
const isInBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf("（", at) > text.lastIndexOf("）", at);

/** Returns the subject of a Chinese verb of giving: the nearest named before it who is not given to. */
export function hanGivers(reading: Reading, sentence: ReadSentence, cue: MoneyCue): Givers {
  const { text } = sentence;
  const starts = [
    0,
    ...[...text.slice(0, cue.start).matchAll(/[，；。：:「」“”]/gu)].map(({ index }) => index + 1),
  ].reverse();
  let to = cue.start;
  for (const from of starts) {
    const clause = text.slice(from, to);
    const own = sentence.mentions.filter(
      (one) =>
        one.start - sentence.start >= from &&
        one.end - sentence.start <= to &&
        !isInBrackets(text, one.start - sentence.start),
    );
    const given = own.filter(
      (one) =>
        !GIVEN_TO.test(text.slice(Math.max(0, one.start - sentence.start - 8), one.start - sentence.start)) &&
        !NO_HEAD.test(text.slice(one.end - sentence.start)),
    );
    const isReceived = IS_RECEIVED.exec(clause);
    const kept = isReceived
      ? given.filter((one) => one.start - sentence.start > from + isReceived.index)
      : given;
    // “公司创始人NAME”: the person, not the company.
    const heads = kept.filter(
      (one, index) =>
        !(
          one.entity.kind === "organizations" &&
          kept[index + 1] !== undefined &&
          !NEW_HEAD.test(text.slice(one.end - sentence.start))
        ),
    );
    // “X认为，…，捐赠…”: who speaks of giving gave nothing, unless the clause goes on with the same subject.
    const isSaid = SPEAKING_END.test(clause.replace(/[，；：:]$/u, "")) && !SAME_SUBJECT.test(text.slice(to));
    if (isSaid && to < cue.start) return { entities: [] };
    const [first] = heads;
    if (first) return { entities: names(listFrom(heads, 0, sentence)) };
    if (isReceived || UNNAMED_HAN.test(clause))
      return { entities: [], question: { about: "giver", words: "", candidates: [] } };
    const pronoun = BARE_BODY.exec(clause)?.[0] ?? HAN_PRONOUN.exec(clause)?.groups?.word;
    const meant =
      pronoun === undefined ? undefined : referredGivers(reading, sentence, pronoun, sentence.start + from);
    if (meant) return meant;
    to = from;
  }
  return { entities: [] };
}
