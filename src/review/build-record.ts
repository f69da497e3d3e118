/** Builds the records that a proposal becomes: its own, and those of the people and organizations that it needs. */
import { UNDISCLOSED } from "../language/draft-patterns.ts";
import { englishReview, type ReviewMessages } from "../language/en/review-messages.ts";
import { recordReason } from "../language/record-reasons.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { ID_PATTERN, type RecordKind, type RecordRef } from "../shelf/kinds.ts";
import type { Evidence } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { asciiDigits } from "../support/fold-letters.ts";
import { freeSlug, shortenSlug, slug } from "../support/slug.ts";
import type { DraftedSource } from "./drafted-sources.ts";
import { bodiesNamed, bodyInSource, type NewBody, sentenceEvidence } from "./named-records.ts";
import { evidenceAt } from "./passages.ts";
import { excerpt, fieldValue } from "./proposal-fields.ts";
import { hashedId } from "./proposal-id.ts";
import type { FieldName, ProposalField, ProposalPassage } from "./review-desk.ts";

/** A record to be written. */
export interface BuiltRecord {
  readonly ref: RecordRef;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What building needs: the shelf, the drafted source, and what every record says of its review. */
export interface BuildContext {
  readonly shelf: Shelf;
  readonly drafted: DraftedSource;
  readonly review: { readonly entered: string; readonly reviewedBy: string; readonly reviewedOn: string };
  /** What is said of what keeps it from being built. */
  readonly say: ReviewMessages;
}

/** The records of a proposal, its own last; or what keeps them from being built. */
export type Built = { readonly records: readonly BuiltRecord[] } | { readonly faults: readonly string[] };

/** The words of an id are few, so that it can be typed. */
const LONGEST_ID = 48;

const NAME_OF_KIND: Readonly<Record<RecordKind, string>> = {
  ...{ pledges: "pledge", quotes: "quote", terms: "term", events: "event", facts: "fact" },
  ...{ people: "person", organizations: "organization" },
};

/** Returns a reference that is not taken, made of words; of words without Latin letters, a hash. */
function freeRef(kind: RecordKind, words: string, taken: ReadonlySet<string>): RecordRef {
  const own = shortenSlug(slug(words), LONGEST_ID);
  const isTelling = ID_PATTERN.test(own) && /[a-z]{2}/.test(own);
  const base = isTelling ? own : `${NAME_OF_KIND[kind]}-${hashedId(words).slice(0, 8)}`;
  return `${kind}/${freeSlug(base, (id) => taken.has(`${kind}/${id}`))}`;
}

/** Fields without which there is no record; a date that nobody knows may stay open. */
const REQUIRED: ReadonlySet<FieldName> = new Set(["speaker", "donors", "verb", "term", "when", "name"]);

interface Draft {
  readonly kind: RecordKind;
  readonly passages: readonly ProposalPassage[];
  readonly fields: readonly ProposalField[];
}

/** Builds the records of a proposal as it was edited; questions that were not answered are faults. */
export function buildRecords(
  { kind, passages, fields }: Draft,
  answered: ReadonlySet<FieldName>,
  context: BuildContext,
): Built {
  const { say } = context;
  const faults = fields
    .filter(
      ({ name, question, value }) => question && value === "" && REQUIRED.has(name) && !answered.has(name),
    )
    .map(({ question }) => say.openQuestion(question!.ask));
  if (faults.length > 0) return { faults };
  const builder = new Map<RecordKind, (own: OwnParts) => Content | Built>([
    ["quotes", quoteOf],
    ["pledges", pledgeOf],
    ["terms", termOf],
    ["events", eventOf],
    ["facts", factOf],
    ["people", bodyOf],
    ["organizations", bodyOf],
  ]).get(kind)!;
  const own = ownParts(fields, passages, context);
  const made = builder(own);
  if ("faults" in made) return made;
  if ("records" in made) return made;
  const { label, idWords = label, content } = made;
  const shown = own.of("label") || label;
  if (own.faults.length > 0) return { faults: own.faults };
  const ref = freeRef(kind, idWords, own.taken);
  return {
    records: [...own.brought, { ref, content: { label: shown, ...content, review: context.review } }],
  };
}

/** A record without what all records have. */
interface Content {
  readonly label: string;
  readonly idWords?: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What the builders of all kinds read, and whom they bring. */
interface OwnParts {
  readonly of: (name: FieldName) => string;
  readonly evidence: readonly Evidence[];
  readonly passages: readonly ProposalPassage[];
  readonly context: BuildContext;
  readonly taken: Set<string>;
  readonly brought: BuiltRecord[];
  readonly faults: string[];
  /** Returns whom a name means, as a reference; brings a record where the shelf has none. */
  readonly body: (name: string, field: FieldName, otherwise: NewBody["kind"]) => RecordRef | undefined;
}

/** What an account of a pledge is built from. */
interface AccountParts extends Pick<OwnParts, "of" | "passages" | "faults"> {
  readonly context: Pick<BuildContext, "say">;
}

function ownParts(
  fields: readonly ProposalField[],
  passages: readonly ProposalPassage[],
  context: BuildContext,
): OwnParts {
  const { shelf, drafted, review, say } = context;
  const taken = new Set<string>(shelf.records.keys());
  const brought: BuiltRecord[] = [];
  const faults: string[] = [];
  return {
    of: (name) => fieldValue(fields, name).trim(),
    evidence: passages.map((span) => evidenceAt(drafted.source, span)),
    ...{ passages, context, taken, brought, faults },
    body(name, field, otherwise) {
      const [known, ...others] = bodiesNamed(name, shelf);
      if (known && others.length === 0) return known;
      if (known) faults.push(say.severalNamed(field, name, [known, ...others]));
      const before = brought.find(({ content }) => content.label === name);
      if (known || before) return before?.ref;
      const made = bodyInSource(name, drafted, otherwise);
      if (!made) {
        faults.push(say.notNamed(field, name, drafted.source.id));
        return undefined;
      }
      const same = brought.find(({ content }) => content.label === made.label);
      if (same) return same.ref;
      const ref = freeRef(made.kind, made.label, taken);
      taken.add(ref);
      brought.push({ ref, content: bodyContent(made, review) });
      return ref;
    },
  };
}

const bodyContent = ({ label, role, evidence }: NewBody, review: BuildContext["review"]) => ({
  label,
  roles: [{ ...(role ? { stated: role } : {}), evidence }],
  review,
});

/** A quotation of a whole sentence needs none around it. */
const WHOLE = /^["“‘「『]?[\p{Lu}\p{Nd}\p{Script=Han}][\s\S]*[.!?,…。！？，]["”’」』]?$/u;

function quoteOf({ of, evidence, passages, context, body, faults }: OwnParts): Content | Built {
  const { say } = context;
  const name = of("speaker");
  if (name === "") faults.push(say.openQuestion(say.asks.speaker));
  const speaker = name === "" ? undefined : body(name, "speaker", "people");
  if (speaker === undefined) return { faults };
  const [first] = passages;
  const words = first?.exact ?? "";
  const sentence =
    passages.length === 1 && first && !WHOLE.test(words)
      ? sentenceEvidence(context.drafted, first.start, first.end)
      : undefined;
  const within = sentence && sentence.exact.length > words.length ? sentence : undefined;
  const said = nameOf(speaker, name, context);
  return {
    label: `${said}: “${excerpt(words, 56)}”`,
    idWords: `${said} ${excerpt(words, 40)}`,
    content: { speaker, passages: evidence, ...(within ? { within } : {}) },
  };
}

const nameOf = (ref: RecordRef, typed: string, { shelf }: BuildContext): string =>
  shelf.records.get(ref)?.label ?? typed;

/** Returns a sum with the words that bound it, where they stand beside it in the passage. */
function boundedAmount(
  amount: string,
  qualifier: string,
  passage: string,
): { stated: string; qualifier?: string } {
  let stated = amount;
  const own: string[] = [];
  for (const part of qualifier.split(",").map((one) => one.trim()))
    for (const joined of [`${part} ${stated}`, `${part}${stated}`, `${stated} ${part}`, `${stated}${part}`])
      if (part !== "" && !own.includes(part) && containsFolded(joined, passage)) {
        stated = joined;
        own.push(part);
      }
  return { stated, ...(own[0] === undefined ? {} : { qualifier: own[0] }) };
}

function amountOf({
  of,
  passages,
  faults,
  context: { say },
}: AccountParts): Readonly<Record<string, unknown>> {
  const words = of("amount");
  const digits = asciiDigits(of("value")).replace(/[\s,_]/g, "");
  const value = Number(digits);
  if (digits !== "" && !(Number.isFinite(value) && value > 0)) faults.push(say.noNumber(of("value")));
  const currency = of("currency").toUpperCase();
  if (currency !== "" && !/^[A-Z]{3}$/.test(currency)) faults.push(say.noCurrency(of("currency")));
  if (words === "") return { status: "unstated" };
  if (digits === "" && UNDISCLOSED.test(words)) return { status: "undisclosed", stated: words };
  return {
    status: "stated",
    ...boundedAmount(words, of("qualifier"), passages[0]?.exact ?? ""),
    ...(digits === "" ? {} : { value }),
    ...(currency === "" || digits === "" ? {} : { currency }),
  };
}

function pledgeOf(own: OwnParts): Content | Built {
  const { of, evidence, body, context, faults } = own;
  const { say } = context;
  const names = of("donors")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const donors = names.flatMap((name) => body(name, "donors", "organizations") ?? []);
  const verb = of("verb");
  if (verb === "") faults.push(say.openQuestion(say.asks.verb));
  const account = accountOf(own);
  if (faults.length > 0) return { faults };
  const said =
    names.length === 0
      ? englishReview.unnamed
      : donors.map((ref, at) => nameOf(ref, names[at]!, context)).join(", ");
  const sum = of("amount") || englishReview.noSum;
  return {
    label: `${said}: ${sum}`,
    content: {
      donors: donors.map((ref) => ref.replace(/^organizations\//, "")),
      ...(donors.length > 1 && /^(?:y|yes|true|1)$/i.test(of("joint")) ? { joint: true } : {}),
      accounts: [{ passages: evidence, ...account }],
    },
  };
}

/** Returns what an account of a pledge says beside its passages. */
export const accountOf = (own: AccountParts): Record<string, unknown> => ({
  verb: own.of("verb"),
  amount: amountOf(own),
  ...(own.of("purpose") === "" ? {} : { purpose: own.of("purpose") }),
});

function termOf({ of, evidence, faults, context: { say } }: OwnParts): Content | Built {
  const label = of("term");
  if (label === "") faults.push(say.openQuestion(say.asks.term));
  return { label, content: { definitions: [{ passages: evidence }] } };
}

const PARTIAL_DATE = /^(?:\d{4}s|\d{4}(?:-\d{2}(?:-\d{2})?)?)$/;

function eventOf({ of, evidence, faults, context: { say } }: OwnParts): Content | Built {
  const [stated, date] = [of("when"), of("date")];
  if (stated === "") faults.push(say.openQuestion(say.asks.when));
  if (date !== "" && !PARTIAL_DATE.test(date)) faults.push(say.noDate(date));
  const year = date.slice(0, 4);
  const inferred =
    date !== "" && !asciiDigits(stated).includes(year)
      ? { inferred: recordReason("inferredYear", year) }
      : {};
  return {
    label: of("label"),
    content: { when: { stated, ...(date === "" ? {} : { date }), ...inferred }, passages: evidence },
  };
}

function factOf({ of, evidence }: OwnParts): Content {
  return { label: of("label"), content: { passages: evidence } };
}

function bodyOf({ of, passages, context, faults, evidence }: OwnParts): Content | Built {
  const { say } = context;
  const [name, role] = [of("name"), of("role")];
  if (name === "") faults.push(say.openQuestion(say.asks.name));
  const [first] = passages;
  const sentence = first ? sentenceEvidence(context.drafted, first.start, first.end) : evidence[0];
  return {
    label: name,
    content: { roles: [{ ...(role === "" ? {} : { stated: role }), evidence: sentence }] },
  };
}
