/** Messages of adding and removing sources in traditional Chinese. */

import { programCommand } from "../../support/program-command.ts";
import type { IntakeMessages } from "../en/intake.ts";
import { spaceLatin } from "../zh/typography.ts";

const number = (value: number): string => value.toLocaleString("en");
const percent = (share: number): string => `${Math.floor(share * 100)}%`;
const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");

const nearlyEmpty = (article: number | null): string =>
  article === null ? "幾乎全是連結" : `正文只有${number(article)}個字元`;

const NAMES = {
  image: (format: string) => `圖片（${format}）`,
  film: () => "影片",
  sound: () => "音訊",
  archive: (format: string) => `壓縮檔（${format}）`,
  oldOffice: () => "舊版 Office 檔案（請另存為 .docx）",
  richText: () => "RTF 檔案（請另存為 .docx）",
  program: () => "程式",
  feed: () => "訂閱來源（請新增其中文章的網址）",
  xml: () => "XML",
  postScript: () => "PostScript（請另存為 PDF）",
  binary: () => "非文字檔",
};

/** What a document is called that a source was made of. */
const TAKEN: Readonly<Record<string, string>> = {
  page: "網頁",
  pdf: "PDF",
  word: "Word 檔案",
  mail: "郵件",
  markdown: "Markdown",
  text: "純文字",
};

/** What the rights of a source are called. */
const RIGHTS: Readonly<Record<string, string>> = {
  reserved: "保留",
  "public-domain": "公有領域",
  unknown: "不詳",
};

export const traditionalIntake: IntakeMessages = {
  adding: {
    takeWhole: (article, length) =>
      `${nearlyEmpty(article)}。要改用整頁的文字（${number(length)}個字元）嗎？`,
    notTaken: (article, length) =>
      `${nearlyEmpty(article)}。可加 --whole 取整頁的文字（${number(length)}個字元）；或在瀏覽器中打開，另存為完整網頁或 PDF，再新增該檔案`,
    noFile: "沒有這個檔案",
    fileTooLarge: (megabytes) => `超過 ${megabytes} MB`,
    tooLong: (most) => `文字超過${number(most)}個字元，請分開新增`,
    noText: "其中沒有文字",
    neverPublic: "這是郵件，郵件一律不公開。請去掉 --public 再新增",
    addSameStory: (id, share) =>
      `與 ${id} 講的是同一件事：較短的一篇有${percent(share)}的文字相同。要另作一個來源新增嗎？`,
    sameStoryLeft: (id) => spaceLatin`與 ${id} 講的是同一件事，不再另外新增`,
    cardFault: (faults) => `來源卡片不合要求：${faults}`,
  },
  encoding: {
    lost: "其中有損壞的字元，不屬於任何編碼。請從瀏覽器重新儲存再新增",
    unreadable: "其字元編碼無法識別，或不是文字檔。請存為 UTF-8 再新增",
  },
  fetching: {
    noAddress: "不是網址。請給出如 https://example.org/article 的網址",
    otherProtocol: (protocol) => `以「${protocol}」開頭，只能讀取 http 和 https 網址`,
    credentials: "@ 前帶有使用者名稱或密碼，請去掉",
    otherPort: (port) => `使用連接埠 ${port}，只允許 80 和 443。加 --allow-private 可用任何連接埠`,
    privateAddress: (host, before) =>
      `${host} 是內部網路的地址，沒有讀取${before.length > 0 ? `（由 ${before.join("、再由 ")} 轉來）` : ""}。若信任它，請加 --allow-private`,
    tooManyRedirects: (most) => `重新導向超過${most}次`,
    status: (code) =>
      `伺服器返回 ${code}${code === 404 || code === 410 ? "，網頁不存在" : code === 401 || code === 403 || code === 429 || code === 451 ? "，不向程式提供這個網頁" : ""}。請在瀏覽器中打開，儲存後新增該檔案`,
    otherCoding: (coding) => `伺服器用了沒有要求的編碼「${coding}」`,
    tooLarge: (megabytes) => `超過 ${megabytes} MB，已停止`,
    tooLong: (seconds) => `${seconds}秒內沒有讀完，已停止`,
    failed: (why) => `無法讀取（${why}）`,
  },
  kinds: {
    empty: "檔案是空的",
    unreadable: (name, format) =>
      `是${NAMES[name](format)}，無法讀取。可讀取的有：網頁、PDF、Word（.docx）、郵件（.eml）、Markdown 和純文字`,
  },
  mail: { empty: "其中沒有文字" },
  outcome: {
    rows: {
      begins: "開頭",
      ends: "結尾",
      leftOut: "略去",
      title: "標題",
      authors: "作者",
      publisher: "發布方",
      issued: "發布日期",
      language: "語言",
      address: "網址",
    },
    notKnown: "不詳",
    foundAt: (value, place) => `${value} [${place}]`,
    added: (id, kind, characters, blocks) =>
      `已新增 seeds/${id}.txt 及其卡片：${TAKEN[kind] ?? kind}，${number(characters)}個字元，${number(blocks)}段`,
    leftOut: (blocks, first) =>
      blocks === 0
        ? "無"
        : `${number(blocks)}行：${first.map((text) => `「${text}」`).join("、")}${blocks > first.length ? "……" : ""}`,
    earlier: (id) => spaceLatin`這是 ${id} 的新版本，原來的保持不變。`,
    carried: (id, total, kept) =>
      `取自 ${id} 的${number(total)}段原文，新版本中${kept === total ? "都有" : `有${kept}段`}。它們仍屬於 ${id}${kept === total ? "。" : "；新版本中沒有、或出現不止一次的是："}`,
    shownTo: (isForDesk, rights) =>
      `${isForDesk ? "僅供內部：網頁須用專用連結打開" : "公開：人人可打開網頁"}；版權：${RIGHTS[rights] ?? rights}。`,
    open: (members, id) => `不詳：${members.join("、")}。知道的可填入 seeds/${id}.json。`,
    ask: (id) => `查詢它：${programCommand("start", [`"/source ${id}"`])}`,
    review: (id) => `由它建立紀錄：${programCommand("review", [id])}`,
    line: {
      added: (input, id, characters, open, sameStory) =>
        `已新增  ${input}：seeds/${id}，${number(characters)}個字元${open > 0 ? `，${open}項不詳` : ""}${sameStory === undefined ? "" : `；與 ${sameStory} 講的是同一件事`}`,
      known: (input, id) => `已有    ${input}：即 ${id}`,
      copy: (input, id, share) => `副本    ${input}：與 ${id} 有${percent(share)}相同，未新增`,
      refused: (input, why) => `未新增  ${input}：${why}。`,
    },
    summary: ({ added, known, copies, refused, left }) =>
      [
        `新增${added}個來源`,
        `已有${known}個`,
        `副本${copies}個`,
        `未新增${refused}個`,
        ...(left > 0 ? [`還剩${left}個：同一命令会從那裡繼續`] : []),
      ].join("，"),
    shelf: (folder) => `資料庫：${folder}`,
    stopping: "這一個之後停止；同一命令会從那裡繼續。",
  },
  page: {
    tooDeep: (most) => `元素嵌套超過${number(most)}層。請從瀏覽器存為文字檔再新增`,
    tooLarge: (most) => `元素超過${number(most)}個。請從瀏覽器存為文字檔再新增`,
    tooLittle: (length) =>
      `只找到${number(length)}個字元：網頁可能需要 JavaScript、同意或帳號。請在瀏覽器中打開，另存為完整網頁（或 PDF），再新增該檔案`,
  },
  pdf: {
    locked: "有密碼保護。請打開後另存一份沒有密碼的再新增",
    damaged: "檔案已損壞，無法作為 PDF 打開",
    scan: (pages) => `是掃描檔：${number(pages)}頁沒有文字。請先做文字辨識（OCR），再新增結果`,
    unreadable: "其中的字元無法辨認（字型沒有說明所畫的是哪些字）",
  },
  questions: {
    title: "標題是什麼？",
    authors: "作者是誰？多人用分號隔開；不詳則留空",
    publisher: "由誰發布？不詳則留空",
    issued: "何時發布？例如 2021-11-23、2021-11 或 2021；不詳則留空",
    language: "是什麼語言？例如 en、zh-Hans 或 fr；不詳則留空",
    address: "發布在哪個網址？沒有則留空",
    noDate: "應為日、月或年，例如 2021-11-23",
    noLanguage: "應為語言代碼，例如 en 或 zh-Hans",
    noAddress: "應為以 https:// 或 http:// 開頭的網址",
  },
  reading: {
    tooLong: (seconds) => `讀取超過${seconds}秒，已停止。請存為文字檔再新增`,
    failed: (why) => `檔案已損壞，或格式不明（${why}）`,
    tooMuch: "讀取佔用的記憶體超出一份檔案的限度，已停止。請存為文字檔再新增",
  },
  removal: {
    noSource: (id) => `資料庫中沒有來源「${id}」。來源即 seeds/ 中檔案的名稱。`,
    nothing: "沒有紀錄引用它。",
    records: (refs) => `${refs.length}條紀錄只引用它，將一併刪除：\n${listed(refs)}`,
    shared: (refs) => `${refs.length}條紀錄也引用其他來源。請先去掉其中取自它的原文：\n${listed(refs)}`,
    referring: (refs) => `${refs.length}條紀錄会指向已刪除的內容。請先修改：\n${listed(refs)}`,
    blocked: "什麼都沒有刪除。",
    agree: (id) => spaceLatin`要永久刪除 ${id} 嗎？`,
    sayYes: (id) => `什麼都沒有刪除。要刪除，請加 --yes：${programCommand("remove", ["--yes", id])}`,
    done: (id, records) => `已刪除：seeds/${id}.txt、其卡片和${records}條紀錄。`,
    rather:
      '若發布方撤回或更正了它，也可以保留並附上提醒：在其卡片中寫 "withdrawn": { "on": "2022-03-09", "why": "…" }。',
  },
  word: {
    tooLarge: (megabytes) => `解壓後的文字和樣式超過 ${megabytes} MB。請存為文字檔再新增`,
    damaged: "檔案已損壞：有一部分無法解壓",
  },
};
