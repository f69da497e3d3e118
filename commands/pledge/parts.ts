/** What the answers about pledges share. */
import type { Block } from "../../src/desk/answer.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { noteBlocks } from "../../src/desk/notes.ts";
import { isPledge, pledgeOrder } from "../../src/desk/pledges.ts";
import { compactName } from "../../src/shelf/fold.ts";
import type { AnyRecord, PledgeRecord } from "../../src/shelf/records.ts";

/** Returns pledges in the order in which they are shown. */
export const inPledgeOrder = (pledges: readonly PledgeRecord[]): PledgeRecord[] =>
  [...pledges].sort((a, b) => pledgeOrder(a) - pledgeOrder(b));

/** The note on several sums of which a total was asked for. */
export const totalNote = (isTotal: boolean, { messages }: CommandContext): Block[] =>
  isTotal ? noteBlocks([{ text: messages.pledge.notAdded, caution: true }]) : [];

/** Tells whether a record is a pledge whose donors a source calls by these words. */
export const isGivenBy = (record: AnyRecord, words: string): boolean =>
  isPledge(record) &&
  record.donorsStated !== undefined &&
  compactName(record.donorsStated) === compactName(words);
