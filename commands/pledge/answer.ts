/** Answers /pledge: shows commitments with each source's account of them. */

import type { Ask } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerButton,
  type AnswerItem,
  type Block,
  createAnswer,
  type DetailRow,
  type MenuChoice,
  type Passage,
} from "../../src/desk/answer.ts";
import { askButtons, menuItems, searchedText, textBlock } from "../../src/desk/answer-parts.ts";
import { type Citations, createCitations } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord, recordName } from "../../src/desk/lookup.ts";
import { inferredDateNote, noteBlocks, reviewNote } from "../../src/desk/notes.ts";
import {
  differenceNote,
  donorNames,
  isOnlyDonor,
  isPledge,
  occasionNotes,
  PLEDGE_SUBJECTS,
  pledgeOrder,
  pledgeSubjects,
} from "../../src/desk/pledges.ts";
import {
  answerRecordResolution,
  missAnswer,
  profileOffer,
  recordChoices,
  recordOffers,
  severalAnswer,
} from "../../src/desk/resolve.ts";
import { resolveName } from "../../src/desk/resolve-name.ts";
import { matchingSuggestions } from "../../src/desk/suggestions.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { compactName } from "../../src/shelf/fold.ts";
import { type RecordKind, type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord, PledgeAccount, PledgeRecord } from "../../src/shelf/records.ts";
import { statementItems } from "./statements.ts";

async function rowsOf(
  account: PledgeAccount,
  pledge: PledgeRecord,
  subject: AnyRecord | undefined,
  context: CommandContext,
): Promise<DetailRow[]> {
  const { rows, unstated } = context.messages.pledge;
  const donors = await donorNames(pledge, context.library);
  const stated = (label: string, value: string | undefined): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: true }];
  const own = (label: string, value: string | undefined): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: false }];
  const donor = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const shown = isOnlyDonor(pledge, subject) ? [] : donors;
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

/** Shows one commitment: each account with its passages, then where they differ, then the notes. */
async function itemOf(
  pledge: PledgeRecord,
  subject: AnyRecord | undefined,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem> {
  const { messages } = context;
  const blocks: Block[] = [{ type: "heading", text: pledge.label }];
  const remarks: (string | undefined)[] = [];
  const sources: { readonly number: number; readonly publisher: string }[] = [];
  for (const account of pledge.accounts) {
    const passages = await citations.passages(account.passages);
    const [first] = passages as [Passage];
    sources.push({ number: first.source, publisher: citations.sourceOf(first).publisher });
    const rows = await rowsOf(account, pledge, subject, context);
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
        subject ? [subject] : [],
        sources.map(({ publisher }) => publisher),
        messages,
      ),
      ...pledge.notes,
      ...remarks,
    ]),
  ];
}

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
    const record = await findRecord(ref, context.library);
    const offers = record ? await recordOffers(record, context) : [];
    const isAnnouncer = record?.kind === "people" && !givers.includes(ref);
    const [offer] = isAnnouncer ? offers.filter(({ ask }) => ask.command === "quote") : offers;
    if (offer) choices.push(offer);
  }
  return askButtons(choices.slice(0, 4));
}

async function answerWith(
  ask: Ask,
  pledges: readonly PledgeRecord[],
  subject: AnyRecord | undefined,
  lead: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const citations = createCitations(library, messages);
  const sorted = [...pledges].sort((a, b) => pledgeOrder(a) - pledgeOrder(b));
  const items: AnswerItem[] = [];
  for (const pledge of sorted) items.push(await itemOf(pledge, subject, citations, context));
  const name = subject?.label ?? messages.quoted(ask.text);
  return createAnswer({
    ask,
    title: messages.title(name, messages.pledge.what),
    outcome: "found",
    lead,
    items,
    close: noteBlocks([reviewNote(pledges, messages)]),
    sources: citations.sources(),
    buttons: await buttonsFor(pledges, subject && recordRef(subject), context),
  });
}

/** Answers for a subject without a commitment: shows what else the sources say about it. */
async function withoutPledge(
  ask: Ask,
  subject: AnyRecord,
  lead: readonly Block[],
  context: CommandContext,
): Promise<Answer> {
  const { library, messages } = context;
  const citations = createCitations(library, messages);
  const related = (
    await library.find({ kinds: ["facts", "events", "quotes"], concerning: recordRef(subject) })
  ).hits;
  const items = await statementItems(subject, related, citations, context);
  return createAnswer({
    ask,
    title: messages.title(subject.label, messages.pledge.none),
    outcome: items.length > 0 ? "found" : "nothing",
    lead: [...lead, textBlock(messages.pledge.noneLead(subject.label))],
    items,
    close: noteBlocks([await searchedText(library, messages), reviewNote([subject, ...related], messages)]),
    sources: citations.sources(),
    buttons: askButtons([...(await recordOffers(subject, context)), ...profileOffer(subject, context)]),
  });
}

/** Tells whether a record is a pledge whose donors a source calls by these words. */
const isGivenBy = (record: AnyRecord, words: string): boolean =>
  isPledge(record) &&
  record.donorsStated !== undefined &&
  compactName(record.donorsStated) === compactName(words);

async function menu(ask: Ask, context: CommandContext): Promise<Answer> {
  const { messages } = context;
  const { donors, occasions } = await pledgeSubjects(context.library);
  const { pledge: say } = messages;
  return createAnswer({
    ask,
    title: say.menuTitle,
    outcome: "menu",
    items: [
      ...menuItems(recordChoices(ask, donors), say.donors),
      ...menuItems(recordChoices(ask, occasions), say.occasions),
    ],
  });
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { library, messages } = context;
  if (ask.text === "") return menu(ask, context);
  const resolution = await resolveName<RecordKind>(ask.text, [PLEDGE_SUBJECTS, ["pledges"]], library);
  return answerRecordResolution(
    ask,
    {
      resolution,
      several: (records) =>
        records.every((record) => isGivenBy(record, ask.text))
          ? answerWith(ask, records.filter(isPledge), undefined, [], context)
          : severalAnswer(ask, records, context),
      async one(record, lead) {
        if (isPledge(record)) return answerWith(ask, [record], undefined, lead, context);
        const pledges = await library.find({ kinds: ["pledges"], concerning: recordRef(record) });
        return pledges.hits.length > 0
          ? answerWith(ask, pledges.hits.filter(isPledge), record, lead, context)
          : withoutPledge(ask, record, lead, context);
      },
      async miss(near) {
        const byText =
          near.length > 0
            ? []
            : (await library.find({ words: ask.text, in: "text", kinds: ["pledges"] })).hits;
        if (byText.length === 0) return missAnswer(ask, ask.text, { near, kinds: PLEDGE_SUBJECTS }, context);
        const lead = [textBlock(messages.pledge.byText(ask.text))];
        return answerWith(ask, byText.filter(isPledge), undefined, lead, context);
      },
    },
    context,
  );
}

export async function suggest(
  _option: string,
  typed: string,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  const { donors, groups, occasions } = await pledgeSubjects(context.library);
  if (typed === "") return [...donors, ...occasions].map(({ id, label }) => ({ label, value: id }));
  const named = groups.map((words) => ({ label: words, value: words }));
  return [...(await context.library.suggest(typed, PLEDGE_SUBJECTS)), ...matchingSuggestions(named, typed)];
}
