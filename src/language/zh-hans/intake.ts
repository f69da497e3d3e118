/** Messages of adding and removing sources in simplified Chinese. */

import { programCommand } from "../../support/program-command.ts";
import type { IntakeMessages } from "../en/intake.ts";
import { spaceLatin } from "../zh/typography.ts";

const number = (value: number): string => value.toLocaleString("en");
const percent = (share: number): string => `${Math.floor(share * 100)}%`;
const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");

const nearlyEmpty = (article: number | null): string =>
  article === null ? "几乎全是链接" : `正文只有${number(article)}个字符`;

const NAMES = {
  image: (format: string) => `图片（${format}）`,
  film: () => "视频",
  sound: () => "音频",
  archive: (format: string) => `压缩文件（${format}）`,
  oldOffice: () => "旧版 Office 文件（请另存为 .docx）",
  richText: () => "RTF 文件（请另存为 .docx）",
  program: () => "程序",
  feed: () => "订阅源（请添加其中文章的网址）",
  xml: () => "XML",
  postScript: () => "PostScript（请另存为 PDF）",
  binary: () => "非文本文件",
};

/** What a document is called that a source was made of. */
const TAKEN: Readonly<Record<string, string>> = {
  page: "网页",
  pdf: "PDF",
  word: "Word 文件",
  mail: "邮件",
  markdown: "Markdown",
  text: "纯文本",
};

/** What the rights of a source are called. */
const RIGHTS: Readonly<Record<string, string>> = {
  reserved: "保留",
  "public-domain": "公有领域",
  unknown: "不详",
};

export const simplifiedIntake: IntakeMessages = {
  adding: {
    takeWhole: (article, length) =>
      `${nearlyEmpty(article)}。要改用整页的文字（${number(length)}个字符）吗？`,
    notTaken: (article, length) =>
      `${nearlyEmpty(article)}。可加 --whole 取整页的文字（${number(length)}个字符）；或在浏览器中打开，另存为完整网页或 PDF，再添加该文件`,
    noFile: "没有这个文件",
    fileTooLarge: (megabytes) => `超过 ${megabytes} MB`,
    tooLong: (most) => `文字超过${number(most)}个字符，请分开添加`,
    noText: "其中没有文字",
    neverPublic: "这是邮件，邮件一律不公开。请去掉 --public 再添加",
    addSameStory: (id, share) =>
      `与 ${id} 讲的是同一件事：较短的一篇有${percent(share)}的文字相同。要另作一个来源添加吗？`,
    sameStoryLeft: (id) => spaceLatin`与 ${id} 讲的是同一件事，不再另外添加`,
    cardFault: (faults) => `来源卡片不合要求：${faults}`,
  },
  encoding: {
    lost: "其中有损坏的字符，不属于任何编码。请从浏览器重新保存再添加",
    unreadable: "其字符编码无法识别，或不是文本。请存为 UTF-8 再添加",
  },
  fetching: {
    noAddress: "不是网址。请给出如 https://example.org/article 的网址",
    otherProtocol: (protocol) => `以“${protocol}”开头，只能读取 http 和 https 网址`,
    credentials: "@ 前带有用户名或密码，请去掉",
    otherPort: (port) => `使用端口 ${port}，只允许 80 和 443。加 --allow-private 可用任何端口`,
    privateAddress: (host, before) =>
      `${host} 是内部网络的地址，没有读取${before.length > 0 ? `（由 ${before.join("、再由 ")} 转来）` : ""}。若信任它，请加 --allow-private`,
    tooManyRedirects: (most) => `转址超过${most}次`,
    status: (code) =>
      `服务器返回 ${code}${code === 404 || code === 410 ? "，网页不存在" : code === 401 || code === 403 || code === 429 || code === 451 ? "，不向程序提供这个网页" : ""}。请在浏览器中打开，保存后添加该文件`,
    otherCoding: (coding) => `服务器用了没有要求的编码“${coding}”`,
    tooLarge: (megabytes) => `超过 ${megabytes} MB，已停止`,
    tooLong: (seconds) => `${seconds}秒内没有读完，已停止`,
    failed: (why) => `无法读取（${why}）`,
  },
  kinds: {
    empty: "文件是空的",
    unreadable: (name, format) =>
      `是${NAMES[name](format)}，无法读取。可读取的有：网页、PDF、Word（.docx）、邮件（.eml）、Markdown 和纯文本`,
  },
  mail: { empty: "其中没有文字" },
  outcome: {
    rows: {
      begins: "开头",
      ends: "结尾",
      leftOut: "略去",
      title: "标题",
      authors: "作者",
      publisher: "发布方",
      issued: "发布日期",
      language: "语言",
      address: "网址",
    },
    notKnown: "不详",
    foundAt: (value, place) => `${value} [${place}]`,
    added: (id, kind, characters, blocks) =>
      `已添加 seeds/${id}.txt 及其卡片：${TAKEN[kind] ?? kind}，${number(characters)}个字符，${number(blocks)}段`,
    leftOut: (blocks, first) =>
      blocks === 0
        ? "无"
        : `${number(blocks)}行：${first.map((text) => `“${text}”`).join("、")}${blocks > first.length ? "……" : ""}`,
    earlier: (id) => spaceLatin`这是 ${id} 的新版本，原来的保持不变。`,
    carried: (id, total, kept) =>
      `取自 ${id} 的${number(total)}段原文，新版本中${kept === total ? "都有" : `有${kept}段`}。它们仍属于 ${id}${kept === total ? "。" : "；新版本中没有、或出现不止一次的是："}`,
    shownTo: (isForDesk, rights) =>
      `${isForDesk ? "仅供内部：网页须用专用链接打开" : "公开：人人可打开网页"}；版权：${RIGHTS[rights] ?? rights}。`,
    open: (members, id) => `不详：${members.join("、")}。知道的可填入 seeds/${id}.json。`,
    ask: (id) => `查询它：${programCommand("start", [`"/source ${id}"`])}`,
    review: (id) => `由它建立记录：${programCommand("review", [id])}`,
    line: {
      added: (input, id, characters, open, sameStory) =>
        `已添加  ${input}：seeds/${id}，${number(characters)}个字符${open > 0 ? `，${open}项不详` : ""}${sameStory === undefined ? "" : `；与 ${sameStory} 讲的是同一件事`}`,
      known: (input, id) => `已有    ${input}：即 ${id}`,
      copy: (input, id, share) => `副本    ${input}：与 ${id} 有${percent(share)}相同，未添加`,
      refused: (input, why) => `未添加  ${input}：${why}。`,
    },
    summary: ({ added, known, copies, refused, left }) =>
      [
        `添加${added}个来源`,
        `已有${known}个`,
        `副本${copies}个`,
        `未添加${refused}个`,
        ...(left > 0 ? [`还剩${left}个：同一命令会从那里继续`] : []),
      ].join("，"),
    shelf: (folder) => `资料库：${folder}`,
    stopping: "这一个之后停止；同一命令会从那里继续。",
  },
  page: {
    tooDeep: (most) => `元素嵌套超过${number(most)}层。请从浏览器存为文本再添加`,
    tooLarge: (most) => `元素超过${number(most)}个。请从浏览器存为文本再添加`,
    tooLittle: (length) =>
      `只找到${number(length)}个字符：网页可能需要 JavaScript、同意或账号。请在浏览器中打开，另存为完整网页（或 PDF），再添加该文件`,
  },
  pdf: {
    locked: "有密码保护。请打开后另存一份没有密码的再添加",
    damaged: "文件已损坏，无法作为 PDF 打开",
    scan: (pages) => `是扫描件：${number(pages)}页没有文字。请先做文字识别（OCR），再添加结果`,
    unreadable: "其中的字符无法辨认（字体没有说明所画的是哪些字）",
  },
  questions: {
    title: "标题是什么？",
    authors: "作者是谁？多人用分号隔开；不详则留空",
    publisher: "由谁发布？不详则留空",
    issued: "何时发布？例如 2021-11-23、2021-11 或 2021；不详则留空",
    language: "是什么语言？例如 en、zh-Hans 或 fr；不详则留空",
    address: "发布在哪个网址？没有则留空",
    noDate: "应为日、月或年，例如 2021-11-23",
    noLanguage: "应为语言代码，例如 en 或 zh-Hans",
    noAddress: "应为以 https:// 或 http:// 开头的网址",
  },
  reading: {
    tooLong: (seconds) => `读取超过${seconds}秒，已停止。请存为文本再添加`,
    failed: (why) => `文件已损坏，或格式不明（${why}）`,
    tooMuch: "读取占用的内存超出一份文件的限度，已停止。请存为文本再添加",
  },
  removal: {
    noSource: (id) => `资料库中没有来源“${id}”。来源即 seeds/ 中文件的名称。`,
    nothing: "没有记录引用它。",
    records: (refs) => `${refs.length}条记录只引用它，将一并删除：\n${listed(refs)}`,
    shared: (refs) => `${refs.length}条记录也引用其他来源。请先去掉其中取自它的原文：\n${listed(refs)}`,
    referring: (refs) => `${refs.length}条记录会指向已删除的内容。请先修改：\n${listed(refs)}`,
    blocked: "什么都没有删除。",
    agree: (id) => spaceLatin`要永久删除 ${id} 吗？`,
    sayYes: (id) => `什么都没有删除。要删除，请加 --yes：${programCommand("remove", ["--yes", id])}`,
    done: (id, records) => `已删除：seeds/${id}.txt、其卡片和${records}条记录。`,
    rather:
      '若发布方撤回或更正了它，也可以保留并附上提醒：在其卡片中写 "withdrawn": { "on": "2022-03-09", "why": "…" }。',
  },
  word: {
    tooLarge: (megabytes) => `解压后的文字和样式超过 ${megabytes} MB。请存为文本再添加`,
    damaged: "文件已损坏：有一部分无法解压",
  },
};
