/** English forms of questions about pledges and their comparison. */
import type { PhrasePattern } from "../phrases.ts";
import { ADVERBS_FORM, DOES_FORM, FOR_FORM, POSSESSIVE_FORM } from "./phrase-parts.ts";

const MONEY = "(?: (?:money|cash|funds?|aid|anything|something|any money|some money|any|a sum|help))?";
const GIVE =
  "(?:pledge|give|donate|promise|commit|contribute|offer|put up|put|pay|spend|send|set aside|hand out|chip in|raise)";
const GAVE =
  "(?:pledged|gave|given|donated|promised|committed|contributed|offered|paid|spent|sent|set aside|handed out|chipped in|raised)";
const GIVING =
  "(?:pledging|giving|donating|promising|committing|contributing|offering|paying|spending|sending)(?= (?:to|for|towards?|after|any|more|less|as|the|money)|$)";
const GIFTS = "(?:pledges?|donations?|commitments?|contributions?|gifts?|promises?)";
const SOMEBODY =
  "(?:(?:chinese|tech|big|large|major|other|private|internet) )*(?:compan(?:y|ies)|firms?|giants?|tycoons?|donors?|business(?:es)?|corporations?|enterprises?|billionaires?|people|organi[sz]ations?)";

export const englishComparisons: readonly PhrasePattern[] = [
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
      `^(?:how much (?:more|less) )?${DOES_FORM} (?!been )(.+?) ${ADVERBS_FORM}(?:${GIVE}|${GAVE}|${GIVING}) (?:(?:any|much|way|a lot|far) )?(?:more|less|as much|the same)?(?: money)?(?: ${FOR_FORM} .+?)? ?(?:than|as) (.+?)(?: (?:did|has|does))?$`,
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
      `^${DOES_FORM} (.+?)${POSSESSIVE_FORM} ${GIFTS} (?:bigger|larger|higher|more|smaller|less) than (.+?)${POSSESSIVE_FORM}(?: ${GIFTS})?$`,
    ),
  },
  {
    command: "compare",
    joining: "and",
    form: RegExp(
      `^${DOES_FORM} (.+?) ${ADVERBS_FORM}(?:match|beat|exceed|outdo|outspend|top) (.+?)${POSSESSIVE_FORM}(?: ${GIFTS})?$`,
    ),
  },
  {
    command: "compare",
    form: RegExp(
      `^(?:what is )?(?:the )?(?:difference|comparison) (?:in |of )?(?:${GIFTS} )?(?:between|of) (.+)$`,
    ),
  },
  {
    command: "compare",
    isSure: true,
    form: /^(?:do|does|did) (.+? and .+?) (?:agree|disagree|differ)(?: .*)?$/,
  },
  { command: "compare", isSure: true, form: /^(.+? (?:vs\.?|versus) .+)$/ },
];

/** The first four ask for what one donor gave, and for nothing else. */
export const englishPledges: readonly PhrasePattern[] = [
  {
    command: "pledge",
    joining: "for",
    isSure: true,
    form: RegExp(
      `^(?:how much|what|what sum)${MONEY} ${DOES_FORM} (?!been )(.+?) ${ADVERBS_FORM}(?:${GIVE}|${GAVE}|${GIVING})${MONEY} (?:to|for|towards?|after|during) (.+)$`,
    ),
  },
  {
    command: "pledge",
    isSure: true,
    form: RegExp(
      `^(?:how much|what|what sum)${MONEY} ${DOES_FORM} (?!been )(.+?) ${ADVERBS_FORM}(?:${GIVE}|${GAVE}|${GIVING})(?: .+)?$`,
    ),
  },
  {
    command: "pledge",
    joining: "for",
    isSure: true,
    form: RegExp(
      `^${DOES_FORM}(?:n['’]?t)? (.+?) ${ADVERBS_FORM}(?:${GIVE}|${GAVE}|${GIVING})${MONEY} (?:to|for|towards?|after|during) (.+)$`,
    ),
  },
  {
    command: "pledge",
    isSure: true,
    form: RegExp(`^${DOES_FORM}(?:n['’]?t)? (.+?) ${ADVERBS_FORM}(?:${GIVE}|${GAVE}|${GIVING})${MONEY}$`),
  },
  {
    command: "pledge",
    isSure: true,
    form: RegExp(
      `^(?!who |what |which |how )(.+?) (?:${GIVE}|${GAVE}) (?:anything|something|how much|what|much)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^who (?:all |else )?(?:has |have |is )?(?:all )?(?:${GAVE}|${GIVING})(?: (?:the )?(?:most|more))?${MONEY}(?: ${FOR_FORM})? (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^(?:which|what) ${SOMEBODY} (?:has |have |are )?(?:all )?(?:${GAVE}|${GIVING}|${GIVE})${MONEY}(?: ${FOR_FORM})? (.+)$`,
    ),
  },
  {
    command: "pledge",
    joining: "for",
    form: RegExp(
      `^how much${MONEY} (?:was|were|has been|have been|had been|is|got|went) ?(?:${GAVE}|collected)? by (.+?) ${FOR_FORM} (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^how much${MONEY} (?:was|were|has been|have been|had been|is|got|went) ?(?:${GAVE}|collected)?(?: by)?(?: ${FOR_FORM})? (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^how much${MONEY} ${DOES_FORM} (.+?) (?:get|got|receive|received|collect|collected|raise|raised)(?: .+)?$`,
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
      `^(?:what(?:['’]s| is| are| was| were) |how (?:big|large|much|high) (?:is|are|was|were) )?(?:the )?(.+?)${POSSESSIVE_FORM} ${GIFTS} (?:to|for|towards?|after) (.+)$`,
    ),
  },
  {
    command: "pledge",
    form: RegExp(
      `^(?:what(?:['’]s| is| are| was| were) |how (?:big|large|much|high) (?:is|are|was|were) )?(?:the )?(.+?)${POSSESSIVE_FORM} ${GIFTS}$`,
    ),
  },
];
