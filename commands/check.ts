/** /check: what the shelf holds of a sentence or a message: its figures beside the sources', and what its names lead to. */
import { type Answer, type Block, type Choice, type Item, makeAnswer } from "../src/desk/answer.ts";
import { MESSAGE_LENGTH } from "../src/desk/ask.ts";
import { type Citing, createCiting, notes, reviewNote } from "../src/desk/citing.ts";
import type { Command, Desk } from "../src/desk/command.ts";
import { nameOf } from "../src/desk/looking.ts";
import { type Money, moneyIn } from "../src/desk/money.ts";
import { offersFor } from "../src/desk/resolving.ts";
import { type Kind, type Ref, refOf } from "../src/library/kinds.ts";
import type { Account, AnyRecord, RecordOf } from "../src/library/records.ts";

type Pledge = RecordOf<"pledges">;

const NAMED: readonly Kind[] = ["organizations", "people", "events", "terms"];

/** Words by which a sentence speaks of giving: only there is a figure compared. */
const GIVING =
  /\b(pledg|commit|donat|giv(e|es|en|ing)\b|gave\b|contribut|promis|spend|spent|invest|donor)|捐|承诺|承諾|认捐|認捐|出资|出資|投入/i;

/** A text's sentences; a point inside a number ends none. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/u).filter((sentence) => sentence.trim() !== "");

/** One figure of a sentence, and the commitment of the sources that it speaks of. */
interface Compared {
  readonly donor: AnyRecord;
  readonly money: Money;
  readonly pledge: Pledge;
  readonly accounts: readonly Account[];
  readonly verdict: "borne" | "differs" | "other currency";
}

const statedIn = ({ accounts }: Pledge): Account[] =>
  accounts.filter(({ amount }) => amount.status === "stated");

/**
 * The commitments that a sentence can mean: a donor's own, or, where it names an occasion or all who gave
 * together, the one for that occasion or of them all. A sum of several is never held against one alone.
 */
function meant(pledges: readonly Pledge[], donor: Ref, named: ReadonlySet<Ref>): Pledge[] {
  const stated = pledges.filter((pledge) => statedIn(pledge).length > 0);
  const together = ({ donors }: Pledge) => donors.every((id) => named.has(`organizations/${id}`));
  const eligible = stated.filter((pledge) => !pledge.joint || together(pledge));
  const byOccasion = eligible.filter(({ occasions }) =>
    occasions.some((ref) => named.has(ref) && ref !== donor),
  );
  const joint = eligible.filter((pledge) => pledge.joint);
  return byOccasion.length > 0 ? byOccasion : joint.length > 0 ? joint : eligible;
}

function compare(donor: AnyRecord, money: Money, pledge: Pledge): Compared {
  const accounts = statedIn(pledge);
  const amounts = accounts.flatMap(({ amount }) => (amount.status === "stated" ? [amount] : []));
  const same = amounts.filter(({ currency }) => currency === money.currency);
  const verdict =
    same.length === 0
      ? "other currency"
      : same.some(({ value }) => value === money.value)
        ? "borne"
        : "differs";
  return { donor, money, pledge, accounts, verdict };
}

/** Every figure of one sentence that can be compared: the sentence names its donor and speaks of giving. */
async function comparedIn(sentence: string, { library }: Desk): Promise<Compared[]> {
  const sums = moneyIn(sentence);
  if (sums.length === 0 || !GIVING.test(sentence)) return [];
  const records = await library.mentions(sentence, NAMED);
  const named = new Set(records.map(refOf));
  const found: Compared[] = [];
  const seen = new Set<Pledge>();
  for (const donor of records) {
    if (donor.kind !== "organizations") continue;
    const { hits } = await library.find({ kinds: ["pledges"], concerning: refOf(donor) });
    const own = hits.filter((hit): hit is Pledge => hit.kind === "pledges" && hit.donors.includes(donor.id));
    for (const pledge of meant(own, refOf(donor), named)) {
      if (seen.has(pledge)) continue;
      seen.add(pledge);
      found.push(...sums.map((money) => compare(donor, money, pledge)));
    }
  }
  return found;
}

/** One verdict: the desk's sentence, and each source's account with its passage. */
async function itemOf(
  { donor, money, pledge, accounts, verdict }: Compared,
  citing: Citing,
  { library, words }: Desk,
): Promise<Item> {
  const say = words.check;
  const stated = accounts.flatMap((account) =>
    account.amount.status === "stated" ? [{ account, ...account.amount }] : [],
  );
  const quotes: Block[] = [];
  const bearers: string[] = [];
  for (const { account, value, currency } of stated) {
    const passages = await citing.passages(account.passages);
    quotes.push({ type: "quote", passages });
    if (value === money.value && currency === money.currency)
      bearers.push(citing.sourceOf(passages[0]!).publisher);
  }
  const sums = stated.map((amount) => words.quoted(amount.stated));
  // A sum of several donors is said of all of them, never of the one that the sentence happened to name first.
  const donors = await Promise.all(pledge.donors.map((id) => nameOf(`organizations/${id}`, library)));
  const who = pledge.joint ? words.list(donors) : donor.label;
  const text = {
    borne: say.borneOut(who, money.text, bearers),
    differs: say.figure(who, money.text, sums),
    "other currency": say.otherCurrency(who, money.text),
  }[verdict];
  const others =
    verdict === "borne" && bearers.length < stated.length ? [say.figure(who, money.text, sums)] : [];
  return [
    { type: "heading", text: pledge.label },
    { type: "note", texts: [text, ...others], ...(verdict === "differs" ? { differs: true } : {}) },
    ...quotes,
    ...notes(pledge.notes),
  ];
}

const ORDER = ["borne", "differs", "other currency"];

async function answerFor(text: string, desk: Desk): Promise<Omit<Answer, "ask" | "audience">> {
  const { library, words } = desk;
  const citing = createCiting(library, words);
  const compared = (
    await Promise.all(sentencesOf(text).map((sentence) => comparedIn(sentence, desk)))
  ).flat();
  compared.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const items: Item[] = [];
  for (const one of compared) items.push(await itemOf(one, citing, desk));
  const named = await library.mentions(text, NAMED);
  const offers = new Map<string, Choice>();
  for (const offer of (await Promise.all(named.map((record) => offersFor(record, desk)))).flat())
    offers.set(offer.label, offer);
  const choices = [...offers.values()];
  const { sources, upTo } = await library.about();
  const records: Item[] =
    choices.length === 0
      ? []
      : [
          [
            { type: "text", text: words.check.records },
            { type: "choices", choices },
          ],
        ];
  return {
    title: words.check.title,
    outcome: compared.length > 0 ? "found" : choices.length > 0 ? "menu" : "nothing",
    lead: choices.length + items.length === 0 ? [{ type: "text", text: words.check.nothing }] : [],
    items: [...items, ...records],
    close: [
      ...notes([
        words.miss.searched(sources.length, upTo),
        text.length >= MESSAGE_LENGTH ? words.check.cut(MESSAGE_LENGTH) : undefined,
      ]),
      ...reviewNote(
        compared.map(({ pledge }) => pledge),
        words,
      ),
    ],
    sources: citing.sources(),
    buttons: [],
  };
}

export const check: Command = {
  name: "check",
  label: (words) => words.check.name,
  summary: (words) => words.check.summary,
  options: [{ name: "text", summary: (words) => words.check.option, hint: (words) => words.check.hint }],
  message: (words) => words.check.action,
  examples: ['/check "Alibaba committed $15.5 billion."'],

  async answer(ask, desk) {
    // What is checked is often not yet public: the answer is the asker's alone until they share it.
    return makeAnswer({ ask, ...(await answerFor(ask.words, desk)), audience: "asker" });
  },
};
