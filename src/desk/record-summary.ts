/** A record in short: the passages that it stands on, with whose words they are and what the desk notes of them. */

import type { Words } from "../language/messages.ts";
import type { AnyRecord, Evidence, RecordOf } from "../shelf/records.ts";
import type { Answer, AnswerSource, Item, Row } from "./answer.ts";
import { type Citing, notes } from "./citations.ts";
import type { Desk } from "./command.ts";
import { nameOf, recordAt } from "./lookup.ts";
import { differingNote, type Pledge } from "./pledges.ts";
import { quotationOf, type Report, reportOf } from "./quotations.ts";

/** What an answer would say of it: an item for each account, definition or role; nothing in it where no passage is left. */
export type Brief = Pick<Answer, "lead" | "items" | "close">;

/** What a page is about, in short, by its address; nothing where that is of no page here that is about one thing. */
export type Glance = (address: string, words: Words) => Promise<Answer | undefined>;

type Reading = Pick<Desk, "library" | "words">;

const row = (label: string, value: string, stated: boolean): Row => ({ label, value, stated });

/** Passages as a quotation, after the rows that stand on them, or on a passage of their own. */
async function standing(
  evidence: readonly Evidence[],
  citing: Citing,
  rows: readonly Row[] = [],
  beside: readonly Evidence[] = evidence,
): Promise<Item> {
  const passages = await citing.passages(evidence);
  return [
    ...(rows.length > 0 ? [{ type: "facts", rows, passages: await citing.passages(beside) } as const] : []),
    { type: "quote", passages },
    ...notes(passages.map(({ note }) => note)),
  ];
}

async function ofPledge(pledge: Pledge, citing: Citing, { words }: Reading): Promise<Brief> {
  const items: Item[] = [];
  const sources: AnswerSource[] = [];
  for (const { passages } of pledge.accounts) {
    items.push(await standing(passages, citing));
    sources.push(citing.sources()[(await citing.passage(passages[0]!)).source - 1]!);
  }
  return {
    lead: [],
    items,
    close: [...differingNote(pledge.accounts, sources, words), ...notes(pledge.notes)],
  };
}

/** Each definition; for a term that no source defines, the words in which it is used. */
async function ofTerm(term: RecordOf<"terms">, citing: Citing, desk: Reading): Promise<Brief> {
  const { library, words } = desk;
  const items: Item[] = [];
  for (const { by, quote, passages } of term.definitions) {
    const spoken = quote === undefined ? undefined : await library.get("quotes", quote);
    const rows = by === undefined ? [] : [row(words.define.rows.explained, await nameOf(by, library), false)];
    items.push(spoken ? await quotationOf(spoken, citing, desk) : await standing(passages, citing, rows));
  }
  if (items.length > 0) return { lead: [], items, close: notes(term.notes) };
  for (const ref of term.uses) {
    const use = await recordAt(ref, library);
    if (use) items.push(...(await briefOf(use, citing, desk)).items);
  }
  return { lead: notes([words.define.used(term.label)]), items, close: notes(term.notes) };
}

/** What the sources call them; where none does, the passages in which they are named. */
async function ofSomebody(
  subject: RecordOf<"people"> | RecordOf<"organizations">,
  citing: Citing,
  { words }: Reading,
): Promise<Brief> {
  const label = words.who[subject.kind === "people" ? "role" : "description"].row;
  const told = subject.roles.filter(({ stated }) => stated !== undefined);
  const items: Item[] = [];
  for (const { stated, evidence } of told.length > 0 ? told : subject.roles)
    items.push(await standing([evidence], citing, stated === undefined ? [] : [row(label, stated, true)]));
  return { lead: [], items, close: notes(subject.notes) };
}

/** What is said of a record in passing; whoever wants the whole of it opens its page. */
export async function briefOf(record: AnyRecord, citing: Citing, desk: Reading): Promise<Brief> {
  const { words } = desk;
  const one = (item: Item): Brief => ({ lead: [], items: [item], close: [] });
  switch (record.kind) {
    case "pledges":
      return ofPledge(record, citing, desk);
    case "quotes":
      return one(await quotationOf(record, citing, desk));
    case "terms":
      return ofTerm(record, citing, desk);
    case "people":
    case "organizations":
      return ofSomebody(record, citing, desk);
    case "facts":
      if (record.speaker !== undefined) return one(await reportOf(record as Report, citing, desk));
      return { ...one(await standing(record.passages, citing)), close: notes(record.notes) };
    case "events": {
      const { stated, evidence, date, to, inferred } = record.when;
      const why =
        date !== undefined && inferred !== undefined
          ? words.inferred(stated, words.span(date, to), inferred)
          : undefined;
      const rows = [row(words.quote.rows.when, stated, true)];
      const item = await standing(record.passages, citing, rows, evidence ? [evidence] : record.passages);
      return { ...one(item), close: notes([why, ...record.notes]) };
    }
  }
}
