/** Tells in which language a text is written. */
import { franc } from "franc-min";
import { cardNotes } from "../language/en/card-notes.ts";
import { chineseScript } from "../language/zh/script-characters.ts";
import type { Found } from "./document.ts";
import { canonicalLanguage } from "./page-facts.ts";

/** So much of a text is enough to tell, and no more is read. */
const ENOUGH = 20_000;

const share = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).length / Math.max(1, (text.match(/\p{L}/gu) ?? []).length);

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Returns the language of a text as a tag, or undefined when it is too short to tell. */
function detectLanguage(whole: string): string | undefined {
  const text = whole.slice(0, ENOUGH);
  if (share(text, HAN) > 0.3 && share(text, KANA) < 0.1) return chineseScript(text) ?? "zh";
  const code = franc(text, { minLength: 40 });
  return code === "und" ? undefined : canonicalLanguage(code);
}

/** Languages that are written with Han characters. */
const WRITTEN_IN_HAN = /^(?:zh|ja|yue|wuu|lzh|cmn)\b/;

/**
 * Decides on the language: what the document says of itself, unless its script shows that it is none such; else what
 * its text tells.
 */
export function decideLanguage(said: Found<string> | undefined, text: string): Found<string> | undefined {
  const read = detectLanguage(text);
  const byText = read === undefined ? undefined : { value: read, at: cardNotes.places.text };
  const tag = canonicalLanguage(said?.value);
  if (!said || tag === undefined) return byText;
  const isHan = share(text.slice(0, ENOUGH), HAN) > 0.3;
  if (byText && isHan !== WRITTEN_IN_HAN.test(tag)) return byText;
  // The tag of Chinese alone does not say in which script, and pages and pictures need to know.
  if (tag === "zh" && byText?.value.startsWith("zh-")) return byText;
  return { value: tag, at: said.at };
}
