/** A reviewing desk in memory, for what is drawn of it; two desks may share what they hold, as two processes do. */
import type {
  Proposal,
  ProposalEdits,
  ReviewDesk,
  Reviewer,
  ReviewOutcome,
  TypedPassage,
} from "../../src/review/review-desk.ts";
import { shelf } from "../desks.ts";

type State = "waiting" | "deferred" | "accepted" | "rejected";

/** What a desk in memory holds. */
export interface MemoryEntry {
  readonly proposal: Proposal;
  readonly from: string;
  state: State;
  by?: Reviewer;
  edits?: ProposalEdits;
}

/** A desk in memory, with what it holds. */
export interface MemoryDesk extends ReviewDesk {
  readonly entries: MemoryEntry[];
}

/** Finds the places of a passage in a source. */
function placesOf(source: string, { exact, start }: TypedPassage) {
  const { text = "" } = shelf.sources.get(source) ?? {};
  const places: Proposal["passages"][number][] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    if (start === undefined || start === at)
      places.push({
        ...{ exact, start: at, end: at + exact.length },
        ...{
          before: text.slice(Math.max(0, at - 300), at),
          after: text.slice(at + exact.length).slice(0, 300),
        },
      });
  return places;
}

/** Creates a desk over entries. */
export function createMemoryDesk(entries: MemoryEntry[] = []): MemoryDesk {
  const order = { waiting: 0, deferred: 1, accepted: 2, rejected: 2 };
  const open = () =>
    entries
      .filter(({ state }) => state === "waiting" || state === "deferred")
      .sort((a, b) => order[a.state] - order[b.state]);
  function decide(id: string, by: Reviewer, state: State, outcome: ReviewOutcome): ReviewOutcome {
    const entry = entries.find(({ proposal }) => proposal.id === id);
    if (!entry) return { type: "gone" };
    if (entry.state === "accepted" || entry.state === "rejected")
      return { type: "decided", by: entry.by?.name ?? "", as: entry.state };
    Object.assign(entry, { state, by });
    return outcome;
  }
  const refOf = (id: string) => `quotes/${id}` as const;
  return {
    entries,
    waiting: async ({ origins, source } = {}) =>
      open()
        .map(({ proposal }) => proposal)
        .filter((one) => origins === undefined || origins.includes(one.origin))
        .filter((one) => source === undefined || one.source === source),
    proposal: async (id) => open().find(({ proposal }) => proposal.id === id)?.proposal,
    async accept(id, by, edits = {}) {
      const entry = entries.find(({ proposal }) => proposal.id === id);
      for (const passage of edits.passages ?? []) {
        const places = placesOf(entry?.proposal.source ?? "", passage);
        if (places.length === 0)
          return { type: "refused", faults: ["passage: the source does not have these words."] };
        if (places.length > 1) return { type: "ambiguous", passage: passage.exact, places };
      }
      const outcome = decide(
        id,
        by,
        "accepted",
        edits.as === "merged"
          ? { type: "accepted", records: [refOf("known")], isMerged: true }
          : { type: "accepted", records: [refOf(id)] },
      );
      if (entry && outcome.type === "accepted") entry.edits = edits;
      return outcome;
    },
    reject: async (id, by) => decide(id, by, "rejected", { type: "rejected" }),
    defer: async (id, by) => decide(id, by, "deferred", { type: "deferred" }),
    async undo(by) {
      const last = entries.findLast((entry) => entry.by?.id === by.id);
      if (!last) return undefined;
      last.state = "waiting";
      delete last.by;
      return { type: "undone" };
    },
    async suggest({ source, passage, kind, remark }, from) {
      if (!shelf.sources.has(source)) return { type: "no-source" };
      const places = placesOf(source, passage);
      const text = shelf.sources.get(source)!.text;
      if (places.length === 0) return { type: "not-found", nearest: text.slice(0, text.indexOf(".") + 1) };
      if (places.length > 1) return { type: "ambiguous", places };
      const proposal = quotation(`s${entries.length + 1}`, {
        source,
        passages: places,
        kind,
        origin: "suggestion",
      });
      entries.push({ proposal: { ...proposal, ...(remark ? { remark } : {}) }, from, state: "waiting" });
      return { type: "waiting", id: proposal.id };
    },
    async report({ remark, about }, from) {
      const proposal = quotation(`r${entries.length + 1}`, { source: "", passages: [], origin: "report" });
      entries.push({ proposal: { ...proposal, remark, about, fields: [] }, from, state: "waiting" });
      return { type: "waiting", id: proposal.id };
    },
    async overview() {
      const waiting = open().map(({ proposal }) => proposal);
      const drafts = waiting.filter(({ origin }) => origin === "draft");
      return {
        unread: 0,
        drafted: new Map(drafts.map(({ source }) => [source, drafts.length])),
        sent: waiting.filter(({ origin }) => origin !== "draft"),
        ...{ records: shelf.records.size, unreviewed: [...shelf.records.keys()] },
      };
    },
  };
}

/** Returns a proposal of a quotation from the first source. */
export function quotation(id: string, more: Partial<Proposal> = {}): Proposal {
  const [source = ""] = [...shelf.sources.keys()];
  const text = shelf.sources.get(source)!.text;
  const exact = text.slice(0, text.indexOf(".") + 1);
  return {
    ...{ id, origin: "draft", kind: "quotes", source, answers: "/quote xi-jinping", brings: [] },
    passages: placesOf(source, { exact, start: 0 }),
    fields: [
      { name: "speaker", value: "Xi Jinping" },
      { name: "label", value: "Xi Jinping on prosperity" },
    ],
    ...{ isListed: false, isSure: true },
    ...more,
  };
}

/** Returns what a desk holds of drafts. */
export const drafts = (...proposals: readonly Proposal[]): MemoryEntry[] =>
  proposals.map((proposal) => ({ proposal, from: "", state: "waiting" }));
