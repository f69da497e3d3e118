/** English forms of numbers and currencies. */
import type { NumberGrammar } from "../numbers.ts";

const DOLLARS =
  "(?:us|hong kong|hk|(?:new )?taiwan(?:ese)?|singapore(?:an)?|australian|canadian|new zealand)";

export const englishNumbers: NumberGrammar = {
  scales: {
    ...{ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
    ...{ lakh: 1e5, crore: 1e7 },
    ...{ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, b: 1e9, bn: 1e9, bln: 1e9, tn: 1e12 },
  },
  longScales: "(?:(?:thousand|million|billion|trillion|lakh|crore)s?|bn|mn|tn|mln|bln)(?![a-z])",
  shortScales: String.raw`[kmb](?![a-z\d])`,
  units: {
    USD: String.raw`us\$|\$|usd|(?:us )?dollars?`,
    EUR: "€|eur|euros?",
    GBP: "£|gbp|pounds?",
    CNY: "rmb|cny|yuan|renminbi",
    HKD: String.raw`hk\$|hkd|(?:hong kong|hk) dollars?`,
    TWD: String.raw`nt\$|twd|ntd|(?:new )?taiwan(?:ese)? dollars?`,
    MOP: String.raw`mop\$?|(?:macau |macanese )?patacas?`,
    JPY: "jpy|(?:japanese )?yen",
    KRW: "krw|₩|(?:south )?(?:korean )?won",
    INR: String.raw`rs\.?|inr|₹|(?:indian )?rupees?`,
    SGD: String.raw`s\$|sgd|singapore(?:an)? dollars?`,
    AUD: String.raw`au?\$|aud|australian dollars?`,
    CAD: String.raw`ca?\$|cad|canadian dollars?`,
    NZD: String.raw`nz\$|nzd|new zealand dollars?`,
    CHF: "chf|swiss francs?",
    RUB: "rub|₽|(?:russian )?rou?bles?",
    BRL: String.raw`r\$|brl|(?:brazilian )?reais`,
    MYR: "rm|myr|(?:malaysian )?ringgit",
    THB: "thb|฿|(?:thai )?baht",
    IDR: "idr|rp|(?:indonesian )?rupiah",
    VND: "vnd|₫|(?:vietnamese )?dong",
    PHP: "php|₱|philippine pesos?",
    ZAR: "zar|(?:south african )?rand",
    percent: "%|per ?cent",
  },
  unitsBefore: String.raw`us\$|hk\$|nt\$|nz\$|au?\$|ca?\$|s\$|r\$|mop\$|\$|€|£|₹|₩|₽|฿|₫|₱|rs\.?|rm|rp|usd|eur|gbp|rmb|cny|hkd|twd|ntd|mop|jpy|krw|inr|sgd|aud|cad|nzd|chf|rub|brl|myr|thb|idr|vnd|php|zar`,
  unitsAfter: `(?:${DOLLARS} dollars?|dollars?|euros?|pounds?|yuan|renminbi|(?:japanese )?yen|(?:indian )?rupees?|(?:(?:south )?korean )won|(?:macau |macanese )?patacas?|swiss francs?|(?:russian )?rou?bles?|(?:malaysian )?ringgit|(?:thai )?baht|(?:indonesian )?rupiah|(?:south african )?rand|philippine pesos?|usd|eur|gbp|rmb|cny|hkd|twd|ntd|mop|jpy|krw|inr|sgd|aud|cad|nzd|chf|rub|brl|myr|thb|idr|vnd|php|zar|per ?cent)(?![a-z])|%`,
};
