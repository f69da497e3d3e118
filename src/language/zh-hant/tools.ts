/** Texts for assistants in traditional Chinese. */
import type { ToolMessages } from "../tools.ts";
import { chineseDate } from "../zh/typography.ts";

export const traditionalTools: ToolMessages = {
  pledge: "要說誰捐了或承諾了什麼、給誰、何時、多少之前，先用它查。",
  quote: "引用或轉述任何人的話之前，先用它查：它把原話和轉述分開列出。",
  define: "有人問一個術語是什麼意思，或你要解釋術語之前，用它查。",
  search: "來源所涉的其他問題，或更專門的工具沒有查到時，用它查。",
  who: "有人問某人或某機構是誰，或你要介紹他們之前，用它查。",
  compare: "要把兩個或更多捐款方並列時用它。它不換算，不相加，也不相除。",
  timeline: "有人問何時發生了什麼、先後如何時，用它查。",
  source: "要知道有哪些來源可引，或要在原處讀某一來源的段落時，用它查。",
  check:
    "凡是寫有金額、日期、數字、職務或引語的句子，在發表或重複之前都用它核對，每次一兩句。結論有 supported（相符）、differs（不同）、not-as-stated（未見此說）和 none（未核對）；未核對不等於有錯。",
  cite: "有人要一條可直接貼上的參考文獻時，用它查。",
  bibliography: "要列出本對話中引用過的來源時，用它查。",
  help: "要知道這裡可以查什麼、有哪些選項時，用它查。",
  quoting:
    "段落要一字不改地引用，每段保留 [1] 這樣的編號，有省略處保留 […]，並列出編號對應的來源。沒有紀錄的，就如實說沒有，不要自行補充。",
  shelf: (sources, records, upTo) =>
    `Refdesk 只依據所存的${sources}個來源和${records}筆紀錄作答${upTo === null ? "" : `，已知最新的來源日期為${chineseDate(upTo)}`}。除此之外一無所知，也不編造。`,
  titles: (titles, left) =>
    `來源有：${titles.map((title) => `《${title}》`).join("、")}${left > 0 ? `，以及另外${left}個` : ""}。`,
  instructions: [
    "凡要引用、註明出處，或寫出與這些來源有關的數字和日期之前，先在這裡查。",
    "每個結果都有取自所存原文的編號段落。請一字不改地引用，保留編號，並列出來源。結果中沒有的引語、數字和來源，一律不要添加。",
    "沒有查到時，結果會寫明查了幾個來源，請照實轉告。編者註都有標明，不是來源的話。各來源說法不同時，一併列出。",
    "結果中 /quote xi item:3 這樣的一行，是可以接著做的查詢：工具為 quote，先是它的第一個參數，其餘參數按名稱給出。",
    "來源和紀錄可以整份讀取，位址分別是 refdesk://sources/<id> 和 refdesk://records/<kind>/<id>。",
  ],
  resources: {
    source: "一個所存的來源：它的情況、收錄的段落；屬公有領域的，還有全文。",
    record: "一筆紀錄：記了什麼，每個段落在來源中的何處。",
  },
  prompts: {
    answer: {
      title: "據來源回答",
      summary: "只依據所存的來源回答問題，附編號引文",
      argument: "問題",
      text: "請只用 Refdesk 的工具回答下面的問題。來源的話要一字不改地引用，每處引文後註明 [1] 這樣的編號，最後列出編號對應的來源。各來源說法不同時，一併列出。來源沒有說的，就如實說沒有，不要憑記憶補充。",
    },
    check: {
      title: "核對這份草稿",
      summary: "把草稿逐句與所存的來源核對",
      argument: "草稿",
      text: "請用 Refdesk 的工具 check 核對下面的草稿，每次一兩句。凡有結論的句子，寫出結論、來源的原話和帶編號的來源；然後列出來源既未印證也不矛盾的句子。不要憑記憶改正任何內容。",
    },
  },
};
