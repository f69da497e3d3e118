/** Tells which names only say whose words a statement has. */

import type { StatementPart } from "./statement-parts.ts";
import { SAYS, THAT } from "./statement-patterns.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

const SAYS_BEFORE = new RegExp(
  `(?:(?<!\\p{L})${SAYS}(?:\\s+(?!(?:${THAT})\\s)\\p{L}+){0,2}|[,:(—–])\\s*$`,
  "iu",
);
const SAYS_AFTER = new RegExp(`^\\s*(?:${SAYS}(?!\\p{L})|[,:(—–])`, "iu");

/** What makes a name a part of what is said, as in “with Xi”; “according to Xi” does not. */
const COMPLEMENT = new RegExp(
  `^\\s+(?:${STATEMENT_GRAMMARS.map(({ prepositions }) => prepositions).join("|")})\\s+$`,
  "iu",
);

/** Tells whether a name only says whose words a sentence has: beside a verb of saying or a mark, or at the beginning. */
export const isAttribution = (said: readonly StatementPart[], at: number): boolean =>
  at === 0 ||
  SAYS_BEFORE.test(said[at]!.gap ?? "") ||
  (said[at + 1] === undefined
    ? !COMPLEMENT.test(said[at]!.gap ?? "")
    : SAYS_AFTER.test(said[at + 1]!.gap ?? ""));

const SAYS_RIGHT_BEFORE = new RegExp(`(?<!\\p{L})${SAYS}(?:\\s+(?!(?:${THAT})\\s)\\p{L}+){0,2}\\s*$`, "iu");
const SAYS_RIGHT_AFTER = new RegExp(`^\\s*${SAYS}(?!\\p{L})`, "iu");

/** Tells whether a verb of saying stands beside a name. */
export const isSayer = (parts: readonly StatementPart[], at: number): boolean =>
  SAYS_RIGHT_BEFORE.test(parts[at]?.gap ?? "") ||
  SAYS_RIGHT_AFTER.test(parts[at + 1]?.gap ?? parts[at]?.tail ?? "");
