/** Finds recorded words, and those whose words they are. */
import { MOST_LISTED } from "../../src/desk/answer-parts.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { orderSpoken, type SpokenRecords } from "../../src/desk/quotations.ts";
import type { FindQuery } from "../../src/library/library.ts";
import { type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";

export const SPEAKERS: readonly RecordKind[] = ["people", "organizations"];

/** The words that an answer shows, and how many there are. */
export interface FoundWords extends SpokenRecords {
  readonly shown: number;
  readonly total: number;
}

/** Finds quotations, the newest first, and reports: the first of each where there are many. */
export async function findSpoken(
  query: Pick<FindQuery, "speaker" | "words" | "in">,
  context: CommandContext,
): Promise<FoundWords> {
  const { library } = context;
  const [quotes, reports] = await Promise.all([
    library.find({ kinds: ["quotes"], ...query, order: "newest", most: MOST_LISTED }),
    library.find({ kinds: ["facts"], ...query, most: MOST_LISTED }),
  ]);
  const hits = [...quotes.hits, ...reports.hits];
  return {
    shown: hits.length,
    ...(await orderSpoken(hits, context)),
    total: quotes.total + reports.total,
  };
}

/** Finds those with recorded words, the ones with the most quotations first. */
export const findSpeakers = ({ library }: CommandContext) =>
  library.find({ kinds: SPEAKERS, appearing: "speaker", order: "words", most: MOST_LISTED });

/** Keeps of some records those who speak. */
export async function speakingAmong(
  records: readonly AnyRecord[],
  { library }: CommandContext,
): Promise<AnyRecord[]> {
  const tallies = await library.tallies(records.map(recordRef));
  return records.filter((_, index) => tallies[index]!.quotes + tallies[index]!.reports > 0);
}
