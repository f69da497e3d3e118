/** Defines what a language contributes to reading bylines, and joins the languages. */
import { englishBylines } from "./en/bylines.ts";
import { chineseBylines } from "./zh/bylines.ts";

/** How a language introduces authors, parts them, and calls those who are none. */
export interface BylineGrammar {
  /** What stands before the first name, as a pattern without groups. */
  readonly introduction: string;
  /** What stands between two names, as a pattern without groups. */
  readonly separator: string;
  /** A whole part of a byline that names a role and nobody. */
  readonly role: string;
  /** A word that begins a role or names a day, where it follows a name. */
  readonly titleWord: string;
  /** What a name has that is an institution's and no person's. */
  readonly institution: string;
  /** A whole line that is a page's control or counter and none of its text: “Share”, “5 min read”. */
  readonly control: string;
}

const GRAMMARS = [englishBylines, chineseBylines];
const anyOf = (part: keyof BylineGrammar): string => GRAMMARS.map((grammar) => grammar[part]).join("|");

const INTRODUCTION = new RegExp(`^(?:${anyOf("introduction")})`, "iu");
const SEPARATOR = new RegExp(`(?:${anyOf("separator")})`, "iu");
const ROLE = new RegExp(`^(?:${anyOf("role")})$`, "iu");

/** What follows two words of a name and begins a role or a day: “Andrea Stone Senior Washington Correspondent”. */
const TITLE_AFTER = new RegExp(`(?<=^\\S+ \\S+) (?:${anyOf("titleWord")})\\b.*$`, "iu");

/** Returns the names in a byline such as “By Ann Lee and Bo Chen, Staff Writers”, in order. */
export function namesInByline(byline: string): string[] {
  const names = byline.trim().replace(INTRODUCTION, "").trim();
  return (
    names
      .split(SEPARATOR)
      .map((name) => name.trim().replace(INTRODUCTION, "").replace(TITLE_AFTER, "").trim())
      // A day or a time often follows the names on their line.
      .filter((name) => name !== "" && !ROLE.test(name) && !/\d/.test(name))
  );
}

const INSTITUTION = new RegExp(`(?:${anyOf("institution")})`, "iu");

/** Tells whether a name is an institution's by its words, such as “Press” and 通讯社. */
export const isInstitutionName = (name: string): boolean => INSTITUTION.test(name);

const CONTROL = new RegExp(`^(?:-{2,3}|${anyOf("control")})$`, "iu");

/** Tells whether a line is a page's control or counter, and none of its text. */
export const isPageControl = (line: string): boolean => line.length <= 60 && CONTROL.test(line.trim());

/** Tells whether a line introduces authors. */
export const introducesAuthors = (text: string): boolean => INTRODUCTION.test(text.trim());
