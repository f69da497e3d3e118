/** English forms of numbers and currencies. */
import type { NumberGrammar } from "../numbers.ts";
import { englishNumerals } from "./numerals.ts";

const DOLLARS =
  "(?:us|u\\.s\\.|american|hong kong|hk|(?:new )?taiwan(?:ese)?|singapore(?:an)?|australian|canadian|new zealand)";

const SMALL: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, "half a": 0.5, "a half": 0.5, "a quarter of a": 0.25, "three quarters of a": 0.75 },
  ...{ "one and a half": 1.5, "a hundred": 100, "one hundred": 100, hundred: 100 },
  ...englishNumerals(1, 90),
};
const NUMERALS = Object.keys(SMALL)
  .sort((one, other) => other.length - one.length)
  .join("|");

/** Reads “twenty-five”, “half a”. */
function spelledValue(words: string): number | undefined {
  const whole = SMALL[words.toLowerCase()];
  if (whole !== undefined) return whole;
  const parts = words
    .toLowerCase()
    .split("-")
    .map((part) => SMALL[part]);
  return parts.every((part) => part !== undefined)
    ? parts.reduce<number>((sum, part) => sum + part!, 0)
    : undefined;
}

export const englishNumbers: NumberGrammar = {
  scales: {
    hundred: 1e2,
    ...{ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
    ...{ lakh: 1e5, crore: 1e7 },
    ...{ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, mio: 1e6, "mio.": 1e6, b: 1e9, bn: 1e9, bln: 1e9, tn: 1e12 },
  },
  longScales: "(?:(?:thousand|million|billion|trillion|lakh|crore)s?|bn|mn|tn|mln|bln|mio\\.?)(?![a-z])",
  shortScales: String.raw`[kmb](?![a-z\d])`,
  units: {
    USD: String.raw`us\$|u\.s\. ?\$|\$|usd|(?:(?:us|u\.s\.|american) )?dollars?`,
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
    SEK: "sek|swedish kron(?:a|or)|kron(?:a|or)",
    NOK: "nok|norwegian kroner?",
    DKK: "dkk|danish kroner?",
    PLN: "pln|(?:polish )?(?:zloty|złoty)s?",
    TRY: "try|turkish lira",
    MXN: String.raw`mx\$|mxn|mexican pesos?`,
    AED: "aed|(?:uae |emirati )?dirhams?",
    SAR: "sar|saudi riyals?",
    ILS: "ils|₪|(?:israeli )?(?:new )?shekels?",
    EGP: "egp|egyptian pounds?",
    PKR: "pkr|pakistani? rupees?",
    BDT: "bdt|(?:bangladeshi )?taka",
    NGN: "ngn|₦|(?:nigerian )?nairas?",
    KES: "kes|ksh|kenyan shillings?",
    UGX: "ugx|ugandan shillings?",
    TZS: "tzs|tanzanian shillings?",
    GHS: "ghs|(?:ghanaian )?cedis?",
    percent: "%|per ?cent",
  },
  unitsBefore: String.raw`us\$|u\.s\.\s?\$|hk\$|nt\$|nz\$|au?\$|ca?\$|s\$|r\$|mop\$|\$|€|£|₹|₩|₽|฿|₫|₱|rs\.?|rm|rp|usd|eur|gbp|rmb|cny|hkd|twd|ntd|mop|jpy|krw|inr|sgd|aud|cad|nzd|chf|rub|brl|myr|thb|idr|vnd|php|zar|mx\$|₪|₦|ksh|kes|ngn|sek|nok|dkk|egp|pkr|aed`,
  unitsAfter: `(?:(?:swedish |norwegian |danish )?kron(?:a|or|er)|(?:polish )?zlotys?|turkish lira|mexican pesos?|(?:uae |emirati )?dirhams?|saudi riyals?|(?:israeli )?(?:new )?shekels?|egyptian pounds?|pakistani? rupees?|(?:bangladeshi )?taka|(?:nigerian )?nairas?|(?:kenyan|ugandan|tanzanian) shillings?|(?:ghanaian )?cedis?|${DOLLARS} dollars?|dollars?|euros?|pounds?|yuan|renminbi|(?:japanese )?yen|(?:indian )?rupees?|(?:(?:south )?korean )won|(?:macau |macanese )?patacas?|swiss francs?|(?:russian )?rou?bles?|(?:malaysian )?ringgit|(?:thai )?baht|(?:indonesian )?rupiah|(?:south african )?rand|philippine pesos?|usd|eur|gbp|rmb|cny|hkd|twd|ntd|mop|jpy|krw|inr|sgd|aud|cad|nzd|chf|rub|brl|myr|thb|idr|vnd|php|zar|per ?cent)(?![a-z])|%`,
  numberWords: String.raw`\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|quarter)\b`,
  openBefore: String.raw`[¥￥]|kr\.?`,
  openAfter: String.raw`(?:francs?|pesos?|shillings?|dinars?|kroner|crowns?|riyals?|won(?=[.,;)]|\s(?:to|for|in|from|and|over|each|on|towards?|by|after|will)\b|\s?$))(?![a-z])`,
  countryHints: {
    JPY: "japan|yen(?![a-z])|tokyo",
    CNY: "chin(?:a|ese)|yuan|renminbi|beijing",
    CHF: "swiss francs?|switzerland",
    KES: "kenya",
    UGX: "uganda",
    TZS: "tanzania",
    KRW: "korea|won(?![a-z])",
    SEK: "swed(?:en|ish)",
    NOK: "norw(?:ay|egian)",
    DKK: "denmark|danish",
    MXN: "mexic",
    PHP: "philippin",
  },
  spelled: [
    {
      form: String.raw`(?<![\p{L}\d.,-]|\d\s|hundred (?:and )?|thousand |million |billion )(?<number>(?!(?:an?|one|half a|a half|a quarter of a|three quarters of a) )(?:${NUMERALS})(?:-(?:${NUMERALS}))?)(?:\s(?<scale>hundred))?\s`,
      value: spelledValue,
    },
    {
      form: String.raw`(?<![\p{L}\d.,-]|\d\s|\d (?:and|point) |hundred (?:and )?|thousand |million |billion )(?<number>(?:${NUMERALS})(?:-(?:${NUMERALS}))?)[\s-](?<scale>(?:(?:hundred )?thousand|million|billion|trillion))`,
      value: spelledValue,
    },
  ],
  sharedUnits: [
    [
      String.raw`\$|dollars?`,
      [
        "USD",
        "AUD",
        "BBD",
        "BMD",
        "BND",
        "BSD",
        "BZD",
        "CAD",
        "FJD",
        "GYD",
        "HKD",
        "JMD",
        "KYD",
        "LRD",
        "MXN",
        "NAD",
      ].concat(["NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "ARS", "CLP", "COP", "CUP", "DOP", "UYU", "XCD"]),
    ],
    ["¥|￥", ["CNY", "JPY"]],
    ["£|pounds?", ["GBP", "EGP", "FKP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"]],
    [String.raw`kr\.?|kron(?:a|or|e|er|ur)|crowns?`, ["SEK", "NOK", "DKK", "ISK"]],
    [String.raw`rs\.?|rupees?`, ["INR", "PKR", "LKR", "NPR", "MUR", "SCR"]],
    ["pesos?", ["MXN", "PHP", "ARS", "CLP", "COP", "CUP", "DOP", "UYU"]],
    ["shillings?", ["KES", "UGX", "TZS", "SOS"]],
    ["won", ["KRW", "KPW"]],
    ["francs?", ["CHF", "XOF", "XAF", "XPF", "DJF", "GNF", "RWF", "BIF", "KMF", "CDF"]],
  ],
};
