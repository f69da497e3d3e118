/** English words by which questions are told. */
import type { QuestionGrammar } from "../question-words.ts";
import { ABOUT_FORM, IS_FORM } from "./phrase-parts.ts";

export const englishQuestions: QuestionGrammar = {
  lead:
    "(?:please|pls|hi|hey|hello|ok|okay|so|and|but|yo|um|hm+|quick question|question)[ ,!:]+|(?:can|could|would) (?:you|someone|anyone|anybody|somebody) (?:please )?(?:tell (?:me|us) |say |explain |look up |find |remind me )?|" +
    "tell (?:me|us) |(?:show|give|find|get) (?:me|us) |look up |remind me |(?:do you|does anyone|does anybody|anyone|anybody) know (?:if |whether )?|any idea |i(?:['’]d| would)? (?:want|like|need) to know (?:if |whether )?|i(?:['’]m| am) wondering |i wonder |wondering ",
  tail: "(?<![ ,])[ ,]+(?:pls|plz|please|thanks|thank you|thx|btw|by the way|again|exactly|anyway|then|here|according to (?:the )?(?:sources|articles|texts)|in the (?:sources|articles|texts))",
  contractions: [
    [/^(what|who|when|where|why|how)['’]?s (?=\S)/i, "$1 is "],
    [/^(what|who|when|where|why|how)['’]?d (?=\S)/i, "$1 did "],
    [/^(what|who|when|where|why|how)['’]?re (?=\S)/i, "$1 are "],
    [/^(did|does|do|has|have|had|is|are|was|were)n['’]?t /i, "$1 "],
  ],
  total:
    "(?<!\\p{L})(?:in total|in all|in sum|altogether|all together|overall|combined|taken together|all in all|the total of|the sum of)(?!\\p{L})",
  totalWords: "in total",
  question:
    "^(?:who|whose|whom|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had|will|would|can|since when)\\b.+",
  addressed: "\\b(?:you|your|i|we|us|our|my|me)\\b",
  smallTalk: `^who${IS_FORM} (?:you|i|we|he|she|it|they|this|that|there|here)\\b`,
  ambiguousStart: "^(?:who|quotes?|pledges?|source)\\b",
  whoQuestion:
    "^(?:at|in|from|else|all|is|are|was|were|has|have|had|did|does|do|will|would|can|could|may|gave|said|came|made|wrote|spoke|led|ran|took|got|went|set|put|saw|told|thought|\\p{L}+ed|\\p{L}{3,}s) .+",
  topicWords: `(?<=\\s)${ABOUT_FORM}(?=\\s)`,
};
