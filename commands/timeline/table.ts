/** Shows dated entries as the rows of a table and as a picture. */

import type { AnswerItem, CellPart } from "../../src/desk/answer.ts";
import { type Citations, sourceName } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { cautionTexts, notesOnParts, noteText } from "../../src/desk/notes.ts";
import type { TimelinePicture } from "../../src/desk/picture.ts";
import { isReported, speakerName, speakerReason } from "../../src/desk/quotations.ts";
import type { Messages } from "../../src/language/messages.ts";
import { defined } from "../../src/support/defined.ts";
import { type DatedEntry, statedParts, type TimedEntry } from "./dated-records.ts";
import type { TimedCounts } from "./subject-records.ts";

/** Names the entry's kind. */
const kindOf = ({ record }: TimedEntry, { timeline }: Messages): string =>
  timeline.kinds[isReported(record) ? "reports" : record.kind];

/** Names the entry's kind, and the speaker of what somebody said. */
async function kindWithSpeaker(entry: TimedEntry, context: CommandContext): Promise<string> {
  const { record } = entry;
  const kind = kindOf(entry, context.messages);
  return record.kind === "quotes" || isReported(record)
    ? context.messages.labelled(kind) + (await speakerName(record, context))
    : kind;
}

/** Formats the date and marks an inferred one; or says that the date is unknown. */
function whenOf({ when }: TimedEntry, messages: Messages): string {
  if (when.date === undefined) return messages.timeline.unknown;
  const date = messages.span(when.date, when.to);
  return when.inferred === undefined ? date : date + messages.source.aside(messages.timeline.inferred);
}

/** The most reasons listed below the table: they appear on every page and must leave room for the rows. */
const MOST = 4;

/** Lists why dates are inferred, each reason once with the publishers it applies to. */
function reasonsFor(
  entries: readonly { entry: TimedEntry; publisher: string }[],
  messages: Messages,
): string[] {
  const found = new Map<string, Set<string>>();
  for (const { entry, publisher } of entries) {
    const why = entry.when.inferred;
    if (why !== undefined) found.set(why, (found.get(why) ?? new Set()).add(publisher));
  }
  return [...found].map(([why, publishers]) => messages.timeline.because([...publishers], why));
}

/** The notes of a row's record. Those on a commitment are about its sum, and are left to /pledge. */
const notesOf = ({ record }: TimedEntry) => (record.kind === "pledges" ? [] : record.notes);

/** Joins the notes on one row. */
function noteOf(entry: TimedEntry, stated: readonly CellPart[], withReason: boolean): string {
  const { record, when } = entry;
  const speaker = speakerReason(record);
  const all = [
    withReason ? when.inferred : undefined,
    speaker,
    ...notesOf(entry).map(noteText),
    ...notesOnParts(stated),
  ];
  return [...new Set(all.filter((note) => note !== undefined))].join(" ");
}

const own = (value: string): CellPart[] => (value === "" ? [] : [{ value, stated: false, passages: [] }]);

/**
 * Builds one table row per item. Reasons for inferred dates are returned separately, or put into the rows when
 * there are too many.
 */
export async function timelineItems(
  shown: readonly TimedEntry[],
  citations: Citations,
  context: CommandContext,
): Promise<{ items: AnswerItem[]; reasons: string[] }> {
  const { messages } = context;
  const entries: { entry: TimedEntry; stated: CellPart[]; publisher: string; kind: string }[] = [];
  for (const entry of shown) {
    const stated = await statedParts(entry, citations);
    const publisher = sourceName(citations.sourceOf(stated[0]!.passages[0]!));
    entries.push({ entry, stated, publisher, kind: await kindWithSpeaker(entry, context) });
  }
  const reasons = reasonsFor(entries, messages);
  const few = reasons.length <= MOST;
  const { columns } = messages.timeline;
  const rows = entries.map(({ entry, stated, kind }, index) => [
    own(whenOf(entry, messages)).map((part) => ({ ...part, order: index + 1 })),
    own(entry.record.label),
    stated,
    own(kind),
    own(noteOf(entry, stated, !few)),
  ]);
  const names = [columns.when, columns.what, columns.said, columns.kind, messages.deskNote];
  // The notes column is left out when it is empty.
  const used = rows.some((row) => row[4]!.length > 0) ? 5 : 4;
  return {
    items: rows.map((row, index) => {
      const cautions = cautionTexts(notesOf(entries[index]!.entry));
      return [
        {
          type: "table",
          columns: names.slice(0, used),
          heads: 2,
          rows: [row.slice(0, used)],
          ...(cautions.length > 0 ? { cautions } : {}),
        },
      ];
    }),
    reasons: few ? reasons : [],
  };
}

/** Says how many records of each kind have no date, or returns undefined when all have one. */
export function undatedNote(
  { events = 0, pledges = 0, quotes = 0, facts = 0 }: TimedCounts,
  messages: Messages,
): string | undefined {
  const isNone = events + pledges + quotes + facts === 0;
  return isNone ? undefined : messages.timeline.undated(events, pledges, quotes, facts);
}

/** The most entries listed in the text alternative, which is as many as the picture has room for. */
const DRAWN = 40;

/** Builds the timeline picture, or returns undefined for fewer than two entries. */
export function timelinePicture(
  title: string,
  shown: readonly DatedEntry[],
  messages: Messages,
): TimelinePicture | undefined {
  const say = messages.timeline;
  if (shown.length < 2) return undefined;
  const moments = shown.map((dated) => ({
    date: dated.when.date,
    ...defined({ to: dated.when.to }),
    when: messages.span(dated.when.date, dated.when.to),
    what: dated.record.label,
    kind: kindOf(dated, messages),
    inferred: dated.when.inferred !== undefined,
  }));
  const each = shown
    .slice(0, DRAWN)
    .map((dated) => say.moment(whenOf(dated, messages), dated.record.label, kindOf(dated, messages)));
  return {
    type: "moments",
    title,
    moments,
    inferredMark: say.inferred,
    alt: say.alt(title, each, shown.length - each.length),
  };
}
