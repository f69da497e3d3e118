/** English grammar of claims. */

import type { ClaimGrammar } from "../claim-grammar.ts";
import { GROUP_PRONOUNS, PERSON_PRONOUNS } from "../pronouns.ts";
import { englishClauses } from "./clauses.ts";
import { englishNumerals } from "./numerals.ts";
import { englishStatements } from "./statements.ts";

const MULTIPLE_NUMERALS = {
  ...englishNumerals(2, 19),
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100 },
};

/** “Over” and “about” beside a sum, where no verb or noun before them has them: “handed over”, “a row over”, “asked about”. */
const BARE_OVER =
  "(?<!(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|sign(?:s|ed|ing)?|t(?:ake|akes|ook|aken|aking)|split|rows?|disput(?:e|es|ed|ing)|fights?|fighting|fought|battles?|battled|clash(?:es|ed)?|feud(?:s|ed)?|quarrel(?:s|led)?|argu(?:e|es|ed|ing|ments?)|lawsuits?|sued?|suing|scandals?|controvers(?:y|ies)|questions?|concerns?) )over";
const BARE_ABOUT =
  "(?<!(?:talk(?:s|ed|ing)?|ask(?:s|ed|ing)?|worr(?:y|ies|ied|ying)|complain(?:s|ed|ing|ts?)?|kn(?:ow|ows|ew|own)|sa(?:y|ys|id)|nothing|something|hear|heard|read|sp(?:eak|eaks|oke|oken)|wrote|written|told|think|thinks|thinking|thought|jok(?:e|es|ed|ing)|questions?|concerns?|concerned|stor(?:y|ies)|news|debates?|articles?) )about";

export const englishClaims: ClaimGrammar = {
  isUnspaced: false,
  vocabulary: {
    roles: {
      gives:
        "pledge pledges pledged pledging commit commits committed committing donate donates donated donating give gives gave given giving contribute contributes contributed contributing promise promises promised promising vow vows vowed vowing",
      gift: "commitment commitments donation donations contribution contributions gift gifts",
      spends:
        "invest invests invested investing spend spends spent spending allocate allocated earmark earmarked pour poured inject injected put puts putting",
      says: englishClauses.says,
      according: "according per",
      by: "by from",
      of: "of",
      preposition:
        "in within on at to for toward towards after following during since with into as through via under amid before over under upon about",
      each: "each apiece respectively separately individually",
      quantity:
        "nearly almost around roughly approximately than least worth exactly precisely totalling totaling some",
      purpose:
        "initiative initiatives cause causes program programs programme programmes project projects fund funds funding money cash sum amount amounts support help relief effort efforts charity charities charitable social society campaign campaigns drive drives goal goals",
      filler:
        "a an the its their his her our this that these those which who it they he she will would has have had is are was were be been being also already then later recently reportedly together jointly collectively officially publicly formally again both all last next first past coming several few month months week weeks year years day days today yesterday earlier just now group holdings inc ltd limited corp co made make makes making agreed decided stepped once own total announced president mr ms dr so far one two three four five six seven eight nine ten twelve fifteen twenty runs lasts spans alone",
    },
    compounds: [
      {
        form: "(?:no|not) (?:more|less) than|just short of|at most|up to|(?:well |far )?more than|less than|at least|close to|(?:well )?in excess of|well over|as much as",
        role: "quantity",
      },
      { form: "in the words of", role: "according" },
      { form: "sets? aside|puts? up", role: "spends" },
      { form: "call(?:s|ed)? for|point(?:s|ed)? out|puts? it", role: "says" },
    ],
    smallWords:
      "a an and are as at be been but by can do does did for from had has have he her his i if in into is it its just " +
      "me more most my no not of on or our out s she so some such t than that the their them then there these they this " +
      "those to too up us was we were what when which who will with would you your",
    possessiveSuffix: "s",
    joining: "and|plus",
    clauses: "(?:and|but|so|while|whereas|yet)",
    parting: "while|whereas|but|however|although|though|because|than|unlike|like|versus|vs",
    endings: [
      { form: /ies$/, replacement: "y" },
      { form: /(?<=[^s]{3})(?:ing|ed|es|s|ly)$/, replacement: "" },
      { form: /(?<=\p{L}{3})e$/u, replacement: "" },
    ],
  },
  sums: {
    over: `(?:well |far )?(?:more than|${BARE_OVER}|in excess of)|upwards? of|(?<=\\S ?)>`,
    atLeast: "at least|no less than|not less than|(?<=\\S ?)≥",
    under: "less than|under|below|not quite|(?<=\\S ?)<",
    upTo: "up to|at most|no more than|not more than|(?<=\\S ?)≤",
    nearly: "nearly|almost|close to|just short of",
    about: `${BARE_ABOUT}|around|roughly|approximately|some|[~≈]`,
    exact: "exactly|precisely",
    overAfter: String.raw`\s?(?:\+|-plus\b|plus\b(?! \S*\d)|(?:us )?(?:dollars )?(?:or|and) (?:more|upwards?|counting)\b)`,
    upToAfter: String.raw`\s(?:or|and) (?:less|under|fewer)\b|\sat (?:the )?most\b`,
    rateAfter: String.raw`\s?(?:\/\s?\p{L}+|(?:an?|per|each|every) (?!(?:for|to|toward|towards|in|on|by|from|as|and|after)\b)\p{L}+|per-\p{L}+|annually|yearly|monthly|weekly|daily|p\.?a\b|apiece)`,
    rateBefore: String.raw`\b(?:annual|yearly|monthly|weekly|daily|quarterly)\s+(?:\p{L}+\s+){0,3}`,
    rates: String.raw`\b(?:annually|yearly|monthly|(?:each|every|per) (?:year|month|week|day|quarter|decade))\b`,
    qualifiers: {
      over: "more than|over|at least",
      under: "less than|up to|under",
      nearly: "nearly|almost",
      about: "about|around|some",
    },
    comparing: "(?:larger|bigger|greater|higher|smaller|lower) than(?: the)?",
    rangeWords: "to|and",
    rangeOpening: "between",
    riseFrom: String.raw`from|(?<=\b(?:rose|risen|rising|grew|grown|increased|jumped|climbed|soared|fell|dropped|declined|shrank) )by`,
    riseTo: "to",
  },
  giving: {
    foreign: String.raw`\b(?:foreign|overseas|american|western|european|japanese)\b`,
    receives: String.raw`\bto(?! (?:\p{L}+ )?(?:by|from)\b)`,
    donorGroup: "compan(?:y|ies)|firms?|giants?|majors",
    announces: "said|says|announced|announces",
    passiveWords: "is|are|was|were|be|been|being",
    activeEndings: "ing",
    flowWords: "receive raise reach total collect pour flow came com went raised",
    commonPurposes:
      "china chinese beijing country state government nation national communist party tech technology giant company business firm society social billion poor rich people citizen public economy",
    yearsSpan: String.raw`\b(?:over|in|within|during|for|across) (?:the )?(?:next |coming |following )?(?:span of )?(\w+) years?\b`,
    severalYears: "several|few|some|many",
    yearNumerals: englishNumerals(1, 10),
  },
  sentences: {
    ...englishClauses,
    abbreviations: String.raw`jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mr|mrs|ms|dr|prof|st|inc|co|corp|ltd|vs|no|approx|gov|sen|rep|mio|e\.g|i\.e`,
    speaksAfter: String.raw`^[,\s]*(?:(?:\p{L}[\p{L}'’-]*\s+){0,3}(?:said|says|told|added|adds|wrote|writes|noted|stressed|declared|explained)\b|(?:said|says|added|wrote)\b)`,
    asks: String.raw`^(?:did|does|do|is|are|was|were|has|have|had|can|could|should|how (?:much|many)(?!.{0,160}\b(?:has|have|is|are|was|remains?) (?:not|still|yet|un\w+))|who (?:pledged|gave|donated|said|promised))\b`,
    harmless: String.raw`\bnot (?:only|just)\b|\b(?:no|not) (?:more|less|fewer) than\b|\b(?:said|says|announced|promised|pledged|vowed|told)\b[^.;,]{0,40}?\bwould\b`,
    willed: String.raw`\b(?:must|should|ought|shall|can|would rather|expect(?:s|ed)?|want(?:s|ed)?|hope[sd]?|urge[sd]?|let|likely)\b`,
    reasons: String.raw`\b(?:because|due to|thanks to|owing to|in exchange for|in return for|in response to|instead of|rather than|without|despite|in spite of|unless|in order to|so as to|so that|to avoid|to escape|by(?= \p{L}+ing\b))\b`,
    exclusives: String.raw`\b(?:alone|(?:the|its|their) (?:whole|entire)|entirely|solely|exclusively|wholly|every (?:cent|dollar)|all (?:of )?(?:the|its|that))\b`,
    notNames:
      "president|chairman|premier|minister|professor|chinese|china|american|beijing|western|the|state|government|party|media|news|official|leader|general|secretary|ceo|officials|in|on|at|after|before|when|as|former|both|our|their|and|analysts?|critics?|experts?|economists?|observers?|netizens?|reports?|sources?|people|everyone|everybody|someone|somebody|nobody|many|most|some|others|another|management|spokes(?:man|woman|person)|entrepreneurs?|advis[eo]rs?|aides?|mayor|senator|governor|king|queen|prime|vice|deputy|founder|chair|chief|executive|director|scholars?|academics?|breaking|update|quote|quotes?|rumou?r|word|washington|taiwan|asian|european|politburo|cabinet|congress|authorities|regulators?|companies|firms|fyi|psa|tldr|note|facts?|headline|it|he|she|they",
    tells:
      "puts|speaks|spoke|interview(?:s|ed)|announc(?:ed|ing|es)|claim(?:s|ed|ing)?|believ(?:e|es|ed)|thinks?|thought|reveal(?:s|ed)?|disclos(?:es|ed)|confirm(?:s|ed)?|insist(?:s|ed)?|suggest(?:s|ed)?|call(?:s|ed)|describ(?:es|ed)|quot(?:es|ed|ing)|cit(?:es|ed|ing)|say|tweet(?:s|ed)?|posted|recall(?:s|ed)?|complain(?:s|ed)|conced(?:es|ed)|assert(?:s|ed)|maintain(?:s|ed)|print(?:s|ed)|publish(?:es|ed)|point(?:s|ed)|remember(?:s|ed)|continue[sd]?|conclude[sd]?|repl(?:ies|ied)|respond(?:s|ed)|ask(?:s|ed)|answer(?:s|ed)|joke[sd]?|admit(?:s|ted)|agree[sd]?|laugh(?:s|ed)|shout(?:s|ed)|whisper(?:s|ed)|observe[sd]?|reflect(?:s|ed)|predict(?:s|ed)|caution(?:s|ed)|counter(?:s|ed)|comment(?:s|ed)|boast(?:s|ed)|lament(?:s|ed)|quip(?:s|ped)|reason(?:s|ed)|dismiss(?:es|ed)|condemn(?:s|ed)|brand(?:s|ed)|dub(?:s|bed)|praise[sd]?|testif(?:ies|ied)|pleaded|vowed|urge[sd]",
    quotes: "quot(?:es|ed|ing)|cit(?:es|ed|ing)",
    addresses:
      "(?:told|tells|telling|(?:spoke|speaking|spoken|talked|talking) (?:to|with)|interview(?:ed)? (?:with|by))",
    prints: String.raw`(?:['’]s)?\s+(?:has|had|gives|gave|puts|carries|runs|prints|(?:article|piece|story|report|text)s?)\b`,
    isTold: "(?:is|are|was|were|has been|have been) (?:told|informed|asked)",
    sourceNouns: "articles?|texts?|passages?|sources?",
    personPronouns: `${PERSON_PRONOUNS.en}|who`,
    thingPronouns: `it|${GROUP_PRONOUNS.en}|which|that|this`,
  },
  offices: {
    names: {
      ceo: "CEO|chief executive(?: officer)?",
      founder: "founder",
      chairman: "chairman",
      chair: "chair",
      professor: "professor",
    },
    stated: {
      ceo: "CEO",
      founder: "founder",
      chairman: "chairman",
      chair: "chair",
      professor: "professor",
    },
    afterPerson: (office) =>
      String.raw`,?\s*(?:(?:is|was)\s+)?(?:the\s+|an?\s+)?(?:(?:billionaire|influential)\s+)?(?<one>${office})(?:\s+and\s+(?<two>${office}))?\s+(?:of|at)\s+(?:[\p{L}’'-]+\s+){0,6}?`,
    lead: String.raw`(?:['’]s)?\s*`,
    joining: String.raw`\s+and\s+`,
  },
  counts: {
    unreadScales: String.raw`(?:mrd|mlrd|milliards?|dozens?|hundreds?|quadrillions?|zillions?)(?!\p{L})`,
    fractions: "and (?:an?|one|two|three)[ -](?:half|halves|thirds?|quarters?|fourths?)|point [a-z]+",
    others: String.raw`others?\b`,
    inclusive: String.raw`\b(?:count(?:ing|ed)|includ(?:ing|ed|es)|in all|in total|altogether|all told|a total of)\b`,
    multiple: String.raw`\b(${Object.keys(MULTIPLE_NUMERALS).join("|")}|\d+)[\s-]?(?:fold|times)\b`,
    counters: "people persons",
    vagueNumbers: "dozens hundreds thousands scores",
    multipleNumerals: MULTIPLE_NUMERALS,
    multipleWord: String.raw`\w+fold`,
    scales: "thousand|million|billion",
    directions: [
      "rise|rises|rose|risen|rising|rais\\w+|increas\\w+|grew|grow\\w*|jump\\w*|leap\\w*|soar\\w*|surg\\w+|climb\\w*|multipl\\w+|expand\\w*|went up|up",
      "fall|falls|fell|fallen|falling|decreas\\w+|declin\\w+|drop\\w*|shrank|shr[iu]nk\\w*|sank|s[iu]nk\\w*|plung\\w+|plummet\\w*|slump\\w*|reduc\\w+|collaps\\w+|lower\\w*|halv\\w+|dip\\w*|tumbl\\w+|slid\\w*|diminish\\w*|dwindl\\w+|slash\\w*|went down|down",
    ],
    opposites: [
      [
        "(?:pour|flow|com|stream)(?:ed|ing|s|es)? in(?:to)?|came in(?:to)?",
        "(?:pour|flow|com|stream)(?:ed|ing|s|es)? out|came out",
      ],
      ["tighten\\w*", "loosen\\w*|relax\\w*|eas(?:es|ed|ing)"],
      [
        "introduc\\w+|launch\\w*|propos\\w+",
        "abolish\\w*|abandon\\w*|reject\\w*|criticis\\w+|criticiz\\w+|repeal\\w*|end(?:s|ed)|scrap\\w*",
      ],
      ["eliminat\\w+|eradicat\\w+", "introduc\\w+|creat\\w+|increas\\w+"],
    ],
    phraseEnd: "and|or|but|in|of|to|for|at|on|by|with|after|from",
  },
  deeds: {
    promises: String.raw`\b(?:commit\p{L}*|pledg\p{L}+|promis\p{L}+|vow\p{L}*|will|would|plan(?:s|ned)?|earmark\p{L}*|to be|meant)\b`,
    pasts: String.raw`\b(?:over|within|in|during|for) the (?:last|past|previous)\b`,
    spans: String.raw`\b(?:over|within|in) the (?:next|coming)\b`,
    completions: String.raw`\b(?:(?:ha[sd]|have|having) (?:now |since )?(?:given|donated|contributed|provided|delivered))\b`,
    payments: String.raw`\b(?:spent|paid|already|disbursed|transferred|handed (?:over|out)|fulfilled|made good on)\b`,
    prospects: String.raw`\b(?:will|would|shall|must|should|can|could|may|might|won['’]t|cannot|can['’]t)\b(?:\s+\p{L}+ly\b)?[^.,;]{0,14}$|\b(?:commit\p{L}*|pledg\p{L}+|promis\p{L}+|vow\p{L}*|plan\p{L}*|intend\p{L}*|aim\p{L}*|must|hop(?:e|es|ed|ing)|want\p{L}*|agree\p{L}*|need\p{L}*|expect\p{L}*|encouraged|urged|asked|called on|going)\b[^.;]{0,120}\bto\s+(?:be\s+)?(?:\p{L}+ly\s+)?$`,
    perfects: String.raw`\b(?:ha[sd]|have|already|did|went|came|got|became|took)\b`,
  },
  events: {
    before: "before|prior to|ahead of|until",
    once: "first|publication|declaration|introduction|founding|launch|establishment|birth|death",
    ordinal: "first",
    begins: String.raw`\b(?:open(?:s|ed|ing)|began|begins?|start(?:s|ed)|kick(?:s|ed) off)\b`,
    ends: String.raw`\b(?:clos(?:es|ed|ing)|end(?:s|ed)|conclud(?:es|ed)|wrapped up)\b`,
    takesPlace: "held|opened|opens|ran|took|place|began|occurred|happened|hit",
    smallWords: "a an the of in on at for and that had has was is to by with s china chinese",
  },
  statements: englishStatements,
};
