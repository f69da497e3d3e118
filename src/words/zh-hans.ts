/** The desk's own words in Chinese, simplified characters, as the mainland writes it. */
import { MAX_VALUE, type Problem } from "../desk/ask.ts";
import type { Words } from "./en.ts";

const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}$€£¥]/u;
const LATIN_EDGE = /[!-~\p{Script=Latin}€£¥]/u;

/**
 * A sentence around what it is given: one space where a Chinese character meets a Latin name; none at
 * numbers, dates and punctuation. What is given is never changed.
 */
export function spaced(parts: TemplateStringsArray, ...given: readonly (string | number)[]): string {
  return parts.reduce((text, part, index) => {
    const value = String(given[index - 1]);
    if (!LATIN.test(value)) return text + value + part;
    const before = HAN.test(text.at(-1) ?? "") && LATIN_EDGE.test(value.at(0) ?? "") ? " " : "";
    const after = LATIN_EDGE.test(value.at(-1) ?? "") && HAN.test(part.at(0) ?? "") ? " " : "";
    return text + before + value + after + part;
  });
}

/** A partial ISO date as people read it: 2021年8月17日, 2021年8月, 2021年, 1990年代. */
export function date(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  if (year.endsWith("s")) return `${year.slice(0, -1)}年代`;
  return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
}

/** 甲、乙和丙. */
export function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : spaced`${parts.slice(0, -1).join("、")}和${last}`;
}

/** What is shown of a numbered list. */
const items = (from: number, to: number): string => (from === to ? `第${from}项` : `第${from}至${to}项`);

export const zhHans: Words = {
  date,
  list,
  language: (code) => ({ en: "英文", zh: "中文" })[code] ?? code,
  quoted: (text) => `“${text}”`,
  credit: (speaker, sources) => `${speaker}，报道方：${sources}`,
  gap: "[…]",

  title: (subject, what) => `${subject} · ${what}`,
  sources: "来源",
  /** A label and what parts it from its value. */
  labelled: (label) => `${label}：`,
  deskNote: "编者注",
  deskNotes: "编者注",
  next: (from, all) => `继续：第${from}项，共${all}项`,
  more: (from, to, all) => `已显示${items(from, to)}，共${all}项。`,
  typeForMore: (line) => `查看其余内容，请输入：${line}`,
  shortened: "受篇幅所限，此处有删节。",
  choose: "请选择",

  carrier: {
    more: "更多查询",
    share: "分享此答复",
    dismiss: "移除此答复",
    sharedBy: (name) => spaced`由${name}分享`,
    onlyYou: "仅你可见。选择“分享此答复”，即发到频道。",
    notYours: "只有查询者本人或分享此答复的人可以移除。",
    unreadable: "从这条消息中已读不出当时的查询，请重新提问。",
    private: "答复是否仅自己可见",
    slow: "此次查询用时过长，答复随后送到。",
  },
  find: {
    name: "查证",
    action: "查找来源",
    summary: "来源对一句话有何记载：其中的名称和数字",
    option: "一句话，或整条消息",
    hint: "句子",
    title: "来源对这条消息的记载",
    nothing: "这条消息所涉内容，资料库中均无记载。",
    figure: (donor, message, sources) => spaced`${donor}：这条消息称${message}；来源称${list(sources)}。`,
    borneOut: (donor, message, publishers) => spaced`${donor}：${list(publishers)}的记载可印证${message}。`,
    otherCurrency: (donor, message) => spaced`${donor}：这条消息称${message}；资料库中没有以该币种计的数字。`,
    records: "这条消息提及的名称，资料库中收有：",
    cut: (letters: number) => `只读取了前${letters}个字符。`,
  },

  source: {
    /** The title of a text, something beside a name, and how clauses and sentences are joined. */
    work: (title) => `《${title}》`,
    aside: (text) => `（${text}）`,
    clauses: (parts) => parts.join("，"),
    sentences: (parts) => `${parts.map((part) => part.replace(/[.。]$/, "")).join("。")}。`,
    notKnown: "日期不详",
    inferredYear: (year) => `${year}（推定）`,
    inferredBecause: (year, why) => `发布日期未注明，推定为${year}：${why}`,
    by: (authors) => `作者：${authors}`,
    noAuthor: "作者不详",
    noAddress: "网址不详",
    titleOnCopy: "标题据副本",
    republished: (publisher, when) => spaced`存档文本：${publisher}转载，${when}`,
  },

  miss: {
    title: (words) => `没有关于“${words}”的记录`,
    searched: (sources, upTo) =>
      `已检索${sources}个来源${upTo === null ? "" : `，已知发布日期最晚为${date(upTo)}`}。此结果仅就上述来源而言，不涉及其他。`,
    near: "资料库中相近的名称：",
    elsewhere: "资料库中收有，须用另一命令查询：",
    used: (words) => `原文段落中出现“${words}”的记录：`,
  },
  offer: {
    pledge: (name) => `出资承诺：${name}`,
    quote: (name) => `言论：${name}`,
    define: (name) => `释义：${name}`,
    spoken: (words) => `谈及“${words}”的引语`,
    pledged: (words) => `提及“${words}”的出资承诺`,
  },
  menu: {
    several: (words) => `“${words}”有多项匹配`,
    lead: "指的是哪一项？",
  },
  showing: (label, typed) => spaced`查询“${typed}”，显示的是${label}。`,
  review: {
    none: (entered) => `这些记录于${list(entered.map(date))}随项目录入，未经人工审核。`,
    some: (reviews, left) => `审核：${list(reviews)}。${left === 0 ? "" : `另有${left}条记录未经人工审核。`}`,
    one: (by, on) => `${by}（${date(on)}）`,
  },
  inferred: (words, when, why) => `“${words}”推定为${when}。${why}`,
  span: (from, to) => (to === undefined ? date(from) : `${date(from)}至${date(to)}`),
  pledge: {
    name: "认捐",
    summary: "认捐或捐出了什么：按捐赠方或事由查询，照各来源的说法列出",
    option: "捐赠方或事由：阿里巴巴、郑州、共同富裕",
    hint: "捐赠方或事由",
    what: "来源中的出资承诺",
    none: "来源中没有认捐记载",
    noneLead: (name) =>
      spaced`资料库收有${name}，但其中没有来源记载由其作出或为其作出的认捐。来源的相关内容如下：`,
    menuTitle: "查谁的认捐，或为何事认捐？",
    donors: "捐赠方",
    occasions: "事由",
    byText: (words) => `没有名为“${words}”的捐赠方或事由；以下出资承诺的来源原文中有这些字词：`,
    rows: {
      donor: "捐赠方",
      donors: "捐赠方",
      together: "捐赠方（合计）",
      amount: "金额",
      undisclosed: "金额（未披露）",
      verb: "原文用词",
      period: "期限",
      claim: "说法出自",
    },
    unstated: "此来源未说明",
    differs: "各来源说法不同，均照原文列出。",
    on: (what, each) => `${what}：${each.join(" · ")}`,
    amount: "金额",
    period: "期限",
    said: (words, source) => `${words} [${source}]`,
    noPeriod: "未说明",
  },

  quote: {
    name: "引语",
    summary: "人物或机构说过的话，一字不改",
    option: "说话人：习近平、陆军、中国日报；也可输入话题",
    hint: "说话人",
    about: "只看谈及此话题的内容",
    aboutHint: "话题",
    what: "来源中的引语",
    whatNone: "来源中的转述",
    whatAbout: (topic) => `来源中关于“${topic}”的引语`,
    noDirect: (name) => spaced`来源中没有${name}的直接引语。以下为转述。`,
    noWords: "来源中没有其言论",
    noWordsLead: (name) => spaced`资料库收有${name}，但其中没有来源引用或转述其言论。`,
    reported: "转述：来源的文字，不是引语",
    byTopic: (words) => `没有名为“${words}”的说话人；谈及这一话题的引语：`,
    byTopicOnly: "谈及这一话题的引语：",
    noneAbout: (name, topic) => `${name}：没有关于“${topic}”的引语记录`,
    menuTitle: "查谁的言论？",
    menuDetail: (quotes, reports) => (quotes > 0 ? `引语${quotes}条` : `无直接引语；转述${reports}条`),
    rows: {
      when: "时间",
      where: "场合",
      via: "途径",
      wording: "文本",
    },
    notStated: "未注明",
    wording: (language, publisher) => spaced`${publisher}所刊${language}；原文语言和译者未注明`,
    reportOf: (speaker) => `${speaker}（转述）`,
    fragment: (speaker) => `${speaker}（片段：仅引号内为引语）`,
    inferredSpeaker: (speaker) => `${speaker}（说话人系推断）`,
  },

  define: {
    name: "释义",
    summary: "一个术语是什么意思，照来源的原文列出",
    option: "术语：共同富裕、第三次分配、common prosperity",
    hint: "术语",
    what: "来源中的定义",
    whatNone: "来源中没有定义",
    whatUsed: "见于来源",
    also: (aliases) => `也可查询：${aliases.join(" · ")}`,
    rows: { by: "表述出自", explained: "解释出自", reportedBy: "报道方" },
    own: (publisher) => spaced`${publisher}本身`,
    menuTitle: "查哪个术语？",
    used: (words) => `“${words}”见于来源，但没有来源为其下定义。`,
  },

  mistake: {
    title: "无法照此查询",
    problem(problem: Problem, known: readonly string[]): string {
      switch (problem.type) {
        case "unknown-command":
          return `没有“${problem.given}”这一命令。可用的命令：${known.join("、")}。`;
        case "unknown-option":
          return `/${problem.command} 没有“${problem.given}”这一选项。可用的选项：${known.join("、")}。查询含冒号的字词，请加引号。`;
        case "twice":
          return `“${problem.given}”给出了两次；/${problem.command} 只接受一次。`;
        case "bad-item":
          return `item:${problem.given} 不是条目序号，应为从1起的整数。`;
        case "bad-private":
          return `private:${problem.given} 既不是 private:yes，也不是 private:no。`;
        case "too-long":
          return `“${problem.given}……”过长；一次最多可查询${MAX_VALUE}个字符。`;
      }
    },
    pastEnd: (from, all) =>
      all === 0 ? `没有第${from}项：此答复不含条目。` : `没有第${from}项：此答复共${all}项。`,
  },
  failure: {
    title: "未能作答",
    text: (id) => `此处发生故障，已作记录。如需报告，请提供编号：${id}。`,
  },

  help: {
    title: "可以查询什么",
    umbrella: "所有查询都可由这一个命令提出",
    umbrellaUsage: "pledge alibaba",
    example: (examples) => `例如：${examples.join("、")}`,
    greeting: (sources, records) =>
      `Refdesk：${sources}个来源，${records}条记录。请输入查询，例如 /pledge alibaba；输入 help 查看其他用法，输入 exit 退出。`,
  },

  home: {
    shelf: (sources, records) => `资料库现有${sources}个来源、${records}条记录。`,
    changed: (on, version) => `最近更改：${date(on)}。版本：${version}。`,
    version: (version) => `版本：${version}。`,
    ways: "也可在频道或消息列中提及 @Refdesk，或在此处发消息，用日常语言提问：习近平对贫困说了什么？",
  },
  form: {
    title: "查询 Refdesk",
    summary: "查询来源怎么说，输入时自动补全名称",
    hint: "选择或输入",
    submit: "查询",
    close: "关闭",
    nothing: "请选择要查询的内容。",
  },
};
