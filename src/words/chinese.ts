/** How Chinese puts dates, lists, and Latin names beside its own characters. */

const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}$€£¥]/u;
const LATIN_EDGE = /[!-~\p{Script=Latin}€£¥]/u;

/**
 * A sentence around what it is given: one space where a Chinese character meets a Latin name; none at
 * numbers, dates and punctuation. What is given is never changed.
 */
export function spaced(parts: TemplateStringsArray, ...given: readonly (string | number)[]): string {
  return parts.reduce((text, part, index) => {
    const value = String(given[index - 1]);
    if (!LATIN.test(value)) return text + value + part;
    const before = HAN.test(text.at(-1) ?? "") && LATIN_EDGE.test(value.at(0) ?? "") ? " " : "";
    const after = LATIN_EDGE.test(value.at(-1) ?? "") && HAN.test(part.at(0) ?? "") ? " " : "";
    return text + before + value + after + part;
  });
}

/** A partial ISO date as people read it: 2021年8月17日, 2021年8月, 2021年, 1990年代. */
export function date(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  if (year.endsWith("s")) return `${year.slice(0, -1)}年代`;
  return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
}

/** 甲、乙和丙. */
export function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : spaced`${parts.slice(0, -1).join("、")}和${last}`;
}
