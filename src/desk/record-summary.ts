/** A record in short: the passages that it stands on, with whose words they are and what the desk notes of them. */

import type { Messages } from "../language/messages.ts";
import type {
  AnyRecord,
  Evidence,
  OrganizationRecord,
  PersonRecord,
  PledgeRecord,
  TermRecord,
} from "../shelf/records.ts";
import type { Answer, AnswerItem, DetailRow } from "./answer.ts";
import type { Citations } from "./citations.ts";
import type { CommandContext } from "./command.ts";
import { findRecord, recordName } from "./lookup.ts";
import { inferredDateNote, noteBlocks } from "./notes.ts";
import { differenceNote } from "./pledges.ts";
import { quotationItem, type ReportedSpeech, reportItem } from "./quotations.ts";

/** What an answer would say of it: an item for each account, definition or role; nothing in it where no passage is left. */
export type RecordSummary = Pick<Answer, "lead" | "items" | "close">;

/** What a page is about, in short, by its address; nothing where that is of no page here that is about one thing. */
export type LinkPreview = (address: string, messages: Messages) => Promise<Answer | undefined>;

type Reading = Pick<CommandContext, "library" | "messages">;

const row = (label: string, value: string, stated: boolean): DetailRow => ({ label, value, stated });

/** Passages as a quotation, after the rows that stand on them, or on a passage of their own. */
async function quotedItem(
  evidence: readonly Evidence[],
  citations: Citations,
  rows: readonly DetailRow[] = [],
  beside: readonly Evidence[] = evidence,
): Promise<AnswerItem> {
  const passages = await citations.passages(evidence);
  return [
    ...(rows.length > 0
      ? [{ type: "details", rows, passages: await citations.passages(beside) } as const]
      : []),
    { type: "quote", passages },
    ...noteBlocks(passages.map(({ note }) => note)),
  ];
}

async function ofPledge(
  pledge: PledgeRecord,
  citations: Citations,
  { messages }: Reading,
): Promise<RecordSummary> {
  const items: AnswerItem[] = [];
  const sources: { readonly number: number }[] = [];
  for (const { passages } of pledge.accounts) {
    items.push(await quotedItem(passages, citations));
    sources.push({ number: (await citations.passage(passages[0]!)).source });
  }
  return {
    lead: [],
    items,
    close: [...differenceNote(pledge.accounts, sources, messages), ...noteBlocks(pledge.notes)],
  };
}

/** Each definition; for a term that no source defines, the words in which it is used. */
async function ofTerm(term: TermRecord, citations: Citations, context: Reading): Promise<RecordSummary> {
  const { library, messages } = context;
  const items: AnswerItem[] = [];
  for (const { by, quote, passages } of term.definitions) {
    const spoken = quote === undefined ? undefined : await library.get("quotes", quote);
    const rows =
      by === undefined ? [] : [row(messages.define.rows.explained, await recordName(by, library), false)];
    items.push(
      spoken ? await quotationItem(spoken, citations, context) : await quotedItem(passages, citations, rows),
    );
  }
  if (items.length > 0) return { lead: [], items, close: noteBlocks(term.notes) };
  for (const ref of term.uses) {
    const use = await findRecord(ref, library);
    if (use) items.push(...(await summarizeRecord(use, citations, context)).items);
  }
  return { lead: noteBlocks([messages.define.used(term.label)]), items, close: noteBlocks(term.notes) };
}

/** What the sources call them; where none does, the passages in which they are named. */
async function ofSomebody(
  subject: PersonRecord | OrganizationRecord,
  citations: Citations,
  { messages }: Reading,
): Promise<RecordSummary> {
  const label = messages.who[subject.kind === "people" ? "role" : "description"].row;
  const told = subject.roles.filter(({ stated }) => stated !== undefined);
  const items: AnswerItem[] = [];
  for (const { stated, evidence } of told.length > 0 ? told : subject.roles)
    items.push(
      await quotedItem([evidence], citations, stated === undefined ? [] : [row(label, stated, true)]),
    );
  return { lead: [], items, close: noteBlocks(subject.notes) };
}

/** What is said of a record in passing; whoever wants the whole of it opens its page. */
export async function summarizeRecord(
  record: AnyRecord,
  citations: Citations,
  context: Reading,
): Promise<RecordSummary> {
  const { messages } = context;
  const one = (item: AnswerItem): RecordSummary => ({ lead: [], items: [item], close: [] });
  switch (record.kind) {
    case "pledges":
      return ofPledge(record, citations, context);
    case "quotes":
      return one(await quotationItem(record, citations, context));
    case "terms":
      return ofTerm(record, citations, context);
    case "people":
    case "organizations":
      return ofSomebody(record, citations, context);
    case "facts":
      if (record.speaker !== undefined)
        return one(await reportItem(record as ReportedSpeech, citations, context));
      return { ...one(await quotedItem(record.passages, citations)), close: noteBlocks(record.notes) };
    case "events": {
      const { stated, evidence } = record.when;
      const rows = [row(messages.quote.rows.when, stated, true)];
      const item = await quotedItem(
        record.passages,
        citations,
        rows,
        evidence ? [evidence] : record.passages,
      );
      return { ...one(item), close: noteBlocks([inferredDateNote(record.when, messages), ...record.notes]) };
    }
  }
}
