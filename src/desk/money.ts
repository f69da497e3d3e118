/** Sums of money as people write them, in English and in Chinese. */

/** A sum as it was written, with what it comes to. */
export interface Money {
  readonly text: string;
  readonly value: number;
  /** ISO 4217. */
  readonly currency: string;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(us\$|\$|usd|(us )?dollars?|美元|美金)$/i, "USD"],
  [/^(€|eur|euros?|欧元|歐元)$/i, "EUR"],
  [/^(£|gbp|pounds?|英镑|英鎊)$/i, "GBP"],
  [/^(rmb|cny|yuan|renminbi|元|人民币|人民幣)$/i, "CNY"],
  [/^(hk\$|hkd|港元|港币|港幣)$/i, "HKD"],
];

const SCALES: Readonly<Record<string, number>> = {
  ...{
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    mn: 1e6,
    m: 1e6,
    billion: 1e9,
    bn: 1e9,
    b: 1e9,
    trillion: 1e12,
    tn: 1e12,
  },
  ...{ 万: 1e4, 萬: 1e4, 百万: 1e6, 百萬: 1e6, 亿: 1e8, 億: 1e8, 万亿: 1e12, 萬億: 1e12 },
};

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const SCALE = `(thousand|million|billion|trillion|bn|mn|tn|[kmb](?![a-z])|万亿|萬億|百万|百萬|亿|億|万|萬)?`;
const BEFORE = String.raw`(us\$|hk\$|\$|€|£|usd|eur|gbp|rmb|cny|hkd)`;
const AFTER = `((?:us )?dollars?|euros?|pounds?|yuan|renminbi|usd|eur|gbp|rmb|cny|hkd|美元|美金|欧元|歐元|英镑|英鎊|港元|港币|港幣|人民币|人民幣|元)`;
const MONEY = new RegExp(`${BEFORE}\\s*${NUMBER}\\s*-?${SCALE}|${NUMBER}\\s*-?${SCALE}\\s*${AFTER}`, "gi");

const currencyOf = (mark: string): string | undefined =>
  CURRENCIES.find(([form]) => form.test(mark.trim()))?.[1];

/** The sums in a text, in their order. A number without a currency is no sum. */
export function moneyIn(text: string): Money[] {
  return [...text.matchAll(MONEY)].flatMap((found): Money[] => {
    const [whole, before, numberAfter, scaleAfter, numberBefore, scaleBefore, after] = found;
    const currency = currencyOf(before ?? after ?? "");
    const number = Number((numberAfter ?? numberBefore ?? "").replaceAll(",", ""));
    const scale = (scaleAfter ?? scaleBefore ?? "").toLowerCase();
    // Rounded to a cent: 15.5 times a thousand million is not exact in every language of numbers.
    const value = Math.round(number * (SCALES[scale] ?? 1) * 100) / 100;
    return currency === undefined || !(value > 0) ? [] : [{ text: whole.trim(), value, currency }];
  });
}
