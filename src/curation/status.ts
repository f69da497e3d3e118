/** Says what waits for a person and what is known of what is there, and what became of what somebody sent. */
import { createAsk } from "../ask/ask.ts";
import type { AnswerButton } from "../desk/answer.ts";
import { textBlock } from "../desk/answer-parts.ts";
import type { ProposalOrigin } from "../review/review-desk.ts";
import type { CurationContext } from "./curation.ts";
import type { CurationReply } from "./form.ts";
import { deskAnswer } from "./notice.ts";
import { requesterId } from "./requester.ts";

/** What became of what somebody sent and what still waits, as far as it is kept. */
export interface SentCounts {
  readonly waiting: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** Returns what became of what a requester sent, by their id. */
export type SentTidings = (from: string) => Promise<SentCounts>;

/** Answers with the state of reviewing; reviewers are offered to go on. */
export async function statusAnswer(
  { desk, bot, from, holder, tidings, addSource, statusUrl }: CurationContext,
  mayReview: boolean,
): Promise<CurationReply> {
  const { messages } = bot;
  const { curation } = messages;
  const ask = createAsk("status");
  const [overview, sent] = await Promise.all([desk.overview(), tidings?.(requesterId(from))]);
  const unreviewed = overview.unreviewed.length;
  const drafts = [...overview.drafted.values()].reduce((all, count) => all + count, 0);
  const count = (origin: ProposalOrigin): number =>
    overview.sent.filter((proposal) => proposal.origin === origin).length;
  const row = (label: string, value: number | string) => ({ label, value: String(value), stated: false });
  const { rows } = curation;
  // What others sent is for reviewers alone, and so is the link.
  const url = mayReview ? statusUrl?.() : undefined;
  const isSender = sent !== undefined && sent.waiting + sent.accepted + sent.rejected > 0;
  const button = (label: string, words = ""): AnswerButton => ({
    type: "ask",
    label,
    ask: createAsk("review", words),
  });
  const answer = deskAnswer(ask, curation.status, {
    opening: [
      {
        type: "details",
        passages: [],
        rows: [
          row(rows.drafts, overview.unread > 0 ? curation.andUnread(drafts, overview.unread) : drafts),
          row(rows.suggestions, count("suggestion")),
          row(rows.reports, count("report")),
          row(rows.unreviewed, curation.share(unreviewed, overview.records)),
          row(rows.version, holder.current().version),
        ],
      },
      ...(isSender ? [textBlock(curation.sent(sent.waiting, sent.accepted, sent.rejected))] : []),
    ],
    buttons: [
      ...(mayReview ? [button(curation.reviewing)] : []),
      ...(mayReview && unreviewed > 0 ? [button(curation.reviewExisting, "existing")] : []),
      ...(mayReview && addSource
        ? [{ type: "ask" as const, label: curation.addSource, ask: createAsk("add") }]
        : []),
      ...(url === undefined ? [] : [{ type: "link" as const, label: curation.statusPage, url }]),
    ],
  });
  return { type: "answer", answer };
}
