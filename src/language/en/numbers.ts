/** English forms of numbers and currencies. */
import type { NumberGrammar } from "../numbers.ts";

export const englishNumbers: NumberGrammar = {
  scales: {
    ...{ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
    ...{ k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 },
  },
  longScales: "(?:(?:thousand|million|billion|trillion)s?|bn|mn|tn)(?![a-z])",
  shortScales: String.raw`[kmb](?![a-z\d])`,
  units: {
    USD: String.raw`us\$|\$|usd|(?:us )?dollars?`,
    EUR: "€|eur|euros?",
    GBP: "£|gbp|pounds?",
    CNY: "rmb|cny|yuan|renminbi",
    HKD: String.raw`hk\$|hkd`,
    percent: "%|per ?cent",
  },
  unitsBefore: String.raw`us\$|hk\$|\$|€|£|usd|eur|gbp|rmb|cny|hkd`,
  unitsAfter:
    "(?:(?:us )?dollars?|euros?|pounds?|yuan|renminbi|usd|eur|gbp|rmb|cny|hkd|per ?cent)(?![a-z])|%",
};
