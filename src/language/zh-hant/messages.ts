/** Messages in traditional Chinese, in the usage of Taiwan. */
import type { MessageCatalogue } from "../en/messages.ts";
import { languageName } from "../language-tags.ts";
import { chineseDate, chineseDateSpan, chineseList, spaceLatin } from "../zh/typography.ts";
import { traditionalBrief } from "./brief.ts";
import { traditionalCommands } from "./commands.ts";
import { traditionalPages } from "./pages.ts";
import { traditionalRecordKinds } from "./record-kinds.ts";

/** Formats the range of items shown. */
const items = (from: number, to: number): string => (from === to ? `第${from}項` : `第${from}至${to}項`);

export const traditionalMessages: MessageCatalogue = {
  locale: "zh-Hant",
  inEnglish: (text) => `（英文）${text}`,
  date: chineseDate,
  list: chineseList,
  language: (tag) => languageName(tag, "zh-Hant", { en: "英文", zh: "中文", und: "未註明的語言" }),
  quoted: (text) => `「${text}」`,
  credit: (speaker, sources) => `${speaker}，報導方：${sources}`,
  gap: "[…]",
  between: "；",

  title: (subject, what) => `${subject} · ${what}`,
  sources: "來源",
  /** A label, with the separator before its value. */
  labelled: (label) => `${label}：`,
  deskNote: "編按",
  deskNotes: "編按",
  next: (from, all) => `下一頁（${from}–${all}／${all}）`,
  back: "回到開頭",
  more: (from, to, all) => `已顯示${items(from, to)}，共${all}項。`,
  firstOf: (shown, all) => `所示為前${shown}項，共${all}項。`,
  typeForMore: (line) => `查看其餘內容，請輸入：${line}`,
  addToAsk: (added) => `加上 ${added}`,
  shortened: "受篇幅所限，此處有刪節。",
  fitsNowhere: "此答覆過長，一則訊息容納不下。請縮小查詢範圍。",
  choose: "請選擇",

  brief: traditionalBrief,
  delivery: {
    more: "更多查詢",
    share: "分享",
    dismiss: "刪除",
    sharedBy: (name) => spaceLatin`由${name}分享`,
    tooMany: (seconds) => `你在一分鐘內的提問已達上限，請在${seconds}秒後再試。`,
    onlyYou: "僅你可見。",
    notYours: "只有查詢者本人或分享此答覆的人可以移除。",
    aside: "這則答覆僅供你查看。",
    open: "查看",
    notForYou: "只有查詢者本人可以查看。",
    unreadable: "從這則訊息中已讀不出當時的查詢，請重新提問。",
    private: "答覆是否僅自己可見",
    slow: "此次查詢費時過長，答覆隨後送達。",
  },
  source: {
    /** Formats a title of a work and an aside; joins clauses and sentences. */
    work: (title) => `《${title}》`,
    aside: (text) => `（${text}）`,
    clauses: (parts) => parts.join("，"),
    sentences: (parts) => `${parts.map((part) => part.replace(/[.。]$/, "")).join("。")}。`,
    notKnown: "日期不詳",
    inferred: (value) => `${value}（推定）`,
    publisherInferred: "發布者為推定",
    bothInferred: (credit) => `${credit}（均為推定）`,
    inferredBecause: (year, why) => `發布日期未註明，推定為${year}：${why}`,
    by: (authors) => `作者：${authors}`,
    noAuthor: "作者不詳",
    noAddress: "網址不詳",
    titleOnCopy: "標題據副本",
    withdrawn: (credit, when, why) => `${credit}：該來源已由出版方於${when}撤回或更正。${why}。`,
    republished: (publisher, when) => spaceLatin`存檔文本：${publisher}轉載，${when}`,
  },

  pictureLeftOut: (names) => spaceLatin`沒有圖片：字型不含${chineseList(names)}所用的文字。`,
  miss: {
    title: (words) => `沒有關於「${words}」的紀錄`,
    noSource: "這裡沒有叫這個名字的來源",
    unnamed: (name) => spaceLatin`這裡沒有來源提到${name}。`,
    searched: (sources, upTo) =>
      `已檢索${sources}個來源${upTo === null ? "" : `，已知發布日期最晚為${chineseDate(upTo)}`}。此結果僅就上述來源而言，不涉及其他。`,
    near: "資料庫中相近的名稱：",
    elsewhere: "資料庫中收有，須用另一指令查詢：",
    used: (words) => `原文段落中出現「${words}」的紀錄：`,
  },
  offer: {
    place: (passage) => `查看段落上下文：${passage}`,
    pledge: (name) => `捐款承諾：${name}`,
    quote: (name) => `言論：${name}`,
    define: (name) => `釋義：${name}`,
    who: (name) => `簡介：${name}`,
    source: (title) => `來源：《${title}》`,
    spoken: (words) => `談及「${words}」的引語`,
    search: (words) => `搜尋「${words}」`,
    pledged: (words) => `提及「${words}」的捐款承諾`,
  },
  menu: {
    several: (words) => `「${words}」有多項相符`,
    lead: "指的是哪一項？",
  },
  showing: (label, typed) => spaceLatin`查詢「${typed}」，顯示的是${label}。`,
  review: {
    none: (entered) => `這些紀錄於${chineseList(entered.map(chineseDate))}收錄，未經人工審核。`,
    some: (reviews, left) =>
      `審核：${chineseList(reviews)}。${left === 0 ? "" : `另有${left}筆紀錄未經人工審核。`}`,
    one: (by, on) => `${by}（${chineseDate(on)}）`,
  },
  inferred: (words, when, why) => `「${words}」推定為${when}。${why}`,
  span: chineseDateSpan,
  ...traditionalCommands,
  pages: traditionalPages,
  recordKinds: traditionalRecordKinds,

  mistake: {
    title: "無法照此查詢",
    unknownCommand: (given, known) => `沒有「${given}」這一指令。可用的指令：${known.join("、")}。`,
    unknownOption: (command, given, known) =>
      `/${command} 沒有「${given}」這一選項。可用的選項：${known.join("、")}。查詢含冒號的字詞，請加半形引號 (" ")。`,
    givenTwice: (command, given) => `「${given}」給了兩次；/${command} 只接受一次。`,
    badItem: (given) => `item:${given} 不是條目序號，應為從1起的整數。`,
    badDetail: (given) => `detail:${given} 既不是 detail:full，也不是 detail:notes。`,
    badPrivate: (given) => `private:${given} 既不是 private:yes，也不是 private:no。`,
    near: "是否指：",
    noValue: (option) => spaceLatin`選項${option}沒有內容。請寫在冒號之後；多於一個詞時加引號。`,
    unclosed: (given) => spaceLatin`「${given.slice(1)}」前面的引號沒有閉合。`,
    tooLong: (given, limit) => `「${given}……」過長；一次最多可查詢${limit}個字元。`,
    pastEnd: (from, all) =>
      all === 0 ? `沒有第${from}項：此答覆不含條目。` : `沒有第${from}項：此答覆共${all}項。`,
  },
  failure: {
    title: "未能作答",
    text: (id) => `此處發生故障，已作紀錄。如需回報，請提供編號：${id}。`,
  },
  ownShelf: {
    title: "尚無來源",
    text: "資料庫目前是空的。請管理員以下列指令加入第一個來源：refdesk add <檔案或網址>",
    greeting: "Refdesk：尚無來源。加入來源：refdesk add <檔案或網址>。輸入 help 或 exit。",
    readFrom: (folder) => `資料庫讀自 ${folder}。`,
  },

  home: {
    shelf: (sources, records) => `資料庫現有${sources}個來源、${records}筆紀錄。`,
    changed: (on, version) => `最近更動：${chineseDate(on)}。版本：${version}。`,
    version: (version) => `版本：${version}。`,
    ways: "也可在頻道或討論串中提及 @Refdesk，或在此處傳訊息，以日常語言提問：習近平對貧困說了什麼？",
  },
  form: {
    name: "提問",
    title: "查詢 Refdesk",
    summary: "查詢來源怎麼說，輸入時自動補全名稱",
    question: "你的問題",
    inWords: "用自己的話提問，看來源怎麼說",
    command: "查詢什麼",
    submit: "查詢",
    close: "關閉",
    nothing: "請填寫這一項。",
  },
};
