/** Creates the answer that shows commitments, each in full and in one line. */

import type { Ask } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type LineBlock,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import { askButtons, firstOfAll, namedLine } from "../../src/desk/answer-parts.ts";
import { createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord, sourceForm, titleName } from "../../src/desk/lookup.ts";
import { noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import { pledgeLine } from "../../src/desk/pledge-lines.ts";
import { donorNames, isOnlyDonor } from "../../src/desk/pledges.ts";
import { readAround } from "../../src/desk/read-around.ts";
import { recordOffers } from "../../src/desk/resolve.ts";
import type { Messages } from "../../src/language/messages.ts";
import { type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord, PledgeRecord } from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";
import { pledgeItem } from "./items.ts";

/** The most buttons below the commitments. */
const MOST_BUTTONS = 4;

/** Offers the commitments' occasions and donors, and the words of those who announced them. */
async function buttonsFor(
  pledges: readonly PledgeRecord[],
  asked: RecordRef | undefined,
  context: CommandContext,
): Promise<AnswerButton[]> {
  const givers = pledges.flatMap(donorRefs);
  const refs = [
    ...pledges.flatMap(({ accounts }) => accounts.map(({ claim }) => claim)),
    ...pledges.flatMap(occasionRefs),
    ...givers,
  ].filter((ref) => ref !== undefined && ref !== asked) as RecordRef[];
  const choices: MenuChoice[] = [];
  for (const ref of new Set(refs)) {
    if (choices.length === MOST_BUTTONS) break;
    const record = await findRecord(ref, context.library);
    const offers = record ? await recordOffers(record, context) : [];
    const isAnnouncer = record?.kind === "people" && !givers.includes(ref);
    const [offer] = isAnnouncer ? offers.filter(({ ask }) => ask.command === "quote") : offers;
    if (offer) choices.push(offer);
  }
  return askButtons(choices);
}

/** What an answer shows. */
export interface ShownPledges {
  readonly name: string;
  readonly pledges: readonly PledgeRecord[];
  /** The donors and occasions that were asked about. */
  readonly subjects?: readonly AnyRecord[];
  /** Where the pledges begin that are not for what was asked. */
  readonly othersFrom?: number;
  /** How many there are; without it, these. */
  readonly total?: number;
}

/** The name that a pledge stands under in one line: whoever asked for is its donor, or the pledge's own. */
const lineName = (pledge: PledgeRecord, subject: AnyRecord | undefined): string =>
  subject && donorRefs(pledge).includes(recordRef(subject)) && !pledge.joint ? subject.label : pledge.label;

/** Returns the answer in one line: that of the first pledge, or, for an occasion, how many sums there are. */
function leadOf(
  name: string,
  pledges: readonly PledgeRecord[],
  subject: AnyRecord | undefined,
  [first]: readonly LineBlock[],
  messages: Messages,
): LineBlock | undefined {
  const isGiver = subject && pledges.some((pledge) => donorRefs(pledge).includes(recordRef(subject)));
  if (isGiver || pledges.length === 1) return first;
  const isSum = pledges.filter(({ accounts }) => accounts.some(({ amount }) => amount.status === "stated"));
  const { brief } = messages;
  const text = isSum.length === pledges.length ? brief.sums(pledges.length) : brief.pledges(pledges.length);
  return namedLine(name, text, messages, subject && sourceForm(subject, messages));
}

/** Answers with pledges, the first line with what the sources state. */
export async function answerWith(
  ask: Ask,
  { name, pledges, subjects = [], othersFrom, total = pledges.length }: ShownPledges,
  opening: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const citations = createCitations(library, messages);
  const [subject] = subjects.length === 1 ? subjects : [];
  await readAround(pledges, library);
  const items: AnswerItem[] = [];
  const lines: LineBlock[] = [];
  for (const [index, pledge] of pledges.entries()) {
    const heading: Block[] =
      index === othersFrom ? [{ type: "heading", text: messages.pledge.others, group: true }] : [];
    const item = await pledgeItem(pledge, subjects, citations, context);
    items.push([...heading, ...item]);
    const passages = item.flatMap((block) => (block.type === "quote" ? [block.passages] : []));
    const drawn = { pledge, passages, donors: await donorNames(pledge, library) };
    const line = lineName(pledge, subject);
    const beside = index === 0 && subject && line === subject.label ? sourceForm(subject, messages) : "";
    lines.push(pledgeLine({ name: line, beside }, drawn, isOnlyDonor(pledge, subject), messages));
  }
  return createAnswer({
    ask,
    title: messages.title(
      subject?.label === name ? titleName(subject, messages) : name,
      messages.pledge.what,
    ),
    outcome: "found",
    ...defined({ lead: leadOf(name, pledges, subject, lines, messages) }),
    lines,
    opening,
    items,
    close: [...firstOfAll(pledges.length, total, messages), ...noteBlocks([reviewNote(pledges, messages)])],
    sources: citations.sources(),
    buttons: await buttonsFor(pledges, subject && recordRef(subject), context),
  });
}
