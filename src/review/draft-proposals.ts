/** Makes proposals of the drafts of a source: what the shelf has not, each as a record that it may become. */
import type { Draft } from "../drafts/draft.ts";
import { knownRecord } from "../drafts/known-records.ts";
import { reviewMessages as say } from "../language/en/review-messages.ts";
import { foldName, foldText } from "../shelf/fold.ts";
import { kindDefinition, type RecordKind, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { DraftedSource } from "./drafted-sources.ts";
import { bodiesNamed, bodyInSource, namesNear } from "./named-records.ts";
import { passageAt } from "./passages.ts";
import { answersOf, excerpt, fieldsFrom } from "./proposal-fields.ts";
import { draftId } from "./proposal-id.ts";
import type { Proposal, ProposalField, ProposalPassage } from "./review-desk.ts";

/** The kind of record that a draft becomes; sums that nobody gave become none. */
export const KINDS: Readonly<Record<Draft["kind"], RecordKind>> = {
  quotation: "quotes",
  sum: "pledges",
  gift: "pledges",
  definition: "terms",
  event: "events",
  person: "people",
  organization: "organizations",
};

/** What answers most questions first. */
const ORDER: readonly RecordKind[] = [
  "pledges",
  "quotes",
  "terms",
  "facts",
  "events",
  "people",
  "organizations",
];

/** Sorts proposals: gifts and quotations first, and what is ticked through last. */
const byWorth = (one: Proposal, other: Proposal): number =>
  Number(one.isListed) - Number(other.isListed) || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);

/** A record with a range of a source that it says something of. */
interface PlacedRecord {
  readonly record: AnyRecord;
  readonly start: number;
  readonly end: number;
}

/** The ranges of the records of a shelf, by source. */
const placedRecords = memoizeByKey(({ records, spans }: Shelf): ReadonlyMap<string, PlacedRecord[]> => {
  const bySource = new Map<string, PlacedRecord[]>();
  for (const record of records.values())
    for (const evidence of record.kind === "quotes"
      ? record.passages
      : kindDefinition(record).mainPassages(record)) {
      const span = spans.get(evidence);
      const own = bySource.get(evidence.source) ?? [];
      bySource.set(evidence.source, own);
      if (span) own.push({ record, ...span });
    }
  return bySource;
});

const numberIn = (words: string): string => /\d+/.exec(foldText(words))?.[0] ?? words;

/** Tells whether a record of the shelf was made of the same words. */
function isOnShelf(draft: Draft, kind: RecordKind, { source }: DraftedSource, shelf: Shelf): boolean {
  if (kind === "people" || kind === "organizations") return bodiesNamed(draft.name ?? "", shelf).length > 0;
  return (placedRecords(shelf).get(source.id) ?? []).some(
    ({ record, start, end }) =>
      record.kind === kind &&
      draft.passages.some((passage) => passage.start < end && start < passage.end) &&
      (record.kind !== "pledges" || hasAmount(record, draft)) &&
      (record.kind !== "terms" || isNamed(record, draft.term)),
  );
}

const isNamed = (record: AnyRecord, name: string | undefined): boolean =>
  name !== undefined && recordNames(record).some((one) => foldName(one) === foldName(name));

/** Tells whether an account of a pledge states the sum of a draft. */
const hasAmount = (record: Extract<AnyRecord, { kind: "pledges" }>, { amount }: Draft): boolean =>
  record.accounts.some(({ amount: known }) =>
    amount?.value === undefined || known.status !== "stated"
      ? known.status !== "stated" || known.value === undefined
      : known.value === amount.value,
  );

/** Returns the term of the shelf of which a definition is a further one. */
function knownTerm(draft: Draft, shelf: Shelf): Proposal["known"] {
  if (draft.kind !== "definition") return undefined;
  for (const record of shelf.records.values())
    if (record.kind === "terms" && isNamed(record, draft.term))
      return { ref: recordRef(record), as: "account", differences: [] };
  return undefined;
}

/** Offers the names nearby where a question has nobody to pick from. */
function withNamesNear(
  field: ProposalField,
  kind: RecordKind,
  drafted: DraftedSource,
  passage: ProposalPassage | undefined,
): ProposalField {
  const { question, name } = field;
  if (!question || question.candidates.length > 0 || !passage || (name !== "speaker" && name !== "donors"))
    return field;
  return { ...field, question: { ...question, candidates: namesNear(drafted, passage, kind) } };
}

/** Asks which of several records of one name is meant. */
function withNamesakes(field: ProposalField, shelf: Shelf): ProposalField {
  if (field.question || (field.name !== "speaker" && field.name !== "donors") || field.value.includes(";"))
    return field;
  const named = bodiesNamed(field.value, shelf);
  return named.length > 1
    ? { ...field, question: { ask: say.whichOf(field.value), candidates: named } }
    : field;
}

function proposalFrom(draft: Draft, drafted: DraftedSource, shelf: Shelf): Proposal | undefined {
  const { source, reading } = drafted;
  const kind = KINDS[draft.kind];
  if ((draft.kind === "sum" && !draft.gift) || isOnShelf(draft, kind, drafted, shelf)) return undefined;
  const passages = draft.passages.map((span) => passageAt(source, span));
  const words = passages.map(({ exact }) => exact);
  const known = (knownRecord(draft, reading, shelf) as Proposal["known"]) ?? knownTerm(draft, shelf);
  const fields = fieldsFrom(draft, excerpt(words[0] ?? "")).map((field) =>
    withNamesakes(withNamesNear(field, kind, drafted, passages[0]), shelf),
  );
  const detail = draft.amount ? numberIn(draft.amount.text) : (draft.term ?? draft.name ?? "");
  const isListed = kind === "events" || kind === "people" || kind === "organizations";
  return {
    id: draftId(source.id, kind, words, detail),
    origin: "draft",
    kind,
    source: source.id,
    passages,
    fields,
    answers: answersOf(kind, fields),
    brings: broughtBy(kind, fields, drafted, shelf),
    ...(known ? { known } : {}),
    isListed,
    isSure: known === undefined && fields.every(({ question }) => question === undefined),
  };
}

/** Returns the people and organizations that the fields name and the shelf has not. */
export function broughtBy(
  kind: RecordKind,
  fields: readonly ProposalField[],
  drafted: DraftedSource,
  shelf: Shelf,
): Proposal["brings"] {
  const field = kind === "quotes" ? "speaker" : kind === "pledges" ? "donors" : undefined;
  const names = (fields.find(({ name }) => name === field)?.value ?? "").split(";");
  return names.flatMap((name) => {
    if (name.trim() === "" || bodiesNamed(name.trim(), shelf).length > 0) return [];
    const body = bodyInSource(name.trim(), drafted, kind === "quotes" ? "people" : "organizations");
    return body ? [{ kind: body.kind, label: body.label }] : [];
  });
}

/** Returns the proposals of a source, what answers most first. Whom a quotation or a gift brings is not proposed alone. */
export function proposalsOf(drafted: DraftedSource, shelf: Shelf): Proposal[] {
  const byId = new Map<string, Proposal>();
  for (const draft of drafted.drafts) {
    const proposal = proposalFrom(draft, drafted, shelf);
    if (proposal && !byId.has(proposal.id)) byId.set(proposal.id, proposal);
  }
  return [...byId.values()].sort(byWorth);
}

/** Leaves out people and organizations that other proposals bring. */
export function withoutBrought(proposals: readonly Proposal[]): Proposal[] {
  const keyOf = (source: string, kind: string, name: string) =>
    JSON.stringify([source, kind, foldName(name)]);
  const brought = new Set(
    proposals.flatMap(({ source, brings }) => brings.map(({ kind, label }) => keyOf(source, kind, label))),
  );
  return proposals.filter(
    ({ source, kind, fields, origin }) =>
      origin !== "draft" ||
      !fields.some(({ name, value }) => name === "name" && brought.has(keyOf(source, kind, value))),
  );
}
