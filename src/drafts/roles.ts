/** Reads what a text says somebody is, in the words beside the name. */
import { DRAFT_GRAMMARS, draftPattern } from "../language/draft-grammar.ts";
import {
  MAKERS,
  ROLE_AFTER_NAME,
  ROLE_LINKS,
  ROLE_STARTS,
  VERB_AFTER_ROLE,
} from "../language/en/draft-phrases.ts";
import type { Entity, StatedRole } from "./entities.ts";

const LATIN = DRAFT_GRAMMARS.filter(({ isUnspaced }) => !isUnspaced);
const ROLE = draftPattern(({ naming }) => naming.roleNouns, LATIN);
const BODY = draftPattern(({ naming }) => naming.organizationNouns, LATIN);
const COURTESY = draftPattern(({ naming }) => naming.courtesy, LATIN);

/** Titles that stand before a name with a capital. */
const TITLE = new RegExp(
  String.raw`^(?<lead>(?:[\p{L}.&’'-]+ ){0,4}?)(?:${COURTESY}|(?:${ROLE})(?![\p{L}-]))(?: (?:${COURTESY}|${ROLE})(?![\p{L}-]))* (?=\p{Lu})`,
  "iu",
);
const IS_ROLE = new RegExp(String.raw`^(?:${ROLE})$`, "iu");
const IS_COURTESY = new RegExp(String.raw`^${COURTESY}\s*$`, "u");

/** The title inside a run of capitalized words. */
interface FoundTitle {
  readonly length: number;
  readonly lead: string;
  readonly isCourtesy: boolean;
}

/** Returns the length of the title with which a run of capitalized words begins, and what stands before the title. */
export function titleOf(run: string): FoundTitle | undefined {
  const found = TITLE.exec(`${run} `);
  if (IS_ROLE.test(run)) return { length: run.length, lead: "", isCourtesy: false };
  if (!found || found[0].length >= run.length) return undefined;
  const title = found[0];
  return { length: title.length, lead: found.groups!.lead!, isCourtesy: IS_COURTESY.test(title.trim()) };
}

const WORD = String.raw`[\p{L}\d’'.&-]+`;
/** A phrase right before a name: “the Chinese economist”, “food delivery platform”, “the retailer’s founder”. */
const BEFORE = new RegExp(
  String.raw`(?<=^|[\s(“"])(?<phrase>(?:(?:${WORD}) ){0,5}?(?:(?:and|or) )?(?:(?<person>${ROLE})|(?<body>${BODY}))s?)(?<comma>,)? $`,
  "u",
);

interface FoundRole {
  readonly of: Entity["kind"];
  /** Whether the noun is of people and companies alike. */
  readonly isEither?: boolean;
  readonly role: StatedRole;
}

const LONG =
  /(?:^|[,.;”"] |\b(?:said|by|from|to|and|told) )(?:the|an?|its|their|his|her)\s(?<words>[^,.;“”"]{3,90}), $/iu;

/** Returns the role of several parts at the end of a line: “The chair of the trust, ”. */
function longRole(line: string): string | undefined {
  const words = LONG.exec(line)?.groups?.words;
  return words && ROLE_LINKS.test(words) && isRole(words.split(/\s(?:of|for|at|in|with)\s/u)[0]!)
    ? words
    : undefined;
}

/** Returns the role that the words before a name state. */
export function roleBefore(text: string, start: number): FoundRole | undefined {
  const line = text
    .slice(Math.max(0, start - 120), start)
    .replace(/^.*\n/su, "")
    .replace(/^.*(?:[^\p{Lu}][.!?;:]["”’)]?|[”"]) /su, "");
  const named = BEFORE.exec(line) ?? undefined;
  const long = longRole(line);
  // “The chair of the trust, NAME”: the role is of the person, not of the trust.
  const isPart = long !== undefined && named?.groups?.body !== undefined;
  if (named && !isPart) {
    const { phrase = "", comma } = named.groups!;
    // “The director, Jane Roe, said”: a comma joins them only where the phrase has an article of its own.
    const lead = ROLE_STARTS.exec(phrase)?.[0] ?? "";
    const words = phrase.slice(lead.length);
    const isOwn =
      comma === undefined ||
      /(?:^|\s)(?:two|three|four|five|six|several|both)\s/iu.test(` ${phrase}`) ||
      /\b(?:the|an?|its|their|his|her|our)\s$/iu.test(lead) ||
      /['’]s /u.test(phrase);
    if (words !== "" && isOwn && /^[,;]/.test(words) === false) {
      const end = start - 1 - (comma?.length ?? 0);
      const isBody = named.groups!.body !== undefined && !MAKERS.test(words);
      return {
        of: isBody ? "organizations" : "people",
        isEither: MAKERS.test(words),
        role: { text: words, start: end - words.length, end },
      };
    }
  }
  if (long !== undefined) {
    const end = start - 2;
    return { of: "people", role: { text: long, start: end - long.length, end } };
  }
  return undefined;
}

const ROLE_WORD = new RegExp(String.raw`(?<![\p{L}])(?:${ROLE})(?![\p{L}])`, "iu");
const BODY_WORD = new RegExp(String.raw`(?<![\p{L}])(?:${BODY})(?![\p{L}’])`, "iu");
const ENDS_IN_ROLE = new RegExp(String.raw`(?<![\p{L}])(?:${ROLE})s?$`, "iu");
const isRole = (words: string): boolean => ROLE_WORD.test(words);

/** Returns the role that the words after a name state: “, founder of …”, “ is a …”, “, a retailer that …”. */
export function roleAfter(text: string, end: number): FoundRole | undefined {
  const found = ROLE_AFTER_NAME.exec(text.slice(end, end + 200));
  if (!found) return undefined;
  const { article = "", words: all = "", rest } = found.groups!;
  const isAside = found[0].startsWith(",");
  const words = all.replace(VERB_AFTER_ROLE, "").trimEnd();
  const head = words.split(/\s(?:of|for|at|in|with|to|from|on|by|who|that|which|based|behind)\s/u)[0]!;
  const [person, body] = [isRole(head), BODY_WORD.test(head)];
  // “the brewer who turned …”: companies are “which” and “that”.
  const isWho = article !== "" && WHO_BEHIND.test(all);
  const isPerson = isWho || (person && lastIndexOf(ROLE_WORD, head) > lastIndexOf(BODY_WORD, head));
  if (
    (!person && !body) ||
    /^(?:and|or|but|with|in|on|at|as|when|where|whose|whom|while|because|so|if|after|before|which|to|from|said|says|both|including|like|such|who)\s/iu.test(
      words,
    )
  )
    return undefined;
  // A list goes on with capitals: “Jane Roe, Professor John Doe and …”.
  if (
    isAside &&
    article === "" &&
    /^\p{Lu}/u.test(words) &&
    /\s\p{Lu}\p{Ll}+$/u.test(head) &&
    !ENDS_IN_ROLE.test(head)
  )
    return undefined;
  const start = end + found[0].length - (rest?.length ?? 0) - all.length - (isAside ? 0 : article.length);
  const kept = isAside ? words : article + words;
  const to = start + kept.length;
  const named =
    rest === "," && /\b(?:firm|company|charity|group|platform|retailer|bank)$/u.test(words)
      ? /^, \p{Lu}[\p{L}\d]*(?: [\p{Lu}\d][\p{L}\d]*){0,3}(?=,)/u.exec(text.slice(to, to + 80))?.[0]
      : undefined;
  return {
    of: isPerson ? "people" : "organizations",
    role: { text: kept + (named ?? ""), start, end: to + (named?.length ?? 0) },
  };
}

const WHO_BEHIND = /^(?:\S+ ){1,4}who /u;

const lastIndexOf = (form: RegExp, words: string): number =>
  [...words.matchAll(new RegExp(form.source, "giu"))].at(-1)?.index ?? -1;
