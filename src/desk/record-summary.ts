/** Summarizes a record: its passages, with their speakers and Refdesk's notes. */

import type { Messages } from "../language/messages.ts";
import { recordAt } from "../library/lookups.ts";
import { kindDefinition } from "../shelf/kinds.ts";
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
import { isReported, quotationItem, reportItem } from "./quotations.ts";

/** The body of an answer about a record: one item for each account, definition or role. */
export type RecordSummary = Pick<Answer, "opening" | "items" | "close">;

/** Summarizes the page of a record or a source by its URL; returns undefined when there is none or nothing to show. */
export type LinkPreview = (address: string, messages: Messages) => Promise<Answer | undefined>;

type Reading = Pick<CommandContext, "library" | "messages">;

const row = (label: string, value: string, stated: boolean): DetailRow => ({ label, value, stated });

/** Creates an item that quotes passages, after rows that are supported by the same passages or by `rowEvidence`. */
async function quotedItem(
  evidence: readonly Evidence[],
  citations: Citations,
  rows: readonly DetailRow[] = [],
  rowEvidence: readonly Evidence[] = evidence,
): Promise<AnswerItem> {
  const passages = await citations.passages(evidence);
  return [
    ...(rows.length > 0
      ? [{ type: "details", rows, passages: await citations.passages(rowEvidence) } as const]
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
    opening: [],
    items,
    close: [...differenceNote(pledge.accounts, sources, messages), ...noteBlocks(pledge.notes)],
  };
}

/** Summarizes a term by its definitions; without any, by the records that use it. */
async function ofTerm(term: TermRecord, citations: Citations, context: Reading): Promise<RecordSummary> {
  const { library, messages } = context;
  const items: AnswerItem[] = [];
  for (const { by, quote, passages } of term.definitions) {
    const quotation = quote === undefined ? undefined : await recordAt("quotes", quote, library);
    const rows =
      by === undefined ? [] : [row(messages.define.rows.explained, await recordName(by, library), false)];
    items.push(
      quotation
        ? await quotationItem(quotation, citations, context)
        : await quotedItem(passages, citations, rows),
    );
  }
  if (items.length > 0) return { opening: [], items, close: noteBlocks(term.notes) };
  for (const ref of term.uses) {
    const use = await findRecord(ref, library);
    if (use) items.push(...(await summarizeRecord(use, citations, context)).items);
  }
  return { opening: noteBlocks([messages.define.used(term.label)]), items, close: noteBlocks(term.notes) };
}

/** Summarizes a person or an organization by their stated roles; without any, by the passages that name them. */
async function ofSomebody(
  subject: PersonRecord | OrganizationRecord,
  citations: Citations,
  { messages }: Reading,
): Promise<RecordSummary> {
  const label = messages.who[subject.kind === "people" ? "role" : "description"].row;
  const statedRoles = subject.roles.filter(({ stated }) => stated !== undefined);
  const items: AnswerItem[] = [];
  for (const { stated, evidence } of statedRoles.length > 0 ? statedRoles : subject.roles)
    items.push(
      await quotedItem([evidence], citations, stated === undefined ? [] : [row(label, stated, true)]),
    );
  return { opening: [], items, close: noteBlocks(subject.notes) };
}

/** Summarizes a record by the passages that say what it records. */
async function ofPassages(record: AnyRecord, citations: Citations): Promise<RecordSummary> {
  const item = await quotedItem(kindDefinition(record).mainPassages(record), citations);
  return { opening: [], items: [item], close: noteBlocks(record.notes) };
}

/** Summarizes a record of any kind. The record's page has the complete view. */
export async function summarizeRecord(
  record: AnyRecord,
  citations: Citations,
  context: Reading,
): Promise<RecordSummary> {
  const { messages } = context;
  const singleItem = (item: AnswerItem): RecordSummary => ({ opening: [], items: [item], close: [] });
  switch (record.kind) {
    case "pledges":
      return ofPledge(record, citations, context);
    case "quotes":
      return singleItem(await quotationItem(record, citations, context));
    case "terms":
      return ofTerm(record, citations, context);
    case "people":
    case "organizations":
      return ofSomebody(record, citations, context);
    case "facts":
      return isReported(record)
        ? singleItem(await reportItem(record, citations, context))
        : ofPassages(record, citations);
    case "events": {
      const { stated, evidence } = record.when;
      const rows = [row(messages.quote.rows.when, stated, true)];
      const item = await quotedItem(
        record.passages,
        citations,
        rows,
        evidence ? [evidence] : record.passages,
      );
      return {
        ...singleItem(item),
        close: noteBlocks([inferredDateNote(record.when, messages), ...record.notes]),
      };
    }
    default:
      return ofPassages(record, citations);
  }
}
