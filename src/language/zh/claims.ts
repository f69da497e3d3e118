/** Chinese grammar of claims, in both scripts. */

import type { ClaimGrammar } from "../claim-grammar.ts";
import { GROUP_PRONOUNS, PERSON_PRONOUNS } from "../pronouns.ts";
import { chineseClauses } from "./clauses.ts";
import { chineseGlosses } from "./statements.ts";

export const chineseClaims: ClaimGrammar = {
  isUnspaced: true,
  vocabulary: {
    roles: {
      gives:
        "承诺捐赠 承諾捐贈 承诺捐款 承諾捐款 承诺捐出 承諾捐出 承诺捐 承諾捐 承诺 承諾 许诺 許諾 认捐 認捐 捐赠 捐贈 捐款 捐出 捐献 捐獻 捐助 捐",
      gift: "捐赠额 捐贈額",
      spends: "投入 投资 投資 出资 出資 拨款 撥款 斥资 斥資",
      says: chineseClauses.says,
      according: "根据 根據 按照 据 據 用",
      by: "来自 來自 由",
      preposition: "在 于 於 为 為 向 给 給 对 對 用于 用於 因 以 就 后 後 之后 之後",
      each: "各自 各 分别 分別 每家 均",
      quantity:
        "至少 不少于 不少於 不低于 不低於 多于 多於 大于 大於 不到 不足 少于 少於 低于 低於 最多 至多 不超过 不超過 总计 總計 合计 合計 共计 共計 总共 總共 一共 共 超过 超過 逾 近 约 約 大约 大約 将近 將近 高达 高達",
      purpose:
        "专项 專項 资金 資金 基金 项目 項目 计划 計劃 行动 行動 倡议 倡議 事业 事業 款项 款項 救灾 救災 赈灾 賑災 公益 慈善 社会 社會 支持 推动 推動 助力 促进 促進 科技 互联网 互聯網 企业 企業 巨头 巨頭 灾区 災區 灾后 災後",
      filler:
        "集团 集團 公司 控股 已经 已經 已 将 將 将会 將會 会 會 要 共同 联合 聯合 一起 也 都 于是 近日 此前 日前 随后 隨後 曾 了 年 月 未来 未來 今后 今後 几年 幾年 数年 數年 多年 一年 二年 两年 兩年 三年 四年 五年 六年 七年 八年 九年 十年 1年 2年 3年 4年 5年 6年 7年 8年 9年 0年 内 內 间 間 期间 期間 该 該 这 這 其 并 並 再 去年 今年 先生 主席 们 們 单独 單獨 独自 獨自 率先 首先 两家 兩家 三家 四家 五家 六家 七家 八家 九家 十家",
    },
    smallWords: "的 了 在 是 和 与 及 也 都 就 而 不 我 你 他 她 它 们 这 那 有 为 于 之 與 們 這 為 於",
    possessiveWords: "的|之",
    joining: "以及|和|及|与|與|跟",
    parting: "但是|虽然|雖然|因为|因為|相比|而|但|比",
  },
  sums: {
    coins: "[币幣圆圓]",
    over: "超过|超過|逾|多于|多於|大于|大於",
    atLeast: "至少|不少于|不少於|不低于|不低於",
    under: "不到|不足|少于|少於|低于|低於",
    upTo: "最多|至多|不超过|不超過",
    nearly: "将近|將近|近",
    about: "约|約|大约|大約",
    rateBefore: "(?:每(?:年|月|天|日|家|人|笔|筆)|年均|月均|日均|人均|每年各)\\p{Script=Han}{0,6}",
    rateAfter: "\\s?(?:[/／]|每)\\s?(?:年|月|天|日|家|人)",
    rising: "[增升涨漲降减減跌]",
    rates: "每年|每月|年均|月均|人均|逐年",
    overAfter: "多|以上|余|餘",
    rangeWords: "至|到",
    trailingUnit: "[元圆圓块塊]",
    ambiguousUnit: { sign: "元", afterScale: "[万萬亿億]", currency: "CNY" },
  },
  giving: {
    foreign: "外[国國]|[国國]外|海外|美[国國]|日本|[欧歐]洲|西方",
    receives: "[向给給]",
    donorGroup: "企业|企業|公司|巨头|巨頭",
    announces: "宣布|宣佈|表示|说|說",
    agentWords: "由",
    yearsSpan: String.raw`(?:未来|未來|今后|今後)\s*([一二两兩三四五六七八九十几幾数數多\d]{1,2})年`,
    severalYears: "[几幾数數多]",
    yearNumerals: { 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
  },
  sentences: {
    ...chineseClauses,
    speaksAfter: String.raw`^[，\s]*\p{Script=Han}{1,6}(?:说|說|表示|称|稱|指出|写道|寫道)`,
    asks: "吗|嗎|是否|多少|谁|誰|什么|什麼|是不是|有没有|有沒有|何时|何時|呢",
    harmless: "不(?:到|足|少[于於]|低[于於]|超[过過])(?=[^，。；]{0,4}\\d)",
    reasons: "因[为為]|由[于於]|以便|[为為]了避免|而不是|作[为為]交[换換]|[尽儘]管|以[换換]取",
    exclusives: "[单單]独|单獨|單獨|[独獨]自|全部|全额|全額|[仅僅]|唯一",
    prints: "(?:的|[那这這一]?篇)*(?:[报報][道导導]|文章)",
    personPronouns: PERSON_PRONOUNS.zh,
    thingPronouns: `它|${GROUP_PRONOUNS.zh}`,
    surnames:
      "[王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭冯馮曾程蔡彭潘袁董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢习習厉厲]",
    notNameEndings:
      "[人层層管者家员員长長部委席理方社局会會府报報民友师師门門界媒授导導官商众眾们們]|某|评论|評論",
  },
  offices: {
    names: {
      ceo: "首席执行官|首席執行官|执行长|執行長|行政总裁",
      founder: "创始人|創始人|创办人|創辦人",
      chairman: "董事长|董事長",
      chair: "所长|所長",
      professor: "教授",
    },
    lead: "(?:集团|集團|公司)?的?",
    joining: "兼",
    being: "是|为|為",
  },
  counts: {
    digitWords: "[点點又零百千十]",
    multiple: String.raw`(\d+)倍`,
    multipleNumerals: { 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
    scales: "[万萬亿億]",
    directions: [
      "上升|增长|增長|增加|增至|增到|上涨|上漲|升至|涨|漲|翻|rais\\w+",
      "下降|减少|減少|下跌|缩减|縮減|降至|降到|下滑|萎缩|萎縮|削减|削減|减至|減至",
    ],
    notCounted: "年|月|日|倍",
    inclusive: "包括|连同|連同|总共|總共|一共|在内|在內",
    counters: "人 名 位 个 個 家",
    vagueNumbers: "数十 數十 几十 幾十 数百 數百",
  },
  deeds: {
    promises: "承诺|承諾|认捐|認捐|(?<!已|已经|已經)[将將]|计划|計劃|打算|拟|擬",
    pasts: "过去|過去|近几年|近幾年|近年",
    spans: "未来|未來|今后|今後",
    completions: "捐出了|捐了|已经?[将把]|已經[將把]|已[將把]",
    payments: "已经?捐|已經捐|支付|拨付|撥付|已拨|已撥|花了|花费|花費|兑现|兌現|到账|到帳",
  },
  events: {
    beforeIt: "之前|以前|前",
    begins: "开幕|開幕|开始|開始",
    ends: "闭幕|閉幕|结束|結束",
    takesPlace: "举行|舉行|召开|召開|举办|舉辦|发生|發生|开幕|開幕|首次|至|是",
  },
  glosses: chineseGlosses,
  // “Is achieved through X” says what “through X” does.
  glossPhrases: [
    [
      "(?<=(?:通[过過]|透[过過]|靠))([^，。；,;！？]{1,20}?)[来來而]?(?:实现|實現)(?=[，。；,;！？\\s]|$)",
      "$1",
    ],
  ],
};
