/** Answers /search: shows the records and passages that match a question in plain words. */

import { type Ask, createAsk, parseAsk, printAsk } from "../../src/ask/ask.ts";
import type { Answer } from "../../src/desk/answer.ts";
import {
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type Passage,
} from "../../src/desk/answer.ts";
import { menuItems, mistakeAnswer, namedLine, searchedText, textBlock } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { nameInSentence } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { answerQuestion, type QuestionDesk } from "../../src/desk/questions.ts";
import { isReported, passagesBlock, speakerReason } from "../../src/desk/quotations.ts";
import { readAround } from "../../src/desk/read-around.ts";
import { relatedButtons } from "../../src/desk/related.ts";
import { shelfExamples } from "../../src/desk/shelf-examples.ts";
import { lookUpWords, type WordUse, writtenName } from "../../src/desk/unnamed.ts";
import type { Messages } from "../../src/language/messages.ts";
import type { SearchHit, SearchResult, Suggestion } from "../../src/library/library.ts";
import { isSameEvidence } from "../../src/shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind } from "../../src/shelf/kinds.ts";

/** The most hits shown; a question with more should be narrowed. */
const MOST = 30;

/** Finds a record kind by its name in the current language or by its folder's name, in singular or plural. */
const kindNamed = (typed: string, { recordKinds }: Messages): RecordKind | undefined =>
  RECORD_KINDS.find((kind) =>
    [kind, kind.replace(/s$/, ""), recordKinds[kind].name].includes(typed.toLowerCase()),
  );

/** Hits with the same passage, shown together; quotations have groups of their own. */
type Group = readonly [SearchHit, ...SearchHit[]];

const isQuoted = ({ record, evidence }: SearchHit): boolean =>
  record.kind === "quotes" && record.passages.some((passage) => isSameEvidence(passage, evidence));

/** Groups hits by passage, each group in the position of its first hit. */
function grouped(hits: readonly SearchHit[]): Group[] {
  const groups = new Map<string, [SearchHit, ...SearchHit[]]>();
  for (const hit of hits) {
    const key = `${isQuoted(hit)} ${hit.evidence.source} ${hit.evidence.exact}`;
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()];
}

/** Shows a group: each record's label and kind, then the passage with the matches marked. */
async function itemOf(group: Group, citations: Citations, context: CommandContext): Promise<AnswerItem> {
  const { messages } = context;
  const [{ evidence, marked }] = group;
  const passage: Passage = { ...(await citations.passage(evidence)), marked };
  const spoken =
    group.find(({ record }) => record.kind === "quotes" || isReported(record)) ??
    group.find(({ record }) => record.kind === "terms") ??
    group[0];
  const block = await passagesBlock(spoken.record, [evidence], [passage], citations, context);
  const inferred = speakerReason(spoken.record);
  const headings = group.map((hit): Block => {
    return {
      type: "heading",
      text: messages.search.hit(hit.record.label, messages.recordKinds[hit.record.kind].name),
    };
  });
  return [...headings, block, ...noteBlocks([inferred, passage.note])];
}

/** Returns the ask by which another command answers the question, or undefined when none finds anything. */
async function elsewhere(question: string, context: CommandContext): Promise<Ask | undefined> {
  const grammars = context.commands.map(({ name, localizedName: label, options }) => ({
    name,
    alias: label(context.messages),
    options,
  }));
  const desk: QuestionDesk = {
    library: context.library,
    parse: (line) => parseAsk(line, grammars),
    async run(ask) {
      const command = context.commands.find(({ name }) => name === ask.command);
      return !command || ["search", "help"].includes(command.name)
        ? createAnswer({ ask, title: "", outcome: "nothing" })
        : (await command.load()).answer(ask, context);
    },
  };
  const answered = await answerQuestion(question, desk, "questions");
  return answered?.outcome === "found" ? answered.ask : undefined;
}

/**
 * Says which words of a question no source has: names, and any words where they are as many as the others. Those that
 * were replaced are told apart.
 */
function missingWords(
  text: string,
  { words, unnamed }: WordUse,
  { assumed }: SearchResult,
  messages: Messages,
): string[] {
  const missing = unnamed.filter((word) => !assumed.some(({ typed }) => typed === word));
  const isMuch = missing.length * 2 >= words.length;
  const names = missing.filter((word) => /^\p{Lu}/u.test(word) && !text.startsWith(word));
  const told = isMuch ? missing : names;
  return told.length === 0 ? [] : [messages.miss.unnamed(messages.list(told.map(writtenName)))];
}

/** Tells whether the stored texts have words of which no record was found: what was searched are records. */
const isUnrecorded = ({ words, unnamed, isUsed }: WordUse): boolean =>
  isUsed || (words.length > 0 && unnamed.length === 0);

/** Says how the question was narrowed and which words were replaced. */
function assumptions({ named, assumed }: SearchResult, { search }: Messages): string[] {
  return [
    ...(named.length > 0 ? [search.narrowed(named.map(nameInSentence))] : []),
    ...assumed.map(({ typed, taken }) => search.assumed(typed, taken)),
  ];
}

/** Shows example questions. */
async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const command = context.commands.find(({ name }) => name === ask.command);
  const examples = command ? await shelfExamples(command, context) : [];
  return createAnswer({
    ask,
    title: context.messages.search.menuTitle,
    outcome: "menu",
    items: menuItems(
      examples.map(({ label, ask: { text } }) => ({ label, ask: createAsk(ask.command, text, ask.options) })),
    ),
  });
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.search;
  const typed = ask.options.kind;
  const kind = typed === undefined ? undefined : kindNamed(typed, messages);
  if (ask.text === "") return menu(ask, context);
  if (typed !== undefined && kind === undefined)
    return mistakeAnswer(
      ask,
      say.noKind(
        typed,
        RECORD_KINDS.map((known) => messages.recordKinds[known].name),
      ),
      messages,
    );
  const searching = library.search({ words: ask.text, most: MOST, ...(kind ? { kinds: [kind] } : {}) });
  const beside = Promise.all([
    elsewhere(ask.text, context),
    lookUpWords(ask.text, library),
    searchedText(library, messages),
  ]);
  // What is looked up beside a search that cannot be made yet is nobody's.
  beside.catch(() => {});
  const around = searching.then(({ hits }) =>
    readAround(
      hits.map(({ record }) => record),
      library,
    ),
  );
  around.catch(() => {});
  const found = await searching;
  // A failure is not cached, so the same question can be asked again once the index is ready.
  if (!found.ready)
    return createAnswer({
      ask,
      title: messages.failure.title,
      outcome: "failure",
      opening: [textBlock(say.indexing)],
    });
  const [other, use, searched] = await beside;
  const missing = missingWords(ask.text, use, found, messages);
  const offered: AnswerButton[] = other
    ? [{ type: "ask", label: say.answers(printAsk(other)), ask: other }]
    : [];
  if (found.hits.length === 0)
    return createAnswer({
      ask,
      title: messages.miss.title(ask.text),
      outcome: "nothing",
      opening: [
        ...missing.map(textBlock),
        ...(isUnrecorded(use) ? [textBlock(say.unrecorded)] : []),
        textBlock(searched),
      ],
      buttons: [...offered, { type: "ask", label: messages.help.title, ask: createAsk("help") }],
    });
  const citations = createCitations(library, messages);
  const items: AnswerItem[] = [];
  await around;
  for (const group of grouped(found.hits)) items.push(await itemOf(group, citations, context));
  const records = found.hits.map(({ record }) => record);
  return createAnswer({
    ask,
    title: messages.title(messages.quoted(ask.text), say.what),
    outcome: "found",
    lead: namedLine(messages.quoted(ask.text), messages.brief.passages(items.length), messages),
    // Each changes how the results are read.
    opening: noteBlocks(
      [...missing, ...assumptions(found, messages)].map((text) => ({ text, caution: true })),
    ),
    items,
    close: noteBlocks([reviewNote(records, messages)]),
    sources: citations.sources(),
    buttons: [...offered, ...(await relatedButtons(undefined, records.slice(0, 4), context))],
  });
}

export async function suggest(
  option: string,
  typed: string,
  { library, messages }: CommandContext,
): Promise<readonly Suggestion[]> {
  if (option !== "kind")
    return (await library.suggest(typed, RECORD_KINDS)).map(({ label }) => ({ label, value: label }));
  const names = RECORD_KINDS.map((kind) => ({
    label: messages.recordKinds[kind].name,
    value: kind as string,
  }));
  const begun = typed.toLowerCase();
  return names.filter(({ label, value }) => label.startsWith(begun) || value.startsWith(begun));
}
