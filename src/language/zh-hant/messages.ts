/** Messages in traditional Chinese, in the usage of Taiwan. */
import type { MessageCatalogue } from "../en/messages.ts";
import { languageName } from "../language-tags.ts";
import { chineseDate, chineseDateSpan, chineseList, spaceLatin } from "../zh/typography.ts";
import { traditionalBrief } from "./brief.ts";
import { traditionalCommands } from "./commands.ts";
import { traditionalCuration } from "./curation.ts";
import { traditionalPages } from "./pages.ts";
import { traditionalRecordKinds } from "./record-kinds.ts";
import { traditionalWorkspaces } from "./workspaces.ts";

/** Formats the range of items shown. */
const items = (from: number, to: number): string => (from === to ? `第${from}項` : `第${from}至${to}項`);

export const traditionalMessages: MessageCatalogue = {
  locale: "zh-Hant",
  inEnglish: (text) => `（英文）${text}`,
  date: chineseDate,
  list: chineseList,
  language: (tag) => languageName(tag, "zh-Hant", { en: "英文", zh: "中文", und: "未註明的語言" }),
  quoted: (text) => `「${text}」`,
  credit: (speaker, sources) => spaceLatin`${speaker}，據${sources}`,
  gap: "[…]",
  between: "；",

  title: (subject, what) => `${subject} · ${what}`,
  sources: "來源",
  /** A label, with the separator before its value. */
  labelled: (label) => `${label}：`,
  deskNote: "編者註",
  deskNotes: "編者註",
  next: (from, all) => `下一頁（${from === all ? from : `${from}–${all}`}／${all}）`,
  back: "回到開頭",
  more: (from, to, all) => `已顯示${items(from, to)}，共${all}項。`,
  firstOf: (shown, all) => `所示為前${shown}項，共${all}項。`,
  typeForMore: (line) => `查看其餘內容，請輸入：${line}`,
  addToAsk: (added) => `加上 ${added}`,
  shortened: "受篇幅所限，此處有刪節。",
  fitsNowhere: "這個回答太長，一則訊息放不下。請縮小範圍再問。",
  choose: "請選擇",

  brief: traditionalBrief,
  curation: traditionalCuration,
  delivery: {
    more: "更多查詢",
    share: "分享",
    dismiss: "刪除",
    sharedBy: (name) => spaceLatin`由${name}分享`,
    tooMany: (seconds) => `一分鐘內問得太多了，請${seconds}秒後再試。`,
    onlyYou: "僅你可見。",
    notYours: "只有提問或分享這個回答的人可以刪除它。",
    aside: "這則回答僅供你查看。",
    open: "查看",
    notForYou: "只有查詢者本人可以查看。",
    unreadable: "看不出這則訊息當時問的是什麼，請重新提問。",
    private: "回答是否僅自己可見",
    slow: "這次比平常慢，回答稍後傳到這裡。",
  },
  source: {
    /** Formats a title of a work and an aside; joins clauses and sentences. */
    work: (title) => `《${title}》`,
    aside: (text) => `（${text}）`,
    clauses: (parts) => parts.join("，"),
    sentences: (parts) => `${parts.map((part) => part.replace(/[.。]$/, "")).join("。")}。`,
    notKnown: "日期不詳",
    inferred: (value) => `${value}（推斷）`,
    publisherInferred: "發布方為推斷",
    bothInferred: (credit) => `${credit}（均為推斷）`,
    inferredBecause: (year, why) => `發布日期未寫明，推斷為${year}：${why}`,
    by: (authors) => `作者：${authors}`,
    noAuthor: "作者不詳",
    noPublisher: "發布方不詳",
    noAddress: "網址不詳",
    titleOnCopy: "標題據副本",
    withdrawn: (credit, when, why) => `${credit}：發布方已於${when}撤回或更正這個來源。${why}。`,
    republished: (publisher, when) => spaceLatin`存檔文本：${publisher}轉載，${when}`,
  },

  pictureLeftOut: (names) => spaceLatin`沒有圖片：字型不含${chineseList(names)}所用的文字。`,
  miss: {
    title: (words) => `沒有關於「${words}」的紀錄`,
    noSource: "這裡沒有叫這個名字的來源",
    unnamed: (name) => spaceLatin`這裡沒有來源提到${name}。`,
    searched: (sources, upTo) =>
      `搜尋了${sources}個來源${upTo === null ? "" : `（已知最新：${chineseDate(upTo)}）`}。其他來源的說法可能不同。`,
    near: "你要找的是不是：",
    elsewhere: "可以換個指令查詢：",
    used: (words) => `原文中提到「${words}」的紀錄：`,
  },
  offer: {
    place: (passage) => `看上下文：「${passage}」`,
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
    several: (words) => `你問的是哪個「${words}」？`,
    lead: "請選一項：",
  },
  showing: (label, typed) => spaceLatin`沒有「${typed}」，顯示的是${label}。`,
  review: {
    none: (entered) => `這些紀錄於${chineseList(entered.map(chineseDate))}收錄，尚未經人審核。`,
    some: (reviews, left) =>
      `審核：${chineseList(reviews)}。${left === 0 ? "" : `另有${left}筆紀錄尚未經人審核。`}`,
    one: (by, on) => `${by}（${chineseDate(on)}）`,
  },
  inferred: (words, when, why) => `「${words}」推斷為${when}。${why}`,
  span: chineseDateSpan,
  ...traditionalCommands,
  pages: traditionalPages,
  recordKinds: traditionalRecordKinds,
  workspaces: traditionalWorkspaces,

  mistake: {
    title: "看不懂這個問題",
    unknownCommand: (given, known) => `沒有「${given}」這個指令。可用的指令：${known.join("、")}。`,
    unknownOption: (command, given, known) =>
      `/${command} 沒有「${given}」這個選項。可用的選項：${known.join("、")}。要查的詞裡有冒號時，請加半形引號。`,
    givenTwice: (command, given) => `「${given}」寫了兩次；/${command} 只接受一次。`,
    badItem: (given) => `item:${given} 不行：item: 後面應是1或更大的整數。`,
    badDetail: (given) => `detail:${given} 既不是 detail:full，也不是 detail:notes。`,
    badPrivate: (given) => `private:${given} 既不是 private:yes，也不是 private:no。`,
    near: "你要找的是不是：",
    noValue: (option) => spaceLatin`選項${option}沒有內容。請寫在冒號之後；多於一個詞時加引號。`,
    unclosed: (given) => spaceLatin`「${given.slice(1)}」前面的引號沒有閉合。`,
    tooLong: (given, limit) => `「${given}……」過長；一次最多可查詢${limit}個字元。`,
    pastEnd: (from, all) =>
      all === 0 ? `沒有第${from}項：這個回答沒有分項。` : `沒有第${from}項：這個回答共${all}項。`,
  },
  failure: {
    title: "出錯了",
    text: (id) => `這裡出了問題，已經記下。如需回報，請附上編號：${id}。`,
  },
  ownShelf: {
    title: "還沒有來源",
    text: "資料庫還是空的。請管理員用這個指令加入第一個來源：refdesk add <檔案或網址>",
    greeting: "Refdesk：還沒有來源。加入來源：refdesk add <檔案或網址>。輸入 help 或 exit。",
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
