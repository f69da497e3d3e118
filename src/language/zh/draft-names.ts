/** How people and organizations are named in Chinese texts. */
import { claimPattern, UNSPACED_GRAMMARS } from "../claim-grammar.ts";
import { DRAFT_GRAMMARS, draftPattern } from "../draft-grammar.ts";

const HAN_GRAMMARS = DRAFT_GRAMMARS.filter(({ isUnspaced }) => isUnspaced);
const SURNAME = `(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|${claimPattern(({ sentences }) => sentences.surnames, UNSPACED_GRAMMARS)}|[毕畢殷麦麥莫温溫凌甘耿齐齊祝柳梅翁童颜顏鲍鮑关關古伍庄莊岑左游施骆駱符麥骆牛裴黎區欧歐卓冼霍简簡龚龔阮詹洪翟葛柯丘辛靳鄺邝藍蓝涂巫苗俞鲁魯焦裘缪繆包邢荣榮荀甄褚乔喬申冉桂瞿柴聂聶饶饒沙鞠晏连連艾章佘屈陶倪滕路宁寧穆席舒屠蔺])`;
const ROLE = draftPattern(({ naming }) => naming.roleNouns, HAN_GRAMMARS);
const COURTESY = draftPattern(({ naming }) => naming.courtesy, HAN_GRAMMARS);
export const BODY = draftPattern(({ naming }) => naming.institutions, HAN_GRAMMARS);
const SAYS = claimPattern(({ vocabulary }) => vocabulary.roles.says?.split(" ").join("|"), UNSPACED_GRAMMARS);

/** Verbs and small words that may follow a name. */
const FOLLOWS =
  "起初|最初|起先|一开始|一開始|原本|本来|本來|听到|聽到|看到|收到|打算|准备|準備|决定|決定|不同意|同意|反对|反對|相信|知道|记得|記得|从小|從小|退休|去世|病逝|生前|出生|一直|常|每|回到|只|不|没|沒|哭|想|这样|這樣|如此|指(?=，)|披露|受访|受訪|低调|低調|默默|慷慨|率先|豪捐|悄悄|日前|近日|早前|设计|設計|主持|创作|創作|执导|執導|主讲|主講|形容|憶述|忆述|坦承|直指|欢迎|歡迎|认同|認同|慨叹|慨嘆|称赞|稱讚|报道|報道|报导|報導|摄影|攝影|质疑|質疑|批评|批評|感叹|感嘆|反驳|反駁|呼吁|呼籲|透过|透過|通过|通過|感性|感慨|进一步|進一步|随后|隨後|接着|接著|亲自|親自|送|赠|贈|拿出|设立|設立|表示|指出|强调|強調|认为|認為|介绍|介紹|透露|坦言|补充|補充|回应|回應|告诉|告訴|回忆|回憶|解释|解釋|直言|笑|致辞|致辭|出席|宣布|宣佈|即场|即場|个人|個人|名下|夫妇|夫婦|先后|先後|亦|还|還|则|則|又|也|是|在|对|對|向|的|于|於|曾|与|與|和|及|将|將|已|今年|去年|昨|当|當|从|從|以|为|為|等|共同|一起|各(?=[自捐向])|分别|分別|均|另(?=[以外捐行有向])|听说|聽說|得知|获悉|獲悉|接受|担任|擔任|捐|出资|承诺|承諾|提出|提到|写道|寫道|说|說|称|稱|觉得|覺得|希望|没有|沒有|就|都|走|来|來|把|被|拿|站|坐|看|问|問|答|叫|获|獲";
const ENDS = String.raw`(?=[，。、：；！？“”「」『』（）()《》\s／/]|$|${SAYS}|${ROLE}|${COURTESY}|${FOLLOWS})`;
/** What may stand before a name: a mark, the start, or the end of a role. */
const BEGINS = String.raw`(?<=^|[，。、：；！？“”「」『』（）()\s]|${ROLE}|${COURTESY}|[和与與及由据據被对對让讓向为為]|(?:${ROLE})(?:就|正)?[是为為](?:[^，。；]{0,10}的)?)`;
/** A character of a given name: none that begins a verb of saying. */
const GIVEN = String.raw`(?![了的是在也和与與及向对對将將已曾会會为為说說称稱表指告亦][^，。]|以(?:个|個|私|本人)|各[自捐向]|另(?:[以外捐行有向]|$)|[则則再亦](?:认|認|表|指|说|說|称|稱|捐|向|透|坦|回|以|希|要|不|没|沒|有|质|質)|[说說称稱]|捐[赠贈款出献獻助资資])\p{Script=Han}`;
export const NAME = new RegExp(`${BEGINS}(?<name>${SURNAME}(?:${GIVEN}){1,2})${ENDS}`, "gmu");
/** A foreign name in Chinese characters: 马克·苏兹曼. */
export const FOREIGN_NAME = new RegExp(
  String.raw`${BEGINS}(?<name>\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8}?){1,2})${ENDS}`,
  "gmu",
);
export const SURE_BEFORE = new RegExp(String.raw`(?:${ROLE})\s?$`, "u");
/** Before the name of whoever has a role: 那位护士是已退休的. */
export const IS_BEFORE = new RegExp(String.raw`(?:${ROLE})(?:就|正)?[是为為](?:[^，。；]{0,10}的)?$`, "u");
export const SURE_AFTER = new RegExp(
  `^(?:（[^）]{1,20}）)?(?:(?:感性|感慨|无奈|無奈|激动|激動|笑着|笑著|含泪|含淚|进一步|進一步|随后|隨後|同时|同時|接着|接著|(?:透过|透過|通过|通過)\\p{Script=Han}{2,4}?|在\\p{Script=Han}{2,6}?[中上]|[则則也亦还還])?(?:${SAYS})|${ROLE}|${COURTESY}|指(?=，)|披露|受访|受訪|形容|憶述|忆述|坦承|直指|认同|認同|慨叹|慨嘆|称赞|稱讚|质疑|質疑|感叹|感嘆|反驳|反駁|告诉|告訴|介绍|介紹|透露|坦言|补充|補充|认为|認為|回应|回應|直言|回忆|回憶|致辞|致辭|即场|即場|个人|個人|先生|笑|在接受|对记者|對記者|也表示|则表示|則表示)`,
  "u",
);
/** Giving, right after the name of a person. */
export const HAN_GIVES_AFTER =
  /^(?:个人|個人|家族|夫妇|夫婦)?(?:捐[赠贈款出献獻助资資]|认捐|認捐|[向给給为為]\p{Script=Han}{2,12}捐)/u;
export const SMALL =
  /[的了是在和与與及也就都而不这這那哪每某各其之于於为為将將已被把让讓向从從到个個年月日元万萬亿億家名位次]/u;

/** Behind a role, 家 is a character of a name: 企业家李家杰. */
export const NAME_WORD = /家/u;

/** Words of a role before a name, up to a mark: “某基金会秘书长”. */
export const ROLE_BEFORE = new RegExp(
  String.raw`(?<role>[\p{Script=Han}A-Za-z0-9·（）]{0,24}(?:${ROLE})(?:(?:兼|、)[\p{Script=Han}]{0,12}(?:${ROLE}))?)\s?$`,
  "u",
);
export const ROLE_AFTER = new RegExp(
  String.raw`^(?:，|（|是|系|为|為)(?<role>[\p{Script=Han}A-Za-z0-9·]{0,24}(?:${ROLE}))(?=[，。）、；])`,
  "u",
);
export const LEADS = new RegExp(
  String.raw`^.*(?:据|據|由|和|与|與|及|对|對|向|被|让|讓|给|給|当天|當天|日前|近日|其中|同时|同時|此外|目前|现任|現任|(?<!${ROLE})、|[，。：；“”「」]|[（(](?=[^）)]*$)|(?:\d日|昨日|今日|昨天|今天))`,
  "u",
);

/** Where 和 joins nothing, since nothing that it could join stands before it: “和光基金会” alone is a name. */
const NOTHING_TO_JOIN = String.raw`(?<=^|外，|[。；：！？“「『《（、\s]|[向给給由从從对對]|[捐资資款][予赠贈])`;
/** The 和 that a name may begin with, and a name that does not stand behind one. */
export const LEADING_AND = /^和/u;
export const standsAlone = (name: string): RegExp => new RegExp(`(?<!和)${name}`, "u");
/** Behind a name that 和 stands before: then 和 is “with”. */
export const WITH_WHOM =
  /^(?:的)?(?:一起|一道|共同|合作|联合|聯合|联手|聯手|携手|攜手|签|簽|达成|達成|之间|之間)/u;

/** What goes on with a name that seems whole: 科技 of 科技大学, 教育 of a foundation of that name. */
const NEXT_BODY =
  "大学|大學|学院|學院|集团|集團|有限公司|公司|基金会|基金會|协会|協會|银行|銀行|中学|中學|小学|小學";
/** Names of two people, one of them foreign, that an organization bears: 比尔及梅琳达·盖茨基金会. */
const OF_COUPLE = String.raw`(?:\p{Script=Han}{1,5}[及与與和](?=\p{Script=Han}{1,6}·))?`;
export const ORGANIZATION = new RegExp(
  String.raw`(?<name>(?:${NOTHING_TO_JOIN}(?:(?![他她它我你您咱谁誰这這那并並也都还還曾又再即而各均共只却卻是有说說称稱])\p{Script=Han})?和)?${OF_COUPLE}(?:(?![他她它我你您的了是在和与與及也就都而不由向对對将將已被把让讓给給为為于於据據该該本这這各每一某其])[\p{Script=Han}A-Za-z0-9·]){1,14}?(?:${BODY})(?:${NEXT_BODY})?(?:\p{Script=Han}{2,4}(?:分会|分會|分公司|分行|支会|支會))?)`,
  "gmu",
);
export const NOT_IN_ORGANIZATION = new RegExp(
  String.raw`^.*(?:${SAYS}|向|由|来自|來自|获|獲|接受|设立|設立|成立|批准|通过|通過|旗下|名下|麾下|辖下|轄下|加入|加上|连同|連同|透过|透過|捐赠|捐贈|捐款|捐出|捐建|捐|[款元][建办辦]|当地|當地|多家|两家|兩家|三家|几家|有关|有關|所在|负责人|負責人|昨日|今日|昨天|今天|日前|近日|其中|目前|此次|以及|还有|還有|委托|委託|支持|联合|聯合|从|從|[筑築发發产產造售营營应應包销銷]商(?!会|會|业|業|行|学|學)|即|按|母校|[万萬亿億]元(?:建|办|辦|兴建|興建)?|\d+[所座间間家]|[电電源技融网網品车車药藥业業产產造饮飲流售商营營有资資市头頭名地](?:企业(?!家|联|管)|企業(?!家|聯|管)|巨头|巨頭)|\d+[日月年])`,
  "u",
);
/** A list of names before a verb of giving, at the start of a clause: “远航物流、青禾食品分别捐款”. */
/** Before the name of a giver, what he is: “富豪方兆麟家族”. */
export const GIVER_LEAD =
  /^(?:富豪|首富|巨富|富商|商人|名流|地产商|地產商|慈善家|企业家|企業家|实业家|實業家)(?=\p{Script=Han}{3})/u;
export const GIVER =
  /(?<=^|[，。；\s])(?<names>(?:(?![亦该該他她它们們我你这這那此其有无各多某本向在从從以由为為了的将將也已])[\p{Script=Han}A-Za-z0-9·]){2,10}?(?:[、和与與](?:(?![亦该該他她它的有])[\p{Script=Han}A-Za-z0-9·]){2,10}?){0,6})(?:分别|分別|各自|各|均|共同|联合|聯合|也|亦|又|还|還|再|并|並|已|将|將|宣布|宣佈|计划|計劃|随后|隨後|另外?|承诺|承諾|则|則)*(?:[向给給为為]\p{Script=Han}{2,14}?)?(?:捐[赠贈款出献獻助资資]|认捐|認捐|捐)(?=[^，。；]{0,12}?(?:[\d０-９]|[一二两兩三四五六七八九十百千]+[余餘多]?[万萬亿億元名台臺件箱批套座所]|物|善款|款[项項]|[现現]金|[药藥]|食|[书書]|口罩|[设設][备備]))/gmu;
/** Giving by each of several, right behind their names. */
export const EACH_GIVES = /(?:分别|分別|各自|各)(?:[向给給为為]\p{Script=Han}{2,14}?)?(?:捐|认捐|認捐)/u;
export const NO_NAME =
  /匿名|[妇婦]人|男子|女子|老人|民众|民眾|农民工|農民工|合计|合計|总计|總計|总共|總共|一共|[两兩二三四五六七八九十几幾多数數][家个個](?:企业|企業|公司|集团|集團|机构|機構|银行|銀行|基金)|承诺|承諾|每年|宣布|宣佈|计划|計劃|表示|今年|去年|决定|決定|一次|个人|個人|再次|先后|先後|累计|累計|主动|主動|曾|已|将|將|共|又|还|還|收到|获|獲|平均|人均|企业家|企業家|首日|首批|当日|當日|次日|全天|[当當]天|通过|通過|透过|透過|往往|能够|能夠|是指|群众|居民|市民|村民|网友|網友|员工|員工|社会|社會|爱心|愛心|多家|不少|人士/u;
/** A person with the role before the name: “歌手方浩然”. */
export const IS_PERSON = new RegExp(`(?:${ROLE})${SURNAME}\\p{Script=Han}{1,4}$`, "u");
export const IS_NAME = new RegExp(`^${SURNAME}\\p{Script=Han}{1,2}$`, "u");
export const GENERIC = new RegExp(
  String.raw`^(?:\p{Script=Han}{1,4}型(?:研究)?|民间|民間|该|該|本|旗下|下属|下屬|所属|所屬|这家|這家|一家|某|有限|股份有限|上市|大型|科技|互联网|互聯網|民营|民營|国有|國有|当地|當地|县|市|省|小|中|大|乡|村|全国|全國|外资|公益|慈善|跨国|跨國)?(?:${BODY})$`,
  "u",
);
