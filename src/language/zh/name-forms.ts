/** Chinese forms of names, in both scripts: titles, roles, generic words, places. */
import type { NameFormGrammar } from "../name-forms.ts";

const CEO = "(?:CEO|首席执行官|首席執行官|行政总裁|行政總裁|总裁|總裁|执行长|執行長)";
const CHAIR = "(?:董事长|董事長|主席|所长|所長)";
const PROFESSOR = "(?:教授|学者|學者)";
const ECONOMIST = "(?:经济学家|經濟學家)";
const FOUNDER = "(?:创始人|創始人|创办人|創辦人|创立了?|創立了?|创办了?|創辦了?|创建了?|創建了?)";
const LEADER = "(?:负责人|負責人|领导人?|領導人?|老板|老闆|掌门人|掌門人)";
const PRESIDENT = "(?:国家主席|國家主席|总统|總統)";

export const chineseNameForms: NameFormGrammar = {
  courtesyTitles: { after: "(?:先生|女士|小姐|博士|老师|老師|同志)" },
  officeTitles: { after: `(?:${[CEO, CHAIR, PROFESSOR, ECONOMIST, FOUNDER, LEADER].join("|")})` },
  roles: [
    { typed: CEO, stated: String.raw`\b(?:CEO|chief executive)\b` },
    { typed: CHAIR, stated: String.raw`\b(?:chair(?:man|woman)?|president)\b` },
    { typed: PROFESSOR, stated: String.raw`\bprofessor\b` },
    { typed: ECONOMIST, stated: String.raw`\beconomist\b` },
    { typed: FOUNDER, stated: String.raw`\bfounder\b` },
    { typed: PRESIDENT, stated: String.raw`\bpresident\b` },
    {
      typed: LEADER,
      stated: String.raw`\b(?:CEO|chief executive|chair(?:man|woman)?|president|head|leader|founder)\b`,
    },
    { typed: "作者", stated: String.raw`\b(?:author|essayist|writer)\b` },
    {
      typed: "(?:企业家|企業家|亿万富翁|億萬富翁)",
      stated: String.raw`\b(?:entrepreneur|billionaire|tycoon)\b`,
    },
  ],
  roleForms: [
    "(?<whose>.+?)(?:的|那个|那個)?(?<role>[A-Za-z]+|\\p{Script=Han}{2,5})",
    `(?<role>${FOUNDER}|${LEADER})(?<whose>.+)`,
  ],
  everyone:
    "(?:所有|全部|各|中国|中國|这些|這些|大型|的|科技|互联网|互聯網)*(?:大家|人|公司|企业|企業|巨头|巨頭|富豪|捐赠方|捐贈方|捐款方)",
  genericWords: (
    "所有 全部 大家 人们 人們 政府 国家 國家 当局 當局 公司 企业 企業 机构 機構 组织 組織 集团 集團 委员会 委員會 大学 大學 " +
    "学校 學校 中心 媒体 媒體 新闻 新聞 日报 日報 富人 穷人 窮人 富豪 企业家 企業家 专家 專家 官员 官員 领导 領導 民众 民眾 " +
    "科技公司 科技企业 科技企業 中国科技公司 中国科技企业 中國科技公司 中國科技企業 中国企业 中國企業 中国公司 中國公司 科技巨头 科技巨頭 捐款 捐赠 捐贈 承诺 承諾 " +
    "慈善 研究所 党 黨"
  ).split(" "),
  places: (
    "北京 上海 天津 重庆 重慶 深圳 广州 廣州 杭州 武汉 武漢 南京 成都 西安 苏州 蘇州 郑州 鄭州 河北 山西 陕西 陝西 辽宁 遼寧 " +
    "吉林 黑龙江 黑龍江 江苏 江蘇 浙江 安徽 福建 江西 山东 山東 河南 湖北 湖南 广东 廣東 广西 廣西 海南 四川 贵州 貴州 云南 雲南 " +
    "西藏 甘肃 甘肅 青海 宁夏 寧夏 新疆 内蒙古 內蒙古 香港 澳门 澳門 台湾 台灣 臺灣 大陆 大陸 西方 亚洲 亞洲 欧洲 歐洲 非洲 美洲"
  ).split(" "),
  companySuffixes: "集团|集團|控股|有限公司|公司",
};
