/** Builds the parts of a profile: roles, commitments, people, words, events and other statements. */

import { createAsk } from "../../src/ask/ask.ts";
import type {
  AnswerButton,
  AnswerItem,
  Block,
  CellPart,
  DetailRow,
  MenuChoice,
  Passage,
  TableCell,
} from "../../src/desk/answer.ts";
import { askButtons } from "../../src/desk/answer-parts.ts";
import { bylineItem } from "../../src/desk/bylines.ts";
import { type Citations, markStated, sourceName } from "../../src/desk/citations.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { findRecord, nameInSentence, recordName } from "../../src/desk/lookup.ts";
import { inferredDateNote, type NoteLike, noteBlocks, noteText } from "../../src/desk/notes.ts";
import { accountDifferences, donorNames, isOnlyDonor } from "../../src/desk/pledges.ts";
import { isReported, passagesBlock, quotationItem, reportItem } from "../../src/desk/quotations.ts";
import { profileOffer } from "../../src/desk/resolve.ts";
import { sourcesByMaker } from "../../src/desk/resolve-source.ts";
import type { RecordRef } from "../../src/shelf/kinds.ts";
import type { EventRecord, FactRecord, PledgeAccount, PledgeRecord } from "../../src/shelf/records.ts";
import { claimedAccounts, type ProfileData, profileEvidence } from "./profile-data.ts";
import { createShownPassages, type ShownPassages } from "./shown-passages.ts";

/** What building each part of a profile needs. */
interface ProfileDrawing {
  readonly profile: ProfileData;
  readonly citations: Citations;
  readonly shown: ShownPassages;
  /** Notes already shown, so that each appears once. */
  readonly said: Set<string>;
  readonly context: CommandContext;
}

const part = (value: string, passages: readonly Passage[], stated: boolean): CellPart => ({
  value,
  passages,
  stated,
});
/** The head of a row: Refdesk's own name for its subject. */
const head = (label: string): TableCell => [part(label, [], false)];

const notesOf = (passages: readonly Passage[]) => passages.map(({ note }) => note);

/** Returns the notes that have not been shown yet, and marks them as shown. */
function remarks(texts: readonly NoteLike[], { said }: ProfileDrawing): Block[] {
  const left = texts.filter((text) => text !== undefined && !said.has(noteText(text)));
  for (const text of left) said.add(noteText(text));
  return noteBlocks(left);
}

const quoted = (passages: readonly Passage[]): Block[] =>
  passages.length === 0 ? [] : [{ type: "quote", passages }];

/** Shows the stated roles with their passages; without any, the passages that name the subject. */
async function rolesOf(drawing: ProfileDrawing): Promise<AnswerItem> {
  const { profile, citations, shown, context } = drawing;
  const { subject } = profile;
  const { messages, library } = context;
  const say = messages.who[subject.kind === "people" ? "role" : "description"];
  const statedRoles = subject.roles.filter(({ stated }) => stated !== undefined);
  const partOf = "partOf" in subject ? subject.partOf : undefined;
  const roles = statedRoles.length > 0 ? statedRoles : subject.roles;
  const inside = partOf === undefined ? undefined : (roles.find(({ of }) => of === partOf) ?? roles[0]);
  const byPassage = new Map<string, { passage: Passage; rows: DetailRow[] }>();
  for (const role of roles) {
    const { stated, evidence } = role;
    const passage = await citations.passage(evidence);
    const key = `${passage.source}:${passage.start}:${passage.end}`;
    const { rows } = byPassage.get(key) ?? byPassage.set(key, { passage, rows: [] }).get(key)!;
    if (stated !== undefined) rows.push({ label: say.row, value: stated, stated: true });
    if (role === inside) {
      const parent = await recordName(`organizations/${partOf}`, library);
      rows.push({ label: messages.who.partOf, value: parent, stated: false });
    }
  }
  const blocks: Block[] = [];
  const beside: (string | undefined)[] = [];
  for (const { passage, rows } of byPassage.values()) {
    const fresh = markStated(
      shown.fresh([passage]),
      rows.map(({ value }) => value),
    );
    if (rows.length > 0) blocks.push({ type: "details", rows, passages: [passage] });
    blocks.push(...quoted(fresh));
    beside.push(...notesOf(fresh));
  }
  const statingSources = new Set(statedRoles.map(({ evidence }) => evidence.source));
  const otherRoles = subject.roles.filter(({ evidence }) => !statingSources.has(evidence.source));
  const publishers = new Set<string>();
  for (const { source } of await library.contexts(otherRoles.map(({ evidence }) => evidence)))
    publishers.add(sourceName(source));
  const missing =
    statedRoles.length === 0 ? [say.none] : otherRoles.length > 0 ? [say.noneIn([...publishers])] : [];
  return [...blocks, ...remarks([...missing, ...subject.notes, ...beside], drawing)];
}

/** Shows a commitment in short: the sum in each account, the donors unless it is the subject's alone, the passages. */
async function commitmentOf(
  pledge: PledgeRecord,
  accounts: readonly PledgeAccount[],
  drawing: ProfileDrawing,
): Promise<AnswerItem> {
  const { profile, citations, shown, context } = drawing;
  const { messages, library } = context;
  const { rows, unstated, amount: label, differs } = messages.pledge;
  const sources: { readonly number: number }[] = [];
  const amounts: CellPart[] = [];
  const quotes: Block[] = [];
  const all: Passage[] = [];
  for (const { amount, passages: evidence } of accounts) {
    const passages = await citations.passages(evidence);
    const isSaid = amount.status !== "unstated";
    amounts.push(part(isSaid ? amount.stated : unstated, passages, isSaid));
    sources.push({ number: passages[0]!.source });
    all.push(...passages);
  }
  for (const { passages } of amounts) quotes.push(...quoted(shown.fresh(passages)));
  const donors = await donorNames(pledge, library);
  const isAlone = isOnlyDonor(pledge, profile.subject);
  const whose: TableCell =
    donors.length > 0
      ? [part(messages.list(donors), all, false)]
      : pledge.donorsStated === undefined
        ? []
        : [part(pledge.donorsStated, all, true)];
  const column = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const isHeld = accounts.every(({ amount }) => amount.status === "undisclosed");
  const doDiffer = accountDifferences(accounts, sources, messages).some(({ what }) => what === label);
  return [
    {
      type: "table",
      columns: [messages.who.commitments, isHeld ? rows.undisclosed : rows.amount, column],
      rows: [[head(pledge.label), amounts, isAlone ? [] : whose]],
    },
    ...(doDiffer ? [{ type: "note", texts: [differs], differs: true } as const] : []),
    ...quotes,
    ...remarks(
      quotes.flatMap((quote) => (quote.type === "quote" ? notesOf(quote.passages) : [])),
      drawing,
    ),
  ];
}

/** Shows a member with the role that a source states. */
async function memberOf(
  { record, role }: ProfileData["members"][number],
  drawing: ProfileDrawing,
): Promise<AnswerItem> {
  const { citations, shown, context } = drawing;
  const say = context.messages.who;
  const passage = await citations.passage(role.evidence);
  const fresh = shown.fresh([passage]);
  const [column, title] =
    record.kind === "people" ? [say.role.row, say.people] : [say.description.row, say.organizations];
  const called = role.stated === undefined ? [] : [part(role.stated, [passage], true)];
  return [
    { type: "table", columns: [title, column], rows: [[head(record.label), called]] },
    ...quoted(fresh),
    ...remarks(notesOf(fresh), drawing),
  ];
}

/** Counts the subject's quotations and reports, and shows the first that has not been shown yet. */
async function wordsOf({ profile, citations, shown, said, context }: ProfileDrawing): Promise<AnswerItem> {
  const { quotes, reports } = profile.spoken;
  if (quotes.length + reports.length === 0) return [];
  const text = context.messages.who.words(quotes.length, reports.length);
  for (const record of [...quotes, ...reports]) {
    const passages = await citations.passages(record.passages);
    if (shown.shown(passages)) continue;
    const item =
      record.kind === "quotes"
        ? await quotationItem(record, citations, context)
        : await reportItem(record, citations, context);
    for (const block of item)
      if (block.type === "quote" || block.type === "report") shown.fresh(block.passages);
      else if (block.type === "note") for (const note of block.texts) said.add(note);
    return [{ type: "heading", text, group: true }, ...item];
  }
  return [{ type: "text", text }];
}

/** Shows an event with its stated date, and the note when that date is inferred. */
async function eventOf(event: EventRecord, drawing: ProfileDrawing): Promise<AnswerItem> {
  const { citations, shown, context } = drawing;
  const { messages } = context;
  const { when } = event;
  const passages = await citations.passages(event.passages);
  const dated = when.evidence ? [...passages, await citations.passage(when.evidence)] : passages;
  const fresh = shown.fresh(passages);
  return [
    {
      type: "table",
      columns: [messages.who.events, messages.quote.rows.when],
      rows: [[head(event.label), [part(when.stated, dated, true)]]],
    },
    ...quoted(fresh),
    ...remarks([inferredDateNote(when, messages), ...event.notes, ...notesOf(fresh)], drawing),
  ];
}

/**
 * Shows another statement. Returns no blocks when any of its passages has been shown, since the rest need not be
 * about the subject.
 */
async function factOf(fact: FactRecord, drawing: ProfileDrawing): Promise<AnswerItem> {
  const { citations, shown, context } = drawing;
  const passages = await citations.passages(fact.passages);
  if (passages.some((passage) => shown.shown([passage]))) return [];
  const fresh = shown.fresh(passages);
  const block: Block = isReported(fact)
    ? await passagesBlock(fact, fact.passages, fresh, citations, context)
    : { type: "report", passages: fresh };
  return [block, ...remarks([fact.speakerInferred, ...fact.notes, ...notesOf(fresh)], drawing)];
}

/** Builds all parts of a profile, each under its heading. */
export async function profileItems(
  profile: ProfileData,
  citations: Citations,
  context: CommandContext,
): Promise<AnswerItem[]> {
  const { subject, given, told, members, events, facts, bylines } = profile;
  const say = context.messages.who;
  const shown = createShownPassages(await citations.passages(profileEvidence(profile)));
  const drawing: ProfileDrawing = { profile, citations, shown, said: new Set(), context };
  const items: AnswerItem[] = [await rolesOf(drawing)];
  async function under<Of>(title: string, all: readonly Of[], itemOf: (entry: Of) => Promise<AnswerItem>) {
    let heading: Block[] = [{ type: "heading", text: title, group: true }];
    for (const entry of all) {
      const item = await itemOf(entry);
      if (item.length === 0) continue;
      items.push([...heading, ...item]);
      heading = [];
    }
  }
  for (const byline of bylines) items.push(await bylineItem(byline, citations, context));
  await under(say.commitments, given, (pledge) => commitmentOf(pledge, pledge.accounts, drawing));
  await under(say.told(nameInSentence(subject)), told, (pledge) =>
    commitmentOf(pledge, claimedAccounts(pledge, subject), drawing),
  );
  const [people, organizations] = (["people", "organizations"] as const).map((kind) =>
    members.filter(({ record }) => record.kind === kind),
  );
  await under(say.people, people ?? [], (member) => memberOf(member, drawing));
  await under(say.organizations, organizations ?? [], (member) => memberOf(member, drawing));
  const words = await wordsOf(drawing);
  if (words.length > 0) items.push(words);
  await under(say.events, events, (event) => eventOf(event, drawing));
  await under(say.others, facts, (fact) => factOf(fact, drawing));
  return items;
}

/** Offers the subject's commitments, words, terms, related people and organizations, and published sources. */
export async function profileButtons(profile: ProfileData, context: CommandContext): Promise<AnswerButton[]> {
  const { subject, given, told, members, spoken, terms } = profile;
  const { library, messages } = context;
  const { offer } = messages;
  const above = subject.roles.flatMap(({ of }): RecordRef[] => (of ? [`organizations/${of}`] : []));
  const related = [
    ...(await Promise.all([...new Set(above)].map((ref) => findRecord(ref, library)))),
    ...members.map(({ record }) => record),
  ];
  const choice = (label: string, command: string, id = subject.id): MenuChoice => ({
    label,
    ask: createAsk(command, id),
  });
  const speaks = spoken.quotes.length + spoken.reports.length > 0;
  const choices = [
    ...(given.length + told.length > 0 ? [choice(offer.pledge(subject.label), "pledge")] : []),
    ...(speaks ? [choice(offer.quote(nameInSentence(subject)), "quote")] : []),
    ...terms.map(({ id, label }) => choice(offer.define(label), "define", id)),
    ...related.flatMap((record) => (record ? profileOffer(record, context) : [])),
    ...(await sourcesByMaker(subject, library)).map(({ id, title }) =>
      choice(offer.source(title.text), "source", id),
    ),
  ];
  return askButtons(choices);
}
