/** Builds the rows of a comparison, one for each commitment, with the values of all its accounts. */

import type { AnswerItem, Block, CellPart, Passage, TableCell } from "../../src/desk/answer.ts";
import { firstOfAll } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations, sourceName } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { recordName } from "../../src/desk/lookup.ts";
import { inferredDateNote, noteBlocks, notesOnParts, noteText, reviewNote } from "../../src/desk/notes.ts";
import {
  accountDifferences,
  donorNames,
  isPledge,
  occasionNotes,
  pledgeOrder,
} from "../../src/desk/pledges.ts";
import type { Messages } from "../../src/language/messages.ts";
import { type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { donorRefs, measureOf } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord, PledgeAccount, PledgeRecord } from "../../src/shelf/records.ts";

const COLUMNS = ["donor", "amount", "verb", "period", "purpose", "when", "note"] as const;
type Column = (typeof COLUMNS)[number];

/** One row: a commitment, or a donor without one. */
export interface ComparisonRow {
  readonly cells: Readonly<Record<Column, TableCell>>;
  /** The donors' names, each separate. */
  readonly names: readonly string[];
  /** Undefined for a donor without a commitment. */
  readonly pledge?: PledgeRecord;
  /** The sources of the commitment's accounts, in the same order. */
  readonly sources: readonly { readonly number: number; readonly publisher: string }[];
  /** Why there is no sum; set only for a donor without any commitment. */
  readonly absent?: string;
}

const own = (value: string, passages: readonly Passage[] = []): CellPart => ({
  value,
  stated: false,
  passages,
});

/** Merges equal values from several sources into one that cites them all. */
function merged(parts: readonly CellPart[]): TableCell {
  const found = new Map<string, CellPart>();
  for (const part of parts) {
    const key = `${part.stated} ${part.value}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, passages: [...before.passages, ...part.passages] } : part);
  }
  return [...found.values()];
}

function amountOf({ amount }: PledgeAccount, passages: readonly Passage[], messages: Messages): CellPart[] {
  if (amount.status === "unstated") return [own(messages.pledge.unstated, passages)];
  const stated = { value: amount.stated, stated: true, passages };
  return amount.status === "undisclosed" ? [own(messages.compare.undisclosed), stated] : [stated];
}

/** Returns an account's purpose and occasion; the occasion is left out when the stated date contains it. */
const purposeOf = ({ purpose, occasion, when }: PledgeAccount): (string | undefined)[] => [
  purpose,
  occasion !== undefined && when?.stated.includes(occasion) ? undefined : occasion,
];

/** Returns the donors' names, or the source's words when it names them only as a group. */
function donorCell(
  pledge: PledgeRecord,
  names: readonly string[],
  passages: readonly Passage[],
  messages: Messages,
): TableCell {
  const say = messages.compare;
  if (names.length > 0) {
    const all = messages.list(names);
    return [own(pledge.joint ? say.together(all) : all)];
  }
  if (pledge.donorsStated === undefined) return [own(say.unnamed)];
  const stated = { value: pledge.donorsStated, stated: true, passages };
  return pledge.joint ? [stated, own(say.jointly)] : [stated];
}

/** Joins the remarks on the commitment, the notes on the passages and the reasons for inferred dates. */
function noteOf(
  pledge: PledgeRecord,
  parts: readonly CellPart[],
  remarks: readonly string[],
  messages: Messages,
): TableCell {
  const inferred = pledge.accounts.map(({ when }) => inferredDateNote(when, messages));
  const notes = [...remarks, ...inferred, ...notesOnParts(parts)].filter((note) => note !== undefined);
  const all = [...new Set(notes.map(noteText))];
  return all.length === 0 ? [] : [own(all.join(" "))];
}

/** Says on whose word an account rests, with its publisher where another account does not. */
async function claimNotes(
  { accounts }: PledgeRecord,
  publishers: readonly string[],
  { library, messages }: Pick<CommandContext, "library" | "messages">,
): Promise<string[]> {
  const notes = await Promise.all(
    accounts.map(async ({ claim }, index) => {
      if (claim === undefined) return undefined;
      const name = await recordName(claim, library);
      const where = accounts.length > 1 ? messages.source.aside(publishers[index] ?? "") : "";
      return messages.source.sentences([messages.labelled(messages.pledge.rows.claim) + name + where]);
    }),
  );
  return notes.filter((note) => note !== undefined);
}

/** Builds the row of a commitment. */
async function lineOf(
  pledge: PledgeRecord,
  subjects: readonly AnyRecord[],
  citations: Citations,
  { library, messages }: CommandContext,
): Promise<ComparisonRow> {
  const names = await donorNames(pledge, library);
  const accounts: Omit<Record<Column, readonly CellPart[]>, "donor" | "note">[] = [];
  const sources: ComparisonRow["sources"][number][] = [];
  const first = await citations.passages(pledge.accounts[0]!.passages);
  for (const account of pledge.accounts) {
    const passages = await citations.passages(account.passages);
    const when = account.when?.evidence ? [await citations.passage(account.when.evidence)] : passages;
    const stated = (value: string | undefined, at = passages): CellPart[] =>
      value === undefined ? [] : [{ value, stated: true, passages: at }];
    sources.push({ number: passages[0]!.source, publisher: sourceName(citations.sourceOf(passages[0]!)) });
    accounts.push({
      amount: amountOf(account, passages, messages),
      verb: stated(account.verb),
      period: stated(account.period),
      purpose: purposeOf(account).flatMap((value) => stated(value)),
      when: stated(account.when?.stated, when),
    });
  }
  const cell = (column: Exclude<Column, "donor" | "note">) => merged(accounts.flatMap((it) => it[column]));
  const parts = accounts.flatMap((account) => Object.values(account).flat());
  const publishers = sources.map(({ publisher }) => publisher);
  const remarks = [
    ...(await claimNotes(pledge, publishers, { library, messages })),
    ...occasionNotes(pledge, subjects, publishers, messages),
  ];
  return {
    cells: {
      donor: donorCell(pledge, names, first, messages),
      amount: cell("amount"),
      verb: cell("verb"),
      period: cell("period"),
      purpose: cell("purpose"),
      when: cell("when"),
      note: noteOf(pledge, parts, remarks, messages),
    },
    names: names.length > 0 ? names : [pledge.donorsStated ?? messages.compare.unnamed],
    pledge,
    sources,
  };
}

/** Builds the row of a donor without a commitment of its own; `text` stands in place of the amount. */
const emptyLine = (name: string, text: string, absent = false): ComparisonRow => ({
  cells: { donor: [own(name)], amount: [own(text)], verb: [], period: [], purpose: [], when: [], note: [] },
  names: [name],
  sources: [],
  ...(absent ? { absent: text } : {}),
});

/** Returns a column of sums with their order, in which rows without a sum come first; as it is where their units differ. */
function orderedSums(lines: readonly ComparisonRow[]): readonly TableCell[] {
  const measures = lines.map(({ pledge }) => pledge && measureOf(pledge.accounts[0]!.amount));
  const units = new Set(measures.flatMap((measure) => (measure ? [measure.currency ?? measure.unit] : [])));
  return lines.map(({ cells: { amount } }, index) =>
    units.size === 1 ? amount.map((part) => ({ ...part, order: measures[index]?.value ?? 0 })) : amount,
  );
}

/** Returns the rows as items of one table, leaving out the columns that are empty in every row. */
export function comparisonItems(lines: readonly ComparisonRow[], messages: Messages): AnswerItem[] {
  const used = COLUMNS.filter((column) => lines.some(({ cells }) => cells[column].length > 0));
  const sums = orderedSums(lines);
  return lines.map(({ cells }, index) => [
    {
      type: "table",
      columns: used.map((column) =>
        column === "note" ? messages.deskNote : messages.compare.columns[column],
      ),
      rows: [used.map((column) => (column === "amount" ? sums[index]! : cells[column]))],
    },
  ]);
}

/** How many commitments of each subject are compared. */
const MOST_OF_SUBJECT = 40;

/** Builds the rows: commitments of single donors in the order of the subjects, then those of several donors. */
export async function comparisonRows(subjects: readonly AnyRecord[], context: CommandContext) {
  const { library, messages } = context;
  const citations = createCitations(library, messages);
  const pledges = new Map<RecordRef, PledgeRecord>();
  const lines: ComparisonRow[] = [];
  const several = new Map<RecordRef, PledgeRecord>();
  const concerned = await Promise.all(
    subjects.map((subject) =>
      library.find({ kinds: ["pledges"], concerning: recordRef(subject), most: MOST_OF_SUBJECT }),
    ),
  );
  const total = concerned.reduce((sum, { total }) => sum + total, 0);
  const shown = concerned.reduce((sum, { hits }) => sum + hits.length, 0);
  for (const [index, subject] of subjects.entries()) {
    const concerning = concerned[index]!.hits;
    const found = [subject, ...concerning].filter(isPledge);
    const isOfOne = (pledge: PledgeRecord) => !pledge.joint && pledge.donors.length < 2;
    const single = found.filter(isOfOne);
    for (const pledge of found) if (!isOfOne(pledge)) several.set(recordRef(pledge), pledge);
    for (const pledge of single.sort((a, b) => pledgeOrder(a) - pledgeOrder(b))) {
      if (!pledges.has(recordRef(pledge))) lines.push(await lineOf(pledge, subjects, citations, context));
      pledges.set(recordRef(pledge), pledge);
    }
    if (found.length === 0) lines.push(emptyLine(subject.label, messages.pledge.none, true));
    else if (single.length === 0 && found.some((pledge) => donorRefs(pledge).includes(recordRef(subject))))
      lines.push(emptyLine(subject.label, messages.compare.withOthers));
  }
  for (const pledge of [...several.values()].sort((a, b) => pledgeOrder(a) - pledgeOrder(b))) {
    lines.push(await lineOf(pledge, subjects, citations, context));
    pledges.set(recordRef(pledge), pledge);
  }
  return { lines, pledges: [...pledges.values()], citations, missing: firstOfAll(shown, total, messages) };
}

/** The most differences listed in full: the notes appear on every page and must leave room for the rows. */
const MOST = 8;

/**
 * Attributes a value to its publisher, since the source of a number may be listed on another page. Accounts of the
 * same publisher are told apart by number.
 */
const named =
  (sources: ComparisonRow["sources"], messages: Messages) =>
  (text: string, account: number): string => {
    const { number, publisher } = sources[account]!;
    const isUnique = sources.filter((source) => source.publisher === publisher).length === 1;
    return isUnique ? text + messages.source.aside(publisher) : messages.pledge.said(text, number);
  };

/** Builds the notes on all rows: where accounts differ, what the sums do not mean, and who has reviewed them. */
export function comparisonNotes(
  lines: readonly ComparisonRow[],
  pledges: readonly PledgeRecord[],
  { messages }: CommandContext,
): Block[] {
  const say = messages.compare;
  const differing = lines.flatMap(({ pledge, names, sources }) =>
    pledge
      ? accountDifferences(pledge.accounts, sources, messages, named(sources, messages)).map(
          ({ what, each }) => messages.pledge.on(say.differing(messages.list(names), what), each),
        )
      : [],
  );
  const shown = differing.slice(0, differing.length > MOST ? MOST - 1 : MOST);
  const more = differing.length - shown.length;
  const units = pledges.flatMap(({ accounts }) =>
    accounts.flatMap(({ amount }) =>
      amount.status === "stated" ? [amount.currency ?? amount.unit ?? ""] : [],
    ),
  );
  const texts = [messages.pledge.differs, ...shown, ...(more > 0 ? [say.moreDiffer(more)] : [])];
  return [
    ...(shown.length > 0 ? [{ type: "note", texts, differs: true } as const] : []),
    ...noteBlocks([
      pledges.length > 1 ? { text: say.overlapping, caution: true } : undefined,
      pledges.some(({ joint }) => joint) ? { text: say.undivided, caution: true } : undefined,
      new Set(units).size > 1 ? say.unconverted : undefined,
      reviewNote(pledges, messages),
    ]),
  ];
}
