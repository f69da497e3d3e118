/** Takes a reviewer through what waits, key by key. It knows no terminal: keys come in, and texts go out. */
import type {
  Proposal,
  ProposalEdits,
  ProposalFilter,
  ReviewDesk,
  Reviewer,
  ReviewOutcome,
} from "../../review/review-desk.ts";
import { cutText } from "../../support/cut-text.ts";
import { answered, asEdited, canEdit, type Edited, editsOf, moved, typedPassage } from "./proposal-edits.ts";
import { drawKeys, drawList, drawPlaces, drawProposal, drawSure, type ReviewStyle } from "./review-view.ts";

/** What a session is shown on. */
export interface ReviewScreen {
  /** Shows a text in place of the one before. */
  show(text: string): void;
  /** Resolves to the next key; to `q` once no more can come. */
  key(): Promise<string>;
  /** Asks to pick one of several; undefined when that is broken off. */
  pick(question: string, options: readonly { value: string; label: string }[]): Promise<string | undefined>;
  /** Asks for a line; undefined when that is broken off. */
  text(question: string, given: string): Promise<string | undefined>;
}

/** What was decided in a session, and what still waits. */
export interface SessionTally {
  readonly accepted: number;
  readonly rejected: number;
  readonly deferred: number;
  readonly left: number;
}

/** How many entries of the list are shown at once: as many as digits. */
const PAGE = 9;

/** Runs a session until nothing waits or the reviewer ends it. */
export async function runReviewSession(
  desk: ReviewDesk,
  by: Reviewer,
  filter: ProposalFilter,
  screen: ReviewScreen,
  style: ReviewStyle,
): Promise<SessionTally> {
  const { say } = style;
  const tally = { accepted: 0, rejected: 0, deferred: 0 };
  let waiting = [...(await desk.waiting(filter))];
  let singles = waiting.filter(({ isListed }) => !isListed);
  let listed = waiting.filter(({ isListed }) => isListed);
  /** What was decided here, the last one last. */
  const decided: { readonly ids: readonly string[]; readonly as: keyof typeof tally }[] = [];
  let notice: string | undefined;
  let hasEnded = false;

  const isKey = (key: string, from: string): boolean => key.length === 1 && from.includes(key);

  async function reload(): Promise<void> {
    waiting = [...(await desk.waiting(filter))];
    singles = waiting.filter(({ isListed }) => !isListed);
    listed = waiting.filter(({ isListed }) => isListed);
  }

  const noticeOf = (outcome: ReviewOutcome): string =>
    ({
      accepted: () =>
        outcome.type === "accepted" ? say.accepted(outcome.records, outcome.isMerged) : say.accepted([]),
      rejected: () => say.rejected,
      deferred: () => say.deferred,
      undone: () => say.undone,
      decided: () =>
        outcome.type === "decided" ? say.decided(outcome.by, say.states[outcome.as] ?? outcome.as) : "",
      gone: () => say.gone,
      refused: () => (outcome.type === "refused" ? outcome.faults.join("\n") : ""),
      ambiguous: () => (outcome.type === "ambiguous" ? say.places(outcome.passage) : ""),
    })[outcome.type]();

  function orNotice(edited: Edited | undefined, otherwise: string, before: Edited): Edited {
    if (!edited) notice = otherwise;
    return edited ?? before;
  }

  /** Notes what became of a proposal; tells whether it is done with. */
  function note(id: string, outcome: ReviewOutcome): boolean {
    notice = noticeOf(outcome);
    if (outcome.type === "accepted" || outcome.type === "rejected" || outcome.type === "deferred") {
      tally[outcome.type]++;
      decided.push({ ids: [id], as: outcome.type });
      return true;
    }
    return outcome.type === "decided" || outcome.type === "gone";
  }

  /** Takes back the last decision; returns the proposal that stands there again. */
  async function undo(): Promise<void> {
    const outcome = await desk.undo(by);
    notice = outcome ? noticeOf(outcome) : say.nothingToUndo;
    if (outcome?.type !== "undone") return;
    const last = decided.pop();
    if (last) tally[last.as]--;
    await reload();
    const at = singles.findIndex(({ id }) => id === last?.ids[0]);
    if (at > 0) singles.unshift(...singles.splice(at, 1));
  }

  async function edit(edited: Edited): Promise<Edited> {
    const own = asEdited(edited);
    if (!canEdit(own)) {
      notice = say.cannotEdit;
      return edited;
    }
    const options = [
      ...own.fields.map(({ name, value }) => ({
        value: name as string,
        label: `${say.fields[name]}: ${value}`,
      })),
      ...own.passages.map(({ exact }, index) => ({
        value: String(index),
        label: `${say.passage}: ${cutText(exact, 60)}`,
      })),
    ];
    const which = await screen.pick(say.whichField, options);
    if (which === undefined) return edited;
    const place = own.passages[Number(which)];
    const field = own.fields.find(({ name }) => name === which);
    const typed = await screen.text(
      say.newValue(field ? say.fields[field.name] : say.passage),
      field?.value ?? place?.exact ?? "",
    );
    if (typed === undefined) return edited;
    if (field) return { ...edited, fields: { ...edited.fields, [field.name]: typed } };
    return { ...edited, passages: own.passages.map((one) => (one === place ? typedPassage(typed) : one)) };
  }

  /** Accepts a proposal; asks which place is meant where a typed passage occurs several times. */
  async function accept(
    edited: Edited,
    as?: ProposalEdits["as"],
  ): Promise<{ readonly isDone: boolean; readonly edited: Edited }> {
    const outcome = await desk.accept(edited.proposal.id, by, { ...editsOf(edited), ...(as ? { as } : {}) });
    if (outcome.type !== "ambiguous") return { isDone: note(edited.proposal.id, outcome), edited };
    screen.show(drawPlaces(outcome.passage, outcome.places, style));
    const place = outcome.places[Number(await screen.key()) - 1];
    notice = undefined;
    if (!place) return { isDone: false, edited };
    const own = (edited.passages ?? edited.proposal.passages).map((one) =>
      one.exact === outcome.passage ? place : one,
    );
    return accept({ ...edited, passages: own }, as);
  }

  async function acceptSure(kind: Proposal["kind"]): Promise<void> {
    const sure = singles.filter((one) => one.kind === kind && one.isSure);
    if (sure.length === 0) {
      notice = say.noneSure;
      return;
    }
    screen.show(drawSure(sure, style));
    notice = undefined;
    if ((await screen.key()) === "A") await acceptAll(sure);
  }

  async function acceptAll(proposals: readonly Proposal[]): Promise<void> {
    let accepted = 0;
    const failed: string[] = [];
    for (const { id } of proposals) {
      const outcome = await desk.accept(id, by);
      if (note(id, outcome)) accepted += Number(outcome.type === "accepted");
      if (outcome.type !== "accepted") failed.push(noticeOf(outcome));
    }
    notice = say.somePart(accepted, failed);
    await reload();
  }

  /** Shows one proposal until it is decided on, or until the reviewer goes elsewhere. */
  async function single(proposal: Proposal, at: number, of: number): Promise<void> {
    let edited: Edited = { proposal, fields: {} };
    for (;;) {
      const own = asEdited(edited);
      const done = new Set<string>(Object.keys(edited.fields));
      screen.show(drawProposal({ proposal: own, answered: done, at, of, notice }, style));
      const key = await screen.key();
      notice = undefined;
      if (key === "q") {
        hasEnded = true;
        return;
      }
      if (key === "u") return undo();
      if (key === "A") return acceptSure(proposal.kind);
      const isDone = await decide(key, edited);
      if (isDone === true) {
        // What was accepted changes what else waits: a person who was brought, a copy of the same words.
        await reload();
        return;
      }
      if (isDone) edited = isDone;
    }
  }

  /** Does what a key says; returns true when the proposal is done with, or the proposal as it is now. */
  async function decide(key: string, edited: Edited): Promise<true | Edited> {
    const { proposal } = edited;
    if ((key === "m" || key === "n") && !proposal.known) {
      notice = say.noMerge;
      return edited;
    }
    const as = { a: undefined, m: "merged", n: "another" } as const;
    if (key in as) {
      const { isDone, edited: now } = await accept(edited, as[key as keyof typeof as]);
      return isDone ? true : now;
    }
    if (key === "r") return note(proposal.id, await desk.reject(proposal.id, by)) || edited;
    if (key === "s") return note(proposal.id, await desk.defer(proposal.id, by)) || edited;
    if (key === "e") return edit(edited);
    if (key === "?") {
      screen.show(drawKeys(style));
      await screen.key();
    } else if (isKey(key, "0123456789")) return orNotice(answered(edited, key), say.noCandidate, edited);
    else if (isKey(key, "[]{}"))
      return orNotice(moved(edited, key), canEdit(proposal) ? say.noMove : say.cannotEdit, edited);
    else notice = say.noKey(key);
    return edited;
  }

  /** Shows a page of the list until the reviewer goes on; resolves to whether the page is done with. */
  async function list(page: readonly Proposal[], from: number): Promise<boolean> {
    let ticked = new Set<string>();
    for (;;) {
      screen.show(drawList(page, ticked, { from, of: listed.length, notice }, style));
      const key = await screen.key();
      notice = undefined;
      const chosen = page.filter(({ id }) => ticked.has(id));
      if (key === "q") hasEnded = true;
      if (key === "q" || key === "s") return key === "s";
      if (key === "u") {
        await undo();
        return false;
      }
      if (key === "A") ticked = new Set(page.filter(({ isSure }) => isSure).map(({ id }) => id));
      else if (isKey(key, "123456789") && page[Number(key) - 1]) {
        const { id } = page[Number(key) - 1]!;
        if (!ticked.delete(id)) ticked.add(id);
      } else if (key === "e") {
        if (chosen.length === 1) {
          await single(chosen[0]!, 1, 1);
          await reload();
          return false;
        }
        notice = say.tickOne;
      } else if (key === "a" && chosen.length > 0) {
        await acceptAll(chosen);
        return true;
      } else if (key === "r" && chosen.length > 0) {
        for (const { id } of chosen) note(id, await desk.reject(id, by));
        await reload();
        return false;
      } else if (key === "a" || key === "r") notice = say.noneTicked;
      else if (key === "?") {
        screen.show(drawKeys(style));
        await screen.key();
      } else notice = say.noKey(key);
    }
  }

  /** What was put off or passed over here is not shown again. */
  const passed = new Set<string>();
  const isOpen = ({ id }: Proposal): boolean =>
    !passed.has(id) && !decided.some(({ ids, as }) => as === "deferred" && ids.includes(id));
  while (!hasEnded) {
    const open = singles.filter(isOpen);
    const [next] = open;
    if (next) {
      await single(next, decided.length + 1, decided.length + open.length);
      continue;
    }
    const page = listed.filter(isOpen).slice(0, PAGE);
    if (page.length === 0) break;
    if (await list(page, listed.indexOf(page[0]!))) for (const { id } of page) passed.add(id);
  }
  return { ...tally, left: (await desk.waiting(filter)).length };
}
