/** Shows who wrote a source, as its byline says. */
import type { AnyRecord, FactRecord } from "../shelf/records.ts";
import type { AnswerItem } from "./answer.ts";
import type { Citations } from "./citations.ts";
import type { CommandContext } from "./command.ts";
import { noteBlocks } from "./notes.ts";

/** Tells whether a record is a byline. */
export const isByline = (record: AnyRecord): record is FactRecord =>
  record.kind === "facts" && record.byline === true;

/** Creates the item for a byline: which source its writer wrote, and the passage that says so. */
export async function bylineItem(
  byline: FactRecord,
  citations: Citations,
  { messages }: Pick<CommandContext, "messages">,
): Promise<AnswerItem> {
  const passages = await citations.passages(byline.passages);
  const { title } = citations.sourceOf(passages[0]!);
  const work = messages.source.work(title.text);
  return [
    { type: "details", rows: [{ label: messages.who.wrote, value: work, stated: false }], passages },
    { type: "quote", passages },
    ...noteBlocks([...byline.notes, ...passages.map(({ note }) => note)]),
  ];
}
