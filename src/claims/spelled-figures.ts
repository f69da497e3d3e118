/** Reads figures that are written in words and have a scale and a currency: “half a million pounds”, “二亿港元”. */
import {
  NUMBER_SCALES,
  type NumberUnit,
  SPELLED_NUMBERS,
  UNITS_AFTER,
  UNITS_BEFORE,
} from "../language/numbers.ts";
import { parseUnit, type WrittenNumber } from "../search/numbers.ts";

const FORMS = SPELLED_NUMBERS.map(({ form, value }) => ({
  form: new RegExp(String.raw`(?:(?<lead>${UNITS_BEFORE})\s?)?${form}\s?(?<unit>${UNITS_AFTER})`, "giu"),
  value,
}));

const UNIT = new RegExp(UNITS_AFTER, "iu");

/** Returns the sums of a text that are written in words, in order. */
export function findSpelledSums(text: string): WrittenNumber[] {
  if (!UNIT.test(text)) return [];
  const found: WrittenNumber[] = [];
  for (const { form, value } of FORMS)
    for (const { 0: written, index: start, groups } of text.matchAll(form)) {
      const unit = groups?.unit ?? "";
      // “新臺幣五百萬元”: the name before the figure says of which country the yuan are.
      const lead = groups?.lead ?? "";
      const name: NumberUnit | undefined = parseUnit((lead || unit).toLowerCase().replace(/\s/g, " "));
      const factor = (groups?.scale ?? "")
        .split(/\s/)
        .reduce((all, word) => all * (NUMBER_SCALES[word.toLowerCase().replace(/s$/, "")] ?? 1), 1);
      const times = value(groups?.number ?? "");
      if (name === undefined || times === undefined) continue;
      const end = start + written.length;
      const figure = {
        start: start + lead.length + (/^\s/.test(written.slice(lead.length)) ? 1 : 0),
        end: end - unit.length,
      };
      const place = lead === "" ? { start: figure.end, end } : { start, end: start + lead.length };
      found.push({ value: times * factor, ...figure, unit: { name, ...place } });
    }
  return found.sort((one, other) => one.start - other.start);
}
