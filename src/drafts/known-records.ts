/** Finds the record of the shelf of which a draft is a copy or a further account, and says what differs. */
import { foldName, foldText } from "../shelf/fold.ts";
import { recordNames, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import { donorRefs, moneyOf, occasionRefs } from "../shelf/pledge-parts.ts";
import type { PledgeRecord, QuoteRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";

/** A record that says the same as a draft, or says something else of the same. */
export interface KnownRecord {
  readonly ref: string;
  readonly as: "copy" | "account";
  /** What the draft and the record state differently. */
  readonly differences: readonly {
    readonly what: "amount" | "speaker";
    readonly here: string;
    readonly there: string;
  }[];
}

type KnownShelf = Pick<Shelf, "records">;

const bare = (words: string): string =>
  foldText(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
const amountWords = ({ stated }: { readonly stated?: string | undefined }): string => stated ?? "no sum";

/** Returns the record that a draft repeats, or of which it is a further account; undefined where it is new. */
export function knownRecord(draft: Draft, reading: Reading, shelf: KnownShelf): KnownRecord | undefined {
  if (draft.kind === "quotation") return sameWords(draft, reading, shelf);
  return draft.gift && draft.donors ? sameGift(draft, draft.donors, reading, shelf) : undefined;
}

function sameWords(
  { passages, speaker }: Draft,
  { text }: Reading,
  shelf: KnownShelf,
): KnownRecord | undefined {
  const words = bare(passages.map(({ start, end }) => text.slice(start, end)).join(" "));
  const record = quotesByWords(shelf).get(words);
  if (!record) return undefined;
  const known = shelf.records.get(record.speaker as never);
  const isSame =
    speaker === undefined ||
    known === undefined ||
    recordNames(known).some((name) => foldName(name) === foldName(speaker));
  const differences = isSame ? [] : [{ what: "speaker" as const, here: speaker, there: known.label }];
  return { ref: recordRef(record), as: "copy", differences };
}

/** The quotations of a shelf by their bare words; of copies, the first. */
const quotesByWords = memoizeByKey(({ records }: KnownShelf): ReadonlyMap<string, QuoteRecord> => {
  const byWords = new Map<string, QuoteRecord>();
  for (const record of records.values()) {
    if (record.kind !== "quotes") continue;
    const words = bare(record.passages.map(({ exact }) => exact).join(" "));
    if (!byWords.has(words)) byWords.set(words, record);
  }
  return byWords;
});

function sameGift(
  { passages, amount }: Draft,
  donors: readonly string[],
  { text }: Reading,
  shelf: KnownShelf,
): KnownRecord | undefined {
  const sentence = passages.map(({ start, end }) => text.slice(start, end)).join(" ");
  const folded = donors.map(foldName);
  for (const record of shelf.records.values()) {
    if (
      record.kind !== "pledges" ||
      !hasDonors(record, folded, shelf) ||
      !hasPurpose(record, sentence, shelf)
    )
      continue;
    const sums = record.accounts.map((account) => moneyOf(account.amount));
    const isSame = sums.some((sum) => sum?.value === amount?.value && sum?.currency === amount?.currency);
    const there = record.accounts
      .map((account) => amountWords(account.amount as { stated?: string }))
      .join("; ");
    return {
      ref: recordRef(record),
      as: "account",
      differences: isSame ? [] : [{ what: "amount", here: amount?.text ?? "", there }],
    };
  }
  return undefined;
}

function hasDonors(record: PledgeRecord, donors: readonly string[], shelf: KnownShelf): boolean {
  const known = donorRefs(record).flatMap((ref) => shelf.records.get(ref) ?? []);
  return (
    known.length === donors.length &&
    known.every((one) => recordNames(one).some((name) => donors.includes(foldName(name))))
  );
}

/** Tells whether a sentence names an occasion of a pledge, or has a passage of it. */
function hasPurpose(record: PledgeRecord, sentence: string, shelf: KnownShelf): boolean {
  const occasions = occasionRefs(record).flatMap((ref) => shelf.records.get(ref) ?? []);
  const words = record.accounts.flatMap(({ purpose, passages }) => [
    ...(purpose === undefined ? [] : [purpose]),
    ...passages.map(({ exact }) => exact),
  ]);
  return (
    occasions.some((one) => isNamedIn(one, sentence)) ||
    words.some((own) => bare(sentence).includes(bare(own)))
  );
}
