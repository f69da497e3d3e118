/** What /pledge answers. */

import type { Ask } from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerSource,
  type Block,
  type Button,
  type Item,
  makeAnswer,
  type Row,
} from "../../src/desk/answer.ts";
import { type Citing, createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameOf, recordAt } from "../../src/desk/lookup.ts";
import {
  differingNote,
  donorsOf,
  isPledge,
  type Pledge,
  pledgeOrder,
  SUBJECTS,
  subjectsOf,
} from "../../src/desk/pledges.ts";
import { menuOf, miss, offersFor, resolve, several, whoOffer } from "../../src/desk/resolve.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { type Ref, refOf } from "../../src/shelf/kinds.ts";
import type { Account, AnyRecord, Evidence } from "../../src/shelf/records.ts";

async function rowsOf(account: Account, pledge: Pledge, subject: string, desk: Desk): Promise<Row[]> {
  const { rows, unstated } = desk.words.pledge;
  const donors = await donorsOf(pledge, desk.library);
  const stated = (label: string, value: string | undefined): Row[] =>
    value === undefined ? [] : [{ label, value, stated: true }];
  const own = (label: string, value: string | undefined): Row[] =>
    value === undefined ? [] : [{ label, value, stated: false }];
  const donor = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const shown = donors.length === 1 && donors[0] === subject ? [] : donors;
  return [
    ...(account.amount.status === "unstated"
      ? own(rows.amount, unstated)
      : stated(
          account.amount.status === "undisclosed" ? rows.undisclosed : rows.amount,
          account.amount.stated,
        )),
    ...(shown.length > 0 ? own(donor, desk.words.list(shown)) : stated(donor, pledge.donorsStated)),
    ...stated(rows.verb, account.verb),
    ...stated(rows.period, account.period),
    ...own(rows.claim, account.claim && (await nameOf(account.claim, desk.library))),
  ];
}

/** One commitment: each account with its passage, then what they differ on, then the desk's notes. */
async function itemOf(pledge: Pledge, subject: string, citing: Citing, desk: Desk): Promise<Item> {
  const { words } = desk;
  const blocks: Block[] = [{ type: "heading", text: pledge.label }];
  const remarks: (string | undefined)[] = [];
  const sources: AnswerSource[] = [];
  for (const account of pledge.accounts) {
    const passages = await citing.passages(account.passages);
    sources.push(citing.sources()[passages[0]!.source - 1]!);
    blocks.push({ type: "facts", rows: await rowsOf(account, pledge, subject, desk), passages });
    blocks.push({ type: "quote", passages });
    const { when } = account;
    if (when?.date && when.inferred)
      remarks.push(words.inferred(when.stated, words.span(when.date, when.to), when.inferred));
    remarks.push(...passages.map(({ note }) => note));
  }
  return [
    ...blocks,
    ...differingNote(pledge.accounts, sources, words),
    ...notes([...pledge.notes, ...remarks]),
  ];
}

/** What else can be asked of these commitments: their occasions, and the words of those who announced them. */
async function buttonsFor(pledges: readonly Pledge[], asked: Ref | undefined, desk: Desk): Promise<Button[]> {
  const refs = [
    ...pledges.flatMap(({ accounts }) => accounts.map(({ claim }) => claim)),
    ...pledges.flatMap(({ occasions }) => occasions),
    ...pledges.flatMap(({ donors }) => donors.map((id): Ref => `organizations/${id}`)),
  ].filter((ref) => ref !== undefined && ref !== asked) as Ref[];
  const buttons: Button[] = [];
  for (const ref of new Set(refs)) {
    const record = await recordAt(ref, desk.library);
    const offers = record ? await offersFor(record, desk) : [];
    const [offer] = record?.kind === "people" ? offers.filter(({ ask }) => ask.command === "quote") : offers;
    if (offer) buttons.push({ type: "ask", ...offer });
  }
  return buttons.slice(0, 4);
}

async function answerWith(
  ask: Ask,
  pledges: readonly Pledge[],
  subject: AnyRecord | undefined,
  lead: readonly Block[],
  desk: Desk,
): Promise<Answer> {
  const { library, words } = desk;
  const citing = createCiting(library, words);
  const sorted = [...pledges].sort((a, b) => pledgeOrder(a) - pledgeOrder(b));
  const items: Item[] = [];
  for (const pledge of sorted) items.push(await itemOf(pledge, subject?.label ?? "", citing, desk));
  const name = subject?.label ?? words.quoted(ask.words);
  return makeAnswer({
    ask,
    title: words.title(name, words.pledge.what),
    outcome: "found",
    lead,
    items,
    close: notes([reviewed(pledges, words)]),
    sources: citing.sources(),
    buttons: await buttonsFor(pledges, subject && refOf(subject), desk),
  });
}

/** On the shelf, with no pledge: what the sources call it and what they do say of it. */
async function withoutPledge(
  ask: Ask,
  subject: AnyRecord,
  lead: readonly Block[],
  desk: Desk,
): Promise<Answer> {
  const { library, words } = desk;
  const citing = createCiting(library, words);
  const { sources, upTo } = await library.about();
  const said = (await library.find({ kinds: ["facts", "events", "quotes"], concerning: refOf(subject) }))
    .hits;
  const evidence = new Map<string, readonly Evidence[]>();
  const add = (passages: readonly Evidence[]) =>
    evidence.set(passages.map(({ exact }) => exact).join("\n"), passages);
  for (const record of [subject, ...said]) {
    if ("passages" in record) add("within" in record && record.within ? [record.within] : record.passages);
    else if ("definitions" in record) for (const { passages } of record.definitions) add(passages);
    else if ("roles" in record && said.length === 0) for (const role of record.roles) add([role.evidence]);
  }
  const items: Item[] = [];
  for (const passages of evidence.values())
    items.push([{ type: "report", passages: await citing.passages(passages) }]);
  return makeAnswer({
    ask,
    title: words.title(subject.label, words.pledge.none),
    outcome: items.length > 0 ? "found" : "nothing",
    lead: [...lead, { type: "text", text: words.pledge.noneLead(subject.label) }],
    items,
    close: notes([words.miss.searched(sources.length, upTo), reviewed([subject, ...said], words)]),
    sources: citing.sources(),
    buttons: [...(await offersFor(subject, desk)), ...whoOffer(subject, desk)].map(
      (offer): Button => ({ type: "ask", ...offer }),
    ),
  });
}

async function menu(ask: Ask, desk: Desk): Promise<Answer> {
  const { words } = desk;
  const { donors, occasions } = await subjectsOf(desk.library);
  const group = (title: string, records: readonly AnyRecord[]): Item[] =>
    menuOf(ask, records).map((choice, index) => [
      ...(index === 0 ? [{ type: "heading", text: title, group: true } as const] : []),
      { type: "choices", choices: [choice] },
    ]);
  return makeAnswer({
    ask,
    title: words.pledge.menuTitle,
    outcome: "menu",
    items: [...group(words.pledge.donors, donors), ...group(words.pledge.occasions, occasions)],
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  if (ask.words === "") return menu(ask, desk);
  const resolved = await resolve(ask.words, [SUBJECTS, ["pledges"]], library);
  if (resolved.type === "several") return several(ask, resolved.records, desk);
  if (resolved.type === "one") {
    const { record, likeness } = resolved;
    const lead: Block[] = likeness ? [{ type: "text", text: words.showing(record.label, ask.words) }] : [];
    if (isPledge(record)) return answerWith(ask, [record], undefined, lead, desk);
    const pledges = await library.find({ kinds: ["pledges"], concerning: refOf(record) });
    return pledges.hits.length > 0
      ? answerWith(ask, pledges.hits.filter(isPledge), record, lead, desk)
      : withoutPledge(ask, record, lead, desk);
  }
  const near = resolved.type === "near" ? resolved.records : [];
  const byText =
    near.length > 0 ? [] : (await library.find({ words: ask.words, in: "text", kinds: ["pledges"] })).hits;
  if (byText.length === 0) return miss(ask, ask.words, { near, kinds: SUBJECTS }, desk);
  const lead: Block[] = [{ type: "text", text: words.pledge.byText(ask.words) }];
  return answerWith(ask, byText.filter(isPledge), undefined, lead, desk);
}

export async function suggest(_option: string, typed: string, desk: Desk): Promise<readonly Suggestion[]> {
  if (typed !== "") return desk.library.suggest(typed, SUBJECTS);
  const { donors, occasions } = await subjectsOf(desk.library);
  return [...donors, ...occasions].map(({ id, label }) => ({ label, value: id }));
}
