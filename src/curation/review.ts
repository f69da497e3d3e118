/** Shows reviewers one proposal at a time, and does with it what they decide. */
import type { Ask } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import type { Proposal, ProposalFilter, ReviewOutcome } from "../review/review-desk.ts";
import { cutText } from "../support/cut-text.ts";
import type { CurationContext } from "./curation.ts";
import { editFields, faultField, readEdits } from "./edit-form.ts";
import type { CurationReply, FormValues } from "./form.ts";
import { deskLine, parsePlace, printPlace, REVIEW_ACTIONS, reviewAsk } from "./lines.ts";
import { nothingWaits, proposalAnswer } from "./proposal-answer.ts";
import { reviewerOf } from "./requester.ts";
import { surroundings } from "./suggest.ts";

/** What is reviewed unless what is there already is: what somebody sent, and drafts. */
const INCOMING: ProposalFilter = { origins: ["suggestion", "report", "draft"] };
const EXISTING: ProposalFilter = { origins: ["existing"] };

/** The most places that are offered, and how much of what is wrong is shown. */
const PLACES = 4;
const FAULTS = 1_000;

const filterOf = (proposal: Proposal | undefined): ProposalFilter =>
  proposal?.origin === "existing" ? EXISTING : INCOMING;

/** Shows the first proposal that waits, below what is said of the one before it. */
async function next(
  { desk, bot, holder }: CurationContext,
  lines: readonly string[],
  filter: ProposalFilter,
): Promise<CurationReply> {
  const all = await desk.waiting({ ...filter, locale: bot.messages.locale });
  const [first] = all;
  const answer = first
    ? await proposalAnswer(first, { waiting: all.length, lines }, holder.current().library, bot.messages)
    : nothingWaits(lines, bot.messages);
  return { type: "answer", answer };
}

/** Shows a proposal again, below what is wrong with a decision on it. */
async function again(
  proposal: Proposal,
  lines: readonly string[],
  { bot, holder, desk }: CurationContext,
): Promise<CurationReply & { readonly type: "answer" }> {
  const waiting = (await desk.waiting(filterOf(proposal))).length;
  const answer = await proposalAnswer(proposal, { waiting, lines }, holder.current().library, bot.messages);
  return { type: "answer", answer };
}

/** Says what became of a decision. */
function outcomeLine(outcome: ReviewOutcome | undefined, { curation }: Messages): string {
  switch (outcome?.type) {
    case undefined:
      return curation.nothingToUndo;
    case "accepted":
      return outcome.isMerged ? curation.merged(outcome.records) : curation.accepted(outcome.records);
    case "decided":
      return curation.decided(outcome.by, curation.states[outcome.as] ?? outcome.as);
    case "refused":
      return curation.refused(cutText(outcome.faults.join(" "), FAULTS));
    case "ambiguous":
      return curation.severalPlaces(outcome.places.length);
    case "rejected":
    case "deferred":
    case "undone":
    case "gone":
      return curation.outcomes[outcome.type];
  }
}

/** Has the shelf read again, beside the reply: what is written then answers. */
function refreshAfter(outcome: ReviewOutcome | undefined, { refresh, log }: CurationContext): void {
  if (outcome?.type !== "accepted" && outcome?.type !== "undone") return;
  refresh().catch((error: unknown) => log.error({ err: error }, "the shelf could not be read again"));
}

/** Shows a proposal with the places where its typed words stand, each with a button that edits it there. */
async function offerPlaces(
  proposal: Proposal,
  { places }: Extract<ReviewOutcome, { type: "ambiguous" }>,
  context: CurationContext,
): Promise<CurationReply> {
  const { curation } = context.bot.messages;
  const offered = places.slice(0, PLACES);
  const lines = [
    curation.severalPlaces(places.length),
    ...offered.map((place, index) => `${index + 1}. ${surroundings(place)}`),
  ];
  const { answer } = await again(proposal, lines, context);
  const buttons = offered.map((place, index) => ({
    type: "ask" as const,
    label: curation.place(index + 1),
    ask: reviewAsk(proposal.id, "edit", printPlace(place)),
  }));
  return { type: "answer", answer: { ...answer, buttons: [...buttons, ...answer.buttons] } };
}

/** Shows what comes after a decision: the next proposal, or the same one where it could not be written. */
async function afterDecision(
  outcome: ReviewOutcome | undefined,
  proposal: Proposal | undefined,
  context: CurationContext,
): Promise<CurationReply> {
  refreshAfter(outcome, context);
  if (proposal && outcome?.type === "ambiguous") return offerPlaces(proposal, outcome, context);
  const line = outcomeLine(outcome, context.bot.messages);
  if (proposal && outcome?.type === "refused") return again(proposal, [line], context);
  return next(context, [line], filterOf(proposal));
}

/**
 * Shows the next proposal: of a source, where the ask names one, or of what is there already. Says so at once where nothing
 * can be accepted.
 */
export function nextProposal(context: CurationContext, { options, text }: Ask): Promise<CurationReply> {
  const isWritable = context.isWritable?.() ?? true;
  return next(context, isWritable ? [] : [context.bot.messages.curation.readOnly], {
    ...(text === "existing" ? EXISTING : INCOMING),
    ...(options.source === undefined ? {} : { source: options.source }),
  });
}

/** Does what was decided on a proposal, and shows the next. */
export async function reviewProposal(ask: Ask, context: CurationContext): Promise<CurationReply> {
  const { desk, from } = context;
  const by = reviewerOf(from, context.bot.messages.locale);
  const id = ask.text;
  const action = REVIEW_ACTIONS.find((known) => known === ask.options.do);
  if (action === "undo") return afterDecision(await desk.undo(by), undefined, context);
  const proposal = await desk.proposal(id, context.bot.messages.locale);
  switch (action) {
    case "accept":
      return afterDecision(await desk.accept(id, by), proposal, context);
    case "merge":
      return afterDecision(await desk.accept(id, by, { as: "merged" }), proposal, context);
    case "another":
      return afterDecision(await desk.accept(id, by, { as: "another" }), proposal, context);
    case "reject":
      return afterDecision(await desk.reject(id, by), proposal, context);
    case "later":
      return afterDecision(await desk.defer(id, by), proposal, context);
    default:
      return next(context, [], INCOMING);
  }
}

/** Opens the form in which a proposal is edited; one that is decided says by whom. */
export async function editForm(ask: Ask, context: CurationContext): Promise<CurationReply> {
  const { desk, bot, from, holder } = context;
  const proposal = await desk.proposal(ask.text, bot.messages.locale);
  // Putting behind the others what is decided changes nothing, and tells who decided.
  if (!proposal)
    return afterDecision(
      await desk.defer(ask.text, reviewerOf(from, bot.messages.locale)),
      undefined,
      context,
    );
  const place = parsePlace(ask.options.at);
  const text = place && (await holder.current().library.text(proposal.source));
  const { curation } = bot.messages;
  return {
    type: "form",
    form: {
      id: deskLine(ask),
      title: curation.editing,
      submit: curation.actions.accept,
      fields: editFields(proposal, bot.messages, place && text?.slice(place.start, place.end)),
    },
  };
}

/** Accepts a proposal as it was edited in its form. */
export async function editProposal(
  ask: Ask,
  values: FormValues,
  context: CurationContext,
): Promise<CurationReply> {
  const { desk, bot, from } = context;
  const { curation } = bot.messages;
  const by = reviewerOf(from, bot.messages.locale);
  const proposal = await desk.proposal(ask.text, bot.messages.locale);
  if (!proposal) return afterDecision(await desk.accept(ask.text, by), undefined, context);
  const faulty = async (line: string): Promise<CurationReply> => {
    const { answer } = await again(proposal, [line], context);
    return { type: "faults", faults: { [faultField(values)]: line }, answer };
  };
  const edits = readEdits(proposal, values, bot.messages, parsePlace(ask.options.at)?.start);
  if ("unknown" in edits) return faulty(curation.unknownField(cutText(edits.unknown, FAULTS)));
  const outcome = await desk.accept(ask.text, by, edits);
  if (outcome.type === "refused") return faulty(outcomeLine(outcome, bot.messages));
  return afterDecision(outcome, proposal, context);
}
