/** Parses statements that somebody gave or promised a sum. Sentences that fit none of the forms yield no claim. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import { kindPattern } from "./token-patterns.ts";
import { type BoundedSum, type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";

/** A claim that somebody gave or promised a sum. */
export interface DonationClaim {
  readonly sum: BoundedSum;
  readonly donors: readonly AnyRecord[];
  /** Whether the verb is one such as “invested”, which means giving only if an occasion is named. */
  readonly weak: boolean;
  /** The clause that states the claim. */
  readonly tokens: readonly ClaimToken[];
  /** Indexes of the sum and of the first donor in `tokens`; negative if the clause begins after it. */
  readonly at: { readonly sum: number; readonly subject: number };
}

const DONORS = "(?<giver> organization (?: [comma joiner]{1,2} organization)*)";
const DETAIL = "[filler purpose term event preposition of quantity]";
const BETWEEN = "[filler quantity gives gift spends date term event preposition of purpose possessive]*";
const NO_LONGER_NAME = "(?! [possessive joiner unknownName])";

interface DonationForm {
  /** Matches the tokens before the sum. */
  readonly before: RegExp;
  /** Matches the tokens after the sum. */
  readonly after?: RegExp;
}

const form = (before: string, after?: string): DonationForm => ({
  before: kindPattern(`${before}$`, "d"),
  ...defined({ after: after === undefined ? undefined : kindPattern(`^${after}`, "d") }),
});

/** The possible orders of donor, verb or noun of giving, and sum. */
const FORMS: readonly DonationForm[] = [
  form(
    `${DONORS}
      (?: comma [^person organization sum gives gift spends quotation separator colon comma]{1,10} comma)?
      (?<gap> [filler date preposition event term purpose quantity]* (?: says [filler date quantity]*)?)
      (?<verb> [gives spends gift]) ${BETWEEN}`,
  ),
  form(
    `${DONORS} (?<gap> [filler date]* says? [filler quantity]+)`,
    "[filler purpose term event]* (?<verb> [gift gives])",
  ),
  form(
    "(?<giver> organization) possessive [filler quantity purpose]*",
    "[filler purpose term event of possessive]* (?<verb> [gift gives])",
  ),
  form(`(?<giver> organization) possessive [filler purpose term]* (?<verb> [gift gives]) ${DETAIL}*`),
  form(DONORS, "possessive (?<verb> [gift gives])"),
  form(`(?<verb> [gift gives]) [filler purpose term event preposition]* by filler* ${DONORS} ${DETAIL}*`),
  form(
    `(?<verb> [gift gives]) ${DETAIL}*`,
    `[filler purpose term event preposition of]* by filler* ${DONORS} ${NO_LONGER_NAME}`,
  ),
  form(
    "",
    `[filler purpose term event preposition of possessive]* (?<verb> [gift gives spends])
      [filler purpose term event preposition of]* by filler* ${DONORS} ${NO_LONGER_NAME}`,
  ),
  form("", `filler? ${DONORS} [filler date]* (?<verb> [gives spends]) (?! [^separator comma]* sum)`),
];

const PASSIVE = new RegExp(`^${claimPattern(({ giving }) => giving.passiveWords)}$`, "i");
const ACTIVE_ENDING = new RegExp(`${claimPattern(({ giving }) => giving.activeEndings)}$`, "i");
const ANNOUNCES = new RegExp(`^${claimPattern(({ giving }) => giving.announces)}$`, "i");
const AGENT = new RegExp(`^${claimPattern(({ giving }) => giving.agentWords)}$`);

/** Tells whether a verb is passive, as in “was given”. */
export const isPassive = (tokens: readonly ClaimToken[], verb: number): boolean =>
  PASSIVE.test(tokens[verb - 1]?.text ?? "") && !ACTIVE_ENDING.test(tokens[verb]!.text);

interface Found {
  readonly giver: Range;
  readonly verb: number;
}

type Range = readonly [from: number, to: number];

/** Narrows a list of names to the donors among them. Returns undefined when it is unclear who gave. */
function giversOf([from, to]: Range, tokens: readonly ClaimToken[]): Range | undefined {
  const before = tokens[from - 1];
  const farther = tokens[from - 2];
  const names = tokens.slice(from, to).filter((token) => isOfKind(token, "organization")).length;
  const isJoined = tokens.slice(from, to).some((token) => isOfKind(token, "joiner"));
  // In “According to Tencent, Alibaba …”, only the last name is a donor.
  if (names > 1 && !isJoined)
    return isOfKind(before, "according", "separator") ||
      (isOfKind(before, "preposition") && isOfKind(farther, "according"))
      ? [to - 1, to]
      : undefined;
  if (isOfKind(before, "of", "preposition", "by", "person"))
    return AGENT.test(before!.text) ? [from, to] : undefined;
  // In “… pledged $1 million and Tencent pledged”, “and” joins clauses; otherwise it joins an unknown donor.
  if (
    isOfKind(before, "joiner") &&
    !tokens.slice(0, from - 1).some((token) => isOfKind(token, "gives", "gift", "spends", "sum"))
  )
    return undefined;
  if (isOfKind(before, "possessive") && isOfKind(farther, "organization")) return undefined;
  // In “Tencent matched Alibaba’s commitment of …”, more is said than what Alibaba gave.
  const clause = tokens.slice(
    tokens.findLastIndex((token, at) => at < from && isOfKind(token, "separator", "comma")) + 1,
    from,
  );
  if (isOfKind(before, "other") && clause.some((token) => isOfKind(token, "organization", "person")))
    return undefined;
  return isOfKind(before, "comma") && names > 1 && isOfKind(farther, "unknownName", "other")
    ? undefined
    : [from, to];
}

function findForm({ shape, tokens }: TokenizedSentence, sum: number): Found | undefined {
  for (const { before, after } of FORMS) {
    const head = before.exec(shape.slice(0, sum));
    const tail = after?.exec(shape.slice(sum + 1));
    if (!head || (after && !tail)) continue;
    const rangeOf = (name: "giver" | "verb"): Range | undefined => {
      const within = head.indices?.groups?.[name];
      const [from, to] = tail?.indices?.groups?.[name] ?? [];
      if (within) return within;
      return from === undefined || to === undefined ? undefined : [from + sum + 1, to + sum + 1];
    };
    const [named, verb] = [rangeOf("giver"), rangeOf("verb")?.[0]];
    if (!named || verb === undefined) continue;
    const follows = named[0] > verb;
    const giver = follows ? named : giversOf(named, tokens);
    if (!giver) continue;
    const gap = tokens.slice(...(head.indices?.groups?.gap ?? [0, 0]));
    if (gap.some((token) => isOfKind(token, "says") && !ANNOUNCES.test(token.text))) continue;
    // In a passive clause, the subject is the recipient.
    if (!follows && isPassive(tokens, verb)) continue;
    return { giver, verb };
  }
  return undefined;
}

/** Beginnings of a clause about another donor or sum. */
const NEXT_CLAUSE = [
  kindPattern("separator"),
  kindPattern("[comma joiner]+ organization [filler says date]* [gives spends]"),
  kindPattern("[comma joiner]+ organization comma? quantity* sum"),
  kindPattern("[comma joiner]+ sum"),
];

/** Returns the range of the clause around a donor and a sum, bounded by separators and by other claims. */
function clauseAround(
  { shape, tokens }: TokenizedSentence,
  first: number,
  last: number,
  taken: readonly number[],
): Range {
  const start = Math.max(
    tokens.findLastIndex((token, index) => index <= first && isOfKind(token, "separator")) + 1,
    ...taken.filter((at) => at < first).map((at) => at + 1),
    0,
  );
  const rest = shape.slice(last + 1);
  const ends = NEXT_CLAUSE.map((pattern) => rest.search(pattern)).filter((at) => at >= 0);
  return [start, last + 1 + Math.min(...ends, rest.length)];
}

/** Tells whether only a verb such as “invested” says that the sum was given: not after “promised”, without an object. */
function isWeak(tokens: readonly ClaimToken[], verb: number, sum: number): boolean {
  const between = tokens.slice(Math.min(verb, sum), Math.max(verb, sum));
  if (!between.some((token) => isOfKind(token, "spends"))) return false;
  const [next] = tokens.slice(sum + 1).filter((token) => !isOfKind(token, "filler", "possessive"));
  const isEnd = next === undefined || isOfKind(next, "comma", "separator");
  return !(verb < sum && isOfKind(tokens[verb], "gives") && isEnd);
}

/** Finds the donations that a sentence states, one per sum. Skips sums that several donors gave each. */
export function findDonations(tokenized: TokenizedSentence): DonationClaim[] {
  const { tokens } = tokenized;
  const found: (DonationClaim & { readonly index: number; readonly form: Found })[] = [];
  for (const [index, { sum }] of tokens.entries()) {
    if (!sum) continue;
    const form = findForm(tokenized, index) ?? findEllipsis(tokenized, index, found.at(-1));
    if (!form) continue;
    const before = found.at(-1)?.index ?? -1;
    const edges = [index, form.verb, form.giver[0], form.giver[1] - 1].filter((at) => at > before);
    const [from, to] = clauseAround(
      tokenized,
      Math.min(...edges),
      Math.max(...edges),
      found.map((claim) => claim.index),
    );
    const part = form === found.at(-1)?.form ? found.at(-1)!.tokens : tokens.slice(from, to);
    if (part.some((token) => isOfKind(token, "each"))) continue;
    const donors = tokens.slice(...form.giver).flatMap(({ record }) => (record ? [record] : []));
    found.push({
      sum,
      donors,
      weak: isWeak(tokens, form.verb, index),
      tokens: part,
      at:
        part === found.at(-1)?.tokens
          ? found.at(-1)!.at
          : { sum: index - from, subject: form.giver[0] - from },
      index,
      form,
    });
  }
  return found;
}

const IN_BRACKETS = kindPattern("^separator [filler quantity]*$");
const NEXT_DONOR = kindPattern("^[comma separator]? joiner? (?<giver> organization) comma? quantity*$", "d");

/**
 * Completes a sum without a verb from the donation before it: the verb in “… pledged $1 million, and Tencent
 * $2 million”, verb and donor in “… pledged 6 billion yuan ($1 million)”.
 */
function findEllipsis(
  { shape, tokens }: TokenizedSentence,
  index: number,
  before: { readonly index: number; readonly form: Found } | undefined,
): Found | undefined {
  if (!before || before.form.verb > before.index) return undefined;
  const between = shape.slice(before.index + 1, index);
  if (IN_BRACKETS.test(between) && /^[(（]$/.test(tokens[before.index + 1]!.text)) return before.form;
  const [from] = NEXT_DONOR.exec(between)?.indices?.groups?.giver ?? [];
  if (from === undefined) return undefined;
  const at = before.index + 1 + from;
  return { giver: [at, at + 1], verb: before.form.verb };
}
