/** Messages of the commands in traditional Chinese. */

import type { CommandMessages } from "../en/commands.ts";
import { chineseCurrency, chineseList, spaceLatin } from "../zh/typography.ts";
import { traditionalReferenceCommands } from "./reference-commands.ts";

export const traditionalCommands: CommandMessages = {
  ...traditionalReferenceCommands,

  pledge: {
    name: "捐款",
    summary: "按捐款方或事由，查各來源所載的捐款與承諾",
    option: "捐款方或事由",
    hint: "捐款方或事由",
    what: "來源中的捐款承諾",
    none: "沒有捐款承諾紀錄",
    noneFor: (donors, occasions) =>
      spaceLatin`沒有${chineseList(donors)}為${chineseList(occasions)}作出捐款承諾的紀錄。`,
    noneBy: (donors) => spaceLatin`沒有${chineseList(donors)}的捐款承諾紀錄。`,
    others: "其他捐款承諾",
    everyone: "所有捐款方",
    known: "有記載的捐款承諾：",
    notAdded: "這些金額不相加：其中一筆可能包含在另一筆之內，有的沒有載明金額。",
    noneLead: (name) => spaceLatin`來源中有${name}的資料，但沒有其捐款承諾。相關內容如下：`,
    menuTitle: "查哪家的捐款承諾，或哪件事？",
    donors: "捐款方",
    occasions: "事由",
    byText: (words) => `沒有名為「${words}」的捐款方或事由；以下捐款承諾的來源原文中有這些字詞：`,
    rows: {
      donor: "捐款方",
      donors: "捐款方",
      together: "捐款方（合計）",
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
    withoutOccasion: (publisher, occasion) => spaceLatin`${publisher}的說法未提及${occasion}。`,
    noPeriod: "未說明",
  },

  quote: {
    name: "引語",
    summary: "人物或機構說過的話，一字不改",
    option: "說話者；也可輸入話題",
    hint: "說話者",
    about: "只看談及此話題的內容",
    aboutHint: "話題",
    what: "來源中的引語",
    whatNone: "來源中的轉述",
    whatAbout: (topic) => `來源中關於「${topic}」的引語`,
    noDirect: (name) => spaceLatin`沒有${name}的直接引語紀錄。以下為轉述。`,
    noWords: "沒有言論紀錄",
    noWordsLead: (name) => spaceLatin`沒有${name}的言論紀錄，直接引用或轉述均無。`,
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
    wording: (language, publisher) => spaceLatin`${publisher}所刊${language}；原文語言和譯者未註明`,
    wordings: (language) => spaceLatin`引語均照來源所刊的${language}列出；原文語言和譯者未註明。`,
    reportOf: (speaker) => `${speaker}（轉述）`,
    fragment: (speaker) => `${speaker}（部分引語）`,
    inferredSpeaker: (speaker) => `${speaker}（說話者為推斷）`,
  },

  define: {
    name: "釋義",
    summary: "一個術語是什麼意思，照來源的原文列出",
    option: "術語",
    hint: "術語",
    what: "來源中的定義",
    whatNone: "沒有定義紀錄",
    whatUsed: "見於來源",
    also: (aliases) => `也可查詢：${aliases.join(" · ")}`,
    rows: { explained: "解釋出自" },
    ofWhole: (whole) => spaceLatin`來源說的是整個「${whole}」`,
    menuTitle: "查哪個術語？",
    used: (words) => `「${words}」見於來源，但沒有來源為其下定義。`,
  },

  compare: {
    name: "比較",
    summary: "把幾個捐款方的捐款承諾並列，照各來源的說法列出",
    option: "兩個或更多捐款方，以空格或逗號分隔",
    hint: "捐款方",
    what: "捐款承諾比較",
    columns: {
      donor: "捐款方",
      amount: "金額",
      verb: "原文用詞",
      period: "期限",
      purpose: "用途、事由",
      when: "時間",
    },
    together: (names) => `${names}（合計）`,
    jointly: "合計",
    unnamed: "捐款方未列名",
    undisclosed: "未揭露",
    withOthers: "僅有與其他捐款方一併的紀錄",
    missing: (names) => `資料庫中沒有${names.join("、")}。`,
    differing: (whose, what) => spaceLatin`${whose}的${what}`,
    moreDiffer: (many) => `另有${many}處不同，詳見各項承諾。`,
    overlapping: "各列金額不可相加：其中兩列所說的可能是同一項承諾。",
    undivided: "幾個捐款方合計的金額只列一次，不作拆分。",
    unconverted: "不同幣別或單位的數額均照原文列出，不作換算。",
    one: "至少要有兩方才能比較",
    alone: "單獨查看",
    beside: "與另一方比較",
    menuTitle: "比較哪些捐款方？",
    all: "全部捐款方",
    menuDonors: "先選一個，再選另一個",
    amounts: "來源所述金額",
    unit: (code) => chineseCurrency(code, "zh-Hant"),
    otherUnit: (sum, unit) => `${sum}，以${unit}計`,
    alt: (unit, bars, left) =>
      `長條圖，單位為${unit}。${bars.join("；")}。${left.length === 0 ? "" : `未畫出：${left.join("；")}。`}`,
  },

  timeline: {
    name: "時間軸",
    summary: "何時發生了什麼：載有日期的事件、捐款承諾和引語，由早到晚",
    option: "人物、機構、術語或事件；不填則列出全部",
    hint: "主題",
    from: "只看此日期及以後：2020、2021-08、2021年8月17日、1990年代",
    fromHint: "日期",
    to: "只看此日期及以前：2020、2021-08、2021年8月17日、1990年代",
    toHint: "日期",
    what: "時間軸",
    whatIn: (period) => `時間軸，${period}`,
    shelf: "整個資料庫",
    period: (from, to) =>
      from === undefined
        ? `截至${to}`
        : to === undefined
          ? `${from}起`
          : from === to
            ? from
            : `${from}至${to}`,
    columns: { when: "時間", what: "事項", said: "來源原文", kind: "類別" },
    kinds: { events: "事件", pledges: "捐款承諾", quotes: "引語", reports: "轉述", facts: "陳述" },
    inferred: "推斷",
    unknown: "日期不詳",
    because: (publishers, why) => `推斷的日期（${chineseList(publishers)}）：${why}`,
    undated: (events, pledges, quotes, facts) =>
      `日期不詳，未列入：${chineseList([
        ...(events > 0 ? [`事件${events}項`] : []),
        ...(pledges > 0 ? [`捐款承諾${pledges}項`] : []),
        ...(quotes > 0 ? [`引語${quotes}則`] : []),
        ...(facts > 0 ? [`陳述${facts}則`] : []),
      ])}。`,
    none: "沒有載明日期的紀錄",
    noneIn: (period) => `沒有這一時段的紀錄：${period}`,
    outside: (many) => `載有日期但不在這一時段的紀錄：${many}筆。`,
    byText: (words) => `沒有名為「${words}」的主題；以下載有日期的紀錄，來源原文中有這些字詞：`,
    byTopic: (words) => spaceLatin`沒有名為「${words}」的主題；談及此事的有日期的紀錄：`,
    ofWhole: (records, whole, part) =>
      spaceLatin`${records}：來源說的是整個「${whole}」，而不單是「${part}」。`,
    whole: (name) => `時間軸：${name}`,
    notADate: (option, given) =>
      `${option}: 中的「${given}」不是日期。可以填年、月、日或年代，例如：2021、2021-08、2021-08-17、2021年8月、2021年8月17日、1990年代。`,
    backwards: (from, to) => `從${from}到${to}，結束早於開始。`,
    moment: (when, what, kind) => `${when}：${what}（${kind}）`,
    alt: (title, moments, more) =>
      `${title}。${moments.join("；")}${more === 0 ? "" : `；表格中另有${more}項`}。`,
  },

  search: {
    name: "搜尋",
    summary: "用日常語言搜尋來源中的任何內容：紀錄和原文段落，最相關的在前",
    option: "一個問題，或幾個詞",
    hint: "任意內容",
    kind: "只查這類紀錄",
    kindHint: "類別",
    what: "來源中的搜尋結果",
    hit: (label, kind) => `${label}（${kind}）`,
    narrowed: (names) => spaceLatin`只列出與${chineseList(names)}有關的內容。`,
    assumed: (typed, taken) => spaceLatin`來源中沒有「${typed}」，已改查：${chineseList(taken)}。`,
    answers: (line) => `可直接回答：${line}`,
    menuTitle: "想搜尋什麼？寫一個問題或幾個詞，例如：",
    noKind: (given, kinds) => spaceLatin`沒有「${given}」這類紀錄。可選：${kinds.join("、")}。`,
    unrecorded: "有一份存放的原文含有這些字詞，但尚未據此建立紀錄；搜尋只涉及紀錄。",
    indexing: "全文仍在讀入，目前可以按名稱查詢。請稍後再試。",
  },

  check: {
    name: "查證",
    action: "查找來源",
    summary: "一句話中哪些可由來源印證，哪些與來源說法不同",
    option: "一句話，或整則訊息",
    hint: "句子",
    menuTitle: "要查證什麼？",
    menuLead: "可填一句話或整則訊息，其中的金額、引語、日期和名稱將與來源比對。",
    title: "這則訊息，來源怎麼說",
    nothingFound: (sources) => `在${sources}個來源中未找到相關內容。`,
    closest: "無結論：這句話沒有可比對的表述。最接近的原文如下：",
    kinds: { supported: "來源支持", differs: "說法不同", "not-as-stated": "未見此說" },
    tally: (supported, differs, notAsStated) =>
      `${[
        ...(supported > 0 ? [`可印證${supported}處`] : []),
        ...(differs > 0 ? [`說法不同${differs}處`] : []),
        ...(notAsStated > 0 ? [`未見此說${notAsStated}處`] : []),
      ].join("；")}。`,
    sentence: (number, text) => `第${number}句：${text}`,
    figure: (what, message, sources) =>
      spaceLatin`${what}：這則訊息稱「${message}」；來源稱${chineseList(sources)}。`,
    supported: (what, message, publishers, all) =>
      spaceLatin`${what}：${chineseList(publishers)}的記載可印證「${message}」${publishers.length === all ? `（${all}個來源）` : `（談及此事的${all}個來源中有${publishers.length}個）`}。`,
    split: (each) => `各來源說法不同：${each.join("；")}。`,
    saidBy: (words, publisher) => `${words}（${publisher}）`,
    otherCurrency: (donor, message) =>
      spaceLatin`${donor}：這則訊息稱「${message}」；資料庫中沒有以該幣別計的數字。`,
    noSum: (donor, message) => spaceLatin`${donor}：這則訊息稱「${message}」；資料庫中沒有來源說明金額。`,
    elsewhere: (message, donor, theirs) =>
      spaceLatin`資料庫所載「${message}」，捐款方不是${donor}，而是${theirs}。`,
    elsewhereOnly: (message, theirs) => spaceLatin`資料庫所載「${message}」，捐款方是${theirs}。`,
    promised: (donor, message, publishers) =>
      spaceLatin`${donor}：據${chineseList(publishers)}，「${message}」是承諾；資料庫中沒有來源說已經付出。`,
    together: (donors) => `${donors}（合計）`,
    date: "日期",
    number: "數字",
    role: "職務",
    period: "期限",
    apart: (period, publishers, sums) =>
      spaceLatin`期限：${period}見於${chineseList(publishers)}，其金額為${chineseList(sums)}；沒有來源兼有兩者。`,
    quoted: (publishers, speaker) =>
      spaceLatin`與${chineseList(publishers)}所刊${speaker}的話逐字相同（${publishers.length}個來源）。`,
    reported: (publishers, speaker) =>
      spaceLatin`與${chineseList(publishers)}的文字逐字相同（${publishers.length}個來源）；那是來源對${speaker}言論的轉述，不是引語。`,
    printed: (publishers) =>
      spaceLatin`與${chineseList(publishers)}的文字逐字相同（${publishers.length}個來源）；那是來源自己的文字，不是引語。`,
    copied: (publishers) =>
      spaceLatin`這句話與${chineseList(publishers)}的文字逐字相同（${publishers.length}個來源）。`,
    paraphrased: (publishers) =>
      spaceLatin`${chineseList(publishers)}用不同措辭說了這件事（${publishers.length}個來源）。`,
    part: "只是其中一部分，全文如下。",
    altered: (publishers) => spaceLatin`${chineseList(publishers)}所刊的文字與此不同。`,
    exchanged: (message, source) => `這則訊息作${message}，來源作${source}。`,
    leftOut: (source) => `這則訊息少了${source}。`,
    added: (message) => `這則訊息多了${message}。`,
    translation: "來源未註明原話所用語言，或許是另一種譯法。",
    missingIn: (name, publishers) => spaceLatin`未見於${name}；見於${chineseList(publishers)}。`,
    notToldTo: (name, publishers) => spaceLatin`見於${chineseList(publishers)}，但其中未說是對${name}說的。`,
    givenTo: (name, speaker, publishers) =>
      spaceLatin`這則訊息說這些話出自${name}；據${chineseList(publishers)}，說話者是${speaker}。`,
    givenToReported: (name, speaker, publishers) =>
      spaceLatin`這則訊息說這些話出自${name}；在${chineseList(publishers)}中，這是對${speaker}言論的轉述。`,
    givenToNobody: (name, publishers) =>
      spaceLatin`這則訊息說這些話出自${name}；在${chineseList(publishers)}中，這是來源自己的文字。`,
    stated: (words) => `來源原文：${words}。`,
    coarser: (what, message, source) =>
      spaceLatin`${what}：這則訊息稱「${message}」；來源沒有這樣精確，只稱${source}。`,
    another: (message, known) => spaceLatin`資料庫所載的是${known}的這一事件，未載${message}的情況。`,
    otherRole: (said) => `資料庫中沒有「${said}」的說法，所載如下。`,
    unchecked: (parts) => `以下內容未與來源比對：${parts.join("；")}。`,
    noVerdict: "無結論：句中沒有可核對的表述。",
    moods: {
      asks: "這句話是提問，不作比對。",
      denies: "這句話含有否定，不作比對。",
      supposes: "這句話只是假設、推測或要求，不作比對。",
    },
    named: "這則訊息中沒有可以比對的內容；資料庫收有其中提及的名稱。",
    cut: (letters: number) => `只讀取了前${letters}個字元。`,
  },
};
