/** Splits a sentence into typed tokens, whose shape the claim patterns match. */
import {
  CLAIM_GRAMMARS,
  claimPattern,
  SPACED_GRAMMARS,
  UNSPACED_GRAMMARS,
  type WordRole,
} from "../language/claim-grammar.ts";
import { findDates } from "../language/dates.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import { spacedWordRole, unspacedWordAt } from "./lexicon.ts";
import { locateNames } from "./name-tokens.ts";
import type { QuotedSpan } from "./quoted-spans.ts";
import { locateSums } from "./sum-tokens.ts";
import { shapeOf } from "./token-patterns.ts";
import type { ClaimToken, TokenizedSentence, TokenKind } from "./tokens.ts";

const overlaps = (a: ClaimToken, b: ClaimToken): boolean => a.start < b.end && b.start < a.end;

const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  ...{ ",": "comma", "，": "comma", ":": "colon", "：": "colon" },
  ...{ "、": "joiner", "&": "joiner", "+": "joiner", ";": "separator", "；": "separator" },
  ...{ "—": "separator", "–": "separator" },
  ...{ "(": "separator", ")": "separator", "（": "separator", "）": "separator" },
};

const SPACED_JOINING = new RegExp(
  `^${claimPattern(({ vocabulary }) => vocabulary.joining, SPACED_GRAMMARS)}$`,
);
const SPACED_PARTING = new RegExp(
  `^${claimPattern(({ vocabulary }) => vocabulary.parting, SPACED_GRAMMARS)}$`,
);
const UNSPACED_JOINING = new RegExp(
  `^${claimPattern(({ vocabulary }) => vocabulary.joining, UNSPACED_GRAMMARS)}`,
);
const UNSPACED_PARTING = new RegExp(
  `^${claimPattern(({ vocabulary }) => vocabulary.parting, UNSPACED_GRAMMARS)}`,
);
const UNSPACED_POSSESSIVE = new RegExp(
  `^${claimPattern(({ vocabulary }) => vocabulary.possessiveWords, UNSPACED_GRAMMARS)}`,
);

const COMPOUNDS: readonly { readonly form: RegExp; readonly role: WordRole }[] = CLAIM_GRAMMARS.flatMap(
  ({ vocabulary }) =>
    (vocabulary.compounds ?? []).map(({ form, role }) => ({ form: new RegExp(`^(?:${form})$`, "i"), role })),
);
const COMPOUND = claimPattern(({ vocabulary }) => vocabulary.compounds?.map(({ form }) => form).join("|"));
const SUFFIX = `['’]${claimPattern(({ vocabulary }) => vocabulary.possessiveSuffix)}`;
const POSSESSIVE_SUFFIX = new RegExp(`^${SUFFIX}$`, "i");
const TOKEN = new RegExp(
  String.raw`${SUFFIX}(?![\p{L}\p{N}])|\b${COMPOUND}\b|[\p{L}\p{N}\p{M}]+(?:['’.-]\p{L}+)*|[^\s]`,
  "giu",
);

/** Tokenizes the words and punctuation in a range without names, sums, dates or quotations. */
function plainTokens(text: string, start: number, end: number): ClaimToken[] {
  const found: ClaimToken[] = [];
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + match.index;
    const word = match[0];
    const put = (kind: TokenKind, offset = 0, length = word.length) =>
      found.push({
        kind,
        text: word.slice(offset, offset + length),
        start: at + offset,
        end: at + offset + length,
      });
    const compound = COMPOUNDS.find(({ form }) => form.test(word));
    if (compound) put(compound.role);
    else if (POSSESSIVE_SUFFIX.test(word)) put("possessive");
    else if (containsHan(word)) putUnspaced(word, put);
    else if (SPACED_JOINING.test(word.toLowerCase())) put("joiner");
    else if (SPACED_PARTING.test(word.toLowerCase())) put("separator");
    else if (/^\d/.test(word)) put("number");
    else if (!/[\p{L}\p{N}]/u.test(word)) {
      const kind = PUNCTUATION[word];
      if (kind) put(kind);
    } else put(spacedWordRole(word) ?? (/^\p{Lu}/u.test(word) ? "unknownName" : "other"));
  }
  return found;
}

/** Tokenizes a run without spaces. A character that begins no known word is a token of kind `other`. */
function putUnspaced(run: string, put: (kind: TokenKind, offset: number, length: number) => void): void {
  for (let at = 0; at < run.length; ) {
    const { kind, length } = unspacedTokenAt(run, at);
    put(kind, at, length);
    at += length;
  }
}

function unspacedTokenAt(run: string, at: number): { readonly kind: TokenKind; readonly length: number } {
  const rest = run.slice(at);
  const possessive = UNSPACED_POSSESSIVE.exec(rest);
  if (possessive) return { kind: "possessive", length: possessive[0].length };
  const word = unspacedWordAt(run, at);
  if (word) return { kind: word.role, length: word.length };
  const joining = UNSPACED_JOINING.exec(rest);
  if (joining) return { kind: "joiner", length: joining[0].length };
  const parting = UNSPACED_PARTING.exec(rest);
  return parting ? { kind: "separator", length: parting[0].length } : { kind: "other", length: 1 };
}

/**
 * Tokenizes a sentence. Where matches overlap, quotations win over sums, sums over names, and names over dates.
 * @param records records whose names are recognized
 * @param quoted quotations to keep as one token each; any others are tokenized like the rest
 */
export function tokenizeSentence(
  text: string,
  records: readonly AnyRecord[],
  quoted: readonly QuotedSpan[],
): TokenizedSentence {
  const quotations = quoted.map(
    (span): ClaimToken => ({
      kind: "quotation",
      text: span.text,
      start: span.start,
      end: span.end,
      quoted: span,
    }),
  );
  const dates = findDates(text).map(
    ({ text: written, start, end, date, to }): ClaimToken => ({
      kind: "date",
      text: written,
      start,
      end,
      dates: { date, to },
    }),
  );
  const fixed: ClaimToken[] = [];
  for (const token of [...quotations, ...locateSums(text), ...locateNames(text, records), ...dates])
    if (!fixed.some((other) => overlaps(other, token))) fixed.push(token);
  fixed.sort((a, b) => a.start - b.start);
  const tokens: ClaimToken[] = [];
  let from = 0;
  for (const token of fixed) {
    tokens.push(...plainTokens(text, from, token.start), token);
    from = token.end;
  }
  tokens.push(...plainTokens(text, from, text.length));
  return { text, tokens, shape: shapeOf(tokens) };
}
