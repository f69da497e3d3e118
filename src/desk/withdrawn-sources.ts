/** Cautions against sources that their publishers have withdrawn or corrected, in every answer that cites one. */
import type { Messages } from "../language/messages.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { Answer } from "./answer.ts";
import { type AnswerNote, noteBlocks } from "./notes.ts";

/** Returns the withdrawn sources of a library by id. They are looked for once, since there are hardly any. */
const withdrawnIn = memoizeByKey(
  async (library: Library): Promise<ReadonlyMap<string, SourceInfo>> =>
    new Map(
      (await library.about()).sources
        .filter(({ withdrawn }) => withdrawn !== undefined)
        .map((source) => [source.id, source]),
    ),
);

/** Returns the caution against a source; undefined when its publisher stands by it. */
export function withdrawalNote(
  { withdrawn }: Pick<SourceInfo, "withdrawn">,
  credit: string,
  messages: Messages,
): AnswerNote | undefined {
  if (!withdrawn) return undefined;
  const why = withdrawn.why.replace(/[.\u3002]$/, "");
  return {
    text: messages.source.withdrawn(credit, messages.date(withdrawn.on), why),
    caution: messages.brief.withdrawn(credit),
  };
}

/** Adds to an answer a caution for each withdrawn source that it cites. */
export async function cautionWithdrawn(
  answer: Answer,
  { library, messages }: { readonly library: Library; readonly messages: Messages },
): Promise<Answer> {
  const withdrawn = await withdrawnIn(library);
  const notes = answer.sources.flatMap(({ id, short }) => {
    const source = withdrawn.get(id);
    return source ? [withdrawalNote(source, short, messages)] : [];
  });
  return notes.length === 0 ? answer : { ...answer, close: [...answer.close, ...noteBlocks(notes)] };
}
