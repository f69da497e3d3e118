/** Answers /define: shows each source's definition of a term, or its uses when no source defines it. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerItem,
  type Block,
  createAnswer,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import { askButtons, menuItems, textBlock } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord, recordName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { answerRecordResolution, missAnswer, recordChoices, resolveName } from "../../src/desk/resolve.ts";
import type { Messages } from "../../src/language/messages.ts";
import type { Suggestion } from "../../src/library/library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import type { AnyRecord, QuoteRecord, TermDefinition, TermRecord } from "../../src/shelf/records.ts";

const TERMS = ["terms"] as const;

/** Shows one source's definition, and whose explanation it is when the citation does not say so. */
async function itemOf(
  definition: TermDefinition,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem> {
  const { library, messages } = context;
  const passages = await citations.passages(definition.passages);
  const whose = definition.by && (await recordName(definition.by, library));
  const quote = definition.quote === undefined ? undefined : await library.get("quotes", definition.quote);
  const speech = quote && whose !== undefined ? await speakerOf(quote, whose, citations, messages) : {};
  const rows =
    quote || whose === undefined
      ? []
      : [{ label: messages.define.rows.explained, value: whose, stated: false }];
  return [
    { type: "quote", passages, ...speech },
    ...(rows.length > 0 ? [{ type: "details", rows, passages } as const] : []),
    ...noteBlocks(passages.map(({ note }) => note)),
  ];
}

/** Returns a quotation's speaker and, when only a clause of the sentence is quoted, the quoted words. */
async function speakerOf(quote: QuoteRecord, name: string, citations: Citations, messages: Messages) {
  if (!quote.within) return { speaker: name };
  return {
    speaker: messages.quote.fragment(name),
    fragment: (await citations.passage(quote.passages[0]!)).text,
  };
}

/** Shows one use of a term that no source defines. */
async function termUsed(
  record: AnyRecord,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem> {
  if (record.kind !== "quotes" && record.kind !== "facts") return [];
  const sentence = record.kind === "quotes" ? record.within : undefined;
  const passages = await citations.passages(sentence ? [sentence] : record.passages);
  const name = record.speaker && (await recordName(record.speaker, context.library));
  return [
    record.kind === "quotes" && name !== undefined
      ? { type: "quote", passages, ...(await speakerOf(record, name, citations, context.messages)) }
      : {
          type: "report",
          passages,
          ...(name === undefined ? {} : { speaker: context.messages.quote.reportOf(name) }),
        },
    ...noteBlocks([...record.notes, ...passages.map(({ note }) => note)]),
  ];
}

async function answerWith(
  ask: Ask,
  term: TermRecord,
  lead: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.define;
  const citations = createCitations(library, messages);
  const defined = term.definitions.length > 0;
  const items: AnswerItem[] = [];
  for (const definition of term.definitions) items.push(await itemOf(definition, citations, context));
  const uses = defined ? [] : await Promise.all(term.uses.map((ref) => findRecord(ref, library)));
  for (const use of uses) if (use) items.push(await termUsed(use, citations, context));
  const also: Block[] = term.aliases.length > 0 ? [textBlock(say.also(term.aliases))] : [];
  const remarks: AnswerItem = [...also, ...noteBlocks(term.notes)];
  if (remarks.length > 0) items.push(remarks);
  const neighbours = await Promise.all(term.neighbours.map((id) => library.get("terms", id)));
  return createAnswer({
    ask,
    title: messages.title(term.label, defined ? say.what : say.whatUsed),
    outcome: "found",
    lead: [...lead, ...(defined ? [] : noteBlocks([say.used(term.label)]))],
    items,
    close: noteBlocks([reviewNote([term], messages)]),
    sources: citations.sources(),
    buttons: askButtons(
      neighbours
        .filter((neighbour) => neighbour !== undefined)
        .slice(0, 4)
        .map(({ id, label }) => ({ label: messages.offer.define(label), ask: createAsk("define", id) })),
    ),
  });
}

/** Offers the commands whose records use these words in their passages. */
async function usesOf(sought: string, { library, messages }: CommandContext): Promise<MenuChoice[]> {
  const holds = async (kinds: readonly RecordKind[]) =>
    (await library.find({ words: sought, in: "text", kinds })).hits.length > 0;
  return [
    ...((await holds(["quotes"]))
      ? [{ label: messages.offer.spoken(sought), ask: createAsk("quote", "", { about: sought }) }]
      : []),
    ...((await holds(["pledges"]))
      ? [{ label: messages.offer.pledged(sought), ask: createAsk("pledge", sought) }]
      : []),
  ];
}

async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const terms = (await context.library.find({ kinds: TERMS })).hits;
  return createAnswer({
    ask,
    title: context.messages.define.menuTitle,
    outcome: "menu",
    items: menuItems(recordChoices(ask, terms)),
  });
}

/** Answers for an unknown term: similar names, and where the words are used. */
async function undefinedTerm(ask: Ask, near: readonly AnyRecord[], context: CommandContext): Promise<Answer> {
  const { messages } = context;
  const uses = await usesOf(ask.text, context);
  const missed = await missAnswer(ask, ask.text, { near, kinds: TERMS, uses }, context);
  const title = messages.title(messages.quoted(ask.text), messages.define.whatNone);
  return uses.length > 0 ? { ...missed, title } : missed;
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  if (ask.text === "") return menu(ask, context);
  const resolution = await resolveName(ask.text, [TERMS], context.library);
  return answerRecordResolution(
    ask,
    {
      resolution,
      one: (term, lead) => answerWith(ask, term, lead, context),
      miss: (near) => undefinedTerm(ask, near, context),
    },
    context,
  );
}

export async function suggest(
  _option: string,
  typed: string,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  return context.library.suggest(typed, TERMS);
}
