/** Makes proposals of the drafts of a source: what the shelf has not, each as a record that it may become. */
import type { Draft } from "../drafts/draft.ts";
import { sentenceAt } from "../drafts/reading.ts";
import type { ReviewMessages } from "../language/en/review-messages.ts";
import { foldName, foldText } from "../shelf/fold.ts";
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { DraftedSource } from "./drafted-sources.ts";
import { knownToShelf, recordOnShelf } from "./known-to-shelf.ts";
import { bodiesNamed, bodyInSource, namesNear } from "./named-records.ts";
import { passageAt } from "./passages.ts";
import { answersOf, emptyFields, excerpt, fieldsFrom } from "./proposal-fields.ts";
import { draftId } from "./proposal-id.ts";
import type { Proposal, ProposalField, ProposalPassage } from "./review-desk.ts";

/** The kind of record that a draft becomes; a sum that nobody gave becomes a fact instead. */
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
  "events",
  "facts",
  "people",
  "organizations",
];

/** Sorts proposals: gifts and quotations first, and what is ticked through last. */
const byWorth = (one: Proposal, other: Proposal): number =>
  Number(one.isListed) - Number(other.isListed) || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);

const numberIn = (words: string): string => /\d+/.exec(foldText(words))?.[0] ?? words;

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
function withNamesakes(field: ProposalField, shelf: Shelf, say: ReviewMessages): ProposalField {
  if (field.question || (field.name !== "speaker" && field.name !== "donors") || field.value.includes(";"))
    return field;
  const named = bodiesNamed(field.value, shelf);
  return named.length > 1
    ? { ...field, question: { ask: say.whichOf(field.value), candidates: named } }
    : field;
}

/** Kinds that wait in the list that is ticked through. */
const LISTED: ReadonlySet<RecordKind> = new Set(["events", "facts", "people", "organizations"]);

/** Tells whether a sum that nobody gave stands in a sentence of which nothing else is drafted. */
function isFactAlone({ passages }: Draft, { reading, drafts }: DraftedSource): boolean {
  const [place] = passages;
  if (!place || reading.sentences[sentenceAt(reading, place.start)]?.block.isHeading) return false;
  return !drafts.some(
    (other) =>
      (other.gift || other.kind === "quotation" || other.kind === "definition") &&
      other.passages.some(({ start, end }) => start < place.end && place.start < end),
  );
}

/** Answers who speaks by the record that has the same words. */
function withSpeakerOf(
  ref: RecordRef,
  fields: readonly ProposalField[],
  { records }: Shelf,
): ProposalField[] {
  const record = records.get(ref);
  const speaker = record?.kind === "quotes" ? records.get(record.speaker as RecordRef) : undefined;
  return fields.map((field) =>
    field.name === "speaker" && field.value === "" && speaker
      ? { name: "speaker", value: speaker.label }
      : field,
  );
}

function proposalFrom(
  draft: Draft,
  drafted: DraftedSource,
  shelf: Shelf,
  say: ReviewMessages,
): Proposal | undefined {
  const { source } = drafted;
  const kind = draft.kind === "sum" && !draft.gift ? "facts" : KINDS[draft.kind];
  if (kind === "facts" && !isFactAlone(draft, drafted)) return undefined;
  const passages = draft.passages.map((span) => passageAt(source, span));
  const words = passages.map(({ exact }) => exact);
  const label = excerpt(words[0] ?? "");
  const own = kind === "facts" ? emptyFields(kind, label, [], say) : fieldsFrom(draft, label, say);
  const asked = own.map((field) =>
    withNamesakes(withNamesNear(field, kind, drafted, passages[0]), shelf, say),
  );
  const sought = { kind, passages, fields: asked };
  if (recordOnShelf(sought, drafted, shelf)) return undefined;
  const known = knownToShelf(sought, drafted, shelf);
  const fields = known?.as === "copy" ? withSpeakerOf(known.ref, asked, shelf) : asked;
  const detail =
    draft.amount && kind !== "facts" ? numberIn(draft.amount.text) : (draft.term ?? draft.name ?? "");
  const isListed = LISTED.has(kind);
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
    // What sum is worth a record is an editor's choice, which is never made for several at once.
    isSure: kind !== "facts" && known === undefined && fields.every(({ question }) => question === undefined),
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
export function proposalsOf(drafted: DraftedSource, shelf: Shelf, say: ReviewMessages): Proposal[] {
  const byId = new Map<string, Proposal>();
  for (const draft of drafted.drafts) {
    const proposal = proposalFrom(draft, drafted, shelf, say);
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
