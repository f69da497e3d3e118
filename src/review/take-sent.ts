/** Takes what people send, suggestions and reports, into the store in which it waits. */
import type { Shelf } from "../shelf/shelf.ts";
import { cutText } from "../support/cut-text.ts";
import { decidedEntry } from "./entry-content.ts";
import { findPassage } from "./passages.ts";
import { hashedId } from "./proposal-id.ts";
import type {
  Report,
  ReportOutcome,
  ReviewDesk,
  SuggestedPassage,
  SuggestionOutcome,
} from "./review-desk.ts";
import { OPEN_STATES, type ReviewStore } from "./review-store.ts";

/** The longest remark and ask that are kept, and the most references. */
const LONGEST_REMARK = 2_000;
const LONGEST_LINE = 1_000;
const MOST_ABOUT = 50;
const LONGEST_REF = 200;

/** How many suggestions and reports of one person may wait at once. */
const MOST_WAITING = 30;

/** What taking stands on. */
interface TakingParts {
  readonly store: ReviewStore;
  readonly readShelf: () => Promise<Shelf>;
  readonly now: () => Date;
}

/** Returns what takes suggestions and reports. */
export function takeSent({ store, readShelf, now }: TakingParts): Pick<ReviewDesk, "suggest" | "report"> {
  /** Tells whether so much of somebody's waits that nothing more is taken. */
  async function hasTooMany(from: string): Promise<boolean> {
    const sent = await store.find({ from });
    return sent.filter(({ state }) => OPEN_STATES.includes(state)).length >= MOST_WAITING;
  }

  async function suggest(
    { source: sourceId, passage: typed, kind, remark = "" }: SuggestedPassage,
    from: string,
  ): Promise<SuggestionOutcome> {
    const source = (await readShelf()).sources.get(sourceId);
    if (!source) return { type: "no-source" };
    const found = findPassage(source, typed);
    if (found.type === "ambiguous") return { type: "ambiguous", places: found.places };
    if (found.type === "absent")
      return { type: "not-found", ...(found.nearest === undefined ? {} : { nearest: found.nearest }) };
    const { exact, start } = found.passage;
    if (await hasTooMany(from)) return { type: "too-many", most: MOST_WAITING };
    const suggestion = {
      source: sourceId,
      kind,
      passage: { exact, start },
      remark: cutText(remark, LONGEST_REMARK),
    };
    const id = hashedId("suggestion", JSON.stringify(suggestion), from);
    await store.add(
      decidedEntry({ id, origin: "suggestion", from }, { suggestion }, "waiting", undefined, now()),
    );
    return { type: "waiting", id };
  }

  async function report({ line, remark, about }: Report, from: string): Promise<ReportOutcome> {
    if (await hasTooMany(from)) return { type: "too-many", most: MOST_WAITING };
    const at = now();
    const kept = {
      line: cutText(line, LONGEST_LINE),
      remark: cutText(remark, LONGEST_REMARK),
      about: about.slice(0, MOST_ABOUT).map((ref) => cutText(ref, LONGEST_REF)),
    };
    const id = hashedId("report", JSON.stringify(kept), from, at.toISOString().slice(0, 10));
    await store.add(decidedEntry({ id, origin: "report", from }, { report: kept }, "waiting", undefined, at));
    return { type: "waiting", id };
  }

  return { suggest, report };
}
