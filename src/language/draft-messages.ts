/** Finds the messages of `refdesk draft` in a language. */
import { type DraftMessages, englishDraftMessages } from "./en/draft-messages.ts";
import type { Locale } from "./messages.ts";
import { simplifiedDraftMessages } from "./zh-hans/draft-messages.ts";
import { traditionalDraftMessages } from "./zh-hant/draft-messages.ts";

const ALL = {
  en: englishDraftMessages,
  "zh-Hans": simplifiedDraftMessages,
  "zh-Hant": traditionalDraftMessages,
};

/** Returns the messages of `refdesk draft`. */
export const draftMessagesIn = (locale: Locale): DraftMessages => ALL[locale];
