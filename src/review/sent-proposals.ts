/** Makes proposals of what people sent: suggestions and reports. */
import type { Draft } from "../drafts/draft.ts";
import type { ReviewMessages } from "../language/en/review-messages.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { broughtBy, KINDS } from "./draft-proposals.ts";
import { type DraftedSource, draftedSource } from "./drafted-sources.ts";
import type { StoredSuggestion } from "./entry-content.ts";
import { existingProposal } from "./existing-records.ts";
import { knownToShelf, recordOnShelf } from "./known-to-shelf.ts";
import { namesNear } from "./named-records.ts";
import { findPassage } from "./passages.ts";
import { answersOf, emptyFields, excerpt, fieldsFrom } from "./proposal-fields.ts";
import type { Proposal, ProposalField, ProposalPassage, Report } from "./review-desk.ts";

/** Returns the draft that has most of a suggested passage, so that its fields need not be typed. */
function draftAt(
  { drafts }: DraftedSource,
  kind: string,
  { start, end }: ProposalPassage,
): Draft | undefined {
  const shared = ({ passages }: Draft) =>
    Math.max(...passages.map((own) => Math.min(own.end, end) - Math.max(own.start, start)));
  return drafts
    .filter(
      (draft) => KINDS[draft.kind] === kind && (draft.kind !== "sum" || draft.gift) && shared(draft) > 0,
    )
    .sort((one, other) => shared(other) - shared(one))[0];
}

/** Returns a suggestion as a proposal; undefined where its source or its words are gone. */
export function suggestionProposal(
  id: string,
  { source: sourceId, passage: typed, kind, remark }: StoredSuggestion,
  shelf: Shelf,
  say: ReviewMessages,
): Proposal | undefined {
  const source = shelf.sources.get(sourceId);
  const found = source && findPassage(source, typed);
  if (found?.type !== "found") return undefined;
  const drafted = draftedSource(source!);
  const { passage } = found;
  const label = excerpt(passage.exact);
  const draft = draftAt(drafted, kind, passage);
  const fields: readonly ProposalField[] = draft
    ? fieldsFrom(draft, label, say)
    : emptyFields(kind, label, namesNear(drafted, passage, kind), say);
  const sought = { kind, passages: [passage], fields };
  const there = recordOnShelf(sought, drafted, shelf);
  const known: Proposal["known"] =
    knownToShelf(sought, drafted, shelf) ?? (there && { ref: there, as: "copy", differences: [] });
  return {
    id,
    origin: "suggestion",
    source: sourceId,
    ...sought,
    answers: answersOf(kind, fields),
    brings: broughtBy(kind, fields, drafted, shelf),
    ...(remark === undefined || remark === "" ? {} : { remark }),
    ...(known ? { known } : {}),
    isListed: false,
    isSure: false,
  };
}

/** Returns a report as a proposal: with the first record that it is about, where that is on the shelf. */
export function reportProposal(id: string, { line, remark, about }: Report, shelf: Shelf): Proposal {
  const record = about.map((ref) => shelf.records.get(ref as RecordRef)).find((one) => one !== undefined);
  const source = about.map((ref) => ref.replace(/^sources\//, "")).find((one) => shelf.sources.has(one));
  const shown = record && existingProposal(record, shelf);
  return {
    id,
    origin: "report",
    kind: shown?.kind ?? "facts",
    source: shown?.source ?? source ?? "",
    passages: shown?.passages ?? [],
    fields: shown?.fields ?? [],
    answers: line,
    brings: [],
    ...(shown?.record ? { record: shown.record } : {}),
    remark,
    about,
    isListed: false,
    isSure: false,
  };
}
