/**
 * Gathers what waits: what people sent, what is drafted from the sources, and records that nobody has reviewed. Of a large
 * shelf only so many are gathered at once, source by source; the next ones come when these are decided.
 */

import type { Locale } from "../language/messages.ts";
import { reviewMessagesIn } from "../language/review-messages.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { yieldTurn } from "../support/time-slices.ts";
import { proposalsOf, withoutBrought } from "./draft-proposals.ts";
import { draftedSource } from "./drafted-sources.ts";
import { contentOf } from "./entry-content.ts";
import { existingProposal, existingProposals, unreviewedRecord } from "./existing-records.ts";
import { isDraftOf } from "./proposal-id.ts";
import type { Proposal, ProposalFilter, ProposalOrigin } from "./review-desk.ts";
import { OPEN_STATES, type ReviewEntry, type ReviewStore } from "./review-store.ts";
import { reportProposal, suggestionProposal } from "./sent-proposals.ts";

/** How many proposals of an origin are gathered at once. */
const MOST = 200;

/** After so many sources without anything open, what was found so far is enough. */
const MOST_DONE = 100;

/** What is waited for without being asked for: records that are there are confirmed on their own. */
const NEW_ORIGINS: readonly ProposalOrigin[] = ["report", "suggestion", "draft"];

/** What was gathered. */
export interface Gathered {
  /** What waits: gifts and quotations first, what was deferred last. */
  readonly proposals: readonly Proposal[];
  /** How many sources were not looked at, since there is enough without them. */
  readonly unread: number;
}

/** Gathers proposals of shelves. */
export interface Gatherer {
  gather(shelf: Shelf, filter: ProposalFilter): Promise<Gathered>;
  /** Finds a proposal by its id, decided or not. */
  find(id: string, shelf: Shelf, locale: Locale | undefined): Promise<Proposal | undefined>;
}

/** Creates a gatherer over a store of decisions. */
export function createGatherer(store: ReviewStore): Gatherer {
  /** Sources whose drafts are all decided or on the shelf, so that they need not be drafted again. */
  const done = new WeakSet<Source>();

  const statesOf = async (
    proposals: readonly Proposal[],
  ): Promise<ReadonlyMap<string, ReviewEntry["state"]>> =>
    new Map((await store.find({ ids: proposals.map(({ id }) => id) })).map(({ id, state }) => [id, state]));

  /** Gathers the drafts of sources until there are enough. */
  async function gatherDrafts(
    shelf: Shelf,
    { source, locale }: ProposalFilter,
    openIds: readonly string[],
  ): Promise<Gathered & { readonly deferred: ReadonlySet<string> }> {
    // A decision that is taken back leaves what it was on open again.
    const isOpenAgain = ({ id }: Source): boolean => openIds.some((open) => isDraftOf(open, id));
    const say = reviewMessagesIn(locale);
    const sources = [...shelf.sources.values()].filter(({ id }) => source === undefined || id === source);
    const proposals: Proposal[] = [];
    const deferred = new Set<string>();
    let empty = 0;
    let at = 0;
    for (; at < sources.length; at++) {
      if (proposals.length - deferred.size >= MOST || (empty >= MOST_DONE && proposals.length > 0)) break;
      const one = sources[at]!;
      if (done.has(one) && !isOpenAgain(one)) continue;
      const own = proposalsOf(draftedSource(one), shelf, say);
      const states = await statesOf(own);
      const open = own.filter(({ id }) => OPEN_STATES.includes(states.get(id) ?? "waiting"));
      if (open.length === 0) {
        done.add(one);
        empty++;
      }
      proposals.push(...open);
      for (const { id } of open) if (states.get(id) === "deferred") deferred.add(id);
      await yieldTurn();
    }
    const unread = sources.slice(at).filter((one) => !done.has(one)).length;
    return { proposals, deferred, unread };
  }

  /** Returns an entry that somebody sent as a proposal. */
  function sentProposal(entry: ReviewEntry, shelf: Shelf, locale: Locale | undefined): Proposal | undefined {
    const { suggestion, report } = contentOf(entry);
    if (report) return reportProposal(entry.id, report, shelf);
    return suggestion && suggestionProposal(entry.id, suggestion, shelf, reviewMessagesIn(locale));
  }

  return {
    async gather(shelf, filter) {
      const { source, origins = NEW_ORIGINS, locale } = filter;
      const isAsked = (proposal: Proposal): boolean =>
        origins.includes(proposal.origin) && (source === undefined || proposal.source === source);
      const openEntries = await store.find({ states: OPEN_STATES });
      const openDrafts = openEntries.flatMap(({ id, origin }) => (origin === "draft" ? [id] : []));
      const sent = openEntries.flatMap((entry) => {
        const proposal = sentProposal(entry, shelf, locale);
        return proposal && isAsked(proposal) ? [{ proposal, isDeferred: entry.state === "deferred" }] : [];
      });
      const drafts = origins.includes("draft") ? await gatherDrafts(shelf, filter, openDrafts) : undefined;
      const existing = origins.includes("existing") ? existingProposals(shelf, source, MOST) : [];
      const states = await statesOf(existing);
      const deferred = new Set([
        ...sent.flatMap(({ proposal, isDeferred }) => (isDeferred ? [proposal.id] : [])),
        ...(drafts?.deferred ?? []),
        ...existing.flatMap(({ id }) => (states.get(id) === "deferred" ? [id] : [])),
      ]);
      const all = [
        ...sent.map(({ proposal }) => proposal),
        ...(drafts?.proposals ?? []),
        ...existing.filter(({ id }) => OPEN_STATES.includes(states.get(id) ?? "waiting")),
      ];
      const isLast = ({ id }: Proposal): number => Number(deferred.has(id));
      return {
        proposals: withoutBrought(all).sort(
          (one, other) =>
            isLast(one) - isLast(other) || rankOf(one) - rankOf(other) || orderOf(one) - orderOf(other),
        ),
        unread: drafts?.unread ?? 0,
      };
    },

    async find(id, shelf, locale) {
      const [entry] = await store.find({ ids: [id] });
      const sent = entry && sentProposal(entry, shelf, locale);
      if (sent) return sent;
      for (const source of shelf.sources.values()) {
        if (!isDraftOf(id, source.id)) continue;
        const own = proposalsOf(draftedSource(source), shelf, reviewMessagesIn(locale));
        const found = own.find((proposal) => proposal.id === id);
        if (found) return found;
      }
      const record = unreviewedRecord(id, shelf);
      return record && existingProposal(record, shelf);
    },
  };
}

/** The place of an origin among others: what people sent first, what is ticked through and what is there last. */
const rankOf = ({ origin, isListed }: Proposal): number =>
  origin === "existing" ? 2 : origin === "draft" ? Number(isListed) : -1;

const KIND_ORDER = ["pledges", "quotes", "terms", "events", "facts", "people"];

/** The place of a draft among others: gifts and quotations first. */
const orderOf = ({ origin, kind }: Proposal): number =>
  origin === "draft" ? KIND_ORDER.indexOf(kind) + 1 || KIND_ORDER.length + 1 : 0;
