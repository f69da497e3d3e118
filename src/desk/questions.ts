/** Answers questions in words: tries the readings of a question until the shelf has an answer to one. */
import { type Ask, createAsk, MAX_VALUE_LENGTH, type ParsedAsk } from "../ask/ask.ts";
import { NAME_COMMAND, type PhraseReading, parsePhrase } from "../ask/phrases.ts";
import { splitTopic, WHO_QUESTION } from "../language/question-words.ts";
import type { Library } from "../library/library.ts";
import type { RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import type { Answer } from "./answer.ts";
import { resolveName } from "./resolve-name.ts";
import { lookUpWords } from "./unnamed.ts";

/** What questions are answered by. */
export interface QuestionDesk {
  readonly library: Library;
  /** Parses a typed line. */
  parse(line: string): ParsedAsk;
  /** Answers an ask as it stands. */
  run(ask: Ask): Promise<Answer>;
}

/** The command that answers for a record of each kind, when nothing else is asked than its name. */
const COMMAND_OF: Readonly<Partial<Record<RecordKind, string>>> = {
  people: "who",
  organizations: "who",
  terms: "define",
  events: "timeline",
  pledges: "pledge",
};
const NAMED: readonly (readonly RecordKind[])[] = [
  ["people", "organizations"],
  ["terms"],
  ["events"],
  ["pledges"],
];

/** Returns the ask for whatever has this name; undefined when nothing has it, or things that no one command answers. */
async function nameAsk(words: string, library: Library): Promise<Ask | undefined> {
  const resolution = await resolveName<RecordKind>(words, NAMED, library);
  const matches: readonly AnyRecord[] =
    resolution.type === "one" ? [resolution.match] : resolution.type === "several" ? resolution.matches : [];
  const [command, ...others] = new Set(matches.map(({ kind }) => COMMAND_OF[kind]));
  return command === undefined || others.length > 0 ? undefined : createAsk(command, words);
}

const isAnswered = ({ outcome }: Answer): boolean => outcome === "found" || outcome === "menu";

/** The most words of a name of which one that no source has is enough. */
const MOST_NAME_WORDS = 4;

/** Tells whether no source has what a reading asks for: somebody's name, or any of the words of something else. */
async function isAbsent({ command, text }: Ask, library: Library): Promise<boolean> {
  const { words, unnamed } = await lookUpWords(text, library);
  const isName =
    ["who", "quote", "pledge", "compare"].includes(command) && text.split(" ").length <= MOST_NAME_WORDS;
  return unnamed.length > 0 && (isName || unnamed.length === words.length);
}

/** Answers the first reading that has an answer. `missed` is the miss of the likeliest, where it is to be believed. */
async function answerReadings(
  readings: readonly PhraseReading[],
  { library, run }: QuestionDesk,
): Promise<{ readonly answered?: Answer; readonly missed?: Answer }> {
  let missed: Answer | undefined;
  for (const { ask, isSure } of readings) {
    const asked = ask.command === NAME_COMMAND ? await nameAsk(ask.text, library) : ask;
    if (!asked) continue;
    const answer = await run(asked);
    if (isAnswered(answer)) return { answered: answer };
    const absent = answer.outcome === "nothing" && (await isAbsent(asked, library));
    // A Chinese text has no spaces by which to tell a name from a clause; a comparison names what it compares.
    if (isSure && (absent || asked.command === "compare" || !containsHan(asked.text)))
      return { answered: answer };
    if (absent) missed ??= answer;
  }
  return missed ? { missed } : {};
}

/** Answers “xi on poverty”, where the one is a speaker and has words on the other. */
async function answerTopic(words: string, { run }: QuestionDesk): Promise<Answer | undefined> {
  const answers = await Promise.all(
    splitTopic(words).map(({ speaker, topic }) => run(createAsk("quote", speaker, { about: topic }))),
  );
  return answers.find(isAnswered);
}

/** What is searched for: whatever was typed, what has the form of a question, or nothing. */
export type SearchScope = "anything" | "questions" | "nothing";

/**
 * Answers a text in a conversation as a question.
 * @param scope what to search for where no reading has an answer
 * @returns undefined when it is no question, or longer than what can be searched for
 */
export async function answerQuestion(
  text: string,
  desk: QuestionDesk,
  scope: SearchScope,
): Promise<Answer | undefined> {
  const { bare, readings, isQuestion, isSmallTalk } = parsePhrase(text, desk.parse);
  if (isSmallTalk || !/[\p{L}\p{N}]/u.test(bare)) return undefined;
  const { answered, missed } = await answerReadings(readings, desk);
  if (answered || scope === "nothing") return answered;
  if (bare.length > MAX_VALUE_LENGTH) return missed;
  // A question that holds a name asks for more than the name.
  const named = isQuestion ? Promise.resolve(undefined) : nameAsk(bare, desk.library);
  const [profile, spoken] = await Promise.all([
    named.then((ask) => ask && desk.run(ask)),
    answerTopic(bare, desk),
  ]);
  if (profile && isAnswered(profile)) return profile;
  if (spoken) return spoken;
  if (missed) return missed;
  if (!isQuestion && scope === "questions" && readings.length === 0) return undefined;
  return desk.run(createAsk("search", bare));
}

/**
 * Answers an ask whose text may be a whole question, as `mayBeQuestion` tells.
 * @returns undefined when its text is a name, or no question that has an answer
 */
export async function answerAskedQuestion(ask: Ask, desk: QuestionDesk): Promise<Answer | undefined> {
  const { command, text, options, from } = ask;
  const { by, hits } = await desk.library.find({ words: text });
  if (by === "name" && hits.length > 0) return undefined;
  const isWho = command === "who";
  const readings = [
    ...parsePhrase(text, desk.parse).readings,
    ...(isWho ? parsePhrase(`who ${text}`, desk.parse).readings : []),
  ].map((reading) =>
    reading.ask.command === command
      ? { ...reading, ask: { ...reading.ask, options: { ...options, ...reading.ask.options }, from } }
      : reading,
  );
  const { answered } = await answerReadings(readings, desk);
  if (answered || !isWho) return answered;
  const own = await desk.run(ask);
  if (own.outcome !== "nothing" || !WHO_QUESTION.test(text) || (await isAbsent(ask, desk.library)))
    return own;
  const found = await desk.run(createAsk("search", `who ${text}`));
  return isAnswered(found) ? found : own;
}
