/** English forms of questions. */
import type { PhraseGrammar, PhrasePattern } from "../phrases.ts";

const GIVE = "(?:pledge|give|donate|promise|commit|contribute|offer|put up)";
const GAVE = "(?:pledged|gave|given|donated|promised|committed|contributed|offered)";
const OF = "(?:about|on|of|regarding|concerning)";
const IS = "(?:['’](?:s|re)| is| are| was| were)";

const PATTERNS: readonly PhrasePattern[] = [
  {
    command: "quote",
    second: "about",
    form: RegExp(`^what (?:did|does|do|has|have) (.+?) (?:say|said) ${OF} (.+)$`),
  },
  { command: "quote", form: /^what (?:did|does|do|has|have) (.+?) (?:say|said)$/ },
  { command: "quote", second: "about", form: RegExp(`^quot(?:es|ations?) (?:by|from|of) (.+?) ${OF} (.+)$`) },
  { command: "quote", form: /^quot(?:es|ations?) (?:by|from|of|about|on) (.+)$/ },
  { command: "quote", form: /^who (?:has )?(?:said|says|spoke (?:of|about)|talked about|mentioned) (.+)$/ },
  { command: "compare", form: /^how (?:do|does|did) (.+? compare(?:d? (?:to|with) .+)?)$/ },
  {
    command: "compare",
    form: RegExp(
      `^who (?:has |have )?(?:${GIVE}|${GAVE}) (?:the )?(?:more|most|less|least)[:,]? (.+? or .+)$`,
    ),
  },
  { command: "compare", form: /^(.+? (?:vs\.?|versus) .+)$/ },
  {
    command: "timeline",
    form: /^what(?:['’]s| has| have)? happened(?: (?:in|on|during|to|with|at|around))? (.+)$/,
  },
  {
    command: "timeline",
    form: /^when (?:did|was|were) (?:the )?(.+?)(?: (?:happen|take place|begin|start|held|introduced|announced))?$/,
  },
  { command: "timeline", form: /^(?:the )?(?:timeline|chronology) (?:of|for) (.+)$/ },
  {
    command: "pledge",
    form: RegExp(`^(?:how much|what)(?: money)? (?:did|does|do|has|have) (.+?) (?:${GIVE}|${GAVE})(?: .+)?$`),
  },
  {
    command: "pledge",
    form: RegExp(`^who (?:has |have )?${GAVE}(?: money| funds| anything)?(?: (?:to|for|towards?))? (.+)$`),
  },
  { command: "pledge", form: /^(?:pledges|donations|commitments) (?:by|of|from|to|for) (.+)$/ },
  { command: "cite", form: /^how (?:do|does|can|could|should|would) (?:i|you|we|one) cite (.+)$/ },
  {
    command: "cite",
    form: /^(?:what(?:['’]s| is) )?(?:the |an? )?(?:citations?|references?) (?:for|of|to) (.+)$/,
  },
  { command: "cite", form: /^((?:bibtex|ris|csl|apa|mla|chicago|harvard|vancouver|gb\/?t) (?:for|of) .+)$/ },
  { command: "who", form: RegExp(`^who${IS} (?:the )?(.+)$`) },
  {
    command: "define",
    form: /^what (?:does|do|did|is|are) (?:the (?:term|word|phrase) )?(.+?) (?:mean|meant)(?: by .+)?$/,
  },
  { command: "define", form: /^(?:what(?:['’]s| is| are) )?(?:the )?(?:meaning|definition) of (.+)$/ },
  { command: "define", form: /^what(?:['’]s| is| are| was) (?:(?:an?|the) )?(.+)$/ },
];

export const englishPhrases: PhraseGrammar = {
  patterns: PATTERNS,
  lead: "(?:please|hi|hey|hello|ok|so|and)[ ,!]+|(?:can|could|would) you (?:please )?(?:tell (?:me|us) |say )?|tell (?:me|us) ",
  question: "^(?:who|whose|what|when|where|why|how|which|is|are|was|were|did|does|has|have)\\b.+",
  addressed: "\\b(?:you|your|i|we|us|our|my|me)\\b",
  smallTalk: `^who${IS} (?:you|i|we|he|she|it|they|this|that|there|here)\\b`,
  ambiguousStart: "^who\\b",
};
