/** Answers /define: shows each source's definition of a term, or its uses when no source defines it. */

import { type Ask, createAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerItem,
  type Block,
  createAnswer,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import { askButtons, firstOfAll, MOST_LISTED, menuItems, namedLine } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord, otherNames, recordName, sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { passagesBlock } from "../../src/desk/quotations.ts";
import { answerRecordResolution, missAnswer, recordChoices } from "../../src/desk/resolve.ts";
import { resolveName } from "../../src/desk/resolve-name.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { recordAt } from "../../src/library/lookups.ts";
import { containsFolded } from "../../src/shelf/evidence.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import type { AnyRecord, TermDefinition, TermRecord } from "../../src/shelf/records.ts";

const TERMS = ["terms"] as const;

/** Shows one source's definition, and whose explanation it is when the citation does not say so. */
async function itemOf(
  term: TermRecord,
  definition: TermDefinition,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem> {
  const { library, messages } = context;
  const passages = await citations.passages(definition.passages);
  const whose = definition.by && (await recordName(definition.by, library));
  const quote =
    definition.quote === undefined ? undefined : await recordAt("quotes", definition.quote, library);
  // Whose explanation it is stands in the row below.
  const block: Block =
    quote || whose === undefined
      ? await passagesBlock(term, definition.passages, passages, citations, context)
      : { type: "quote", passages };
  const rows =
    quote || whose === undefined
      ? []
      : [{ label: messages.define.rows.explained, value: whose, stated: false }];
  return [
    block,
    ...(rows.length > 0 ? [{ type: "details", rows, passages } as const] : []),
    ...noteBlocks([quote?.speakerInferred, ...passages.map(({ note }) => note)]),
  ];
}

/** Shows one use of a term that no source defines. */
async function termUsed(
  record: AnyRecord,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem> {
  if (record.kind !== "quotes" && record.kind !== "facts") return [];
  const evidence = record.kind === "quotes" && record.within ? [record.within] : record.passages;
  const passages = await citations.passages(evidence);
  const block = await passagesBlock(record, evidence, passages, citations, context);
  return [
    block,
    ...noteBlocks([record.speakerInferred, ...record.notes, ...passages.map(({ note }) => note)]),
  ];
}

/**
 * Shows what the sources say of the whole that a term is a part of, except what is shown for the part already. Says
 * that it is said of the whole.
 */
async function wholeItems(
  term: TermRecord,
  whole: TermRecord,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem[]> {
  const say = context.messages.define;
  const own = term.definitions.flatMap(({ passages }) => passages);
  const isShown = ({ passages }: TermDefinition) =>
    passages.some((passage) => own.some(({ exact }) => containsFolded(exact, passage.exact)));
  const others = whole.definitions.filter((definition) => !isShown(definition));
  const items: AnswerItem[] = [];
  for (const [index, definition] of others.entries()) {
    const heading: Block[] =
      index === 0 ? [{ type: "heading", text: say.ofWhole(whole.label), group: true }] : [];
    items.push([...heading, ...(await itemOf(whole, definition, citations, context))]);
  }
  return items;
}

async function answerWith(
  ask: Ask,
  term: TermRecord,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const say = messages.define;
  const citations = createCitations(library, messages);
  const defined = term.definitions.length > 0;
  const items: AnswerItem[] = [];
  for (const definition of term.definitions) items.push(await itemOf(term, definition, citations, context));
  const uses = defined ? [] : await Promise.all(term.uses.map((ref) => findRecord(ref, library)));
  for (const use of uses) if (use) items.push(await termUsed(use, citations, context));
  const mainItems = Math.max(1, items.length);
  items[0] = [...(items[0] ?? []), ...noteBlocks(term.notes)];
  const whole = term.partOf === undefined ? undefined : await recordAt("terms", term.partOf, library);
  if (whole) items.push(...(await wholeItems(term, whole, citations, context)));
  const part = whole === undefined ? "" : messages.brief.partOf(whole.label);
  const others = otherNames(term);
  const also: Block[] = others.length > 0 ? [{ type: "text", text: say.also(others), isExtra: true }] : [];
  const neighbours = await library.records(term.neighbours.map((id) => `terms/${id}` as const));
  return createAnswer({
    ask,
    title: messages.title(titleName(term, messages), defined ? say.what : say.whatUsed),
    outcome: "found",
    mainItems,
    lead: namedLine(
      term.label,
      defined ? part : messages.brief.used(uses.length),
      messages,
      sourceForm(term, messages),
    ),
    opening: [...opening, ...(defined ? [] : noteBlocks([say.used(term.label)]))],
    items,
    close: [...also, ...noteBlocks([reviewNote([term], messages)])],
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
    (await library.find({ words: sought, in: "passages", kinds, most: 1 })).total > 0;
  const [isSpoken, isPledged] = await Promise.all([holds(["quotes"]), holds(["pledges"])]);
  return [
    ...(isSpoken
      ? [{ label: messages.offer.spoken(sought), ask: createAsk("quote", "", { about: sought }) }]
      : []),
    ...(isPledged ? [{ label: messages.offer.pledged(sought), ask: createAsk("pledge", sought) }] : []),
  ];
}

async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const { hits, total } = await context.library.find({ kinds: TERMS, most: MOST_LISTED });
  return createAnswer({
    ask,
    title: context.messages.define.menuTitle,
    outcome: "menu",
    items: menuItems(recordChoices(ask, hits)),
    close: firstOfAll(hits.length, total, context.messages),
  });
}

/** Answers for an unknown term: similar names, and where the words are used. */
async function undefinedTerm(ask: Ask, near: readonly AnyRecord[], context: CommandContext): Promise<Answer> {
  const { messages } = context;
  const uses = await usesOf(ask.text, context);
  const missed = await missAnswer(
    ask,
    ask.text,
    { near, kinds: TERMS, uses, none: messages.define.whatNone },
    context,
  );
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
      one: (term, opening) => answerWith(ask, term, opening, context),
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
