/** What /check answers. */

import { type Ask, MESSAGE_LENGTH } from "../../src/ask/ask.ts";
import { checkMessage } from "../../src/claims/check-message.ts";
import { sayVerdict, type Voice } from "../../src/claims/verdict-text.ts";
import type { CheckedSentence, Verdict } from "../../src/claims/verdicts.ts";
import {
  type Answer,
  type Block,
  type Button,
  type Item,
  makeAnswer,
  type Passage,
  passagesOf,
} from "../../src/desk/answer.ts";
import { type Citing, createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameOf } from "../../src/desk/lookup.ts";
import { examplesAmong } from "../../src/desk/related.ts";
import { offersFor } from "../../src/desk/resolve.ts";
import { shorten } from "../../src/desk/truncate.ts";
import type { AnyRecord, Evidence } from "../../src/shelf/records.ts";

/** As much of a sentence as stands over what is said of it. */
const SHOWN = 120;

/** Everything that drawing one answer takes. Notes that were shown once are not shown again. */
interface Drawing {
  readonly desk: Desk;
  readonly citing: Citing;
  readonly voice: Voice;
  readonly noted: Set<string>;
}

const text = (said: string): Block => ({ type: "text", text: said });

const KINDS: readonly Verdict["kind"][] = ["borne", "differs", "silent"];

const recordOf = (verdict: Verdict): AnyRecord =>
  verdict.about === "figure" || verdict.about === "period" ? verdict.pledge : verdict.record;

/** The passages with what is marked in each. */
async function marked(
  evidence: readonly Evidence[],
  marks: readonly Passage["marked"][],
  citing: Citing,
): Promise<Passage[]> {
  const passages = await citing.passages(evidence);
  return passages.map((passage, index) =>
    marks[index] && marks[index].length > 0 ? { ...passage, marked: marks[index] } : passage,
  );
}

/** The passages that one verdict stands on, each as what it is: a commitment's accounts, a quotation, a report. */
async function shownFor(verdict: Verdict, { citing, desk }: Drawing): Promise<Block[]> {
  const { words, library } = desk;
  if (verdict.about === "figure" || verdict.about === "period") {
    const { accounts } = verdict.pledge;
    const elsewhere = verdict.about === "figure" && verdict.why === "elsewhere";
    const stated = elsewhere
      ? verdict.bearing
      : accounts.filter(({ amount }) => amount.status !== "unstated");
    const blocks: Block[] = [];
    for (const { passages } of stated.length > 0 ? stated : accounts)
      blocks.push({ type: "quote", passages: await citing.passages(passages) });
    return blocks;
  }
  const { record, evidence } = verdict;
  const marks = "marked" in verdict ? verdict.marked : [];
  if (verdict.about !== "words") {
    const blocks: Block[] = [];
    for (const [index, one] of evidence.entries())
      blocks.push({ type: "quote", passages: await marked([one], [marks[index]], citing) });
    return blocks;
  }
  if (record.kind === "quotes") {
    const name = await nameOf(record.speaker, library);
    const speaker = record.speakerInferred ? words.quote.inferredSpeaker(name) : name;
    if (!record.within || verdict.as === "copy")
      return [{ type: "quote", passages: await marked(evidence, marks, citing), speaker }];
    const sentence = await citing.passage(record.within);
    const fragment = (await citing.passage(evidence[0]!)).text;
    return [{ type: "quote", passages: [sentence], speaker: words.quote.fragment(speaker), fragment }];
  }
  const passages = await marked(evidence, marks, citing);
  return record.kind === "facts" && record.speaker
    ? [{ type: "report", passages, speaker: words.quote.reportOf(await nameOf(record.speaker, library)) }]
    : [{ type: "quote", passages }];
}

/** A sentence's verdicts on one record: what they say, then the passages that they stand on, then the remarks. */
async function itemOf(verdicts: readonly Verdict[], drawing: Drawing): Promise<Item> {
  const { desk, voice, noted } = drawing;
  const { words } = desk;
  const record = recordOf(verdicts[0]!);
  const texts: Record<Verdict["kind"], string[]> = { borne: [], differs: [], silent: [] };
  const splits: string[] = [];
  const beside: string[] = [];
  const blocks = new Map<string, Block>();
  for (const verdict of verdicts) {
    const said = await sayVerdict(verdict, voice);
    texts[verdict.kind].push(...said.texts);
    if (said.split) splits.push(said.split);
    beside.push(...(said.remarks ?? []));
    for (const block of await shownFor(verdict, drawing)) {
      const key = passagesOf(block)
        .map(({ source, start }) => `${source}:${start}`)
        .join();
      if (!blocks.has(key)) blocks.set(key, block);
    }
  }
  const remarks = [
    ...beside,
    ...("speakerInferred" in record ? [record.speakerInferred] : []),
    ...record.notes,
    ...[...blocks.values()].flatMap(passagesOf).map(({ note }) => note),
  ].filter((note) => note !== undefined && !noted.has(note));
  for (const note of remarks) if (note) noted.add(note);
  const kinds = KINDS.filter((kind) => texts[kind].length > 0);
  const heading = kinds.map((kind) => words.check.kinds[kind]).join(words.between);
  return [
    { type: "heading", text: words.title(heading, record.label) },
    ...[...new Set(kinds.flatMap((kind) => texts[kind]))].map(text),
    ...blocks.values(),
    ...(splits.length > 0 ? [{ type: "note", texts: [...new Set(splits)], differs: true } as const] : []),
    ...notes(remarks),
  ];
}

/** A sentence's verdicts, those on one record together, in their order. */
function grouped(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = new Map<AnyRecord, Verdict[]>();
  for (const verdict of verdicts) {
    const record = recordOf(verdict);
    groups.set(record, [...(groups.get(record) ?? []), verdict]);
  }
  return [...groups.values()];
}

async function itemsOf(
  sentence: CheckedSentence,
  number: number | undefined,
  drawing: Drawing,
): Promise<Item[]> {
  const { words } = drawing.desk;
  const say = words.check;
  const items: Item[] = [];
  for (const group of grouped(sentence.verdicts)) items.push(await itemOf(group, drawing));
  const left = [
    ...(sentence.mood === "asserts" || sentence.verdicts.length > 0 ? [] : [say.moods[sentence.mood]]),
    ...(sentence.open.length > 0 ? [say.open([...new Set(sentence.open)])] : []),
  ];
  if (left.length > 0) items.push(left.map(text));
  const [first, ...rest] = items;
  if (number === undefined || !first) return items;
  const heading = say.sentence(number, shorten(sentence.text, SHOWN));
  return [[{ type: "heading", text: heading, group: true }, ...first], ...rest];
}

/** What else the shelf has of what the message names, each once. */
async function offersOf(named: readonly AnyRecord[], desk: Desk): Promise<Button[]> {
  const offers = (await Promise.all(named.map((record) => offersFor(record, desk)))).flat();
  const distinct = new Map(offers.map((offer) => [offer.label, offer]));
  return [...distinct.values()].map((offer) => ({ type: "ask", ...offer }));
}

async function answerFor(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const say = words.check;
  const { sources, upTo } = await library.about();
  const citing = createCiting(library, words);
  const drawing: Drawing = { desk, citing, voice: { words, library, sources }, noted: new Set() };
  const { sentences, named } = await checkMessage(ask.words, library);
  const verdicts = sentences.flatMap((sentence) => sentence.verdicts);
  const buttons = await offersOf(named, desk);
  const speaks = verdicts.length + buttons.length > 0;
  const items: Item[] = [];
  for (const [index, sentence] of speaks ? sentences.entries() : [])
    items.push(...(await itemsOf(sentence, sentences.length > 1 ? index + 1 : undefined, drawing)));
  const count = (kind: Verdict["kind"]) => verdicts.filter((verdict) => verdict.kind === kind).length;
  const tally = say.tally(count("borne"), count("differs"), count("silent"));
  const without = speaks ? say.named : say.nothing;
  const lead = items.length === 0 ? without : verdicts.length > 1 ? tally : undefined;
  return makeAnswer({
    ask,
    title: say.title,
    outcome: verdicts.length > 0 ? "found" : speaks ? "menu" : "nothing",
    // What is checked is often not yet public: the answer is the asker's alone until they share it.
    audience: "asker",
    lead: lead === undefined ? [] : [text(lead)],
    items,
    close: notes([
      words.miss.searched(sources.length, upTo),
      ask.words.length >= MESSAGE_LENGTH ? say.cut(MESSAGE_LENGTH) : undefined,
      reviewed([...new Set(verdicts.map(recordOf))], words),
    ]),
    sources: citing.sources(),
    buttons,
  });
}

/** What can be checked, with examples that the shelf speaks of. */
function menu(ask: Ask, { words, commands }: Desk): Answer {
  const command = commands.find(({ name }) => name === ask.command);
  const choices = command ? examplesAmong(command, commands) : [];
  return makeAnswer({
    ask,
    title: words.check.menuTitle,
    outcome: "menu",
    lead: [text(words.check.menuLead)],
    items: choices.map((choice) => [{ type: "choices", choices: [choice] }]),
  });
}

export const answer = async (ask: Ask, desk: Desk): Promise<Answer> =>
  ask.words === "" ? menu(ask, desk) : answerFor(ask, desk);
