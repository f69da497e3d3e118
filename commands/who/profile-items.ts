/** What the sources say of a person or an organization, part by part: who, commitments, people, words, events. */

import { makeAsk } from "../../src/ask/ask.ts";
import type {
  AnswerSource,
  Block,
  Button,
  Cell,
  Choice,
  Item,
  Part,
  Passage,
  Row,
} from "../../src/desk/answer.ts";
import { type Citing, notes } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameInside, nameOf, recordAt } from "../../src/desk/lookup.ts";
import { differencesOf, donorsOf, type Pledge } from "../../src/desk/pledges.ts";
import { quotationOf, reportOf } from "../../src/desk/quotations.ts";
import { whoOffer } from "../../src/desk/resolve.ts";
import { sourcesOf } from "../../src/desk/resolve-source.ts";
import type { Ref } from "../../src/shelf/kinds.ts";
import type { Account } from "../../src/shelf/records.ts";
import { claimedIn, type Event, evidenceFor, type Fact, type Known } from "./profile-data.ts";
import { createShowing, type Showing } from "./shown-passages.ts";

/** What each part of a profile is told with. */
interface Telling {
  readonly known: Known;
  readonly citing: Citing;
  readonly showing: Showing;
  /** The desk's notes that have been read: each is said once. */
  readonly said: Set<string>;
  readonly desk: Desk;
}

const part = (value: string, passages: readonly Passage[], stated: boolean): Part => ({
  value,
  passages,
  stated,
});
/** The desk's own name of something, at the head of a row. */
const head = (label: string): Cell => [part(label, [], false)];

const notesOf = (passages: readonly Passage[]) => passages.map(({ note }) => note);

/** Notes that have not been read yet. */
function remarks(texts: readonly (string | undefined)[], { said }: Telling): Block[] {
  const left = texts.filter((text) => text !== undefined && !said.has(text));
  for (const text of left) if (text !== undefined) said.add(text);
  return notes(left);
}

const quoted = (passages: readonly Passage[]): Block[] =>
  passages.length === 0 ? [] : [{ type: "quote", passages }];

/** What the sources call them, with the passages; where none does, those in which they are named. */
async function rolesOf(telling: Telling): Promise<Item> {
  const { known, citing, showing, desk } = telling;
  const { subject } = known;
  const { words, library } = desk;
  const say = words.who[subject.kind === "people" ? "role" : "description"];
  const told = subject.roles.filter(({ stated }) => stated !== undefined);
  const partOf = "partOf" in subject ? subject.partOf : undefined;
  const roles = told.length > 0 ? told : subject.roles;
  const inside = partOf === undefined ? undefined : (roles.find(({ of }) => of === partOf) ?? roles[0]);
  const byPassage = new Map<string, { passage: Passage; rows: Row[] }>();
  for (const role of roles) {
    const { stated, evidence } = role;
    const passage = await citing.passage(evidence);
    const key = `${passage.source}:${passage.start}:${passage.end}`;
    const { rows } = byPassage.get(key) ?? byPassage.set(key, { passage, rows: [] }).get(key)!;
    if (stated !== undefined) rows.push({ label: say.row, value: stated, stated: true });
    if (role === inside) {
      const whole = await nameOf(`organizations/${partOf}`, library);
      rows.push({ label: words.who.partOf, value: whole, stated: false });
    }
  }
  const blocks: Block[] = [];
  const beside: (string | undefined)[] = [];
  for (const { passage, rows } of byPassage.values()) {
    const fresh = showing.fresh([passage]);
    if (rows.length > 0) blocks.push({ type: "facts", rows, passages: [passage] });
    blocks.push(...quoted(fresh));
    beside.push(...notesOf(fresh));
  }
  const tellers = new Set(told.map(({ evidence }) => evidence.source));
  const silent = subject.roles.filter(({ evidence }) => !tellers.has(evidence.source));
  const publishers = new Set<string>();
  for (const { evidence } of silent) publishers.add((await library.context(evidence)).source.publisher);
  const missing = told.length === 0 ? [say.none] : silent.length > 0 ? [say.noneIn([...publishers])] : [];
  return [...blocks, ...remarks([...missing, ...subject.notes, ...beside], telling)];
}

/** A commitment in short: its sum as each account has it, whose it is where it is not theirs alone, the passages. */
async function commitmentOf(pledge: Pledge, accounts: readonly Account[], telling: Telling): Promise<Item> {
  const { known, citing, showing, desk } = telling;
  const { words, library } = desk;
  const { rows, unstated, amount: label, differs } = words.pledge;
  const sources: AnswerSource[] = [];
  const amounts: Part[] = [];
  const quotes: Block[] = [];
  const all: Passage[] = [];
  for (const { amount, passages: evidence } of accounts) {
    const passages = await citing.passages(evidence);
    const isSaid = amount.status !== "unstated";
    amounts.push(part(isSaid ? amount.stated : unstated, passages, isSaid));
    sources.push(citing.sources()[passages[0]!.source - 1]!);
    all.push(...passages);
  }
  for (const { passages } of amounts) quotes.push(...quoted(showing.fresh(passages)));
  const donors = await donorsOf(pledge, library);
  const isAlone = donors.length === 1 && donors[0] === known.subject.label;
  const whose: Cell =
    donors.length > 0
      ? [part(words.list(donors), all, false)]
      : pledge.donorsStated === undefined
        ? []
        : [part(pledge.donorsStated, all, true)];
  const column = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const isHeld = accounts.every(({ amount }) => amount.status === "undisclosed");
  const doDiffer = differencesOf(accounts, sources, words).some(({ what }) => what === label);
  return [
    {
      type: "table",
      columns: [words.who.commitments, isHeld ? rows.undisclosed : rows.amount, column],
      rows: [[head(pledge.label), amounts, isAlone ? [] : whose]],
    },
    ...(doDiffer ? [{ type: "note", texts: [differs], differs: true } as const] : []),
    ...quotes,
    ...remarks(
      quotes.flatMap((quote) => (quote.type === "quote" ? notesOf(quote.passages) : [])),
      telling,
    ),
  ];
}

/** Someone who belongs to them, with what a source calls them there. */
async function memberOf({ record, role }: Known["members"][number], telling: Telling): Promise<Item> {
  const { citing, showing, desk } = telling;
  const say = desk.words.who;
  const passage = await citing.passage(role.evidence);
  const fresh = showing.fresh([passage]);
  const [column, title] =
    record.kind === "people" ? [say.role.row, say.people] : [say.description.row, say.organizations];
  const called = role.stated === undefined ? [] : [part(role.stated, [passage], true)];
  return [
    { type: "table", columns: [title, column], rows: [[head(record.label), called]] },
    ...quoted(fresh),
    ...remarks(notesOf(fresh), telling),
  ];
}

/** How many words of theirs there are, and the first that has not been read yet. */
async function wordsOf({ known, citing, showing, said, desk }: Telling): Promise<Item> {
  const { quotes, reports } = known.spoken;
  if (quotes.length + reports.length === 0) return [];
  const text = desk.words.who.words(quotes.length, reports.length);
  for (const record of [...quotes, ...reports]) {
    const passages = await citing.passages(record.passages);
    if (showing.shown(passages)) continue;
    const item =
      record.kind === "quotes"
        ? await quotationOf(record, citing, desk)
        : await reportOf(record, citing, desk);
    for (const block of item)
      if (block.type === "quote" || block.type === "report") showing.fresh(block.passages);
      else if (block.type === "note") for (const note of block.texts) said.add(note);
    return [{ type: "heading", text, group: true }, ...item];
  }
  return [{ type: "text", text }];
}

/** One event: its date in the source's words, and what that comes to. */
async function eventOf(event: Event, telling: Telling): Promise<Item> {
  const { citing, showing, desk } = telling;
  const { words } = desk;
  const { when } = event;
  const passages = await citing.passages(event.passages);
  const dated = when.evidence ? [...passages, await citing.passage(when.evidence)] : passages;
  const fresh = showing.fresh(passages);
  const inferred =
    when.date !== undefined && when.inferred !== undefined
      ? words.inferred(when.stated, words.span(when.date, when.to), when.inferred)
      : undefined;
  return [
    {
      type: "table",
      columns: [words.who.events, words.quote.rows.when],
      rows: [[head(event.label), [part(when.stated, dated, true)]]],
    },
    ...quoted(fresh),
    ...remarks([inferred, ...event.notes, ...notesOf(fresh)], telling),
  ];
}

/** What a source says besides; nothing where any of it has been read, for the rest need not speak of them. */
async function factOf(fact: Fact, telling: Telling): Promise<Item> {
  const { citing, showing, desk } = telling;
  const passages = await citing.passages(fact.passages);
  if (passages.some((passage) => showing.shown([passage]))) return [];
  const fresh = showing.fresh(passages);
  const speaker = fact.speaker && (await nameOf(fact.speaker, desk.library));
  return [
    {
      type: "report",
      passages: fresh,
      ...(speaker === undefined ? {} : { speaker: desk.words.quote.reportOf(speaker) }),
    },
    ...remarks([...fact.notes, ...notesOf(fresh)], telling),
  ];
}

/** All of it as items, each part under its heading. */
export async function itemsFor(known: Known, citing: Citing, desk: Desk): Promise<Item[]> {
  const { subject, given, told, members, events, facts } = known;
  const say = desk.words.who;
  const showing = createShowing(await citing.passages(evidenceFor(known)));
  const telling: Telling = { known, citing, showing, said: new Set(), desk };
  const items: Item[] = [await rolesOf(telling)];
  async function under<Of>(title: string, all: readonly Of[], itemOf: (one: Of) => Promise<Item>) {
    let heading: Block[] = [{ type: "heading", text: title, group: true }];
    for (const one of all) {
      const item = await itemOf(one);
      if (item.length === 0) continue;
      items.push([...heading, ...item]);
      heading = [];
    }
  }
  await under(say.commitments, given, (pledge) => commitmentOf(pledge, pledge.accounts, telling));
  await under(say.told(nameInside(subject)), told, (pledge) =>
    commitmentOf(pledge, claimedIn(pledge, subject), telling),
  );
  const [people, organizations] = (["people", "organizations"] as const).map((kind) =>
    members.filter(({ record }) => record.kind === kind),
  );
  await under(say.people, people ?? [], (member) => memberOf(member, telling));
  await under(say.organizations, organizations ?? [], (member) => memberOf(member, telling));
  const said = await wordsOf(telling);
  if (said.length > 0) items.push(said);
  await under(say.events, events, (event) => eventOf(event, telling));
  await under(say.others, facts, (fact) => factOf(fact, telling));
  return items;
}

/** What else can be asked: their commitments, words and terms, whom they belong to and who to them, what they published. */
export async function buttonsFor(known: Known, desk: Desk): Promise<Button[]> {
  const { subject, given, told, members, spoken, terms } = known;
  const { library, words } = desk;
  const { offer } = words;
  const above = subject.roles.flatMap(({ of }): Ref[] => (of ? [`organizations/${of}`] : []));
  const related = [
    ...(await Promise.all([...new Set(above)].map((ref) => recordAt(ref, library)))),
    ...members.map(({ record }) => record),
  ];
  const choice = (label: string, command: string, id = subject.id): Choice => ({
    label,
    ask: makeAsk(command, id),
  });
  const speaks = spoken.quotes.length + spoken.reports.length > 0;
  const choices = [
    ...(given.length + told.length > 0 ? [choice(offer.pledge(subject.label), "pledge")] : []),
    ...(speaks ? [choice(offer.quote(nameInside(subject)), "quote")] : []),
    ...terms.map(({ id, label }) => choice(offer.define(label), "define", id)),
    ...related.flatMap((record) => (record ? whoOffer(record, desk) : [])),
    ...(await sourcesOf(subject, library)).map(({ id, title }) =>
      choice(offer.source(title.text), "source", id),
    ),
  ];
  return choices.map((one): Button => ({ type: "ask", ...one }));
}
