/** Tells whether what a date or number is compared with is what the sentence speaks of: whom, what and which way. */

import { findRecord } from "../desk/lookup.ts";
import { sourcesByMaker } from "../desk/resolve-source.ts";
import { CLAIM_GRAMMARS, claimPattern } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { foldName } from "../shelf/fold.ts";
import { isSameRecord, recordNames, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import { donorRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { containsHan } from "../support/han.ts";
import { isContentWord, splitWords } from "./alignment.ts";
import { isOnlyAhead } from "./completion.ts";
import { ofRecord, prefixes, unknownWords } from "./known-words.ts";
import { isOpposite, OPPOSITES, wholeWords } from "./opposites.ts";
import { findQuantities } from "./quantities.ts";
import { isTitle } from "./subjects.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { AmountVerdict, DateVerdict, NumberVerdict, PeriodVerdict, WordsVerdict } from "./verdicts.ts";

/** Words of rising, in any language. */
const RISES = new RegExp(
  CLAIM_GRAMMARS.map(({ isUnspaced, counts }) => wholeWords(counts.directions[0], isUnspaced)).join("|"),
  "iu",
);

/** Stands before a sum that another is compared with: “larger than the $15.5 billion …”. */
const COMPARING = new RegExp(`(?<!\\p{L})${claimPattern(({ sums }) => sums.comparing)}\\s*$`, "iu");

/** Tells whether a record or its passages name what a token names. */
async function isKnown(
  token: ClaimToken,
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
  isAgent = false,
) {
  const named = token.record!;
  if (evidence.some(({ exact }) => isNamedIn(named, exact))) return true;
  if (isAgent) return false;
  if (isSameRecord(named, record) || referencesOf(record).includes(recordRef(named))) return true;
  const made = await sourcesByMaker(named, library);
  return made.some(({ id }) => evidence.some(({ source }) => source === id));
}

/**
 * Tells whether a sentence says that the same rose, where a passage says that something rose: the words before a rise, or
 * a multiple, are mostly those of the passage.
 */
function isOfSame({ said, evidence }: NumberVerdict, text: string, known: ReadonlySet<string>): boolean {
  const quantity = findQuantities(text).find((one) => one.text === said);
  const isRise = quantity !== undefined && /^(?:fold|\p{L}{2,4})$/u.test(quantity.of.join(" "));
  if (!isRise) return true;
  if (evidence.some(({ exact }) => RISES.test(exact)) && !RISES.test(text)) return false;
  if (containsHan(text)) return true;
  const before = text.slice(0, quantity.start);
  const bare = OPPOSITES.flat().reduce((rest, way) => rest.replace(new RegExp(way, "giu"), " "), before);
  const all = splitWords(bare).filter(isContentWord).length;
  const unknown = unknownWords(bare, known).length;
  return unknown <= all - unknown && (all > unknown || all === 0);
}

/** Tells whether a sentence names a term, but not the one that a record is named after. */
function isOfOtherTerm(record: AnyRecord, tokens: readonly ClaimToken[]): boolean {
  const terms = tokens.flatMap((token) => (token.record?.kind === "terms" ? [token.record] : []));
  const isNamedAfter = (term: AnyRecord) =>
    recordNames(term).some((name) =>
      recordNames(record).some((own) => foldName(own).includes(foldName(name))),
    );
  const isAboutTerm = referencesOf(record).some((ref) => ref.startsWith("terms/"));
  return record.kind === "events" && isAboutTerm && terms.length > 0 && !terms.some(isNamedAfter);
}

async function isInScope(
  verdict: DateVerdict | NumberVerdict,
  { text, tokens }: TokenizedSentence,
  library: Library,
): Promise<boolean> {
  const { record, evidence } = verdict;
  const passage = evidence.map(({ exact }) => exact).join(" ");
  if (isOpposite(text, passage) || isOnlyAhead(text, passage)) return false;
  if (isOfOtherTerm(record, tokens)) return false;
  const known = prefixes(ofRecord(record, evidence));
  for (const [index, token] of tokens.entries()) {
    // Whom a record is about need not be who did what the sentence says.
    const isAgent = isOfKind(tokens[index - 1], "by") || isOfKind(tokens[index - 2], "by");
    if (token.record && !(await isKnown(token, record, evidence, library, isAgent))) return false;
    // The first word of a sentence has a capital whether it is a name or not.
    const isName = isOfKind(token, "unknownName") && (index > 0 || isOfKind(tokens[1], "unknownName"));
    if (isName && unknownWords(token.text, known).length > 0) return false;
  }
  return verdict.about === "date" || isOfSame(verdict, text, known);
}

/** Keeps the verdicts on dates and numbers that are about what the sentence speaks of. */
export async function keepInScope<Held extends DateVerdict | NumberVerdict>(
  verdicts: readonly Held[],
  sentence: TokenizedSentence,
  library: Library,
): Promise<Held[]> {
  const kept: Held[] = [];
  for (const verdict of verdicts)
    if (verdict.kind !== "supported" || (await isInScope(verdict, sentence, library))) kept.push(verdict);
  return kept;
}

/** Tells whether a token is a name that is no title, and does not merely open the sentence. */
const isForeignName = (token: ClaimToken, next: ClaimToken | undefined, index: number): boolean =>
  isOfKind(token, "unknownName") &&
  !isTitle(token) &&
  (index > 0 || isOfKind(next, "unknownName", "possessive") || /['’]\p{L}$/u.test(token.text));

/** Tells whether a sentence names an event at which nobody says a sum was given, or somebody by whom it was not. */
async function hasOtherPart(
  { pledge, supporting }: AmountVerdict | PeriodVerdict,
  tokens: readonly ClaimToken[],
  library: Library,
): Promise<boolean> {
  const accounts = supporting.length > 0 ? supporting : pledge.accounts;
  const evidence = accounts.flatMap(({ passages }) => passages);
  const occasions = [...(pledge.occasions ?? []), ...accounts.flatMap((account) => account.occasions ?? [])];
  for (const [index, token] of tokens.entries()) {
    const { record } = token;
    const isAgent = record?.kind === "organizations" && isOfKind(tokens[index - 1], "by");
    if (!record || (record.kind !== "events" && !isAgent)) continue;
    const isOwn = occasions.includes(recordRef(record)) || donorRefs(pledge).includes(recordRef(record));
    if (!isOwn && !(await isKnown(token, pledge, evidence, library, true))) return true;
  }
  return false;
}

/**
 * Tells whether a sentence names an organization of which the passages of a sum do not speak, and that is no giver of another
 * sum in it.
 */
async function namesOtherOrganization(
  { pledge }: AmountVerdict | PeriodVerdict,
  tokens: readonly ClaimToken[],
  givers: ReadonlySet<string>,
  library: Library,
): Promise<boolean> {
  const evidence = pledge.accounts.flatMap(({ passages }) => passages);
  for (const token of tokens) {
    if (!isOfKind(token, "organization") || !token.record || givers.has(recordRef(token.record))) continue;
    if (await isKnown(token, pledge, evidence, library)) continue;
    // Whoever publishes is held against what its own sources say.
    if ((await sourcesByMaker(token.record, library)).length === 0) return true;
  }
  return false;
}

/** Returns all who give something in a sentence, in its words or by the commitments that it is compared with. */
const giversIn = (verdicts: readonly (AmountVerdict | PeriodVerdict | WordsVerdict)[]): ReadonlySet<string> =>
  new Set(
    verdicts.flatMap((verdict) => [
      ...(verdict.about === "words" ? [] : donorRefs(verdict.pledge)),
      ...(verdict.about === "figure" ? verdict.donors.map(recordRef) : []),
    ]),
  );

async function isAmongOthers(
  verdict: AmountVerdict | WordsVerdict,
  { text, tokens }: TokenizedSentence,
  givers: ReadonlySet<string>,
  library: Library,
): Promise<boolean> {
  const isWords = verdict.about === "words";
  if (!isWords && COMPARING.test(text.slice(0, text.indexOf(verdict.sum.text)))) return true;
  const record = isWords ? verdict.record : verdict.pledge;
  const evidence = isWords ? verdict.evidence : verdict.pledge.accounts.flatMap(({ passages }) => passages);
  if (!isWords && (await hasOtherPart(verdict, tokens, library))) return true;
  if (!isWords && (await namesOtherOrganization(verdict, tokens, givers, library))) return true;
  if (!isWords && isOpposite(text, evidence.map(({ exact }) => exact).join(" "))) return true;
  const known = prefixes(
    [ofRecord(record, evidence), ...("via" in record && record.via ? [record.via.stated] : [])].join(" "),
  );
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (isWords && token.record?.kind === "events" && !(await isKnown(token, record, evidence, library)))
      return true;
    if (isOfKind(token, "person") && (isWords || !isOfKind(next, "possessive")))
      if (!(await isKnown(token, record, evidence, library))) return true;
    if (isWords && isForeignName(token, next, index) && unknownWords(token.text, known).length > 0) {
      const name = token.text.toLowerCase();
      const speaker =
        "speaker" in record && record.speaker ? await findRecord(record.speaker, library) : undefined;
      if (
        !speaker ||
        !recordNames(speaker)
          .join(" ")
          .toLowerCase()
          .split(/[\s-]+/)
          .includes(name)
      )
        return true;
    }
  }
  return false;
}

/**
 * Keeps the verdicts on sums and quotations in whose sentence nobody else has a part: in “Musk’s motto is …” and “Xi
 * persuaded Alibaba to …”, more is said than was compared.
 */
export async function keepWithoutOthers<Held extends AmountVerdict | PeriodVerdict | WordsVerdict>(
  verdicts: readonly Held[],
  sentence: TokenizedSentence,
  library: Library,
): Promise<Held[]> {
  const kept: Held[] = [];
  const givers = giversIn(verdicts);
  for (const verdict of verdicts)
    if (
      verdict.kind !== "supported" ||
      !(verdict.about === "period"
        ? (await hasOtherPart(verdict, sentence.tokens, library)) ||
          (await namesOtherOrganization(verdict, sentence.tokens, givers, library))
        : await isAmongOthers(verdict, sentence, givers, library))
    )
      kept.push(verdict);
  return kept;
}
