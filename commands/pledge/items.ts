/** Shows one commitment as an item of an answer. */
import type { AnswerItem, Block, DetailRow, Passage } from "../../src/desk/answer.ts";
import { type Citations, markStated, sourceName } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { recordName } from "../../src/desk/lookup.ts";
import { inferredDateNote, type NoteLike, noteBlocks } from "../../src/desk/notes.ts";
import { differenceNote, donorNames, isOnlyDonor, occasionNotes } from "../../src/desk/pledges.ts";
import type { AnyRecord, PledgeAccount, PledgeRecord } from "../../src/shelf/records.ts";

async function rowsOf(
  account: PledgeAccount,
  pledge: PledgeRecord,
  subjects: readonly AnyRecord[],
  context: CommandContext,
): Promise<DetailRow[]> {
  const { rows, unstated } = context.messages.pledge;
  const donors = await donorNames(pledge, context.library);
  const stated = (label: string, value: string | undefined): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: true }];
  const own = (label: string, value: string | undefined): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: false }];
  const donor = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const shown = subjects.length === 1 && isOnlyDonor(pledge, subjects[0]) ? [] : donors;
  return [
    ...(account.amount.status === "unstated"
      ? own(rows.amount, unstated)
      : stated(
          account.amount.status === "undisclosed" ? rows.undisclosed : rows.amount,
          account.amount.stated,
        )),
    ...(shown.length > 0 ? own(donor, context.messages.list(shown)) : stated(donor, pledge.donorsStated)),
    ...stated(rows.verb, account.verb),
    ...stated(rows.period, account.period),
    ...own(rows.claim, account.claim && (await recordName(account.claim, context.library))),
  ];
}

/**
 * Shows one commitment: each account with its passages, then where they differ, then the notes.
 * @param subjects the donors and occasions that were asked about
 */
export async function pledgeItem(
  pledge: PledgeRecord,
  subjects: readonly AnyRecord[],
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem> {
  const { messages } = context;
  const blocks: Block[] = [{ type: "heading", text: pledge.label }];
  const remarks: NoteLike[] = [];
  const sources: { readonly number: number; readonly publisher: string }[] = [];
  for (const account of pledge.accounts) {
    const amount = account.amount.status === "unstated" ? undefined : account.amount.stated;
    const stated = [amount, account.period, amount === undefined ? account.verb : undefined];
    const passages = markStated(await citations.passages(account.passages), stated);
    const [first] = passages as [Passage];
    sources.push({ number: first.source, publisher: sourceName(citations.sourceOf(first)) });
    const rows = await rowsOf(account, pledge, subjects, context);
    blocks.push({ type: "details", rows, passages });
    blocks.push({ type: "quote", passages });
    remarks.push(inferredDateNote(account.when, messages), ...passages.map(({ note }) => note));
  }
  return [
    ...blocks,
    ...differenceNote(pledge.accounts, sources, messages),
    ...noteBlocks([
      ...occasionNotes(
        pledge,
        subjects,
        sources.map(({ publisher }) => publisher),
        messages,
      ),
      ...pledge.notes,
      ...remarks,
    ]),
  ];
}
