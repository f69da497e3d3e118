/** Finds the messages of reviewing in a language: those of the desk, and those of its screen in a terminal. */
import { englishReview, type ReviewMessages } from "./en/review-messages.ts";
import { englishReviewScreen, type ReviewScreenMessages } from "./en/review-screen.ts";
import type { Locale } from "./messages.ts";
import { simplifiedReview } from "./zh-hans/review-messages.ts";
import { simplifiedReviewScreen } from "./zh-hans/review-screen.ts";
import { traditionalReview } from "./zh-hant/review-messages.ts";
import { traditionalReviewScreen } from "./zh-hant/review-screen.ts";

const DESK = { en: englishReview, "zh-Hans": simplifiedReview, "zh-Hant": traditionalReview };
const SCREEN = {
  ...{ en: englishReviewScreen, "zh-Hans": simplifiedReviewScreen, "zh-Hant": traditionalReviewScreen },
};

/** Returns what is asked of a reviewer, and why something cannot be written; in English unless a language is given. */
export const reviewMessagesIn = (locale: Locale = "en"): ReviewMessages => DESK[locale];

/** Returns the messages of `refdesk review` in a terminal. */
export const reviewScreenIn = (locale: Locale): ReviewScreenMessages => SCREEN[locale];
