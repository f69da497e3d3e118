/** Plans what accepting or merging a proposal writes, and has the whole shelf verify it before anything is written. */
import { recordReason } from "../language/record-reasons.ts";
import { formatFault, ShelfError } from "../shelf/faults.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type { Shelf, ShelfReader } from "../shelf/shelf.ts";
import { contentIn, type FileChange, type ShelfStore } from "../shelf/shelf-store.ts";
import { type BuildContext, type Built, type BuiltRecord, buildRecords } from "./build-record.ts";
import { withReview } from "./existing-records.ts";
import { knownToShelf, recordOnShelf } from "./known-to-shelf.ts";
import { buildMerge } from "./merge-record.ts";
import { findPassage, LONGEST_PASSAGE, passageAt } from "./passages.ts";
import { formatRecord } from "./record-json.ts";
import type { FieldName, Proposal, ProposalEdits, ProposalField, ReviewOutcome } from "./review-desk.ts";

/** The files to write and the records that are in them; or what became of the proposal instead. */
export type Plan =
  | {
      readonly changes: readonly FileChange[];
      readonly records: readonly RecordRef[];
      readonly isMerged?: true;
    }
  | Extract<ReviewOutcome, { type: "refused" | "ambiguous" }>;

/** What planning needs: the shelf, its files, and how a changed one is verified. */
export interface PlanContext extends Omit<BuildContext, "shelf"> {
  readonly files: Pick<ShelfStore, "contents" | "verify">;
  readonly shelf: Shelf;
}

const refused = (...faults: readonly string[]): Extract<Plan, { type: "refused" }> => ({
  type: "refused",
  faults,
});

const fileOf = (ref: RecordRef): string => `data/${ref}.json`;

/** The longest value of a field. */
const LONGEST_FIELD = 500;

/** Returns a proposal as it was edited; or why it cannot be. */
function edited(
  proposal: Proposal,
  { fields = {}, passages }: ProposalEdits,
  { drafted, shelf, say }: PlanContext,
): Proposal | Extract<Plan, { type: string }> {
  const names = proposal.fields.map(({ name }) => name);
  const allowed: readonly FieldName[] = [...names, "label", "joint", "qualifier"];
  for (const [name, value] of Object.entries(fields)) {
    if (!allowed.includes(name as FieldName)) return refused(say.noField(name, names));
    if (value.length > LONGEST_FIELD) return refused(say.tooLong(name, LONGEST_FIELD));
  }
  const values = fields as Readonly<Partial<Record<FieldName, string>>>;
  const own: ProposalField[] = proposal.fields.map((field) => ({
    ...field,
    value: values[field.name] ?? field.value,
  }));
  for (const [name, value] of Object.entries(values) as [FieldName, string][])
    if (!names.includes(name)) own.push({ name, value });
  const source = shelf.sources.get(proposal.source) ?? drafted.source;
  const typed = passages ?? proposal.passages.map(({ exact, start }) => ({ exact, start }));
  if (typed.length === 0) return refused(say.noPassage);
  const placed: Proposal["passages"][number][] = [];
  for (const passage of typed) {
    const kept = proposal.passages.find(
      ({ exact, start }) => exact === passage.exact && start === passage.start,
    );
    const found = kept
      ? { type: "found" as const, passage: passageAt(source, kept) }
      : findPassage(source, passage);
    if (found.type === "ambiguous")
      return { type: "ambiguous", passage: passage.exact, places: found.places };
    if (found.type === "absent")
      return passage.exact.length > LONGEST_PASSAGE
        ? refused(say.tooLong("passage", LONGEST_PASSAGE))
        : refused(say.notInSource(passage.exact, source.id, found.nearest));
    placed.push(found.passage);
  }
  return { ...proposal, fields: own, passages: placed };
}

/** Returns the changes of the files that records are written to. */
async function changesFor({ files }: PlanContext, records: readonly BuiltRecord[]): Promise<FileChange[]> {
  const there = await files.contents(records.map(({ ref }) => fileOf(ref)));
  return records.map(({ ref, content }) => ({
    file: fileOf(ref),
    before: there.get(fileOf(ref)) ?? null,
    after: formatRecord(content),
  }));
}

/** Says of a record's passages whom a pronoun is read as. */
function withPronounRead(records: readonly BuiltRecord[], { shelf }: PlanContext): BuiltRecord[] {
  return records.map(({ ref, content }) => {
    const { speaker } = content;
    if (typeof speaker !== "string") return { ref, content };
    const brought = records.find((one) => one.ref === speaker)?.content.label;
    const name = shelf.records.get(speaker as RecordRef)?.label ?? String(brought ?? speaker);
    const { label, speaker: _, ...others } = content;
    const speakerInferred = recordReason("pronounRead", name);
    return { ref, content: { label, speaker, speakerInferred, ...others } };
  });
}

/** Verifies the whole shelf with changes; returns its faults. */
export async function faultsWith(
  reader: Pick<ShelfReader, "verify">,
  changes: readonly Pick<FileChange, "file" | "after">[],
): Promise<readonly { readonly pointer: string; readonly text: string }[]> {
  try {
    await reader.verify(new Map(changes.map(({ file, after }) => [file, after])));
    return [];
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    return error.faults.map((fault) => ({ pointer: fault.pointer, text: formatFault(fault) }));
  }
}

/** Plans the files of built records, if the whole shelf holds with them. */
async function planned(built: Built, context: PlanContext): Promise<Plan> {
  if ("faults" in built) return refused(...built.faults);
  let changes = await changesFor(context, built.records);
  let faults = await faultsWith(context.files, changes);
  if (faults.some(({ pointer }) => pointer === "/speakerInferred")) {
    changes = await changesFor(context, withPronounRead(built.records, context));
    faults = await faultsWith(context.files, changes);
  }
  if (faults.length > 0) return refused(...faults.map(({ text }) => text));
  return { changes, records: built.records.map(({ ref }) => ref) };
}

/** Returns the record that says the same as a proposal as it was edited. */
function knownNow(own: Proposal, isEdited: boolean, { drafted, shelf }: PlanContext): Proposal["known"] {
  const { known } = own;
  const isThere = !isEdited || recordOnShelf(own, drafted, shelf) === known?.ref;
  return knownToShelf(own, drafted, shelf) ?? (isThere ? known : undefined);
}

/** Plans what accepting a proposal writes. */
export async function planAcceptance(
  proposal: Proposal,
  edits: ProposalEdits,
  context: PlanContext,
): Promise<Plan> {
  const { say } = context;
  const isEdited = Object.keys(edits.fields ?? {}).length > 0 || edits.passages !== undefined;
  if (proposal.origin === "report")
    return isEdited ? refused(say.reportFields) : { changes: [], records: [] };
  if (proposal.origin === "existing") {
    const file = fileOf(proposal.record!);
    if (isEdited) return refused(say.existingFields(file));
    const before = (await contentIn(context.files, file))!;
    const after = withReview(before, context.review.reviewedBy, context.review.reviewedOn);
    const faults = await faultsWith(context.files, [{ file, after }]);
    return faults.length > 0
      ? refused(...faults.map(({ text }) => text))
      : { changes: [{ file, before, after }], records: [proposal.record!] };
  }
  const own = edited(proposal, edits, context);
  if ("type" in own) return own;
  const known = knownNow(own, isEdited, context);
  if (edits.as === "merged" && !known) return refused(say.nothingToMerge);
  if (known && edits.as !== "another") {
    const [speaker] = known.differences.filter(({ what }) => what === "speaker");
    return speaker && edits.as === undefined
      ? refused(say.otherSpeaker(known.ref, speaker.there))
      : planMerge(own, known, context);
  }
  const answered = new Set(Object.keys(edits.fields ?? {}) as FieldName[]);
  return planned(buildRecords(own, answered, context), context);
}

/** Plans what adding a proposal to the record that is known writes. */
async function planMerge(
  proposal: Proposal,
  { ref }: NonNullable<Proposal["known"]>,
  context: PlanContext,
): Promise<Plan> {
  const { say } = context;
  const content = await contentIn(context.files, fileOf(ref));
  if (content === null) return refused(say.nothingToMerge);
  if (recordOnShelf(proposal, context.drafted, context.shelf) === ref) return refused(say.alreadyThere(ref));
  const plan = await planned(
    buildMerge(proposal, ref, JSON.parse(content) as Record<string, unknown>, context),
    context,
  );
  return "type" in plan ? plan : { ...plan, isMerged: true };
}
