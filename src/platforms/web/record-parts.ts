/** What a record says, part by part: each with the passages that it stands on. */

import { nameOf } from "../../desk/lookup.ts";
import { donorsOf } from "../../desk/pledges.ts";
import type { Words } from "../../language/messages.ts";
import type { Library } from "../../library/library.ts";
import { evidenceOf } from "../../shelf/evidence.ts";
import type { Ref } from "../../shelf/kinds.ts";
import type { Account, AnyRecord, Evidence, RecordOf, When } from "../../shelf/records.ts";

/** A labelled value: the source's own words, the desk's, or another record. */
export interface Said {
  readonly label: string;
  readonly value: string;
  readonly stated?: true;
  readonly ref?: Ref;
}

/** A part of a record, and what it stands on. */
export interface RecordPart {
  readonly rows: readonly Said[];
  readonly evidence: readonly Evidence[];
  /** The words that are somebody's own, inside the passages. */
  readonly quoted?: readonly Evidence[];
}

interface Telling {
  readonly library: Library;
  readonly words: Words;
}

const stated = (label: string, value: string | undefined): Said[] =>
  value === undefined ? [] : [{ label, value, stated: true }];
const own = (label: string, value: string | undefined): Said[] =>
  value === undefined ? [] : [{ label, value }];

async function named(label: string, ref: Ref | undefined, library: Library): Promise<Said[]> {
  return ref === undefined ? [] : [{ label, value: await nameOf(ref, library), ref }];
}

/** The source's words for a time, and the date that they come to, with the desk's reason where it is inferred. */
function timed(when: When | undefined, words: Words): Said[] {
  if (!when) return [];
  const { date, to, inferred } = when;
  const read = date === undefined ? undefined : words.span(date, to);
  return [
    ...stated(words.quote.rows.when, when.stated),
    ...own(
      words.web.rows.date,
      read === undefined || inferred === undefined ? read : `${read}${words.source.aside(inferred)}`,
    ),
  ];
}

async function accountPart(account: Account, pledge: RecordOf<"pledges">, { library, words }: Telling) {
  const { rows, unstated } = words.pledge;
  const donors = await donorsOf(pledge, library);
  const label = pledge.joint ? rows.together : donors.length > 1 ? rows.donors : rows.donor;
  const { amount } = account;
  return {
    evidence: [...account.passages, ...(account.when?.evidence ? [account.when.evidence] : [])],
    rows: [
      ...(amount.status === "unstated"
        ? own(rows.amount, unstated)
        : stated(amount.status === "undisclosed" ? rows.undisclosed : rows.amount, amount.stated)),
      ...(donors.length > 0 ? own(label, words.list(donors)) : stated(label, pledge.donorsStated)),
      ...stated(rows.verb, account.verb),
      ...stated(rows.period, account.period),
      ...stated(words.web.rows.purpose, account.purpose),
      ...stated(words.web.rows.occasion, account.occasion),
      ...timed(account.when, words),
      ...(await named(rows.claim, account.claim, library)),
    ],
  };
}

async function quotePart(quote: RecordOf<"quotes">, { library, words }: Telling): Promise<RecordPart> {
  const { said, where, via, within, passages } = quote;
  const { rows, wording } = words.quote;
  const { source } = await library.context(passages[0]!);
  const beside = [said, where, via].flatMap((one) => (one?.evidence ? [one.evidence] : []));
  return {
    evidence: within ? [within, ...beside] : [...passages, ...beside],
    quoted: passages,
    rows: [
      ...(await named(words.web.rows.speaker, quote.speaker, library)),
      ...own(words.web.rows.inferred, quote.speakerInferred),
      ...timed(said, words),
      ...stated(rows.where, where?.stated),
      ...stated(rows.via, via?.stated),
      ...own(rows.wording, wording(words.language(source.language), source.publisher)),
    ],
  };
}

async function factPart(fact: RecordOf<"facts">, { library, words }: Telling): Promise<RecordPart> {
  return {
    evidence: [...fact.passages, ...(fact.when?.evidence ? [fact.when.evidence] : [])],
    rows: [
      ...(await named(words.web.rows.speaker, fact.speaker, library)),
      ...own(words.web.rows.inferred, fact.speakerInferred),
      ...timed(fact.when, words),
    ],
  };
}

async function termParts(term: RecordOf<"terms">, { library, words }: Telling): Promise<RecordPart[]> {
  return Promise.all(
    term.definitions.map(async ({ by, passages }) => ({
      evidence: passages,
      rows: await named(words.define.rows.explained, by, library),
    })),
  );
}

async function partsIn(record: AnyRecord, telling: Telling): Promise<RecordPart[]> {
  const { library, words } = telling;
  switch (record.kind) {
    case "pledges":
      return Promise.all(record.accounts.map((account) => accountPart(account, record, telling)));
    case "quotes":
      return [await quotePart(record, telling)];
    case "facts":
      return [await factPart(record, telling)];
    case "terms":
      return termParts(record, telling);
    case "events":
      return [
        {
          evidence: [...record.passages, ...(record.when.evidence ? [record.when.evidence] : [])],
          rows: timed(record.when, words),
        },
      ];
    case "people":
    case "organizations": {
      const label = record.kind === "people" ? words.who.role.row : words.who.description.row;
      return Promise.all(
        record.roles.map(async (role) => ({
          evidence: [role.evidence],
          rows: [
            ...stated(label, role.stated),
            ...(await named(
              words.who.partOf,
              role.of === undefined ? undefined : `organizations/${role.of}`,
              library,
            )),
          ],
        })),
      );
    }
  }
}

/** The parts of a record, of which the last holds any passage that no other shows. */
export async function partsOf(record: AnyRecord, telling: Telling): Promise<RecordPart[]> {
  const parts = await partsIn(record, telling);
  const shown = new Set(parts.flatMap(({ evidence, quoted = [] }) => [...evidence, ...quoted]));
  const left = evidenceOf(record)
    .map(({ evidence }) => evidence)
    .filter((evidence) => !shown.has(evidence));
  return left.length === 0 ? parts : [...parts, { rows: [], evidence: left }];
}
