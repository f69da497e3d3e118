/** Patterns by which drafts are found, in all languages at once. */

/** A comma that ends no clause. */
export const LISTED_GOODS = /, (?=[\p{Ll}-]+(?:,| and ))|，(?=另有|还有|還有|以及|及)/gu;
/** Collecting, seeking. */
export const RAISES = /^(?:rais|seek|sought|collect|target|appeal|ask|need|筹|籌|募)/iu;
/** Between a verb of promising and the verb that it governs. */
export const GOVERNED = /^(?: to| 将|將|会|會)?\s*$/u;
/** Verbs of promising. */
export const PROMISES = /^(?:pledg|promis|vow|commit|承诺|承諾|许诺|許諾)/iu;
/** Verbs that are giving only with the sum right behind them. */
export const CLOSE_ONLY =
  /^(?:add|hand(?:s|ed|ing)?$|left|match|offer|fund|put|provid|sent|send|distribut|award|grant(?:ed|ing)|pour|releas|提供|投入|追加|设立|設立)/iu;
/** “LONDON, March 3 (Agency) —”: the place and day with which a report begins. */
export const PLACE_AND_DAY =
  /^\p{Lu}[\p{L} .’'-]{1,30},\s+[^—–]{3,40}(?:\([^)]{1,20}\)\s*)?\s[—–-]{1,2}\s|^\p{Lu}[\p{Lu} .’'-]{2,30}(?:, [\p{L}. ]{2,20})?(?: \([^)]{1,30}\))?\s[—–-]{1,2}\s|^（?[\p{Script=Han}]{2,8}(?:\d{1,2}月\d{1,2}日)?[电電讯訊]）?/u;
/** Nouns that any company may be called by. */
export const ANY_COMPANY = /^(?:company|firm|group|business|公司|集团|集團|企业|企業)$/iu;
/** The article before a role. */
export const DEFINITE_LEAD = /^(?:the|该|該|这位|這位)\s?/iu;
/** Between two subjects. */
export const JOINT_GAP = /^(?:,? and |、|和|与|與|及)(?:[\p{Ll}’'-]+ ){0,4}$/u;
/** Before a Chinese name that is no subject. */
export const HAN_PREPOSITION = /[和与與对對向给給由被据據]$/u;
/** After an owner. */
export const OWNER_AFTER = /^(?:['’]s?(?![\p{L}])|的)/u;
/** Titles and roles of a woman. */
export const FEMALE_ROLE =
  /(?<![\p{L}])(?:Mrs|Ms|Miss|Dame|Lady|Baroness|queen|princess|mother|daughter|sister|wife|widow|spokeswoman|chairwoman|businesswoman|actress|heiress|midwife|nun|headmistress)(?![\p{L}])|女士|小姐|太太/iu;
/** Titles and roles of a man. */
export const MALE_ROLE =
  /(?<![\p{L}])(?:Mr|Sir|Lord|king|prince|father|son|brother|husband|spokesman|chairman|businessman|actor|monk)(?![\p{L}])|先生/iu;
/** Pronouns of a woman. */
export const FEMALE = /^(?:she|her|hers|她)$/iu;
/** Pronouns of a man. */
export const MALE = /^(?:he|him|his|他)$/iu;
/** Before words by which something is described. */
export const HAN_DESCRIBES = /[是为為叫作等「“]$|[称稱][^，。]{0,8}[是为為]$/u;
/** Before a sum that is a part of another. */
export const IS_PART = /(?:其中|当中|當中|余下|餘下|其余|其餘|剩余|剩餘)[^，。；\d]{0,4}$/u;
/** Behind a sum, what it is for. */
export const USED_FOR = /^[将將会會]?(?:用[于於作以]|投入|支付|支持|作为|作為)/u;
/** Behind a sum that is to be paid back. */
export const LENT = /^的?\p{Script=Han}{0,4}(?:贷款|貸款|借款|融资|融資|授信|信贷|信貸)/u;
/** Between a sum and the verb of who gave it: “三億元由X捐助”. */
export const GIVEN_BY = /^(?:[^，。；\d]{0,4})?由[^，。；\d]{2,40}$/u;
/** Behind a term in marks, what says that it is explained. */
export const EXPLAINED_BEHIND =
  /^[，,]?\s?(?:是指|指的是|即是|就是指|意思是|意指|(?:which |that )?(?:means|refers to|is defined as|meaning)(?![\p{L}]))/u;
/** Before and behind a Chinese name in marks: 病人組織「同路人」發言人. */
export const NAMED_BEFORE =
  /(?:成立|设立|設立|创立|創立|创办|創辦|组织|組織|团体|團體|机构|機構|基金|计划|計劃|项目|項目|品牌|平台|公司|活动|活動|节目|節目|主题|主題|获颁|獲頒|授予)$/u;
export const NAMED_BEHIND =
  /^(?:发言人|發言人|负责人|負責人|创办人|創辦人|创始人|創始人|成员|成員|主席|基金|计划|計劃|项目|項目|行动|行動|活动|活動|奖|獎|大赛|大賽|中心|平台|公司|系列)/u;
/** Between a word of giving and a name: the name is of one who gave. */
export const LISTED_BY =
  /(?<![\p{L}])(?:from|by)(?![\p{L}])(?!.*(?<![\p{L}])(?:to|for)(?![\p{L}]))|由|来自|來自/u;
/** A list of givers each of whom gives another sum. */
export const EACH_LISTED =
  /[、和与與]\p{Script=Han}{2,12}(?:分别|分別)|(?<![\p{L}])and [^,.;]{2,60} (?:gave|pledged|donated|contributed|committed|promised) [^.;]* respectively/u;
/** Behind a gift that came to nothing: “was refused”, 被婉拒. */
export const REFUSED_BEHIND =
  /^[^,;.，。；]{0,40}(?:[被遭]\p{Script=Han}{0,3}(?:拒|退回|撤回)|(?<![\p{L}])(?:was|were|been|is|being) (?:\p{L}+ly )?(?:refused|rejected|turned down|returned|withdrawn|declined|sent back|cancell?ed)(?![\p{L}])|(?<![\p{L}])(?:but|then|before) (?:later |then |soon |has )?(?:withdrew|withdrawn|took back|cancell?ed|broke|never (?:paid|sent|gave))(?![\p{L}]))/u;
/** How far a Chinese word of what is not so reaches: not over what only tells which, 不愿署名的企业. */
export const UNREAL_REACH = "[^，。；的]{0,10}";
/** A giver who is not named: 一家不愿署名的企业. */
export const UNNAMED_HAN =
  /[一二两兩三四五六七八九十几幾多数數\d]+[家位名个個]\p{Script=Han}{0,12}?(?:企业|企業|公司|集团|集團|机构|機構|银行|銀行|人士|人|市民|居民|校友|商人|企业家|企業家|老人|员工|員工)(?:各自?|均|分别|分別|共同|一起)?$/u;
/** Around what of a promise has not come: 尚有800万元没有到账. */
export const UNPAID_BEFORE = /(?:尚|还|還|仍|余|餘)有?(?:约|約|近)?$/u;
export const UNPAID_BEHIND = /^(?:仍|还|還|尚|至今)?(?:未|没有|沒有)(?:到[账帐賬位]|兑现|兌現|支付|付清)/u;
/** A sum in the money of another country in which simplified characters are written. */
export const OTHER_YUAN =
  /(?:[\d万亿千百](?:新元|坡元|新币|新加坡元|令吉|马币|澳门元)|(?:新币|坡币|马币)\d)/gu;
/** A sentence without a quotation of its own, and the verb of saying at its end. */
export const SPOKEN_END =
  /^[^“”「」：]*(?:说|說|说道|說道|表示|坦言|直言|感叹|感嘆|笑道|笑言|笑说|笑說|答道|[这這]样(?:评价|評價|形容|描述|回忆|回憶)[^，。]{0,6}|[這这]樣(?:评价|評價|形容|描述|回忆|回憶)[^，。]{0,6})。$/u;
/** Before a sum that a verb behind it gives: 把……120万元拿了出来. */
export const TAKEN = /[把将將][^，。；]{0,24}$/u;
/** Behind what a firm puts into its own: 投入2300万元翻建宿舍. */
export const INVESTED_BEHIND =
  /^(?:用于|用於|来|來)?(?:翻建|扩建|擴建|改造|新建|研发|研發|购置|購置|购买|購買|升级|升級|装修|裝修|生产|生產)/u;
/** Putting money in. */
export const INVESTS = /^(?:投入|注资|注資)$/u;
/** Gives each of several what stands in its place. */
export const RESPECTIVELY =
  /respectively|分别|分別|各(?:自)?(?:[向给給为為]\p{Script=Han}{2,14}?)?(?:捐|认捐|認捐)/iu;
/** Before what several gave together. */
export const TOTAL =
  /合计|合計|共计|共計|总计|總計|(?<![\p{L}])(?:a total of|in total|together|between them)(?![\p{L}])/iu;
/** A sum whose yuan are those of one country. */
export const NAMED_YUAN =
  /人民[币幣]|[美欧歐港日韩韓澳加新坡]元|加坡元|元.?[币幣]|[港台臺澳新加坡]\S?[币幣]|RMB|CNY/iu;
/** A sum in plain yuan. */
export const OWN_YUAN = /元$/u;
/** Before a sum that says in another currency what stands before it: “(about $14 million)”. */
export const EQUIVALENT =
  /(?:[（(]|, or |，约合|，約合|，折合|，合)\s*(?:(?:about|around|some|or|roughly|approximately|nearly|almost|over|more than|equivalent to|the equivalent of|equal to|or about|or some|worth|approx\.?|then|now|约合?|約合?|折合|合|相当于|相當於|即|逾|近)\s*)*$/iu;
/** The same without a bracket, between sums of two currencies: “₩40 billion, about $29 million,”. */
export const CONVERTED =
  /^(?:,| [—–]) (?:(?:about|around|roughly|approximately|nearly|almost|some|equivalent to|the equivalent of|equal to|then|now|just (?:over|under)|more than) )+$/u;
/** The word that joins a sum, or a title, to its noun. */
export const OF_SUM = "的";
/** Words between commas, behind a name, that name others: “X, founded by Y, …”. */
export const NAMING_ASIDE =
  /, (?:started|founded|created|set up|established|owned|run|led|backed|based|headed|chaired|controlled|known|formerly|part of|which|whose) [^,;]{2,80}(?=,)/gu;
/** Where the words end that may say by whom something was done. */
export const AGENT_END = /,? according to |, (?:said|says|as) /u;
/** The subject of a Chinese clause that goes on with whoever the one before it said to have spoken. */
export const SAME_SUBJECT =
  /^(?:将|將|会|會|计划|計劃|拟|擬|已|愿|願|决定|決定|准备|準備|再|还|還|也|个人|個人|捐[出款赠贈])/u;
/** Speaking, at the end of a Chinese clause. */
export const SPEAKING_END = /(?:表示|说|說|称|稱|认为|認為|指出|介绍|介紹|透露|坦言|直言)$/u;
/** Several organizations by their number: 三家企业, “the three companies”. */
const HAN_COUNTED =
  "[这這]?[两兩二三四五六][家个個](?:企业|企業|公司|集团|集團|机构|機構|银行|銀行|基金会|基金會|单位|單位)";
const COUNTED = new RegExp(
  `^(?:(?:the|these|those|all) (?<count>two|three|four|five|six) (?:compan(?:y|ies)|firms|groups|banks|charities|foundations|businesses|organi[sz]ations|lenders|partners)|${HAN_COUNTED})$`,
  "iu",
);
const COUNTS = ["", "", "two两兩二", "three三", "four四", "five五", "six六"];
/** Returns how many organizations a phrase means, such as “the three companies”; undefined for any other phrase. */
export function countedBodies(phrase: string): number | undefined {
  const counted = COUNTED.exec(phrase);
  if (!counted) return undefined;
  const said = counted.groups!.count?.toLowerCase() ?? phrase.replace(/^[这這]/u, "").slice(0, 1);
  return COUNTS.findIndex((words) => words.includes(said));
}
/** A pronoun of Chinese givers. */
export const HAN_PRONOUN = new RegExp(
  `(?<word>${HAN_COUNTED}|该(?:公司|企业|集团|基金会|机构)|該(?:公司|企業|集團|基金會|機構)|他们|他們|[他她它](?!的))`,
  "u",
);
/** “基金過去十年已……”: the one body of that kind that was named, as the subject of a clause. */
export const BARE_BODY =
  /^(?:基金会|基金會|基金|公司|集团|集團|银行|銀行|大学|大學|医院|醫院)(?=[過过已曾将將会會去今每亦也还還再累承计計])/u;
/** After a name that the next one does not explain. */
export const NEW_HEAD = /^[、和与與及，]/u;
/** Receiving. */
export const IS_RECEIVED = /(?:获|獲|收到|接受|接获|接獲)(?!奖|獎)/u;
/** After a name that only tells whose. */
export const NO_HEAD = /^(?:的|发言人|發言人|旗下)/u;
/** Before whoever is given to. */
export const GIVEN_TO = /(?:向|给|給)\p{Script=Han}{0,4}$|(?:通过|通過|透过|透過|对|對|为|為|在|据|據)$/u;
/** Several. */
export const PLURAL_GIVERS = /^(?:they|the couple|the pair|他们|他們)$/iu;
/** One organization. */
export const SINGULAR_THING = /^(?:it|its|它)$/iu;
/** One person. */
export const SINGULAR_PERSON = /^(?:he|she|他|她)$/iu;
/** Between an owner and what is given. */
export const OWNED_GIFT = /^(?:['’]s?|的) ?(?:[\p{L}$£€’'.\d-]+ ){0,4}$/u;
/** Before whoever gave. */
export const AGENT_BEFORE =
  /(?<![\p{L}])(?:from|by)(?: (?:the )?(?:late )?(?:estates?|family|widow|heirs) of)?(?: (?:the|a|an|its|fellow|late))?(?: [\p{Ll}’'-]+){0,5} $|(?<![\p{L}])(?:from|by) (?:his|her|its|their) (?:[\p{Ll}-]+ ){0,2}[\p{Ll}-]+, $|(?:由|来自|來自)$/u;
/** A pronoun, or “the company”, before a verb of giving. */
export const GIVER_PRONOUN =
  /(?:^|[\s,，])(?<word>he|she|it|they|his company|her company|its?|the couple|the pair|他们|他們|他|她|它|(?:the|this|该|該) ?(?:[\p{L}-]+ ){0,2}?[\p{L}-]+?)(?:'s|’s)?(?= (?:had|has|have|will|would|also|then|later|already|plans|agreed|was|were|is|are|did)\b| $|$|将|將|会|會|曾|已|还|還|再|亦|也|向|另)/iu;
/** Between the names of a list. */
export const LIST_GAP =
  /^(?:(?:, (?:an?|the|its) [^,]{1,60})?,? and (?:his|her|their|its) (?:[\p{Ll}-]+ ){0,2}[\p{Ll}-]+, $|(?:, (?:an?|the|its) [^,]{1,60})?,? and(?: also)? (?:(?:the|its|his|her|their|fellow|rival|an?|several|other) )?|, (?!(?:the|an?|its|his|her|their|who|which) )|(?:、|和|与|與|及|以及)\p{Script=Han}{0,6}$| ?& ?)(?:(?!(?:of|for|at|from|in|on|to|with|by|who|which|that) )[\p{Ll}’'-]+ ){0,4}$/u;
/** Between two speakers. */
export const SEVERAL_GAP = /^(?:,? and |、|和|与|與)$/u;
/** A phrase for somebody who was named. */
export const DEFINITE = /(?:^|[\s,])(?:the|this)\s|^(?:该|該|这位|這位)|^\p{Script=Han}{2,8}$/iu;
/** How the name of a place ends. */
export const PLACE_END = /[省市县縣区區镇鎮]$/u;
/** The names of a list. What is joined has two characters at least: in 瑞和医药, 和 is a part of the name. */
export const LIST_PARTS = /(?<=^|、)\p{Script=Han}[和与與][^、和与與]+|[^、和与與]+/gu;
/** A sum that its giver does not tell. */
export const UNDISCLOSED =
  /undisclosed|unspecified|unnamed|unknown|confidential|[未没沒](?:有)?(?:披露|公开|公開|公布|公佈|透露)/iu;
