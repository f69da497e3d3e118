/** Draws a proposal as an answer: its passage marked where it stands, what it will say, and what may be done with it. */
import { createAsk } from "../ask/ask.ts";
import type { Answer, AnswerButton, AnswerSource, Block } from "../desk/answer.ts";
import { textBlock } from "../desk/answer-parts.ts";
import { shortCredit } from "../desk/citations.ts";
import { truncateText } from "../desk/truncate.ts";
import type { Messages } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import type { Proposal, ProposalPassage } from "../review/review-desk.ts";
import { collectEvidence } from "../shelf/evidence.ts";
import { type ReviewAction, reviewAsk } from "./lines.ts";
import { deskAnswer } from "./notice.ts";

/** How much is shown around a passage, of a passage, of a value and of a remark; and the most candidates. */
const AROUND = 160;
const PASSAGE = 1_200;
const VALUE = 300;
const REMARK = 900;
const CANDIDATES = 9;
/** The most passages and differences that are shown. */
const PASSAGES = 3;
const DIFFERENCES = 6;

/** Returns the end of a text, from a whole word on. */
function endOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.slice(-most).replace(/^[\udc00-\udfff]/, "");
  return `[…] ${/\s/.test(end) ? end.replace(/^\S*\s+/, "") : end}`;
}

/** Shows a passage within its paragraph, marked. @param source the number of the source that has it */
function passageBlock({ before, exact, after, start, end }: ProposalPassage, source: number): Block {
  const [head, shown] = [endOf(before, AROUND), truncateText(exact, PASSAGE)];
  const marked = { start: head.length, end: head.length + shown.length };
  const text = head + shown + truncateText(after, AROUND);
  return { type: "quote", passages: [{ source, text, start, end, marked: [marked] }] };
}

/** Returns the ids of the sources in which passages of a proposal can be: its own, and those of its record. */
async function sourceIds({ source, record }: Proposal, library: Library): Promise<readonly string[]> {
  const [found] = record === undefined ? [] : await library.records([record]);
  const others = found === undefined ? [] : collectEvidence(found).map((evidence) => evidence.source);
  return [...new Set([source, ...others])].filter((id) => id !== "");
}

/** Shows passages, each credited to the source that has these words at its place; one that none has, without a credit. */
async function shownPassages(
  proposal: Proposal,
  library: Library,
  messages: Messages,
): Promise<{ readonly blocks: readonly Block[]; readonly sources: readonly AnswerSource[] }> {
  const ids = await sourceIds(proposal, library);
  const [infos, texts] = await Promise.all([
    library.sources(ids),
    Promise.all(ids.map((id) => library.text(id))),
  ]);
  const sources: AnswerSource[] = [];
  const blocks = proposal.passages.slice(0, PASSAGES).flatMap((passage) => {
    const holds = (text?: string) => text?.slice(passage.start, passage.end) === passage.exact;
    const info = infos[ids.length === 1 ? 0 : texts.findIndex(holds)];
    if (info === undefined) return [textBlock(truncateText(passage.exact, PASSAGE))];
    const known = sources.find(({ id }) => id === info.id);
    const credit = shortCredit(info, messages);
    const source = known ?? { number: sources.length + 1, id: info.id, short: credit, full: credit };
    if (!known) sources.push(source);
    return [passageBlock(passage, source.number)];
  });
  return { blocks, sources };
}

/** Lists what the record will say, and what is open about it. */
function fieldBlocks({ fields }: Proposal, messages: Messages): Block[] {
  const { curation } = messages;
  const rows = fields
    .filter(({ value }) => value !== "")
    .map(({ name, value }) => ({
      label: curation.fields[name],
      value: truncateText(value, VALUE),
      stated: false,
    }));
  const questions = fields.flatMap(({ question }) =>
    question ? [textBlock(curation.open(question.ask, question.candidates.slice(0, CANDIDATES)))] : [],
  );
  return [...(rows.length === 0 ? [] : [{ type: "details", rows, passages: [] } as const]), ...questions];
}

/** Says what the record would be beside others: what it answers and brings, and the record that is there. */
function relationBlocks({ answers, brings, known, about = [] }: Proposal, messages: Messages): Block[] {
  const { curation, recordKinds } = messages;
  const differences = known?.differences.slice(0, DIFFERENCES) ?? [];
  return [
    // Without a name, it is not known yet what will be answered.
    ...(!answers.includes(" ") ? [] : [textBlock(curation.answers(answers))]),
    ...(brings.length === 0
      ? []
      : [
          textBlock(curation.brings(brings.map(({ kind, label }) => `${label} (${recordKinds[kind].name})`))),
        ]),
    ...(known ? [textBlock(curation.known[known.as](known.ref))] : []),
    ...differences.map(({ what, here, there }) =>
      textBlock(curation.difference(curation.fields[what], here, there)),
    ),
    ...(about.length === 0 ? [] : [textBlock(curation.about(about.slice(0, CANDIDATES)))]),
  ];
}

const actionButton = (action: ReviewAction, id: string, { actions }: Messages["curation"]): AnswerButton => ({
  type: "ask",
  label: actions[action],
  ask: reviewAsk(id, action),
});

/** Returns the buttons of a proposal, in the order of their use. */
function actionButtons({ id, known }: Proposal, { curation }: Messages): AnswerButton[] {
  const first: readonly ReviewAction[] = known ? ["merge", "another"] : ["accept"];
  const actions: readonly ReviewAction[] = [...first, "edit", "reject", "later"];
  return [...actions.map((action) => actionButton(action, id, curation)), actionButton("undo", "", curation)];
}

/** What stands beside a proposal: how many wait with it, what has just been decided or is wrong. */
export interface ProposalSurroundings {
  readonly waiting: number;
  readonly lines: readonly string[];
}

/** Draws a proposal. */
export async function proposalAnswer(
  proposal: Proposal,
  { waiting, lines }: ProposalSurroundings,
  library: Library,
  messages: Messages,
): Promise<Answer> {
  const { curation, recordKinds } = messages;
  const { kind, origin, remark } = proposal;
  const { blocks: shown, sources } = await shownPassages(proposal, library, messages);
  return deskAnswer(
    reviewAsk(),
    curation.proposal(recordKinds[kind].name, curation.origins[origin], waiting),
    {
      opening: [
        ...lines.map(textBlock),
        ...(remark ? [textBlock(curation.remarked(truncateText(remark, REMARK)))] : []),
        ...shown,
        ...fieldBlocks(proposal, messages),
        ...relationBlocks(proposal, messages),
      ],
      sources,
      buttons: actionButtons(proposal, messages),
    },
  );
}

/** Says that nothing waits. */
export const nothingWaits = (lines: readonly string[], { curation }: Messages): Answer =>
  deskAnswer(reviewAsk(), curation.reviewing, {
    opening: [...lines, curation.nothingWaits].map(textBlock),
    buttons: [
      actionButton("undo", "", curation),
      { type: "ask", label: curation.status, ask: createAsk("status") },
    ],
  });
