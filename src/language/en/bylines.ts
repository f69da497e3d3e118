/** How English bylines are written. */
import type { BylineGrammar } from "../byline-grammar.ts";

export const englishBylines: BylineGrammar = {
  introduction: String.raw`(?:(?:written|reported|posted|words|story|text|analysis|report) )?by[\s:]+|(?:par|por)\s+|author(?:s|\(s\))?\s*:\s*`,
  separator: String.raw`,?\s+(?:and|with)\s+|\s*[;|&]\s*|\s+[\u2013\u2014\u00b7\u2022]\s+|,\s+`,
  role: String.raw`(?:the )?(?:(?:senior|chief|executive|managing|deputy|special|staff|guest|contributing|foreign|business|political|asia|china|us|u\.s\.|technology|economics) )*(?:writers?|reporters?|correspondents?|editors?|contributors?|columnists?|producers?|admin|administrator|editorial (?:team|board|staff)|staff)`,
  titleWord:
    "senior|chief|staff|special|contributing|executive|managing|deputy|associate|political|business|technology|correspondent|reporter|writer|editor|columnist|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
  institution: String.raw`\b(?:afp|agency|associated press|associates|association|bbc|bloomberg|board|bureau|center|centre|club|cnn|committee|company|council|daily|department|desk|editors?|foundation|group|inc|institute|ltd|magazine|media|ministry|network|news|newspaper|newsroom|office|organi[sz]ation|post|press|radio|reuters|review|service|society|staff|team|times|tribune|university|voa|weekly|xinhua)\b`,
  control: String.raw`share|share this(?: (?:post|article|story))?|listen|follow|subscribe|sign up|leave a comment|\d+ (?:comments?|likes?)|\d+ min(?:ute)?s? read(?:\s*·.{0,30})?`,
};
