/** What /define answers. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import {
  type Answer,
  type Block,
  type Button,
  type Choice,
  type Item,
  makeAnswer,
} from "../../src/desk/answer.ts";
import { type Citing, createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameOf, recordAt } from "../../src/desk/lookup.ts";
import { menuOf, miss, resolve, several } from "../../src/desk/resolve.ts";
import type { Words } from "../../src/language/messages.ts";
import type { Suggestion } from "../../src/library/library.ts";
import type { Kind } from "../../src/shelf/kinds.ts";
import type { AnyRecord, Definition, RecordOf } from "../../src/shelf/records.ts";

type Term = RecordOf<"terms">;

const TERMS: readonly Kind[] = ["terms"];

/** One source's definition: the words, and whose explanation they are where the credit does not say so. */
async function itemOf(definition: Definition, citing: Citing, desk: Desk): Promise<Item> {
  const { library, words } = desk;
  const passages = await citing.passages(definition.passages);
  const whose = definition.by && (await nameOf(definition.by, library));
  const quote = definition.quote === undefined ? undefined : await library.get("quotes", definition.quote);
  const said = quote && whose !== undefined ? await speakerOf(quote, whose, citing, words) : {};
  const rows =
    quote || whose === undefined ? [] : [{ label: words.define.rows.explained, value: whose, stated: false }];
  return [
    { type: "quote", passages, ...said },
    ...(rows.length > 0 ? [{ type: "facts", rows, passages } as const] : []),
    ...notes(passages.map(({ note }) => note)),
  ];
}

/** A quotation's speaker, and the quoted words where they are only a clause of the sentence shown. */
async function speakerOf(quote: RecordOf<"quotes">, name: string, citing: Citing, words: Words) {
  if (!quote.within) return { speaker: name };
  return {
    speaker: words.quote.fragment(name),
    fragment: (await citing.passage(quote.passages[0]!)).text,
  };
}

/** A use of a term that no source defines. */
async function termUsed(record: AnyRecord, citing: Citing, desk: Desk): Promise<Item> {
  if (record.kind !== "quotes" && record.kind !== "facts") return [];
  const sentence = record.kind === "quotes" ? record.within : undefined;
  const passages = await citing.passages(sentence ? [sentence] : record.passages);
  const name = record.speaker && (await nameOf(record.speaker, desk.library));
  return [
    record.kind === "quotes" && name !== undefined
      ? { type: "quote", passages, ...(await speakerOf(record, name, citing, desk.words)) }
      : {
          type: "report",
          passages,
          ...(name === undefined ? {} : { speaker: desk.words.quote.reportOf(name) }),
        },
    ...notes([...record.notes, ...passages.map(({ note }) => note)]),
  ];
}

async function answerWith(ask: Ask, term: Term, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const say = words.define;
  const citing = createCiting(library, words);
  const defined = term.definitions.length > 0;
  const items: Item[] = [];
  for (const definition of term.definitions) items.push(await itemOf(definition, citing, desk));
  const uses = defined ? [] : await Promise.all(term.uses.map((ref) => recordAt(ref, library)));
  for (const use of uses) if (use) items.push(await termUsed(use, citing, desk));
  const also: Block[] = term.aliases.length > 0 ? [{ type: "text", text: say.also(term.aliases) }] : [];
  const remarks: Item = [...also, ...notes(term.notes)];
  if (remarks.length > 0) items.push(remarks);
  const neighbours = await Promise.all(term.neighbours.map((id) => library.get("terms", id)));
  return makeAnswer({
    ask,
    title: words.title(term.label, defined ? say.what : say.whatUsed),
    outcome: "found",
    lead: [...lead, ...(defined ? [] : notes([say.used(term.label)]))],
    items,
    close: notes([reviewed([term], words)]),
    sources: citing.sources(),
    buttons: neighbours
      .filter((neighbour) => neighbour !== undefined)
      .slice(0, 4)
      .map(
        (neighbour): Button => ({
          type: "ask",
          label: words.offer.define(neighbour.label),
          ask: makeAsk("define", neighbour.id),
        }),
      ),
  });
}

/** Words that are no term on the shelf and stand in its passages: where to read them. */
async function usesOf(sought: string, { library, words }: Desk): Promise<Choice[]> {
  const holds = async (kinds: readonly Kind[]) =>
    (await library.find({ words: sought, in: "text", kinds })).hits.length > 0;
  return [
    ...((await holds(["quotes"]))
      ? [{ label: words.offer.spoken(sought), ask: makeAsk("quote", "", { about: sought }) }]
      : []),
    ...((await holds(["pledges"]))
      ? [{ label: words.offer.pledged(sought), ask: makeAsk("pledge", sought) }]
      : []),
  ];
}

async function menu(ask: Ask, desk: Desk): Promise<Answer> {
  const terms = (await desk.library.find({ kinds: TERMS })).hits;
  return makeAnswer({
    ask,
    title: desk.words.define.menuTitle,
    outcome: "menu",
    items: menuOf(ask, terms).map((choice) => [{ type: "choices", choices: [choice] }]),
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  if (ask.words === "") return menu(ask, desk);
  const resolved = await resolve(ask.words, [TERMS], desk.library);
  if (resolved.type === "several") return several(ask, resolved.records, desk);
  if (resolved.type === "one" && resolved.record.kind === "terms") {
    const { record, likeness } = resolved;
    const lead: Block[] = likeness
      ? [{ type: "text", text: desk.words.showing(record.label, ask.words) }]
      : [];
    return answerWith(ask, record, lead, desk);
  }
  const near = resolved.type === "near" ? resolved.records : [];
  const uses = await usesOf(ask.words, desk);
  const missed = await miss(ask, ask.words, { near, kinds: TERMS, uses }, desk);
  const title = desk.words.title(desk.words.quoted(ask.words), desk.words.define.whatNone);
  return uses.length > 0 ? { ...missed, title } : missed;
}

export async function suggest(_option: string, typed: string, desk: Desk): Promise<readonly Suggestion[]> {
  return desk.library.suggest(typed, TERMS);
}
