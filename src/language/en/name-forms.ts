/** English forms of names: titles, roles, generic words, places. */
import type { NameFormGrammar } from "../name-forms.ts";

const OFFICES =
  "president|chair(?:man|woman|person)?|chief executive(?: officer)?|ceo|founder|co-?founder|prof(?:essor)?|economist|analyst|minister|premier|senator|governor|secretary(?: general)?|general secretary|director|entrepreneur|billionaire|author|journalist|activist";

/** “the”, “current” and the like before a role. */
const DETERMINERS = "(?:(?:the|an?|its|current|former|chinese) )*";

export const englishNameForms: NameFormGrammar = {
  courtesyTitles: { before: String.raw`(?:mr|mrs|ms|miss|mister|madam|sir|dr|doctor|comrade)\b\.? ` },
  officeTitles: { before: String.raw`(?:(?:the|former|vice) )?(?:${OFFICES})\b\.? ` },
  roles: [
    { typed: "ceo|chief executive(?: officer)?", stated: String.raw`\b(?:CEO|chief executive)\b` },
    {
      typed:
        "boss|head|leader|chief|runs|leads|heads|is running|is leading|in charge|is in charge|ran|led|headed",
      stated: String.raw`\b(?:CEO|chief executive|chair(?:man|woman)?|president|head|leader|director|founder)\b`,
    },
    {
      typed: "founder|co-?founder|founded|started|created|set up|established",
      stated: String.raw`\bfounder\b`,
    },
    {
      typed: "chairman|chairwoman|chairperson|chair|chairs|chaired",
      stated: String.raw`\bchair(?:man|woman|person)?\b`,
    },
    { typed: "president", stated: String.raw`\bpresident\b` },
    { typed: "prof|professor|teaches|teaches at|academic", stated: String.raw`\bprofessor\b` },
    { typed: "author|writer|essayist", stated: String.raw`\b(?:author|essayist|writer)\b` },
    { typed: "economist", stated: String.raw`\beconomist\b` },
    { typed: "entrepreneur|tycoon|billionaire", stated: String.raw`\b(?:entrepreneur|billionaire|tycoon)\b` },
    {
      typed: "operator|owner|publisher|operates|owns|runs|is behind|is running|publishes",
      stated: String.raw`\b(?:operated|owned|run|published) by\b`,
    },
    { typed: "associate|senior associate", stated: String.raw`\bassociate\b` },
  ],
  roleForms: [
    `${DETERMINERS}(?<role>.+?) (?:of|at|for|behind|from) (?:the )?(?<whose>.+)`,
    `(?:the )?(?<whose>.+?)['’]s? (?<role>.+)`,
    `(?<role>(?:is )?[a-z-]+(?: up| at)?) (?:the )?(?<whose>.+)`,
    `(?:the )?(?<whose>.+) (?<role>[a-z-]+|chief executive(?: officer)?)`,
  ],
  everyone:
    "(?:(?:all|any|every|the|these|those|of|chinese|chinas|china|s|big|large|major|other|rich|wealthy|tech|technology|internet|private) )*(?:all|everyone|everybody|anyone|anybody|people|they|companies|company|firms|giants|tycoons|donors|businesses|corporations|enterprises|billionaires|organi[sz]ations|big tech)",
  genericWords: (
    "the a an of in at for and all any some every each everyone everybody anyone anybody nobody no one many most other " +
    "others state states government governments govt authorities authority country countries nation nations national " +
    "people person persons man men woman women citizens company companies firm firms business businesses corporation " +
    "corporations enterprise enterprises organization organizations organisation organisations institution institutions " +
    "group groups party committee commission ministry agency agencies bureau office department center centre institute " +
    "university college school media press news newspaper outlet journal review daily times project program programme " +
    "foundation association union council board team tech technology giants giant tycoons tycoon billionaires " +
    "billionaire rich wealthy poor entrepreneurs entrepreneur leaders leader officials official expert experts big " +
    "large major chinese western foreign domestic local central world global international internet east west north " +
    "south eastern northern southern asian american european society public private sector industry money funds " +
    "donor donors donation donations pledge pledges commitment commitments charity charities sum sums total everything " +
    "anything something nothing they them their platform users user studies affairs"
  ).split(" "),
  places: (
    "beijing|shanghai|tianjin|chongqing|shenzhen|guangzhou|hangzhou|wuhan|nanjing|chengdu|xian|suzhou|wuzhen|zhengzhou|" +
    "houhai|nanshan|hebei|shanxi|shaanxi|inner mongolia|liaoning|jilin|heilongjiang|jiangsu|zhejiang|anhui|fujian|" +
    "jiangxi|shandong|henan|hubei|hunan|guangdong|guangxi|hainan|sichuan|guizhou|yunnan|tibet|xizang|gansu|qinghai|" +
    "ningxia|xinjiang|hong kong|macau|taiwan|taipei|greater china|mainland|asia|africa|europe|america|usa|uk|us|" +
    "washington|new york|london|paris|berlin|moscow|tokyo|seoul|delhi|west|western countries"
  ).split("|"),
  companySuffixes: String.raw`\b(?:group|holdings?|inc|ltd|limited|llc|corp|corporation|company|co)\b\.?`,
};
