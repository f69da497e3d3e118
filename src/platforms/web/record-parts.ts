/** Splits a record into parts for its page: labelled values, each with the passages that support them. */

import { sourceName } from "../../desk/citations.ts";
import { findRecord, recordName } from "../../desk/lookup.ts";
import { donorNames } from "../../desk/pledges.ts";
import type { Messages } from "../../language/messages.ts";
import type { Library } from "../../library/library.ts";
import { contextOf } from "../../library/lookups.ts";
import { evidenceWithPointers, isSameEvidence } from "../../shelf/evidence.ts";
import { kindDefinition, type RecordRef } from "../../shelf/kinds.ts";
import type {
  AnyRecord,
  Evidence,
  FactRecord,
  PledgeAccount,
  PledgeRecord,
  QuoteRecord,
  StatedDate,
  TermRecord,
} from "../../shelf/records.ts";
import { referenceAt } from "../../shelf/references.ts";

/** A labelled value: the source's own words when `stated`, a record's name with `ref`, or Refdesk's wording. */
export interface LabelledValue {
  readonly label: string;
  readonly value: string;
  readonly stated?: true;
  readonly ref?: RecordRef;
}

/** Part of a record, with its evidence. */
export interface RecordPart {
  readonly rows: readonly LabelledValue[];
  readonly evidence: readonly Evidence[];
  /** A speaker's own words, within the passages of `evidence`. */
  readonly quoted?: readonly Evidence[];
}

interface Telling {
  readonly library: Library;
  readonly messages: Messages;
}

const stated = (label: string, value: string | undefined): LabelledValue[] =>
  value === undefined ? [] : [{ label, value, stated: true }];
const own = (label: string, value: string | undefined): LabelledValue[] =>
  value === undefined ? [] : [{ label, value }];

/** Returns the name of a record, with its reference where the reader may open it. */
async function named(label: string, ref: RecordRef | undefined, library: Library): Promise<LabelledValue[]> {
  if (ref === undefined) return [];
  const isThere = (await findRecord(ref, library)) !== undefined;
  return [{ label, value: await recordName(ref, library), ...(isThere ? { ref } : {}) }];
}

/** Returns the source's words for a date and the date itself, with the reviewers' reason when it is inferred. */
function timed(when: StatedDate | undefined, messages: Messages): LabelledValue[] {
  if (!when) return [];
  const { date, to, inferred } = when;
  const read = date === undefined ? undefined : messages.span(date, to);
  return [
    ...stated(messages.quote.rows.when, when.stated),
    ...own(
      messages.pages.rows.date,
      read === undefined || inferred === undefined ? read : `${read}${messages.source.aside(inferred)}`,
    ),
  ];
}

async function accountPart(account: PledgeAccount, pledge: PledgeRecord, { library, messages }: Telling) {
  const { rows, unstated } = messages.pledge;
  const donors = await donorNames(pledge, library);
  const label = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const { amount } = account;
  const occasions = await Promise.all(
    (account.occasions ?? []).map((ref) => named(messages.pages.rows.occasion, ref, library)),
  );
  return {
    evidence: [...account.passages, ...(account.when?.evidence ? [account.when.evidence] : [])],
    rows: [
      ...(amount.status === "unstated"
        ? own(rows.amount, unstated)
        : stated(amount.status === "undisclosed" ? rows.undisclosed : rows.amount, amount.stated)),
      ...(donors.length > 0 ? own(label, messages.list(donors)) : stated(label, pledge.donorsStated)),
      ...stated(rows.verb, account.verb),
      ...stated(rows.period, account.period),
      ...stated(messages.pages.rows.purpose, account.purpose),
      ...stated(messages.pages.rows.occasion, account.occasion),
      ...occasions.flat(),
      ...timed(account.when, messages),
      ...(await named(rows.claim, account.claim, library)),
    ],
  };
}

async function quotePart(quote: QuoteRecord, { library, messages }: Telling): Promise<RecordPart> {
  const { said, where, via, within, passages } = quote;
  const { rows, wording } = messages.quote;
  const { source } = await contextOf(passages[0]!, library);
  const otherEvidence = [said, where, via].flatMap((one) => (one?.evidence ? [one.evidence] : []));
  return {
    evidence: within ? [within, ...otherEvidence] : [...passages, ...otherEvidence],
    quoted: passages,
    rows: [
      ...(await named(messages.pages.rows.speaker, quote.speaker, library)),
      ...own(messages.pages.rows.inferred, quote.speakerInferred),
      ...timed(said, messages),
      ...stated(rows.where, where?.stated),
      ...stated(rows.via, via?.stated),
      ...own(rows.wording, wording(messages.language(source.language), sourceName(source))),
    ],
  };
}

async function factPart(fact: FactRecord, { library, messages }: Telling): Promise<RecordPart> {
  return {
    evidence: [...fact.passages, ...(fact.when?.evidence ? [fact.when.evidence] : [])],
    rows: [
      ...(await named(messages.pages.rows.speaker, fact.speaker, library)),
      ...stated(messages.pages.rows.speaker, fact.speakerStated),
      ...own(messages.pages.rows.inferred, fact.speakerInferred),
      ...timed(fact.when, messages),
    ],
  };
}

async function termParts(term: TermRecord, { library, messages }: Telling): Promise<RecordPart[]> {
  return Promise.all(
    term.definitions.map(async ({ by, passages }) => ({
      evidence: passages,
      rows: await named(messages.define.rows.explained, by, library),
    })),
  );
}

async function partsIn(record: AnyRecord, input: Telling): Promise<RecordPart[]> {
  const { library, messages } = input;
  switch (record.kind) {
    case "pledges":
      return Promise.all(record.accounts.map((account) => accountPart(account, record, input)));
    case "quotes":
      return [await quotePart(record, input)];
    case "facts":
      return [await factPart(record, input)];
    case "terms":
      return termParts(record, input);
    case "events":
      return [
        {
          evidence: [...record.passages, ...(record.when.evidence ? [record.when.evidence] : [])],
          rows: timed(record.when, messages),
        },
      ];
    case "people":
    case "organizations": {
      const label = record.kind === "people" ? messages.who.role.row : messages.who.description.row;
      return Promise.all(
        record.roles.map(async (role, index) => ({
          evidence: [role.evidence],
          rows: [
            ...stated(label, role.stated),
            ...(await named(messages.who.partOf, referenceAt(record, `/roles/${index}/of`), library)),
          ],
        })),
      );
    }
    default:
      return [{ evidence: kindDefinition(record).mainPassages(record), rows: [] }];
  }
}

/** Returns all parts of a record. Evidence that no part shows is added as a last part without rows. */
export async function recordParts(record: AnyRecord, telling: Telling): Promise<RecordPart[]> {
  const parts = await partsIn(record, telling);
  const shown = parts.flatMap(({ evidence, quoted = [] }) => [...evidence, ...quoted]);
  const left = evidenceWithPointers(record)
    .map(({ evidence }) => evidence)
    .filter((evidence) => !shown.some((one) => isSameEvidence(one, evidence)));
  return left.length === 0 ? parts : [...parts, { rows: [], evidence: left }];
}
