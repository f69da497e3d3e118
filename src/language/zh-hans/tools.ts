/** Texts for assistants in simplified Chinese. */
import type { ToolMessages } from "../tools.ts";
import { chineseDate } from "../zh/typography.ts";

export const simplifiedTools: ToolMessages = {
  pledge: "要说谁捐了或承诺了什么、给谁、何时、多少之前，先用它查。",
  quote: "引用或转述任何人的话之前，先用它查：它把原话和转述分开列出。",
  define: "有人问一个术语是什么意思，或你要解释术语之前，用它查。",
  search: "来源所涉的其他问题，或更专门的工具没有查到时，用它查。",
  who: "有人问某人或某机构是谁，或你要介绍他们之前，用它查。",
  compare: "要把两个或更多捐款方并列时用它。它不换算，不相加，也不相除。",
  timeline: "有人问何时发生了什么、先后如何时，用它查。",
  source: "要知道有哪些来源可引，或要在原处读某一来源的段落时，用它查。",
  check:
    "凡是写有金额、日期、数字、职务或引语的句子，在发表或重复之前都用它核对，每次一两句。结论有 supported（相符）、differs（不同）、not-as-stated（未见此说）和 none（未核对）；未核对不等于有错。",
  cite: "有人要一条可直接粘贴的参考文献时，用它查。",
  bibliography: "要列出本对话中引用过的来源时，用它查。",
  help: "要知道这里可以查什么、有哪些选项时，用它查。",
  quoting:
    "段落要一字不改地引用，每段保留 [1] 这样的编号，有省略处保留 […]，并列出编号对应的来源。没有记录的，就如实说没有，不要自行补充。",
  shelf: (sources, records, upTo) =>
    `Refdesk 只依据所存的${sources}个来源和${records}条记录作答${upTo === null ? "" : `，已知最新的来源日期为${chineseDate(upTo)}`}。除此之外一无所知，也不编造。`,
  titles: (titles, left) =>
    `来源有：${titles.map((title) => `《${title}》`).join("、")}${left > 0 ? `，以及另外${left}个` : ""}。`,
  instructions: [
    "凡要引用、注明出处，或写出与这些来源有关的数字和日期之前，先在这里查。",
    "每个结果都有取自所存原文的编号段落。请一字不改地引用，保留编号，并列出来源。结果中没有的引语、数字和来源，一律不要添加。",
    "没有查到时，结果会写明查了几个来源，请照实转告。编者注都有标明，不是来源的话。各来源说法不同时，一并列出。",
    "结果中 /quote xi item:3 这样的一行，是可以接着做的查询：工具为 quote，先是它的第一个参数，其余参数按名称给出。",
    "来源和记录可以整份读取，地址分别是 refdesk://sources/<id> 和 refdesk://records/<kind>/<id>。",
  ],
  resources: {
    source: "一个所存的来源：它的情况、收录的段落；属公有领域的，还有全文。",
    record: "一条记录：记了什么，每个段落在来源中的何处。",
  },
  prompts: {
    answer: {
      title: "据来源回答",
      summary: "只依据所存的来源回答问题，附编号引文",
      argument: "问题",
      text: "请只用 Refdesk 的工具回答下面的问题。来源的话要一字不改地引用，每处引文后注明 [1] 这样的编号，最后列出编号对应的来源。各来源说法不同时，一并列出。来源没有说的，就如实说没有，不要凭记忆补充。",
    },
    check: {
      title: "核对这份草稿",
      summary: "把草稿逐句与所存的来源核对",
      argument: "草稿",
      text: "请用 Refdesk 的工具 check 核对下面的草稿，每次一两句。凡有结论的句子，写出结论、来源的原话和带编号的来源；然后列出来源既未印证也不矛盾的句子。不要凭记忆改正任何内容。",
    },
  },
};
