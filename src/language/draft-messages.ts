/** Finds the messages of `refdesk draft` in a language. */
import { type DraftMessages, englishDrafts } from "./en/draft-messages.ts";
import type { Locale } from "./messages.ts";
import { simplifiedDrafts } from "./zh-hans/draft-messages.ts";
import { traditionalDrafts } from "./zh-hant/draft-messages.ts";

const ALL = { en: englishDrafts, "zh-Hans": simplifiedDrafts, "zh-Hant": traditionalDrafts };

/** Returns the messages of `refdesk draft`. */
export const draftMessagesIn = (locale: Locale): DraftMessages => ALL[locale];
