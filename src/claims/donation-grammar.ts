/** The forms in which a sentence says that somebody gave or promised a sum. Where none fits, nothing is read into it. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import { kindPattern } from "./token-patterns.ts";
import { type BoundedSum, type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";

/** A sum that somebody is said to have given or promised. */
export interface DonationClaim {
  readonly sum: BoundedSum;
  readonly donors: readonly AnyRecord[];
  /** Said with a word such as “invested”, which is giving only for an occasion. */
  readonly weak: boolean;
  /** The part of the sentence that speaks of it, and where the sum and its giver stand in that. */
  readonly tokens: readonly ClaimToken[];
  readonly at: { readonly sum: number; readonly subject: number };
}

const DONORS = "(?<giver> organization (?: [comma joiner]{1,2} organization)*)";
const DETAIL = "[filler purpose term event preposition of quantity]";
const BETWEEN = "[filler quantity gives gift spends date term event preposition of purpose possessive]*";
const NO_LONGER_NAME = "(?! [possessive joiner unknownName])";

interface DonationForm {
  /** What is before the sum, up to it. */
  readonly before: RegExp;
  /** What is after the sum, from it on. */
  readonly after?: RegExp;
}

const form = (before: string, after?: string): DonationForm => ({
  before: kindPattern(`${before}$`, "d"),
  ...defined({ after: after === undefined ? undefined : kindPattern(`^${after}`, "d") }),
});

/** Each order in which giver, giving and sum can stand. */
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

interface Found {
  readonly giver: Range;
  readonly verb: number;
}

type Range = readonly [from: number, to: number];

/** Narrows a row of names to the givers among them; to nothing where it is not clear who gave. */
function giversOf([from, to]: Range, tokens: readonly ClaimToken[]): Range | undefined {
  const before = tokens[from - 1];
  const farther = tokens[from - 2];
  const names = tokens.slice(from, to).filter((token) => isOfKind(token, "organization")).length;
  const isJoined = tokens.slice(from, to).some((token) => isOfKind(token, "joiner"));
  // “According to Tencent, Alibaba …”: the comma joins nothing.
  if (names > 1 && !isJoined)
    return isOfKind(before, "according", "separator") ||
      (isOfKind(before, "preposition") && isOfKind(farther, "according"))
      ? [to - 1, to]
      : undefined;
  if (isOfKind(before, "of", "preposition", "by", "person"))
    return AGENT.test(before!.text) ? [from, to] : undefined;
  // “… pledged $1 million and Tencent pledged”: a clause is joined, and not another giver.
  if (
    isOfKind(before, "joiner") &&
    !tokens.slice(0, from - 1).some((token) => isOfKind(token, "gives", "gift", "spends", "sum"))
  )
    return undefined;
  if (isOfKind(before, "possessive") && isOfKind(farther, "organization")) return undefined;
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
    // A passive before the verb: the subject is given to.
    const isPassive = PASSIVE.test(tokens[verb - 1]?.text ?? "") && !ACTIVE_ENDING.test(tokens[verb]!.text);
    if (!follows && isPassive) continue;
    return { giver, verb };
  }
  return undefined;
}

/** Where the clause of the next giver or the next sum begins. */
const NEXT_CLAUSE = [
  kindPattern("separator"),
  kindPattern("[comma joiner]+ organization [filler says date]* [gives spends]"),
  kindPattern("[comma joiner]+ organization comma? quantity* sum"),
  kindPattern("[comma joiner]+ sum"),
];

/** Takes the part of a sentence around a giver and a sum: up to what parts it from the next. */
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

/** Finds what a sentence says was given, sum by sum. A sum that every one of several gave is none of these. */
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
      found.map((one) => one.index),
    );
    const part = form === found.at(-1)?.form ? found.at(-1)!.tokens : tokens.slice(from, to);
    if (part.some((token) => isOfKind(token, "each"))) continue;
    const donors = tokens.slice(...form.giver).flatMap(({ record }) => (record ? [record] : []));
    found.push({
      sum,
      donors,
      weak: tokens
        .slice(Math.min(form.verb, index), Math.max(form.verb, index))
        .some((token) => isOfKind(token, "spends")),
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
 * “… pledged $1 million, and Tencent $2 million”: the verb before holds for the second too. “… pledged 6 billion
 * yuan ($1 million)”: so does all of it for what stands in brackets after the sum.
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
