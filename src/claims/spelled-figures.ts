/** Reads figures that are written in words and have a scale and a currency: “half a million pounds”, “二亿港元”. */
import { NUMBER_SCALES, type NumberUnit, SPELLED_NUMBERS, UNITS_AFTER } from "../language/numbers.ts";
import { parseUnit, type WrittenNumber } from "../search/numbers.ts";

const FORMS = SPELLED_NUMBERS.map(({ form, value }) => ({
  form: new RegExp(String.raw`${form}\s?(?<unit>${UNITS_AFTER})`, "giu"),
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
      const name: NumberUnit | undefined = parseUnit(unit.toLowerCase().replace(/\s/g, " "));
      const factor = (groups?.scale ?? "")
        .split(/\s/)
        .reduce((all, word) => all * (NUMBER_SCALES[word.toLowerCase().replace(/s$/, "")] ?? 1), 1);
      const times = value(groups?.number ?? "");
      if (name === undefined || times === undefined) continue;
      const end = start + written.length;
      const figure = { start, end: end - unit.length };
      found.push({ value: times * factor, start, end: figure.end, unit: { name, start: figure.end, end } });
    }
  return found.sort((one, other) => one.start - other.start);
}
