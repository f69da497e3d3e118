/** English forms of dates. */
import { type DateGrammar, YEAR_FORM } from "../date-grammar.ts";

const monthAs = (group: string): string =>
  String.raw`(?<${group}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const dayAs = (group: string): string => String.raw`(?<${group}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?`;

const [MONTH, MONTH2] = [monthAs("month"), monthAs("month2")];
const [DAY, DAY2] = [dayAs("day"), dayAs("day2")];
const TO = String.raw`\s*(?:-|–|—|to|through|until)\s*`;

export const englishDates: DateGrammar = {
  decades: [/(?<=\b(?:the|in)\s(?:early\s|late\s|mid-?\s?)?)['’‘]?(?<decade>[3-9]0)s\b/iu],
  forms: [
    /(?<=\b(?:the|in|since|of|after|before|until)\s)['’‘](?<shortYear>[0-2]\d)(?![\p{L}\d])/iu,
    new RegExp(String.raw`\b${MONTH}\s+${DAY}${TO}(?:${MONTH2}\s+)?${DAY2}(?:,?\s+${YEAR_FORM})?\b`, "i"),
    new RegExp(
      String.raw`\b${DAY}(?:\s+(?:of\s+)?${MONTH})?${TO}${DAY2}\s+(?:of\s+)?${MONTH2}(?:,?\s+${YEAR_FORM})?`,
      "i",
    ),
    new RegExp(String.raw`\b${MONTH}\s+${DAY}(?![\d:])(?:,?\s+${YEAR_FORM})?`, "i"),
    new RegExp(String.raw`\b${DAY}\s+(?:of\s+)?${MONTH}(?![a-z])(?:,?\s+${YEAR_FORM})?`, "i"),
    new RegExp(String.raw`\b${MONTH}(?:\s+of)?,?\s+${YEAR_FORM}(?!\d)`, "i"),
    // A month alone: by its full name, and for “May” and “March” only after a word that rules out the verbs.
    /\b(?<month>January|February|April|June|July|August|September|October|November|December|(?<=\b(?:in|since|last|this|by|of|until|during|before|after|early|late|mid)[\s-])(?:May|March))(?![\p{L}])/iu,
  ],
  decadeSuffix: String.raw`['’]?s(?![\p{L}\p{N}])`,
  months: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  countedThings: "million|billion|trillion|thousand|yuan|dollars|people|companies",
};
