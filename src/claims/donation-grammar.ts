/** The forms in which a sentence says that somebody gave or promised a sum. Where none fits, nothing is read into it. */
import type { AnyRecord } from "../shelf/records.ts";
import type { BoundedSum, ClaimToken, TokenizedSentence } from "./tokenize.ts";

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

const GROUP = "D(?:[,&]{1,2}D)*";
const BETWEEN = "[fqVNWTKEiog']*";

/** What is before the sum and what after it. */
const form = (before: string, after?: string): { readonly before: RegExp; readonly after?: RegExp } => ({
  before: new RegExp(`${before}$`, "d"),
  ...(after === undefined ? {} : { after: new RegExp(`^${after}`, "d") }),
});

/** Each order in which giver, giving and sum can stand. */
const FORMS = [
  form(`(?<giver>${GROUP})(?:,[^PDSVNWQ;:,]{1,10},)?(?<gap>[fTiEKgq]*(?:v[fTq]*)?)(?<verb>[VWN])${BETWEEN}`),
  form(`(?<giver>${GROUP})(?<gap>[fT]*v?[fq]+)`, "[fgKE]*(?<verb>[NV])"),
  form("(?<giver>D)'[fqg]*", "[fgKEo']*(?<verb>[NV])"),
  form("(?<giver>D)'[fgK]*(?<verb>[NV])[fgKEioq]*"),
  form(`(?<giver>${GROUP})`, "'(?<verb>[NV])"),
  form(`(?<verb>[NV])[fgKEi]*bf*(?<giver>${GROUP})[fgKEioq]*`),
  form("(?<verb>[NV])[fgKEioq]*", `[fgKEio]*bf*(?<giver>${GROUP})(?!['&c])`),
  form("", `[fgKEio']*(?<verb>[NVW])[fgKEio]*bf*(?<giver>${GROUP})(?!['&c])`),
  form("", `f?(?<giver>${GROUP})[fT]*(?<verb>[VW])(?![^;,]*S)`),
];

/** A passive: the one before the verb is given to. */
const BE = /^(?:is|are|was|were|be|been|being)$/i;
const SAYS = /^(?:said|says|announced|announces|宣布|宣佈|表示|说|說)$/i;

interface Found {
  readonly giver: Range;
  readonly verb: number;
}

type Range = readonly [from: number, to: number];

/** The givers alone that a row of names is, or nothing where it is not clear who gave. */
function giversOf([from, to]: Range, tokens: readonly ClaimToken[]): Range | undefined {
  const kind = tokens[from - 1]?.kind ?? "";
  const farther = tokens[from - 2]?.kind ?? "";
  const names = tokens.slice(from, to).filter((token) => token.kind === "D").length;
  const joined = tokens.slice(from, to).some((token) => token.kind === "&");
  // “According to Tencent, Alibaba …”: the comma joins nothing.
  if (names > 1 && !joined)
    return /[a;]/.test(kind) || (kind === "i" && farther === "a") ? [to - 1, to] : undefined;
  if (/[oibP]/.test(kind)) return tokens[from - 1]!.text === "由" ? [from, to] : undefined;
  // “… pledged $1 million and Tencent pledged”: a clause is joined, and not another giver.
  if (kind === "&" && !tokens.slice(0, from - 1).some((token) => /[VNWS]/.test(token.kind))) return undefined;
  if (kind === "'" && farther === "D") return undefined;
  return kind === "," && names > 1 && /[cx]/.test(farther) ? undefined : [from, to];
}

function formsAt({ shape, tokens }: TokenizedSentence, sum: number): Found | undefined {
  for (const { before, after } of FORMS) {
    const head = before.exec(shape.slice(0, sum));
    const tail = after?.exec(shape.slice(sum + 1));
    if (!head || (after && !tail)) continue;
    const place = (name: "giver" | "verb"): Range | undefined => {
      const within = head.indices?.groups?.[name];
      const [from, to] = tail?.indices?.groups?.[name] ?? [];
      if (within) return within;
      return from === undefined || to === undefined ? undefined : [from + sum + 1, to + sum + 1];
    };
    const [named, verb] = [place("giver"), place("verb")?.[0]];
    if (!named || verb === undefined) continue;
    const follows = named[0] > verb;
    const giver = follows ? named : giversOf(named, tokens);
    if (!giver) continue;
    const gap = tokens.slice(...(head.indices?.groups?.gap ?? [0, 0]));
    if (gap.some(({ kind, text }) => kind === "v" && !SAYS.test(text))) continue;
    if (!follows && BE.test(tokens[verb - 1]?.text ?? "") && !/ing$/i.test(tokens[verb]!.text)) continue;
    return { giver, verb };
  }
  return undefined;
}

/** The part of a sentence around a giver and a sum: up to what parts it from the next. */
function around(tokenized: TokenizedSentence, first: number, last: number, taken: readonly number[]): Range {
  const { shape } = tokenized;
  const start = Math.max(
    shape.lastIndexOf(";", first) + 1,
    ...taken.filter((at) => at < first).map((at) => at + 1),
    0,
  );
  const rest = shape.slice(last + 1);
  const ends = [
    rest.search(/;/),
    rest.search(/[,&]+D[fvT]*[VW]/),
    rest.search(/[,&]+D,?q*S/),
    rest.search(/[,&]+S/),
  ].filter((at) => at >= 0);
  return [start, last + 1 + Math.min(...ends, rest.length)];
}

/** What a sentence says was given, sum by sum. A sum that every one of several gave is none of these. */
export function findDonations(tokenized: TokenizedSentence): DonationClaim[] {
  const { tokens } = tokenized;
  const found: (DonationClaim & { readonly index: number; readonly form: Found })[] = [];
  for (const [index, { kind, sum }] of tokens.entries()) {
    if (kind !== "S" || !sum) continue;
    const form = formsAt(tokenized, index) ?? elliptic(tokenized, index, found.at(-1));
    if (!form) continue;
    const before = found.at(-1)?.index ?? -1;
    const edges = [index, form.verb, form.giver[0], form.giver[1] - 1].filter((at) => at > before);
    const [from, to] = around(
      tokenized,
      Math.min(...edges),
      Math.max(...edges),
      found.map((one) => one.index),
    );
    const part = form === found.at(-1)?.form ? found.at(-1)!.tokens : tokens.slice(from, to);
    if (part.some((token) => token.kind === "e")) continue;
    const donors = tokens.slice(...form.giver).flatMap(({ record }) => (record ? [record] : []));
    found.push({
      sum,
      donors,
      weak: tokens
        .slice(Math.min(form.verb, index), Math.max(form.verb, index))
        .some(({ kind }) => kind === "W"),
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

/**
 * “… pledged $1 million, and Tencent $2 million”: the verb before holds for the second too. “… pledged 6 billion
 * yuan ($1 million)”: so does all of it for what stands in brackets after the sum.
 */
function elliptic(
  { shape, tokens }: TokenizedSentence,
  index: number,
  before: { readonly index: number; readonly form: Found } | undefined,
): Found | undefined {
  if (!before || before.form.verb > before.index) return undefined;
  const between = shape.slice(before.index + 1, index);
  if (/^;[fq]*$/.test(between) && /^[(（]$/.test(tokens[before.index + 1]!.text)) return before.form;
  const found = /^[,;]?&?(D),?q*$/.exec(between);
  if (!found) return undefined;
  const at = before.index + 1 + found[0].indexOf("D");
  return { giver: [at, at + 1], verb: before.form.verb };
}
