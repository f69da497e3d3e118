/** English grammar of clauses. */
import type { ClauseGrammar } from "../clause-grammar.ts";

export const englishClauses: ClauseGrammar = {
  says: "said says say saying told tells added adds wrote writes writing stated states declared declares stressed stresses acknowledged acknowledges noted notes argued argues explained explains remarked commented announces quoted emphasized emphasised reported reports warned warns",
  attributes: String.raw`(?<![\p{L}])(?:announced|claimed|denied)(?![\p{L}])`,
  speaks: String.raw`\b(?:said|says|told|added|wrote|called for|according to)\b`,
  denies: String.raw`\b(?:not|never|no|none|nobody|nothing|nor|neither|without|den(?:y|ies|ied|ying)|refus\w+|reject\w*|declin\w+|disput\w+|contradict\w*|retract\w*|cancel\w*|withdr\w+|false\w*|untrue|incorrect\w*|wrong\w*|mistaken\w*|inaccura\w+|hoax|fake|lie[sd]?|lying|myth|debunk\w*|misquot\w*|misattribut\w*|fail\w*)\b|n['’]t\b|\bcannot\b`,
  supposes: String.raw`\b(?:if|could|might|should|must|would|suppos\w+|assum\w+|imagin\w+|perhaps|maybe|possibly|probably|alleged\w*|rumou?r\w*|unless|whether|hypothetical\w*|pretend\w*|wish\w*|hop(?:e|es|ed|ing)|expect\w*|likely|want(?:s|ed)?|urge[sd]?|ask(?:s|ed)|ought|shall|let|please|consider(?:s|ed|ing)?|plan(?:s|ned|ning)?|propos\w+|predict\w*|forecast\w*|bet|guess\w*|threaten\w*|joke[sd]?|fiction\w*|can)\b`,
  limits: String.raw`\b(?:only|unless|except|although|though|but|however|despite|unlike|instead|without|at least|at most|up to|nearly|almost|as yet|so far|allegedly|reportedly|some|most|many|few|each|together|collectively|total)\b`,
  joined: String.raw`^\s*(?:and|or|nor|which|who|whose|whom|where|that|to|as)\b`,
  adverbials: String.raw`^\s*(?:in|at|on|during|after|before|since|when|while|once|amid|by|for|meanwhile|stressing|chief among)\b`,
  supposesAsCased: String.raw`\bmay\b(?! \d)`,
};
