/** The desk's own words in Chinese, traditional characters, as Taiwan writes it. */
import { MAX_VALUE, type Problem } from "../desk/ask.ts";
import type { Words } from "./en.ts";
import { date, list, spaced } from "./zh-hans.ts";

/** What is shown of a numbered list. */
const items = (from: number, to: number): string => (from === to ? `第${from}項` : `第${from}至${to}項`);

export const zhHant: Words = {
  date,
  list,
  language: (code) => ({ en: "英文", zh: "中文" })[code] ?? code,
  quoted: (text) => `「${text}」`,
  credit: (speaker, sources) => `${speaker}，報導方：${sources}`,
  gap: "[…]",

  title: (subject, what) => `${subject} · ${what}`,
  sources: "來源",
  /** A label and what parts it from its value. */
  labelled: (label) => `${label}：`,
  deskNote: "編按",
  deskNotes: "編按",
  next: (from, all) => `繼續：第${from}項，共${all}項`,
  more: (from, to, all) => `已顯示${items(from, to)}，共${all}項。`,
  typeForMore: (line) => `查看其餘內容，請輸入：${line}`,
  shortened: "受篇幅所限，此處有刪節。",
  choose: "請選擇",

  carrier: {
    more: "更多查詢",
    share: "分享此答覆",
    dismiss: "移除此答覆",
    sharedBy: (name) => spaced`由${name}分享`,
    onlyYou: "僅你可見。選擇「分享此答覆」，即發到頻道。",
    notYours: "只有查詢者本人或分享此答覆的人可以移除。",
    unreadable: "從這則訊息中已讀不出當時的查詢，請重新提問。",
    private: "答覆是否僅自己可見",
    slow: "此次查詢費時過長，答覆隨後送達。",
  },
  find: {
    name: "查證",
    action: "查找來源",
    summary: "來源對一句話有何記載：其中的名稱和數字",
    option: "一句話，或整則訊息",
    hint: "句子",
    title: "來源對這則訊息的記載",
    nothing: "這則訊息所涉內容，資料庫中均無記載。",
    figure: (donor, message, sources) => spaced`${donor}：這則訊息稱${message}；來源稱${list(sources)}。`,
    borneOut: (donor, message, publishers) => spaced`${donor}：${list(publishers)}的記載可印證${message}。`,
    otherCurrency: (donor, message) => spaced`${donor}：這則訊息稱${message}；資料庫中沒有以該幣別計的數字。`,
    records: "這則訊息提及的名稱，資料庫中收有：",
    cut: (letters: number) => `只讀取了前${letters}個字元。`,
  },

  source: {
    /** The title of a text, something beside a name, and how clauses and sentences are joined. */
    work: (title) => `《${title}》`,
    aside: (text) => `（${text}）`,
    clauses: (parts) => parts.join("，"),
    sentences: (parts) => `${parts.map((part) => part.replace(/[.。]$/, "")).join("。")}。`,
    notKnown: "日期不詳",
    inferredYear: (year) => `${year}（推定）`,
    inferredBecause: (year, why) => `發布日期未註明，推定為${year}：${why}`,
    by: (authors) => `作者：${authors}`,
    noAuthor: "作者不詳",
    noAddress: "網址不詳",
    titleOnCopy: "標題據副本",
    republished: (publisher, when) => spaced`存檔文本：${publisher}轉載，${when}`,
  },

  miss: {
    title: (words) => `沒有關於「${words}」的紀錄`,
    searched: (sources, upTo) =>
      `已檢索${sources}個來源${upTo === null ? "" : `，已知發布日期最晚為${date(upTo)}`}。此結果僅就上述來源而言，不涉及其他。`,
    near: "資料庫中相近的名稱：",
    elsewhere: "資料庫中收有，須用另一指令查詢：",
    used: (words) => `原文段落中出現「${words}」的紀錄：`,
  },
  offer: {
    pledge: (name) => `出資承諾：${name}`,
    quote: (name) => `言論：${name}`,
    define: (name) => `釋義：${name}`,
    spoken: (words) => `談及「${words}」的引語`,
    pledged: (words) => `提及「${words}」的出資承諾`,
  },
  menu: {
    several: (words) => `「${words}」有多項相符`,
    lead: "指的是哪一項？",
  },
  showing: (label, typed) => spaced`查詢「${typed}」，顯示的是${label}。`,
  review: {
    none: (entered) => `這些紀錄於${list(entered.map(date))}隨專案收錄，未經人工審核。`,
    some: (reviews, left) => `審核：${list(reviews)}。${left === 0 ? "" : `另有${left}筆紀錄未經人工審核。`}`,
    one: (by, on) => `${by}（${date(on)}）`,
  },
  inferred: (words, when, why) => `「${words}」推定為${when}。${why}`,
  span: (from, to) => (to === undefined ? date(from) : `${date(from)}至${date(to)}`),
  pledge: {
    name: "認捐",
    summary: "認捐或捐出了什麼：按捐贈方或事由查詢，照各來源的說法列出",
    option: "捐贈方或事由：阿里巴巴、鄭州、共同富裕",
    hint: "捐贈方或事由",
    what: "來源中的出資承諾",
    none: "來源中沒有認捐記載",
    noneLead: (name) =>
      spaced`資料庫收有${name}，但其中沒有來源記載由其作出或為其作出的認捐。來源的相關內容如下：`,
    menuTitle: "查誰的認捐，或為何事認捐？",
    donors: "捐贈方",
    occasions: "事由",
    byText: (words) => `沒有名為「${words}」的捐贈方或事由；以下出資承諾的來源原文中有這些字詞：`,
    rows: {
      donor: "捐贈方",
      donors: "捐贈方",
      together: "捐贈方（合計）",
      amount: "金額",
      undisclosed: "金額（未揭露）",
      verb: "原文用詞",
      period: "期限",
      claim: "說法出自",
    },
    unstated: "此來源未說明",
    differs: "各來源說法不同，均照原文列出。",
    on: (what, each) => `${what}：${each.join(" · ")}`,
    amount: "金額",
    period: "期限",
    said: (words, source) => `${words} [${source}]`,
    noPeriod: "未說明",
  },

  quote: {
    name: "引語",
    summary: "人物或機構說過的話，一字不改",
    option: "說話者：習近平、陸軍、中國日報；也可輸入話題",
    hint: "說話者",
    about: "只看談及此話題的內容",
    aboutHint: "話題",
    what: "來源中的引語",
    whatNone: "來源中的轉述",
    whatAbout: (topic) => `來源中關於「${topic}」的引語`,
    noDirect: (name) => spaced`來源中沒有${name}的直接引語。以下為轉述。`,
    noWords: "來源中沒有其言論",
    noWordsLead: (name) => spaced`資料庫收有${name}，但其中沒有來源引用或轉述其言論。`,
    reported: "轉述：來源的文字，不是引語",
    byTopic: (words) => `沒有名為「${words}」的說話者；談及這一話題的引語：`,
    byTopicOnly: "談及這一話題的引語：",
    noneAbout: (name, topic) => `${name}：沒有關於「${topic}」的引語紀錄`,
    menuTitle: "查誰的言論？",
    menuDetail: (quotes, reports) => (quotes > 0 ? `引語${quotes}則` : `無直接引語；轉述${reports}則`),
    rows: {
      when: "時間",
      where: "場合",
      via: "途徑",
      wording: "文本",
    },
    notStated: "未註明",
    wording: (language, publisher) => spaced`${publisher}所刊${language}；原文語言和譯者未註明`,
    reportOf: (speaker) => `${speaker}（轉述）`,
    fragment: (speaker) => `${speaker}（片段：僅引號內為引語）`,
    inferredSpeaker: (speaker) => `${speaker}（說話者係推斷）`,
  },

  define: {
    name: "釋義",
    summary: "一個術語是什麼意思，照來源的原文列出",
    option: "術語：共同富裕、第三次分配、common prosperity",
    hint: "術語",
    what: "來源中的定義",
    whatNone: "來源中沒有定義",
    whatUsed: "見於來源",
    also: (aliases) => `也可查詢：${aliases.join(" · ")}`,
    rows: { by: "表述出自", explained: "解釋出自", reportedBy: "報導方" },
    own: (publisher) => spaced`${publisher}本身`,
    menuTitle: "查哪個術語？",
    used: (words) => `「${words}」見於來源，但沒有來源為其下定義。`,
  },

  mistake: {
    title: "無法照此查詢",
    problem(problem: Problem, known: readonly string[]): string {
      switch (problem.type) {
        case "unknown-command":
          return `沒有「${problem.given}」這一指令。可用的指令：${known.join("、")}。`;
        case "unknown-option":
          return `/${problem.command} 沒有「${problem.given}」這一選項。可用的選項：${known.join("、")}。查詢含冒號的字詞，請加半形引號 (" ")。`;
        case "twice":
          return `「${problem.given}」給了兩次；/${problem.command} 只接受一次。`;
        case "bad-item":
          return `item:${problem.given} 不是條目序號，應為從1起的整數。`;
        case "bad-private":
          return `private:${problem.given} 既不是 private:yes，也不是 private:no。`;
        case "too-long":
          return `「${problem.given}……」過長；一次最多可查詢${MAX_VALUE}個字元。`;
      }
    },
    pastEnd: (from, all) =>
      all === 0 ? `沒有第${from}項：此答覆不含條目。` : `沒有第${from}項：此答覆共${all}項。`,
  },
  failure: {
    title: "未能作答",
    text: (id) => `此處發生故障，已作紀錄。如需回報，請提供編號：${id}。`,
  },

  help: {
    title: "可以查詢什麼",
    umbrella: "所有查詢都可由這一個指令提出",
    umbrellaUsage: "pledge alibaba",
    example: (examples) => `例如：${examples.join("、")}`,
    greeting: (sources, records) =>
      `Refdesk：${sources}個來源，${records}筆紀錄。請輸入查詢，例如 /pledge alibaba；輸入 help 查看其他用法，輸入 exit 離開。`,
  },

  home: {
    shelf: (sources, records) => `資料庫現有${sources}個來源、${records}筆紀錄。`,
    changed: (on, version) => `最近更動：${date(on)}。版本：${version}。`,
    version: (version) => `版本：${version}。`,
    ways: "也可在頻道或討論串中提及 @Refdesk，或在此處傳訊息，以日常語言提問：習近平對貧困說了什麼？",
  },
  form: {
    title: "查詢 Refdesk",
    summary: "查詢來源怎麼說，輸入時自動補全名稱",
    hint: "選擇或輸入",
    submit: "查詢",
    close: "關閉",
    nothing: "請選擇要查詢的內容。",
  },
};
