/** Reasons that a record gives for what is not in its source's words, by language. */
import { englishRecordReasons as en } from "./en/record-reasons.ts";
import type { Locale } from "./messages.ts";
import { recordReasonsHans as zhHans } from "./zh-hans/record-reasons.ts";
import { recordReasonsHant as zhHant } from "./zh-hant/record-reasons.ts";

/** Returns one reason in all languages, as a record's file has it. */
export const recordReason = (reason: keyof typeof en, about: string): Readonly<Record<Locale, string>> => ({
  en: en[reason](about),
  "zh-Hans": zhHans[reason](about),
  "zh-Hant": zhHant[reason](about),
});
