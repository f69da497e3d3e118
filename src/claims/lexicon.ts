/**
 * What a word does in a sentence that speaks of giving, of saying or of a day, as one letter:
 *
 * `V` gives or promises · `N` a gift · `W` spends, which is giving only for an occasion · `v` says ·
 * `a` according to · `b` by, from · `o` of · `i` other prepositions · `e` each · `q` before a sum · `g` a
 * purpose that any gift has · `f` says nothing by itself
 */
export type WordRole = "V" | "N" | "W" | "v" | "a" | "b" | "o" | "i" | "e" | "q" | "g" | "f";

const LATIN: Readonly<Record<WordRole, string>> = {
  V: "pledge pledges pledged pledging commit commits committed committing donate donates donated donating give gives gave given giving contribute contributes contributed contributing promise promises promised promising vow vows vowed vowing",
  N: "commitment commitments donation donations contribution contributions gift gifts",
  W: "invest invests invested investing spend spends spent spending allocate allocated earmark earmarked pour poured inject injected put puts putting",
  v: "said says say saying told tells added adds wrote writes writing stated states declared declares stressed stresses acknowledged acknowledges noted notes argued argues explained explains remarked commented announced announces quoted emphasized emphasised reported reports warned warns",
  a: "according",
  b: "by from",
  o: "of",
  i: "in on at to for toward towards after following during since with into as through via under amid before over under upon about",
  e: "each apiece respectively separately individually",
  q: "nearly almost around roughly approximately than least total worth exactly totalling totaling some",
  g: "initiative initiatives cause causes program programs programme programmes project projects fund funds funding money cash sum amount amounts support help relief effort efforts charity charities charitable social society campaign campaigns drive drives goal goals",
  f: "a an the its their his her our this that these those which who it they he she will would has have had is are was were be been being also already then later recently reportedly together jointly collectively officially publicly formally again both all last next first past coming several few month months week weeks year years day days today yesterday earlier just now group holdings inc ltd limited corp co made make makes making agreed decided stepped once own total announced president mr ms dr so far one two three four five six seven eight nine ten twelve fifteen twenty",
};

const HAN: Readonly<Record<WordRole, string>> = {
  V: "承诺捐赠 承諾捐贈 承诺捐款 承諾捐款 承诺捐出 承諾捐出 承诺捐 承諾捐 承诺 承諾 许诺 許諾 认捐 認捐 捐赠 捐贈 捐款 捐出 捐献 捐獻 捐助 捐",
  N: "捐赠额 捐贈額",
  W: "投入 投资 投資 出资 出資 拨款 撥款 斥资 斥資",
  v: "表示 指出 强调 強調 写道 寫道 认为 認為 提到 谈到 談到 宣布 宣佈 呼吁 呼籲 说 說 称 稱 曾说 曾說 曾表示",
  a: "根据 根據 按照 据 據 用",
  b: "来自 來自 由",
  o: "",
  i: "在 于 於 为 為 向 给 給 对 對 用于 用於 因 以 就 后 後 之后 之後",
  e: "各自 各 分别 分別 每家 均",
  q: "总计 總計 合计 合計 共计 共計 总共 總共 一共 共 超过 超過 逾 近 约 約 大约 大約 将近 將近 高达 高達",
  g: "专项 專項 资金 資金 基金 项目 項目 计划 計劃 行动 行動 倡议 倡議 事业 事業 款项 款項 救灾 救災 赈灾 賑災 公益 慈善 社会 社會 支持 推动 推動 助力 促进 促進 科技 互联网 互聯網 企业 企業 巨头 巨頭 灾区 災區 灾后 災後",
  f: "集团 集團 公司 控股 已经 已經 已 将 將 将会 將會 会 會 要 共同 联合 聯合 一起 也 都 于是 近日 此前 日前 随后 隨後 曾 了 年 月 未来 未來 五年 该 該 这 這 其 并 並 再 去年 今年 先生 主席 们 們",
};

const words = (of: Readonly<Record<WordRole, string>>): (readonly [string, WordRole])[] =>
  (Object.keys(of) as WordRole[]).flatMap((role) =>
    of[role]
      .split(" ")
      .filter(Boolean)
      .map((word) => [word, role] as const),
  );

const byLatin: ReadonlyMap<string, WordRole> = new Map(words(LATIN));
const byHan: ReadonlyMap<string, WordRole> = new Map(words(HAN));
const longest = Math.max(...[...byHan.keys()].map((word) => word.length));

/** What a word in Latin letters does, if it is known to do anything. */
export const latinRole = (word: string): WordRole | undefined => byLatin.get(word.toLowerCase());

/** The longest known word with which a run of Chinese begins at a place. */
export function hanRoleAt(
  text: string,
  at: number,
): { readonly role: WordRole; readonly length: number } | undefined {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const role = byHan.get(text.slice(at, at + length));
    if (role) return { role, length };
  }
  return undefined;
}
