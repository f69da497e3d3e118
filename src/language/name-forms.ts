/** Collects how people write names that are longer, vaguer or other than those on record, in all languages. */
import { englishNameForms } from "./en/name-forms.ts";
import { chineseNameForms } from "./zh/name-forms.ts";

/** One language's forms of names. Strings are sources of patterns. */
export interface NameFormGrammar {
  /** Titles before a name, and after it, that anybody may bear. */
  readonly courtesyTitles: { readonly before?: string; readonly after?: string };
  /** Titles that say what somebody is, and so must agree with a recorded role. */
  readonly officeTitles: { readonly before?: string; readonly after?: string };
  /** Words for one role: what people type, and how sources state it. */
  readonly roles: readonly { readonly typed: string; readonly stated: string }[];
  /** A role and whose it is, with the groups `role` and `whose`. */
  readonly roleForms: readonly string[];
  /** Words that are nobody's name: “government”, “company”. */
  readonly genericWords: readonly string[];
  /** Words for all who gave, as a pattern for a whole folded name: “chinese tech companies”. */
  readonly everyone: string;
  /** Provinces and cities; countries are known from Unicode's locale data. */
  readonly places: readonly string[];
  /** What may stand around a company's name: “Group Holdings Ltd”. */
  readonly companySuffixes?: string;
}

const ALL: readonly NameFormGrammar[] = [englishNameForms, chineseNameForms];

const titlePatterns = (of: (grammar: NameFormGrammar) => { before?: string; after?: string }): RegExp[] =>
  ALL.flatMap((grammar) => {
    const { before, after } = of(grammar);
    return [
      ...(before === undefined ? [] : [new RegExp(`^(?<title>${before})(?<name>.+)$`, "iu")]),
      ...(after === undefined ? [] : [new RegExp(`^(?<name>.+?)(?<title>${after})$`, "iu")]),
    ];
  });

const COURTESY = titlePatterns(({ courtesyTitles }) => courtesyTitles);
const OFFICE = titlePatterns(({ officeTitles }) => officeTitles);

/** A name without the title before or after it; `office` is the title where it says what somebody is. */
export interface TitledName {
  readonly name: string;
  readonly office?: string;
}

/** Reads a name with a title, or returns undefined when there is no title. */
export function readTitledName(text: string): TitledName | undefined {
  for (const form of OFFICE) {
    const { name, title } = form.exec(text)?.groups ?? {};
    if (name !== undefined && title !== undefined) return { name: name.trim(), office: title.trim() };
  }
  for (const form of COURTESY) {
    const { name } = form.exec(text)?.groups ?? {};
    if (name !== undefined) return { name: name.trim() };
  }
  return undefined;
}

const ROLES = ALL.flatMap(({ roles }) => roles).map(({ typed, stated }) => ({
  typed: new RegExp(`^(?:${typed})$`, "iu"),
  stated: new RegExp(stated, "iu"),
}));

/** Returns how sources state a role that somebody typed; an empty list for words that are no role. */
export const statedRoleForms = (typed: string): RegExp[] =>
  ROLES.filter((role) => role.typed.test(typed.trim())).map(({ stated }) => stated);

const ROLE_FORMS = ALL.flatMap(({ roleForms }) => roleForms).map((form) => new RegExp(`^${form}$`, "iu"));

/** Reads “ceo of xiaomi”: the role and whose it is, in every way in which the text can be read. */
export const readRoles = (text: string): { role: string; whose: string }[] =>
  ROLE_FORMS.flatMap((form) => {
    const { role, whose } = form.exec(text)?.groups ?? {};
    return role === undefined || whose === undefined ? [] : [{ role: role.trim(), whose: whose.trim() }];
  });

const EVERYONE = new RegExp(`^(?:${ALL.map(({ everyone }) => everyone).join("|")})$`, "iu");

/** Tells whether a folded name stands for all who gave something. */
export const isEveryone = (folded: string): boolean => EVERYONE.test(folded);

const GENERIC: ReadonlySet<string> = new Set(ALL.flatMap(({ genericWords }) => genericWords));
const LISTED_PLACES: readonly string[] = ALL.flatMap(({ places }) => places);
const COMPANY = new RegExp(ALL.flatMap(({ companySuffixes }) => companySuffixes ?? []).join("|"), "giu");

/** Removes what may stand around a company's name. */
export const stripCompanySuffixes = (name: string): string => name.replace(COMPANY, " ").trim();

/** Returns the names of all countries in the languages of the desk. */
function countries(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return ["en", "zh-Hans", "zh-Hant"].flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
  });
}

/** Tells whether a folded word is in nobody’s name by itself. */
export const isGenericWord = (folded: string): boolean => GENERIC.has(folded);

let places: ReadonlySet<string> | undefined;

/**
 * Tells whether a name says nobody in particular: it is a place, or consists of generic words.
 * @param words the name folded, word by word
 */
export function isGenericName(words: readonly string[]): boolean {
  places ??= new Set([...LISTED_PLACES, ...countries()].map((name) => name.toLowerCase()));
  const known = places;
  return (
    words.length > 0 &&
    (known.has(words.join(" ")) || words.every((word) => GENERIC.has(word) || known.has(word)))
  );
}
