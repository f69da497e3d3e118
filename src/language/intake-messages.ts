/** Finds the messages of adding and removing sources in a language. */
import { englishIntake, type IntakeMessages } from "./en/intake.ts";
import type { Locale } from "./messages.ts";
import { simplifiedIntake } from "./zh-hans/intake.ts";
import { traditionalIntake } from "./zh-hant/intake.ts";

const ALL = { en: englishIntake, "zh-Hans": simplifiedIntake, "zh-Hant": traditionalIntake };

/** Returns the messages of adding and removing. */
export const intakeMessagesIn = (locale: Locale): IntakeMessages => ALL[locale];
