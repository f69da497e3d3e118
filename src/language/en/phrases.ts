/** English forms of questions. */
import type { PhrasePattern } from "../phrases.ts";
import { englishComparisons, englishPledges } from "./giving-phrases.ts";
import { ABOUT_FORM, ADVERBS_FORM, DOES_FORM, IS_FORM, POSSESSIVE_FORM } from "./phrase-parts.ts";

const SAY =
  "(?:say|said|saying|think|thought|thinking|write|wrote|written|argue|argued|claim|claimed|state|stated|tell|told|talk|talked|talking|speak|spoke|spoken|believe|believed|explain|explained|mention|mentioned|comment|commented|warn|warned|predict|predicted|note|noted|stress|stressed|have to say|had to say)";
const LISTENER = "(?: (?:to|with) (?:voa(?: mandarin)?|reporters|the press))?";
const WORDS =
  "(?:quotes?|quotations?|words|views?|opinions?|statements?|remarks?|comments?|thoughts|stance|position|take|reaction|argument)";

const QUOTES: readonly PhrasePattern[] = [
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^what (?:all )?(?:else )?${DOES_FORM} (.+?) ${ADVERBS_FORM}${SAY}${LISTENER} ${ABOUT_FORM} (.+)$`,
    ),
  },
  {
    command: "quote",
    form: RegExp(`^what (?:all )?(?:else )?${DOES_FORM} (.+?) ${ADVERBS_FORM}${SAY}${LISTENER}$`),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^what (.+?) ${ADVERBS_FORM}${SAY}s? ${ABOUT_FORM} (.+)$`),
  },
  { command: "quote", second: "about", form: RegExp(`^how ${DOES_FORM} (.+?) (?:feel|think) about (.+)$`) },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^how ${DOES_FORM} (.+?) (?:see|view|describe|judge|justify|call|react to) (.+)$`),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^${DOES_FORM}(?:n['’]?t)? (.+?) ${ADVERBS_FORM}${SAY}(?: anything| something| a word| much| out)?${LISTENER} ${ABOUT_FORM} (.+)$`,
    ),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) )?(?:the |any |some )?${WORDS} (?:by|from|of) (.+?) ${ABOUT_FORM} (.+)$`,
    ),
  },
  {
    command: "quote",
    form: RegExp(`^(?:what(?:['’]s| is| are| was| were) )?(?:the |any |some )?${WORDS} (?:by|from|of) (.+)$`),
  },
  { command: "quote", form: RegExp(`^quot(?:es?|ations?) ${ABOUT_FORM} (.+)$`) },
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) )?(.+?)${POSSESSIVE_FORM} ${WORDS} ${ABOUT_FORM} (.+)$`,
    ),
  },
  {
    command: "quote",
    form: /^["“”'‘](.{3,}?)["“”'’],? (?:who|whose) (?:said|says|wrote|writes|words)(?: that| this| it| is that| is it)?$/,
  },
  {
    command: "quote",
    form: /^who (?:has |have )?(?:also )?(?:said|says|spoke (?:of|about)|speaks (?:of|about)|talked about|talks about|mentioned|mentions|commented on) (.+)$/,
  },
];

const HELP: readonly PhrasePattern[] = [
  {
    command: "help",
    isWhole: true,
    form: /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|what (?:can|do|could) (?:you|u|it|this|the bot|refdesk) (?:do|know|answer)|what (?:can|could) (?:i|we) ask(?: you| u)?|how (?:do|does|can|should) (?:you|u|it|this|i|we)(?: use (?:you|u|it|this))?(?: work)?)$/,
  },
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

const SOURCES: readonly PhrasePattern[] = [
  {
    command: "source",
    isWhole: true,
    form: /^(?:(?:what|which)(?: are| is)? (?:the |your )?(?:sources?|articles?|texts?)(?: (?:do|does) .+| are .+)?|(?:list )?(?:the |all |your )*sources|where (?:do|does) .+ (?:get|come) .*from)$/,
  },
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
    form: /^what(?:['’]s| is| was) (?:the )?(.+?)['’]s? (?:role|job|position|title|office|post|background)$/,
  },
  { command: "who", form: /^what (?:does|did) (.+?) do(?: for a living)?$/ },
  {
    command: "who",
    form: RegExp(`^who${IS_FORM} (?:the )?(.+?)(?:,? and (?:what|why|how|when|where|did|does) .+)?$`),
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

export const englishPhrases: readonly PhrasePattern[] = [
  ...HELP,
  ...englishComparisons,
  ...englishPledges.slice(0, 4),
  ...QUOTES,
  ...TIMES,
  ...englishPledges.slice(4),
  ...SOURCES,
  ...NAMES,
];
