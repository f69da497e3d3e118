/** Answers /check: shows the verdicts on each sentence of a message, with the passages behind them. */

import { type Ask, createAsk, MAX_MESSAGE_LENGTH } from "../../src/ask/ask.ts";
import { checkMessage } from "../../src/claims/check-message.ts";
import { sentenceVerdicts } from "../../src/claims/sentence-verdicts.ts";
import { noVerdictText, type VerdictContext, verdictText } from "../../src/claims/verdict-text.ts";
import {
  type CheckedSentence,
  VERDICT_KINDS,
  type Verdict,
  verdictRecord,
} from "../../src/claims/verdicts.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  blockPassages,
  createAnswer,
  type MenuChoice,
  type Passage,
} from "../../src/desk/answer.ts";
import { askButtons, menuItems, searchedText, textBlock } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations, markStated } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { noteBlocks, noteText, reviewNote } from "../../src/desk/notes.ts";
import { passagesBlock, speakerName, speakerReason } from "../../src/desk/quotations.ts";
import { recordOffers } from "../../src/desk/resolve.ts";
import { shelfExamples } from "../../src/desk/shelf-examples.ts";
import { truncateText } from "../../src/desk/truncate.ts";
import { gravityOf } from "../../src/desk/verdict-order.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { distinctRecords, type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";
import { verdictLine } from "./verdict-line.ts";

/** The most characters of a sentence that its heading shows. */
const SHOWN = 120;

/** What building one answer needs. `noted` holds the notes already shown, so that each appears once. */
interface Drawing {
  readonly context: CommandContext;
  readonly citations: Citations;
  readonly voice: VerdictContext;
  readonly noted: Set<string>;
}

/** Reads the passages and adds to each its marked ranges. */
async function marked(
  evidence: readonly Evidence[],
  marks: readonly Passage["marked"][],
  citations: Citations,
): Promise<Passage[]> {
  const passages = await citations.passages(evidence);
  return passages.map((passage, index) =>
    marks[index] && marks[index].length > 0 ? { ...passage, marked: marks[index] } : passage,
  );
}

/** Returns the passages behind a verdict as blocks: a commitment's accounts, a quotation or reported speech. */
async function shownFor(verdict: Verdict, drawing: Drawing): Promise<Block[]> {
  const { citations } = drawing;
  if (verdict.about === "figure" || verdict.about === "period") {
    const { accounts } = verdict.pledge;
    const elsewhere = verdict.about === "figure" && verdict.why === "elsewhere";
    const stated = elsewhere
      ? verdict.supporting
      : accounts.filter(({ amount }) => amount.status !== "unstated");
    const blocks: Block[] = [];
    for (const { passages, amount, period } of stated.length > 0 ? stated : accounts) {
      const sum = amount.status === "unstated" ? undefined : amount.stated;
      blocks.push({ type: "quote", passages: markStated(await citations.passages(passages), [sum, period]) });
    }
    return blocks;
  }
  const { record, evidence } = verdict;
  const marks = "marked" in verdict ? verdict.marked : [];
  if (verdict.about !== "words") {
    const blocks: Block[] = [];
    for (const [index, passage] of evidence.entries())
      blocks.push({ type: "quote", passages: await marked([passage], [marks[index]], citations) });
    return blocks;
  }
  return passageBlocks(record, { evidence, marks, isCopy: verdict.as === "copy" }, drawing);
}

/** Returns passages of a record as blocks: a quotation with its speaker, reported speech, or the source's words. */
async function passageBlocks(
  record: AnyRecord,
  {
    evidence,
    marks,
    isCopy,
  }: {
    readonly evidence: readonly Evidence[];
    readonly marks: readonly Passage["marked"][];
    readonly isCopy: boolean;
  },
  { citations, context }: Drawing,
): Promise<Block[]> {
  const { messages } = context;
  if (record.kind === "quotes") {
    const speaker = await speakerName(record, context);
    if (!record.within || isCopy)
      return [{ type: "quote", passages: await marked(evidence, marks, citations), speaker }];
    const sentence = await citations.passage(record.within);
    const fragment = (await citations.passage(evidence[0]!)).text;
    return [{ type: "quote", passages: [sentence], speaker: messages.quote.fragment(speaker), fragment }];
  }
  const passages = await marked(evidence, marks, citations);
  return [await passagesBlock(record, evidence, passages, citations, context)];
}

/** Builds the item for a sentence's verdicts on one record: the verdicts, their passages, then the notes. */
async function itemOf(verdicts: readonly Verdict[], drawing: Drawing): Promise<AnswerItem> {
  const { context, voice, noted } = drawing;
  const { messages } = context;
  const record = verdictRecord(verdicts[0]!);
  const texts: Record<Verdict["kind"], string[]> = {
    supported: [],
    differs: [],
    "not-as-stated": [],
  };
  const splits: string[] = [];
  const verdictNotes: string[] = [];
  const blocks = new Map<string, Block>();
  for (const verdict of verdicts) {
    const wording = await verdictText(verdict, voice);
    texts[verdict.kind].push(...wording.texts);
    if (wording.split) splits.push(wording.split);
    verdictNotes.push(...(wording.remarks ?? []));
    for (const block of await shownFor(verdict, drawing)) {
      const key = blockPassages(block)
        .map(({ source, start }) => `${source}:${start}`)
        .join();
      if (!blocks.has(key)) blocks.set(key, block);
    }
  }
  const remarks = [
    ...verdictNotes,
    speakerReason(record),
    ...record.notes,
    ...[...blocks.values()].flatMap(blockPassages).map(({ note }) => note),
  ].filter((note) => note !== undefined && !noted.has(noteText(note)));
  for (const note of remarks) noted.add(noteText(note));
  const kinds = VERDICT_KINDS.filter((kind) => texts[kind].length > 0);
  const heading = kinds.map((kind) => messages.check.kinds[kind]).join(messages.between);
  return [
    { type: "heading", text: messages.title(heading, record.label) },
    ...[...new Set(kinds.flatMap((kind) => texts[kind]))].map(textBlock),
    ...blocks.values(),
    ...(splits.length > 0 ? [{ type: "note", texts: [...new Set(splits)], differs: true } as const] : []),
    ...noteBlocks(remarks),
  ];
}

/** Groups a sentence's verdicts by record, in their order. */
function grouped(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = new Map<RecordRef, Verdict[]>();
  for (const verdict of verdicts) {
    const ref = recordRef(verdictRecord(verdict));
    groups.set(ref, [...(groups.get(ref) ?? []), verdict]);
  }
  return [...groups.values()];
}

/** Builds the item for a sentence without a verdict: why, and the closest passage. */
async function itemWithoutVerdict(
  sentence: CheckedSentence,
  isOnly: boolean,
  drawing: Drawing,
): Promise<AnswerItem> {
  const { closest } = sentence;
  const text = noVerdictText(sentence, drawing.voice);
  // Of an only sentence the first line of the short form says why.
  const reason: Block = isOnly ? { type: "text", text, isExtra: true } : textBlock(text);
  if (!closest) return [reason];
  const { record, evidence, isQuotation } = closest;
  if (record.kind === "quotes" && !isQuotation)
    return [reason, { type: "quote", passages: await drawing.citations.passages(evidence) }];
  return [reason, ...(await passageBlocks(record, { evidence, marks: [], isCopy: false }, drawing))];
}

async function itemsOf(
  sentence: CheckedSentence,
  number: number | undefined,
  drawing: Drawing,
): Promise<AnswerItem[]> {
  const { messages } = drawing.context;
  const say = messages.check;
  const items: AnswerItem[] = [];
  for (const group of grouped(sentence.verdicts)) items.push(await itemOf(group, drawing));
  if (sentence.verdicts.length === 0)
    items.push(await itemWithoutVerdict(sentence, number === undefined, drawing));
  else if (sentence.unchecked.length > 0)
    items.push([textBlock(say.unchecked([...new Set(sentence.unchecked)]))]);
  const [first, ...rest] = items;
  if (number === undefined || !first) return items;
  const heading = say.sentence(number, truncateText(sentence.text, SHOWN));
  return [[{ type: "heading", text: heading, group: true }, ...first], ...rest];
}

/** Offers other answers about the records that the message names, each once. */
async function offersOf(named: readonly AnyRecord[], context: CommandContext): Promise<AnswerButton[]> {
  const offers = (await Promise.all(named.map((record) => recordOffers(record, context)))).flat();
  const distinct = new Map(offers.map((offer) => [offer.label, offer]));
  return askButtons([...distinct.values()]);
}

/** Orders sentences with the gravest verdict first, each with its place in the message. */
const byGravity = (sentences: readonly CheckedSentence[]): (readonly [number, CheckedSentence])[] =>
  [...sentences.entries()].toSorted(
    ([, one], [, other]) =>
      gravityOf(one.verdicts.map(({ kind }) => kind)) - gravityOf(other.verdicts.map(({ kind }) => kind)),
  );

async function answerFor(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.check;
  const citations = createCitations(library, messages);
  const [{ sources: searched }, { sentences, named }] = await Promise.all([
    library.about(),
    checkMessage(ask.text, library),
  ]);
  const verdicts = sentences.flatMap((sentence) => sentence.verdicts);
  const evidence = collectEvidence(verdicts);
  const compared = [...new Set(evidence.map(({ source }) => source))];
  const [cards, buttons] = await Promise.all([
    library.sources(compared),
    offersOf(named, context),
    library.contexts(evidence),
  ]);
  const sources = cards.filter((source) => source !== undefined);
  const voice = { messages, library, sources, searched };
  const drawing: Drawing = { context, citations, voice, noted: new Set() };
  const items: AnswerItem[] = [];
  for (const [index, sentence] of byGravity(sentences))
    items.push(...(await itemsOf(sentence, sentences.length > 1 ? index + 1 : undefined, drawing)));
  const isFound = sentences.some(({ verdicts: own, closest }) => own.length > 0 || closest !== undefined);
  const count = (kind: Verdict["kind"]) => verdicts.filter((verdict) => verdict.kind === kind).length;
  const tally = say.tally(count("supported"), count("differs"), count("not-as-stated"));
  const checked = await sentenceVerdicts(sentences, drawing.voice);
  // The first line of the short form says what the tally does.
  const opening: Block[] =
    verdicts.length > 1
      ? [{ type: "text", text: tally, isExtra: true }]
      : sentences.length === 0
        ? [textBlock(say.noVerdict)]
        : [];
  return createAnswer({
    ask,
    title: say.title,
    ...defined({ lead: verdictLine(sentences, checked, searched, messages) }),
    outcome: isFound ? "found" : buttons.length > 0 ? "menu" : "nothing",
    // The checked text is often not public yet: only the asker sees the answer until they share it.
    audience: "asker",
    opening,
    items,
    close: noteBlocks([
      await searchedText(library, messages),
      ask.text.length >= MAX_MESSAGE_LENGTH ? say.cut(MAX_MESSAGE_LENGTH) : undefined,
      reviewNote(distinctRecords(verdicts.map(verdictRecord)), messages),
    ]),
    sources: citations.sources(),
    verdicts: checked,
    buttons,
  });
}

/** Offers to check a quotation of the shelf. */
async function quotedChoices(ask: Ask, { library, messages }: CommandContext): Promise<MenuChoice[]> {
  const [quote] = (await library.find({ kinds: ["quotes"], most: 1 })).hits;
  if (quote?.kind !== "quotes") return [];
  const label = messages.quoted(quote.passages[0]?.exact ?? quote.label);
  return [{ label, ask: createAsk(ask.command, label) }];
}

/** Shows what can be checked, with examples. */
async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const { messages, commands } = context;
  const command = commands.find(({ name }) => name === ask.command);
  const choices = command ? await shelfExamples(command, context) : [];
  return createAnswer({
    ask,
    title: messages.check.menuTitle,
    outcome: "menu",
    opening: [textBlock(messages.check.menuLead)],
    items: menuItems(
      choices.length > 0 ? choices : await quotedChoices(ask, context),
      messages.help.examples,
    ),
  });
}

export const answer = async (ask: Ask, context: CommandContext): Promise<Answer> =>
  ask.text === "" ? menu(ask, context) : answerFor(ask, context);
