/** English words and forms of claims. */
import type { ClaimGrammar } from "../claim-grammar.ts";

export const englishClaims: ClaimGrammar = {
  isUnspaced: false,
  words: {
    gives:
      "pledge pledges pledged pledging commit commits committed committing donate donates donated donating give gives gave given giving contribute contributes contributed contributing promise promises promised promising vow vows vowed vowing",
    gift: "commitment commitments donation donations contribution contributions gift gifts",
    spends:
      "invest invests invested investing spend spends spent spending allocate allocated earmark earmarked pour poured inject injected put puts putting",
    says: "said says say saying told tells added adds wrote writes writing stated states declared declares stressed stresses acknowledged acknowledges noted notes argued argues explained explains remarked commented announced announces quoted emphasized emphasised reported reports warned warns",
    accordingTo: "according",
    by: "by from",
    of: "of",
    preposition:
      "in on at to for toward towards after following during since with into as through via under amid before over under upon about",
    each: "each apiece respectively separately individually",
    quantity:
      "nearly almost around roughly approximately than least total worth exactly totalling totaling some",
    purpose:
      "initiative initiatives cause causes program programs programme programmes project projects fund funds funding money cash sum amount amounts support help relief effort efforts charity charities charitable social society campaign campaigns drive drives goal goals",
    filler:
      "a an the its their his her our this that these those which who it they he she will would has have had is are was were be been being also already then later recently reportedly together jointly collectively officially publicly formally again both all last next first past coming several few month months week weeks year years day days today yesterday earlier just now group holdings inc ltd limited corp co made make makes making agreed decided stepped once own total announced president mr ms dr so far one two three four five six seven eight nine ten twelve fifteen twenty",
  },
  smallWords:
    "a an and are as at be been but by can do does did for from had has have he her his i if in into is it its just " +
    "me more most my no not of on or our out s she so some such t than that the their them then there these they this " +
    "those to too up us was we were what when which who will with would you your",
  compounds: [
    { form: "up to|more than|less than|at least|close to|in excess of|as much as", role: "quantity" },
    { form: "sets? aside|puts? up", role: "spends" },
    { form: "call(?:s|ed)? for|point(?:s|ed)? out|puts? it", role: "says" },
  ],
  joining: "and|plus",
  parting: "while|whereas|but|however|although|though|because|than|unlike|like|versus|vs",
  over: "more than|over|at least|in excess of|upwards? of",
  under: "less than|under|up to|at most|below|no more than",
  about: "nearly|almost|about|around|roughly|approximately|close to|some",
  rangeWords: "to|and",
  donorGroup: "compan(?:y|ies)|firms?|giants?",
  announces: "said|says|announced|announces",
  yearsSpan: String.raw`\bover (?:the )?(?:next |coming |following )?(\w+) years?\b`,
  numerals: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  offices: {
    ceo: "CEO|chief executive(?: officer)?",
    founder: "founder",
    chairman: "chairman",
    chair: "chair",
    professor: "professor",
  },
  speaksAfter: String.raw`^[,\s]*(?:(?:\p{L}[\p{L}'’-]*\s+){0,3}(?:said|says|told|added|adds|wrote|writes|noted|stressed|declared|explained)\b|(?:said|says|added|wrote)\b)`,
  speaks: String.raw`\b(?:said|says|told|added|wrote|called for|according to)\b`,
  asks: String.raw`^(?:did|does|do|is|are|was|were|has|have|had|can|could|should|how much|how many|who (?:pledged|gave|donated|said|promised))\b`,
  denies: String.raw`\b(?:not|never|no|none|nobody|nothing|nor|neither|without|den(?:y|ies|ied|ying)|refus\w+|reject\w*|declin\w+|disput\w+|contradict\w*|retract\w*|cancel\w*|withdr\w+|false\w*|untrue|incorrect\w*|wrong\w*|mistaken\w*|inaccura\w+|hoax|fake|lie[sd]?|lying|myth|debunk\w*|misquot\w*|misattribut\w*|fail\w*)\b|n['’]t\b|\bcannot\b`,
  supposes: String.raw`\b(?:if|could|might|should|must|would|suppos\w+|assum\w+|imagin\w+|perhaps|maybe|possibly|probably|alleged\w*|rumou?r\w*|unless|whether|hypothetical\w*|pretend\w*|wish\w*|hop(?:e|es|ed|ing)|expect\w*|likely|want(?:s|ed)?|urge[sd]?|ask(?:s|ed)|ought|shall|let|please|consider(?:s|ed|ing)?|plan(?:s|ned|ning)?|propos\w+|predict\w*|forecast\w*|bet|guess\w*|threaten\w*|joke[sd]?|fiction\w*|can)\b`,
};
