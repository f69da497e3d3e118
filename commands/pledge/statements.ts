/** Shows what the sources say about a subject that no commitment is linked to. */

import type { AnswerItem } from "../../src/desk/answer.ts";
import type { Citations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { noteBlocks } from "../../src/desk/notes.ts";
import { isReported, passagesBlock, speakerReason } from "../../src/desk/quotations.ts";
import type { AnyRecord, Evidence } from "../../src/shelf/records.ts";

/** Passages about a subject, with the record that says what they are. */
interface Statement {
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
}

/** Tells how well a record says whose its passages are. */
function attributionRank(record: AnyRecord): number {
  if (record.kind === "quotes") return 3;
  if (isReported(record)) return 2;
  return record.kind === "terms" ? 1 : 0;
}

/** Returns the passages of a record. A person or an organization has those of its roles, if nothing else is said. */
function statedEvidence(record: AnyRecord, isAlone: boolean): (readonly Evidence[])[] {
  if (record.kind === "quotes" && record.within) return [[record.within]];
  if ("passages" in record) return [record.passages];
  if (record.kind === "terms") return record.definitions.map(({ passages }) => passages);
  return "roles" in record && isAlone ? record.roles.map(({ evidence }) => [evidence]) : [];
}

/** Shows a subject's statements: quotations and reported speech with their speakers, each passage once. */
export async function statementItems(
  subject: AnyRecord,
  related: readonly AnyRecord[],
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem[]> {
  // Of records with the same passages, the one that says who speaks is shown.
  const byText = new Map<string, Statement>();
  for (const record of [subject, ...related])
    for (const evidence of statedEvidence(record, related.length === 0)) {
      const key = evidence.map(({ exact }) => exact).join("\n");
      const known = byText.get(key);
      if (!known || attributionRank(record) > attributionRank(known.record))
        byText.set(key, { record, evidence });
    }
  const items: AnswerItem[] = [];
  for (const { record, evidence } of byText.values()) {
    const passages = await citations.passages(evidence);
    const block = await passagesBlock(record, evidence, passages, citations, context);
    const isOwn = block.type === "quote" && block.speaker === undefined;
    const inferred = speakerReason(record);
    items.push([
      isOwn ? { type: "report", passages } : block,
      ...noteBlocks([inferred, ...passages.map(({ note }) => note)]),
    ]);
  }
  return items;
}
