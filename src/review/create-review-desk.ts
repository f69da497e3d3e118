/** Reviews over one shelf and one store: what waits is computed from the shelf, what was decided is kept in the store. */
import { reviewMessagesIn } from "../language/review-messages.ts";
import { formatFault, ShelfError } from "../shelf/faults.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { areMade, ChangedSinceError, type ShelfStore } from "../shelf/shelf-store.ts";
import { draftedSource } from "./drafted-sources.ts";
import { contentOf, decidedEntry, hasEnded, ownWriter } from "./entry-content.ts";
import { createGatherer, type Gathered } from "./gather-proposals.ts";
import { type Plan, type PlanContext, planAcceptance } from "./plan-acceptance.ts";
import type { Proposal, ProposalFilter, ReviewDesk, Reviewer, ReviewOutcome } from "./review-desk.ts";
import { OPEN_STATES, type ReviewEntry, type ReviewStore } from "./review-store.ts";
import { takeSent } from "./take-sent.ts";
import { undoLast } from "./undo.ts";

/** What a desk reviews, and where it keeps what was decided. */
export interface ReviewDeskOptions {
  /** The shelf whose records are reviewed and written. */
  readonly files: ShelfStore;
  readonly store: ReviewStore;
  readonly now?: () => Date;
}

/** How old a claim is, in milliseconds, before a process that cannot be seen from here is taken to have ended. */
const CLAIM_MS = 30_000;

/** Creates a desk of reviewing. What a process that ended left unfinished in the shelf is finished. */
export function createReviewDesk({ files, store, now = () => new Date() }: ReviewDeskOptions): ReviewDesk {
  const gatherer = createGatherer(store);
  let hasRecovered = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs actions one after the other. */
  function inTurn<Value>(action: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(action, action);
    queue = turn.catch(() => {});
    return turn;
  }

  async function readShelf(): Promise<Shelf> {
    if (!hasRecovered) {
      await files.recover();
      hasRecovered = true;
    }
    return files.read();
  }

  /** Decides on claims whose process has ended: what they wrote is there, or it is not. */
  async function settle(): Promise<void> {
    const before = now().getTime() - CLAIM_MS;
    const claims = (await store.find({ states: ["accepting"] })).filter(
      (entry) => entry.at.getTime() <= before || hasEnded(contentOf(entry)),
    );
    // What such a process had prepared whole is written now; then the files tell.
    if (claims.length > 0) await files.recover();
    for (const entry of claims) {
      const { writer: _, ...content } = contentOf(entry);
      const by = { id: entry.by, name: entry.byName };
      const isMade = await areMade(files, content.changes ?? []);
      await store.move(
        isMade
          ? decidedEntry(entry, content, "accepted", by, entry.at)
          : decidedEntry(entry, { ...content, changes: [] }, "waiting", undefined, entry.at),
        ["accepting"],
      );
    }
  }

  async function gathered(filter: ProposalFilter = {}): Promise<Gathered> {
    await settle();
    return gatherer.gather(await readShelf(), filter);
  }

  /** Returns what another has decided on a proposal; undefined while it is open. */
  async function decision(id: string): Promise<ReviewOutcome | undefined> {
    const [entry] = await store.find({ ids: [id] });
    return entry === undefined || OPEN_STATES.includes(entry.state)
      ? undefined
      : { type: "decided", by: entry.byName, as: entry.state };
  }

  const entryOf = async ({ id, origin }: Proposal): Promise<ReviewEntry> =>
    (await store.find({ ids: [id] }))[0] ??
    decidedEntry({ id, origin, from: "" }, {}, "waiting", undefined, now());

  /** Claims a proposal, writes what is planned for it, and says that it is accepted. */
  async function write(
    id: string,
    by: Reviewer,
    plan: (proposal: Proposal, context: PlanContext) => Promise<Plan>,
  ): Promise<ReviewOutcome> {
    return files.whileAlone(async (writeChanges) => {
      await settle();
      const decided = await decision(id);
      if (decided) return decided;
      const say = reviewMessagesIn(by.locale);
      let shelf: Shelf;
      try {
        shelf = await readShelf();
      } catch (error) {
        if (!(error instanceof ShelfError)) throw error;
        return { type: "refused", faults: [say.brokenShelf, ...error.faults.map(formatFault)] };
      }
      const proposal = await gatherer.find(id, shelf, by.locale);
      if (!proposal) return { type: "gone" };
      const day = now().toISOString().slice(0, 10);
      const source = shelf.sources.get(proposal.source) ?? [...shelf.sources.values()][0]!;
      const planned = await plan(proposal, {
        files,
        shelf,
        drafted: draftedSource(source),
        review: { entered: day, reviewedBy: by.name, reviewedOn: day },
        say,
      });
      if ("type" in planned) return planned;
      const entry = await entryOf(proposal);
      const content = { ...contentOf(entry), changes: planned.changes };
      const claim = decidedEntry(entry, { ...content, writer: ownWriter() }, "accepting", by, now());
      if (!(await store.move(claim, ["absent", ...OPEN_STATES])))
        return (await decision(id)) ?? { type: "gone" };
      try {
        await writeChanges(planned.changes);
      } catch (error) {
        const { changes: _, ...before } = content;
        await store.move(decidedEntry(entry, before, "waiting", undefined, now()), ["accepting"]);
        if (error instanceof ChangedSinceError)
          return { type: "refused", faults: [say.changedSince(error.file)] };
        throw error;
      }
      await store.move(decidedEntry(entry, content, "accepted", by, now()), ["accepting"]);
      await store.forgetSenders(now());
      const { records, isMerged } = planned;
      return { type: "accepted", records, ...(isMerged ? { isMerged } : {}) };
    });
  }

  /** Marks a proposal without writing to the shelf. */
  async function mark(id: string, by: Reviewer, state: "rejected" | "deferred"): Promise<ReviewOutcome> {
    const decided = await decision(id);
    if (decided) return decided;
    const proposal = await gatherer.find(id, await readShelf(), undefined);
    if (!proposal) return { type: "gone" };
    const entry = await entryOf(proposal);
    const isMoved = await store.move(decidedEntry(entry, contentOf(entry), state, by, now()), [
      "absent",
      ...OPEN_STATES,
    ]);
    return isMoved ? { type: state } : ((await decision(id)) ?? { type: "gone" });
  }

  return {
    waiting: async (filter) => (await gathered(filter)).proposals,
    proposal: async (id, locale) =>
      (await decision(id)) === undefined ? gatherer.find(id, await readShelf(), locale) : undefined,
    accept: (id, by, edits = {}) =>
      inTurn(() => write(id, by, (proposal, context) => planAcceptance(proposal, edits, context))),
    reject: (id, by) => inTurn(() => mark(id, by, "rejected")),
    defer: (id, by) => inTurn(() => mark(id, by, "deferred")),
    undo: (by) => inTurn(() => undoLast(by, { files, store, now })),
    ...takeSent({ store, readShelf, now }),
    async overview() {
      await store.forgetSenders(now());
      const { proposals, unread } = await gathered();
      const records = [...(await readShelf()).records.values()];
      const drafted = new Map<string, number>();
      for (const { origin, source } of proposals)
        if (origin === "draft") drafted.set(source, (drafted.get(source) ?? 0) + 1);
      return {
        drafted,
        unread,
        sent: proposals.filter(({ origin }) => origin !== "draft"),
        records: records.length,
        unreviewed: records.filter(({ review }) => review.reviewedBy === null).map(recordRef),
      };
    },
  };
}
