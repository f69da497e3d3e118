/** Holds verdicts against whom a sentence names as their source: “according to VOA”, “Xi announced that …”. */

import { sourcesByMaker } from "../desk/resolve-source.ts";
import { claimPattern } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import { donorRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord, PledgeAccount } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { statedAccounts } from "./amount-comparison.ts";
import { peopleNamed } from "./speakers.ts";
import { markTelling, readAccording, readSubject, type Subject } from "./subjects.ts";
import { kindPattern } from "./token-patterns.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import {
  type AmountVerdict,
  comparedSources,
  type PeriodVerdict,
  type Verdict,
  type WordsVerdict,
} from "./verdicts.ts";

/** Where a sentence names who tells what it says; `who` is the phrase. */
const TELLING = [
  kindPattern("(?<who> [^quotation says according separator colon]*) says (?! by)", "dg"),
  kindPattern("says by (?<who> [^quotation says according separator colon comma]*)", "dg"),
  kindPattern("separator preposition? (?<who> [organization unknownName]{1,4}) separator? $", "dg"),
  kindPattern("(?: quotation comma?) says (?<who> [^quotation says according separator colon comma]*)", "dg"),
];
/** A name and a colon before everything else; any other words there are no teller. */
const OPENING = kindPattern("^ (?<who> [^quotation says according separator colon comma]{1,8}) colon", "d");
const ACCORDING = kindPattern(
  "according preposition? filler* (?<who> [^quotation says according separator colon comma]*)",
  "dg",
);

/** Who tells what a sentence says: a record, or somebody who is on no record or cannot be told. */
type Teller = AnyRecord | "unknown";

const ADDRESSED = new RegExp(
  `(?<!\\p{L})${claimPattern(({ sentences }) => sentences.addresses)}\\s*(?:the\\s+)?$`,
  "iu",
);
const IS_TOLD = new RegExp(`^\\s+${claimPattern(({ sentences }) => sentences.isTold)}(?!\\p{L})`, "iu");
const PASSIVE = new RegExp(`^${claimPattern(({ giving }) => giving.passiveWords)}$`, "i");
/** Tells whether a verb after these words is passive, as in “… was announced”: they name nobody who tells. */
const isPassive = (before: readonly ClaimToken[]): boolean =>
  PASSIVE.test(before.at(-1)!.text) ||
  (isOfKind(before.at(-1), "other") && PASSIVE.test(before.at(-2)?.text ?? ""));

/** Returns all whom a sentence names as tellers. */
async function tellersOf(sentence: TokenizedSentence, library: Library): Promise<Teller[]> {
  const { tokens, shape } = markTelling(sentence);
  const subjects: (Subject | undefined)[] = [];
  for (const form of TELLING)
    for (const { indices } of shape.matchAll(form)) {
      const range = indices?.groups?.who;
      const who = range ? tokens.slice(...range) : [];
      if (who.length > 0 && !isPassive(who)) subjects.push(readSubject(who, who[0] === tokens[0]));
    }
  const opening = OPENING.exec(shape)?.indices?.groups?.who;
  const opened = opening && readSubject(tokens.slice(...opening), false);
  if (opened !== "unclear") subjects.push(opened);
  for (const { indices } of shape.matchAll(ACCORDING)) {
    const range = indices?.groups?.who;
    if (range) subjects.push(readAccording(tokens.slice(...range)));
  }
  const tellers: Teller[] = [];
  for (const subject of subjects) {
    if (subject === undefined || subject === "pronoun") continue;
    if (subject === "unclear" || "office" in subject) tellers.push("unknown");
    else if ("record" in subject) tellers.push(subject.record);
    else {
      const [meant, ...more] = await peopleNamed(subject.name, library);
      tellers.push(meant && more.length === 0 ? meant : "unknown");
    }
  }
  const distinct = new Map(
    tellers.map((teller) => [teller === "unknown" ? teller : recordRef(teller), teller]),
  );
  return [...distinct.values()];
}

/** Tells whether one account of a commitment is a teller's: in its source, by its word, or of its own gift. */
const isAccountOf = (
  account: PledgeAccount,
  donors: readonly RecordRef[],
  teller: AnyRecord,
  sources: ReadonlySet<string>,
) =>
  account.passages.some(({ source }) => sources.has(source)) ||
  account.claim === recordRef(teller) ||
  donors.includes(recordRef(teller));

/** Narrows a verdict on a sum or its period to the accounts of a teller. */
function heldAgainst<Held extends AmountVerdict | PeriodVerdict>(
  verdict: Held,
  teller: AnyRecord,
  sources: ReadonlySet<string>,
): Held | undefined {
  const { pledge } = verdict;
  const accounts = pledge.accounts.filter((account) =>
    isAccountOf(account, donorRefs(pledge), teller, sources),
  );
  if (accounts.length === pledge.accounts.length) return verdict;
  const own = { ...pledge, accounts };
  const supporting = verdict.supporting.filter((account) => accounts.includes(account));
  if (verdict.kind === "not-as-stated") return supporting.length > 0 ? { ...verdict, supporting } : verdict;
  if (verdict.kind === "supported" && supporting.length > 0) return { ...verdict, supporting };
  const isStated =
    verdict.about === "figure" ? statedAccounts(own).length > 0 : accounts.some(({ period }) => period);
  return isStated ? { ...verdict, kind: "differs", pledge: own, supporting: [] } : undefined;
}

/** Tells whether recorded words are a teller's: it speaks, it prints them, or it passed them on. */
function tellsWords({ record, sources }: WordsVerdict, teller: AnyRecord, own: ReadonlySet<string>): boolean {
  if ("speaker" in record && record.speaker === recordRef(teller)) return true;
  if (sources.some((id) => own.has(id))) return true;
  if (record.kind !== "quotes") return referencesOf(record).includes(recordRef(teller));
  return record.via !== undefined && isNamedIn(teller, record.via.stated);
}

/** Says of a supported verdict that a teller, whose sources are here, has nothing of it. */
const missingIn = (verdict: Verdict, teller: AnyRecord, own: ReadonlySet<string>): Verdict | undefined =>
  own.size > 0 && verdict.kind === "supported"
    ? { ...verdict, kind: "not-as-stated", missingIn: teller }
    : undefined;

/** Tells whether a whole sentence was compared: whoever it names is then in what it was compared with. */
const isWhole = (verdict: Verdict): boolean => verdict.about === "words" && verdict.as === "paraphrase";

function heldWith(verdict: Verdict, teller: Teller, own: ReadonlySet<string>): Verdict | undefined {
  if (teller === "unknown") return verdict.kind === "supported" && !isWhole(verdict) ? undefined : verdict;
  return heldByRecord(verdict, teller, own) ?? missingIn(verdict, teller, own);
}

function heldByRecord(verdict: Verdict, teller: AnyRecord, own: ReadonlySet<string>): Verdict | undefined {
  if (verdict.about === "figure" || verdict.about === "period") return heldAgainst(verdict, teller, own);
  if (verdict.kind !== "supported") return verdict;
  if (verdict.about === "words") return tellsWords(verdict, teller, own) ? verdict : undefined;
  const { record, evidence } = verdict;
  const isOwn =
    evidence.some(({ source }) => own.has(source)) ||
    (own.size === 0 &&
      (recordRef(record) === recordRef(teller) || referencesOf(record).includes(recordRef(teller))));
  return isOwn ? verdict : undefined;
}

/** Returns to whom a sentence says that its words were spoken: “told VOA”, “in an interview with VOA”. */
const addresseesOf = ({ text, tokens }: TokenizedSentence): AnyRecord[] =>
  tokens.flatMap(({ record, start }) =>
    record?.kind === "organizations" && ADDRESSED.test(text.slice(0, start)) ? [record] : [],
  );

const PRINTS = new RegExp(`^${claimPattern(({ sentences }) => sentences.prints)}`, "iu");
/** What a sentence that only names its source has before it: no more than small words. */
const OPENS = kindPattern("^ [filler preposition by according of unknownName]{0,2} organization", "d");

/** Returns the organization that opens a sentence as what prints the rest: “X has it that”, “in the X article”. */
function printerOf({ text, tokens, shape }: TokenizedSentence): AnyRecord | undefined {
  const [, end] = OPENS.exec(shape)?.indices?.[0] ?? [];
  const printer = end === undefined ? undefined : tokens[end - 1];
  return printer && PRINTS.test(text.slice(printer.end)) ? printer.record : undefined;
}

/** Returns the people to whom a sentence says that something was told: “VOA told Wang”, “Wang was told”. */
const toldPeople = ({ text, tokens }: TokenizedSentence): ReadonlySet<string> =>
  new Set(
    tokens.flatMap(({ record, start, end }) =>
      record?.kind === "people" && (ADDRESSED.test(text.slice(0, start)) || IS_TOLD.test(text.slice(end)))
        ? [recordRef(record)]
        : [],
    ),
  );

/** Tells whether the source says that words were spoken to somebody. */
const isSpokenTo = ({ record, evidence }: WordsVerdict, addressee: AnyRecord): boolean =>
  [...evidence.map(({ exact }) => exact), ...("via" in record && record.via ? [record.via.stated] : [])].some(
    (text) => isNamedIn(addressee, text),
  );

const heldByAddressee = (verdict: Verdict, addressee: AnyRecord): Verdict =>
  verdict.about !== "words" || verdict.kind !== "supported" || isSpokenTo(verdict, addressee)
    ? verdict
    : { ...verdict, kind: "not-as-stated", notToldTo: addressee };

/** Keeps of some verdicts on a sentence what those whom it names as tellers say. */
export type TellerFilter = <Held extends Verdict>(verdicts: readonly Held[]) => Held[];

/**
 * Reads whom a sentence names as tellers, and returns a function that holds verdicts against all of them. What a teller
 * does not say is not supported: without anything of its own to compare, there is no verdict.
 */
export async function createTellerFilter(
  sentence: TokenizedSentence,
  library: Library,
): Promise<TellerFilter> {
  const tellers: { readonly teller: Teller; readonly own: ReadonlySet<string> }[] = [];
  for (const teller of await tellersOf(sentence, library)) {
    const sources = teller === "unknown" ? [] : await sourcesByMaker(teller, library);
    tellers.push({ teller, own: new Set(sources.map(({ id }) => id)) });
  }
  const printer = printerOf(sentence);
  const printed = printer ? await sourcesByMaker(printer, library) : [];
  if (printer && printed.length > 0)
    tellers.push({ teller: printer, own: new Set(printed.map(({ id }) => id)) });
  const addressees = addresseesOf(sentence);
  const told = toldPeople(sentence);
  // Whom something was told did not say it.
  const isOfTold = (verdict: Verdict): boolean =>
    verdict.about === "words" &&
    verdict.kind === "supported" &&
    "speaker" in verdict.record &&
    told.has(verdict.record.speaker ?? "");
  // Where a publisher is named, in whatever construction, what it does not say is not supported.
  const others = sentence.tokens.flatMap(({ record }) =>
    record?.kind === "organizations" &&
    ![...addressees, ...tellers.map(({ teller }) => teller)].some(
      (one) => one !== "unknown" && recordRef(one) === recordRef(record),
    )
      ? [record]
      : [],
  );
  const publishers: ReadonlySet<string>[] = [];
  for (const other of others) {
    const made = await sourcesByMaker(other, library);
    if (made.length > 0) publishers.push(new Set(made.map(({ id }) => id)));
  }
  const isPublished = (verdict: Verdict): boolean =>
    verdict.kind !== "supported" ||
    publishers.every((own) => comparedSources(verdict).some((source) => own.has(source)));
  return <Held extends Verdict>(verdicts: readonly Held[]) => {
    const held = tellers.reduce<readonly Verdict[]>(
      (kept, { teller, own }) => kept.flatMap((verdict) => heldWith(verdict, teller, own) ?? []),
      verdicts,
    );
    return held
      .filter((verdict) => isPublished(verdict) && !isOfTold(verdict))
      .map((verdict) => addressees.reduce(heldByAddressee, verdict)) as Held[];
  };
}
