/** Messages in simplified Chinese, in the usage of mainland China. */
import type { MessageCatalogue } from "../en/messages.ts";
import { languageName } from "../language-tags.ts";
import { chineseDate, chineseDateSpan, chineseList, spaceLatin } from "../zh/typography.ts";
import { simplifiedBrief } from "./brief.ts";
import { simplifiedCommands } from "./commands.ts";
import { simplifiedPages } from "./pages.ts";
import { simplifiedRecordKinds } from "./record-kinds.ts";

/** Formats the range of items shown. */
const items = (from: number, to: number): string => (from === to ? `第${from}项` : `第${from}至${to}项`);

export const simplifiedMessages: MessageCatalogue = {
  locale: "zh-Hans",
  inEnglish: (text) => `（英文）${text}`,
  date: chineseDate,
  list: chineseList,
  language: (tag) => languageName(tag, "zh-Hans", { en: "英文", zh: "中文", und: "未注明的语言" }),
  quoted: (text) => `“${text}”`,
  credit: (speaker, sources) => `${speaker}，报道方：${sources}`,
  gap: "[…]",
  between: "；",

  title: (subject, what) => `${subject} · ${what}`,
  sources: "来源",
  /** A label, with the separator before its value. */
  labelled: (label) => `${label}：`,
  deskNote: "编者注",
  deskNotes: "编者注",
  next: (from, all) => `下一页（${from}–${all}／${all}）`,
  back: "回到开头",
  more: (from, to, all) => `已显示${items(from, to)}，共${all}项。`,
  firstOf: (shown, all) => `所示为前${shown}项，共${all}项。`,
  typeForMore: (line) => `查看其余内容，请输入：${line}`,
  addToAsk: (added) => `加上 ${added}`,
  shortened: "受篇幅所限，此处有删节。",
  fitsNowhere: "此答复过长，一条消息容纳不下。请缩小查询范围。",
  choose: "请选择",

  brief: simplifiedBrief,
  delivery: {
    more: "更多查询",
    share: "分享",
    dismiss: "删除",
    sharedBy: (name) => spaceLatin`由${name}分享`,
    tooMany: (seconds) => `你在一分钟内的提问已达上限，请在${seconds}秒后再试。`,
    onlyYou: "仅你可见。",
    notYours: "只有查询者本人或分享此答复的人可以移除。",
    aside: "这条答复仅供你查看。",
    open: "查看",
    notForYou: "只有查询者本人可以查看。",
    unreadable: "从这条消息中已读不出当时的查询，请重新提问。",
    private: "答复是否仅自己可见",
    slow: "此次查询用时过长，答复随后送到。",
  },
  source: {
    /** Formats a title of a work and an aside; joins clauses and sentences. */
    work: (title) => `《${title}》`,
    aside: (text) => `（${text}）`,
    clauses: (parts) => parts.join("，"),
    sentences: (parts) => `${parts.map((part) => part.replace(/[.。]$/, "")).join("。")}。`,
    notKnown: "日期不详",
    inferred: (value) => `${value}（推定）`,
    publisherInferred: "发布者为推定",
    bothInferred: (credit) => `${credit}（均为推定）`,
    inferredBecause: (year, why) => `发布日期未注明，推定为${year}：${why}`,
    by: (authors) => `作者：${authors}`,
    noAuthor: "作者不详",
    noAddress: "网址不详",
    titleOnCopy: "标题据副本",
    withdrawn: (credit, when, why) => `${credit}：该来源已由出版方于${when}撤回或更正。${why}。`,
    republished: (publisher, when) => spaceLatin`存档文本：${publisher}转载，${when}`,
  },

  pictureLeftOut: (names) => spaceLatin`没有图片：字体不含${chineseList(names)}所用的文字。`,
  miss: {
    title: (words) => `没有关于“${words}”的记录`,
    noSource: "这里没有叫这个名字的来源",
    unnamed: (name) => spaceLatin`这里没有来源提到${name}。`,
    searched: (sources, upTo) =>
      `已检索${sources}个来源${upTo === null ? "" : `，已知发布日期最晚为${chineseDate(upTo)}`}。此结果仅就上述来源而言，不涉及其他。`,
    near: "资料库中相近的名称：",
    elsewhere: "资料库中收有，须用另一命令查询：",
    used: (words) => `原文段落中出现“${words}”的记录：`,
  },
  offer: {
    place: (passage) => `查看段落上下文：${passage}`,
    pledge: (name) => `捐款承诺：${name}`,
    quote: (name) => `言论：${name}`,
    define: (name) => `释义：${name}`,
    who: (name) => `简介：${name}`,
    source: (title) => `来源：《${title}》`,
    spoken: (words) => `谈及“${words}”的引语`,
    search: (words) => `搜索“${words}”`,
    pledged: (words) => `提及“${words}”的捐款承诺`,
  },
  menu: {
    several: (words) => `“${words}”有多项匹配`,
    lead: "指的是哪一项？",
  },
  showing: (label, typed) => spaceLatin`查询“${typed}”，显示的是${label}。`,
  review: {
    none: (entered) => `这些记录于${chineseList(entered.map(chineseDate))}录入，未经人工审核。`,
    some: (reviews, left) =>
      `审核：${chineseList(reviews)}。${left === 0 ? "" : `另有${left}条记录未经人工审核。`}`,
    one: (by, on) => `${by}（${chineseDate(on)}）`,
  },
  inferred: (words, when, why) => `“${words}”推定为${when}。${why}`,
  span: chineseDateSpan,
  ...simplifiedCommands,
  pages: simplifiedPages,
  recordKinds: simplifiedRecordKinds,

  mistake: {
    title: "无法照此查询",
    unknownCommand: (given, known) => `没有“${given}”这一命令。可用的命令：${known.join("、")}。`,
    unknownOption: (command, given, known) =>
      `/${command} 没有“${given}”这一选项。可用的选项：${known.join("、")}。查询含冒号的字词，请加引号。`,
    givenTwice: (command, given) => `“${given}”给出了两次；/${command} 只接受一次。`,
    badItem: (given) => `item:${given} 不是条目序号，应为从1起的整数。`,
    badDetail: (given) => `detail:${given} 既不是 detail:full，也不是 detail:notes。`,
    badPrivate: (given) => `private:${given} 既不是 private:yes，也不是 private:no。`,
    near: "是否指：",
    noValue: (option) => spaceLatin`选项${option}没有内容。请写在冒号之后；多于一个词时加引号。`,
    unclosed: (given) => spaceLatin`“${given.slice(1)}”前面的引号没有闭合。`,
    tooLong: (given, limit) => `“${given}……”过长；一次最多可查询${limit}个字符。`,
    pastEnd: (from, all) =>
      all === 0 ? `没有第${from}项：此答复不含条目。` : `没有第${from}项：此答复共${all}项。`,
  },
  failure: {
    title: "未能作答",
    text: (id) => `此处发生故障，已作记录。如需报告，请提供编号：${id}。`,
  },
  ownShelf: {
    title: "尚无来源",
    text: "资料库目前是空的。请管理员用以下命令添加第一个来源：refdesk add <文件或网址>",
    greeting: "Refdesk：尚无来源。添加来源：refdesk add <文件或网址>。输入 help 或 exit。",
    readFrom: (folder) => `资料库读自 ${folder}。`,
  },

  home: {
    shelf: (sources, records) => `资料库现有${sources}个来源、${records}条记录。`,
    changed: (on, version) => `最近更改：${chineseDate(on)}。版本：${version}。`,
    version: (version) => `版本：${version}。`,
    ways: "也可在频道或消息列中提及 @Refdesk，或在此处发消息，用日常语言提问：习近平对贫困说了什么？",
  },
  form: {
    name: "提问",
    title: "查询 Refdesk",
    summary: "查询来源怎么说，输入时自动补全名称",
    question: "你的问题",
    inWords: "用自己的话提问，看来源怎么说",
    command: "查询什么",
    submit: "查询",
    close: "关闭",
    nothing: "请填写这一项。",
  },
};
