/** English forms of questions. */
import type { PhraseGrammar, PhrasePattern } from "../phrases.ts";

const MONEY = "(?: (?:money|cash|funds?|aid|anything|something|any money|some money|any|a sum|help))?";
const GIVE =
  "(?:pledge|give|donate|promise|commit|contribute|offer|put up|put|pay|spend|send|set aside|hand out|chip in|raise)";
const GAVE =
  "(?:pledged|gave|given|donated|promised|committed|contributed|offered|paid|spent|sent|set aside|handed out|chipped in|raised)";
const GIVING =
  "(?:pledging|giving|donating|promising|committing|contributing|offering|paying|spending|sending)";
const GIFTS = "(?:pledges?|donations?|commitments?|contributions?|gifts?|promises?)";
const SOMEBODY =
  "(?:(?:chinese|tech|big|large|major|other|private|internet) )*(?:compan(?:y|ies)|firms?|giants?|tycoons?|donors?|business(?:es)?|corporations?|enterprises?|billionaires?|people|organi[sz]ations?)";
const FOR = "(?:to|for|towards?|after|before|during|at|in|on|into|with)";
const OF = "(?:about|on|of|regarding|concerning|over|re)";
const IS = "(?:['’](?:s|re)| is| are| was| were)";
const DOES = "(?:did|does|do|has|have|had|would|will|is|are|was|were)";
const SAY =
  "(?:say|said|saying|think|thought|thinking|write|wrote|written|argue|argued|claim|claimed|state|stated|tell|told|talk|talked|talking|speak|spoke|spoken|believe|believed|explain|explained|mention|mentioned|comment|commented|warn|warned|predict|predicted|note|noted|stress|stressed|have to say|had to say)";
const LATELY = "(?:(?:ever|really|actually|also|just|once|publicly|all|together|themselves|so far) )*";
const LISTENER = "(?: (?:to|with) (?:voa(?: mandarin)?|reporters|the press))?";
const WORDS =
  "(?:quotes?|quotations?|words|views?|opinions?|statements?|remarks?|comments?|thoughts|stance|position|take|reaction|argument)";
const WHOSE = "(?:['’]s?| ['’]s)?";

const QUOTES: readonly PhrasePattern[] = [
  {
    command: "quote",
    second: "about",
    form: RegExp(`^what (?:all )?(?:else )?${DOES} (.+?) ${LATELY}${SAY}${LISTENER} ${OF} (.+)$`),
  },
  { command: "quote", form: RegExp(`^what (?:all )?(?:else )?${DOES} (.+?) ${LATELY}${SAY}${LISTENER}$`) },
  { command: "quote", second: "about", form: RegExp(`^what (.+?) ${LATELY}${SAY}s? ${OF} (.+)$`) },
  { command: "quote", second: "about", form: RegExp(`^how ${DOES} (.+?) (?:feel|think) about (.+)$`) },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^how ${DOES} (.+?) (?:see|view|describe|judge|justify|call|react to) (.+)$`),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^${DOES}(?:n['’]?t)? (.+?) ${LATELY}${SAY}(?: anything| something| a word| much| out)?${LISTENER} ${OF} (.+)$`,
    ),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) )?(?:the |any |some )?${WORDS} (?:by|from|of) (.+?) ${OF} (.+)$`,
    ),
  },
  {
    command: "quote",
    form: RegExp(`^(?:what(?:['’]s| is| are| was| were) )?(?:the |any |some )?${WORDS} (?:by|from|of) (.+)$`),
  },
  { command: "quote", form: RegExp(`^quot(?:es?|ations?) ${OF} (.+)$`) },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^(?:what(?:['’]s| is| are| was| were) )?(.+?)${WHOSE} ${WORDS} ${OF} (.+)$`),
  },
  {
    command: "quote",
    form: /^who (?:has |have )?(?:also )?(?:said|says|spoke (?:of|about)|speaks (?:of|about)|talked about|talks about|mentioned|mentions|commented on) (.+)$/,
  },
];

const COMPARISONS: readonly PhrasePattern[] = [
  { command: "compare", form: /^how (?:do|does|did) (.+? compare(?:d? (?:to|with) .+)?)$/ },
  {
    command: "compare",
    form: RegExp(
      `^who (?:has |have |is )?(?:${GIVE}|${GAVE}|${GIVING}) (?:the )?(?:more|most|less|least)(?: money)?[:,]? (.+? or .+)$`,
    ),
  },
  {
    command: "compare",
    joining: "and",
    form: RegExp(
      `^(?:how much (?:more|less) )?${DOES} (.+?) ${LATELY}(?:${GIVE}|${GAVE}|${GIVING}) (?:(?:any|much|way|a lot|far) )?(?:more|less|as much|the same)?(?: money)?(?: ${FOR} .+?)? ?(?:than|as) (.+?)(?: (?:did|has|does))?$`,
    ),
  },
  {
    command: "compare",
    form: RegExp(
      `^(.+? or .+?)[,:;]? (?:who|which(?: one| company| of them)?) (?:has |have |is )?(?:${GIVE}|${GAVE}|${GIVING}|was|is|were|are) (?:the )?(?:more|most|less|least|bigger|larger|biggest|largest|more generous).*$`,
    ),
  },
  {
    command: "compare",
    form: RegExp(
      `^(?:who|which|what)(?: (?:one|company|firm|pledge|donation))?(?: (?:is|was|${GAVE}))? (?:the )?(?:more|bigger|larger|more generous|most|less|smaller)(?: money)?[:,]? (.+? or .+)$`,
    ),
  },
  {
    command: "compare",
    joining: "and",
    form: RegExp(
      `^${DOES} (.+?)${WHOSE} ${GIFTS} (?:bigger|larger|higher|more|smaller|less) than (.+?)${WHOSE}(?: ${GIFTS})?$`,
    ),
  },
  {
    command: "compare",
    form: RegExp(
      `^(?:what is )?(?:the )?(?:difference|comparison) (?:in |of )?(?:${GIFTS} )?(?:between|of) (.+)$`,
    ),
  },
  { command: "compare", form: /^(.+? (?:vs\.?|versus) .+)$/ },
];

const TIMES: readonly PhrasePattern[] = [
  {
    command: "timeline",
    form: /^what(?:['’]s| is| has| have)? (?:happened|going on)(?: (?:in|on|during|to|with|at|around|after))? (.+)$/,
  },
  { command: "timeline", form: /^(?:the )?(?:timeline|chronology|history) (?:of|for) (.+)$/ },
  {
    command: "timeline",
    form: /^(?:when|what (?:year|month|day|date)|on what (?:day|date)) (?:did|was|were|is|are) (?:the )?(.+?)(?: (?:happen|take place|begin|start|held|introduced|announced|hit|strike|struck))?$/,
  },
];

const PLEDGES: readonly PhrasePattern[] = [
  {
    command: "pledge",
    joining: "for",
    isSure: true,
    form: RegExp(
      `^(?:how much|what|what sum)${MONEY} ${DOES} (.+?) ${LATELY}(?:${GIVE}|${GAVE}|${GIVING})${MONEY} (?:to|for|towards?|after|during) (.+)$`,
    ),
  },
  {
    command: "pledge",
    isSure: true,
    form: RegExp(
      `^(?:how much|what|what sum)${MONEY} ${DOES} (.+?) ${LATELY}(?:${GIVE}|${GAVE}|${GIVING})(?: .+)?$`,
    ),
  },
  {
    command: "pledge",
    joining: "for",
    isSure: true,
    form: RegExp(
      `^${DOES}(?:n['’]?t)? (.+?) ${LATELY}(?:${GIVE}|${GAVE}|${GIVING})${MONEY} (?:to|for|towards?|after|during) (.+)$`,
    ),
  },
  {
    command: "pledge",
    isSure: true,
    form: RegExp(`^${DOES}(?:n['’]?t)? (.+?) ${LATELY}(?:${GIVE}|${GAVE}|${GIVING})${MONEY}$`),
  },
  {
    command: "pledge",
    form: RegExp(
      `^who (?:all |else )?(?:has |have |is )?(?:all )?(?:${GAVE}|${GIVING})(?: (?:the )?(?:most|more))?${MONEY}(?: ${FOR})? (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^(?:which|what) ${SOMEBODY} (?:has |have |are )?(?:all )?(?:${GAVE}|${GIVING}|${GIVE})${MONEY}(?: ${FOR})? (.+)$`,
    ),
  },
  {
    command: "pledge",
    joining: "for",
    form: RegExp(
      `^how much${MONEY} (?:was|were|has been|have been|had been|is|got|went) ?(?:${GAVE}|collected)? by (.+?) ${FOR} (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^how much${MONEY} (?:was|were|has been|have been|had been|is|got|went) ?(?:${GAVE}|collected)?(?: by)?(?: ${FOR})? (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^how much${MONEY} ${DOES} (.+?) (?:get|got|receive|received|collect|collected|raise|raised)(?: .+)?$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) |how (?:big|large|much|high) (?:is|are|was|were) )?(?:(?:the|all|any|total|sum of|amount of|size of|value of) )*${GIFTS}(?: (?:given|made))? (?:by|of|from|to|for|after|in) (.+)$`,
    ),
  },
  {
    command: "pledge",
    joining: "for",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) |how (?:big|large|much|high) (?:is|are|was|were) )?(?:the )?(.+?)${WHOSE} ${GIFTS} (?:to|for|towards?|after) (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) |how (?:big|large|much|high) (?:is|are|was|were) )?(?:the )?(.+?)${WHOSE} ${GIFTS}$`,
    ),
  },
];

const SOURCES: readonly PhrasePattern[] = [
  {
    command: "cite",
    joining: "in",
    form: /^how (?:do|does|can|could|should|would) (?:i|you|we|one) cite (?:the )?(.+?) (?:article|piece|story|report|text|essay)(?: in (.+))?$/,
  },
  { command: "cite", form: /^how (?:do|does|can|could|should|would) (?:i|you|we|one) cite (.+)$/ },
  {
    command: "cite",
    form: /^(?:what(?:['’]s| is) )?(?:the |an? )?(?:citations?|references?) (?:for|of|to) (.+)$/,
  },
  { command: "cite", form: /^((?:bibtex|ris|csl|apa|mla|chicago|harvard|vancouver|gb\/?t) (?:for|of) .+)$/ },
  {
    command: "source",
    form: /^(?:who (?:wrote|authored|published|is the author of)|when was|where (?:is|was|does)) (?:the )?(.+?) (?:article|piece|story|report|essay)(?: (?:published|written|printed|come from|from))?$/,
  },
];

const NAMES: readonly PhrasePattern[] = [
  {
    command: "who",
    form: RegExp(`^who${IS} (?:the )?(.+?)(?:,? and (?:what|why|how|when|where|did|does) .+)?$`),
  },
  {
    command: "who",
    form: /^who ((?:runs|leads|heads|founded|started|set up|owns|operates|chairs|publishes) .+)$/,
  },
  {
    command: "define",
    form: /^what (?:does|do|did|is|are) (?:the (?:term|word|phrase) )?(.+?) (?:mean|meant|stand for)(?: by .+)?$/,
  },
  {
    command: "define",
    form: /^(?:what(?:['’]s| is| are) )?(?:the )?(?:meaning|definition|explanation) of (.+)$/,
  },
  { command: "define", form: /^how (?:do|does|did) .+? (?:define|explain) (.+)$/ },
  { command: "define", form: /^(?:explain|describe|define)(?: (?:the (?:term|word|phrase)|what is))? (.+)$/ },
  {
    command: "name",
    form: /^(?:what about|how about|about|more (?:about|on)|anything (?:about|on)|(?:any |some |more )?info(?:rmation)? (?:about|on)|is there (?:anything|something) (?:about|on)|what (?:do (?:you|we) (?:know|have)|is known|is there) (?:about|on)|what (?:do|does|did) the (?:sources?|articles?|texts?) say (?:about|on)|do the (?:sources?|articles?|texts?) (?:say anything about|mention)) (.+)$/,
  },
  { command: "define", form: /^what(?:['’]s| is| are| was) (?:(?:an?|the) )?(.+)$/ },
  { command: "name", form: /^what(?:['’]s| is| are| was| were) (?:(?:an?|the) )?(.+)$/ },
];

export const englishPhrases: PhraseGrammar = {
  patterns: [
    ...COMPARISONS,
    ...PLEDGES.slice(0, 4),
    ...QUOTES,
    ...TIMES,
    ...PLEDGES.slice(4),
    ...SOURCES,
    ...NAMES,
  ],
  lead:
    "(?:please|pls|hi|hey|hello|ok|okay|so|and|but|yo|um|hm+|quick question|question)[ ,!:]+|(?:can|could|would) (?:you|someone|anyone|anybody|somebody) (?:please )?(?:tell (?:me|us) |say |explain |look up |find |remind me )?|" +
    "tell (?:me|us) |(?:show|give|find|get) (?:me|us) |look up |remind me |(?:do you|does anyone|does anybody|anyone|anybody) know (?:if |whether )?|any idea |i(?:['’]d| would)? (?:want|like|need) to know (?:if |whether )?|i(?:['’]m| am) wondering |i wonder |wondering ",
  tail: "[ ,]+(?:pls|plz|please|thanks|thank you|thx|btw|by the way|again|exactly|anyway|then|here|according to (?:the )?(?:sources|articles|texts)|in the (?:sources|articles|texts))",
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
  smallTalk: `^who${IS} (?:you|i|we|he|she|it|they|this|that|there|here)\\b`,
  ambiguousStart: "^(?:who|quotes?|pledges?|source)\\b",
  whoQuestion:
    "^(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|may|gave|said|came|made|wrote|spoke|led|ran|took|got|went|set|put|saw|told|thought|\\p{L}+ed|\\p{L}{3,}s) .+",
  topicWords: `(?<=\\s)${OF}(?=\\s)`,
};
