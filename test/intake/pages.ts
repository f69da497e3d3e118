/**
 * Pages written after the ways in which real ones are made, each with the paragraphs that its reader sees and with what
 * stands around them.
 */

/** A page, its article's paragraphs letter for letter, and texts around the article that are none of it. */
export interface SamplePage {
  readonly name: string;
  readonly html: string;
  readonly paragraphs: readonly string[];
  readonly around: readonly string[];
}

export const TITLE = "Harbour towns ask who pays for the flood walls";

/** An article in English, with marks, no-break spaces and a hyphen that must stay as they are. */
export const ENGLISH = [
  "When the river came over the quay in Port Ellery last October, the pumps that the council had bought second-hand ran for nineteen hours, and then they stopped.",
  "“We had been promised new ones in the spring budget,” said Mara Quill, who keeps the chandlery on Dock Street. “What we got was a leaflet.”",
  "The town is one of eleven along the estuary that have asked the Coastal Fund for help; together they want £42.6 million, of which the fund says that it can give a third.",
  "A spokesman for the fund, Tobias Renn, said that walls alone would not do. “Water that cannot come in cannot get out either,” he told a meeting of residents on 3 March 2022.",
  "Engineers at the university in Harrow Bay have measured the bed of the river since 1987. It has risen by 38 centimetres, they say, because nobody dredges it any more.",
  "Not everyone wants a wall. Fishermen on the north bank fear for the slipways, and two hoteliers have told the council that guests do not come to look at concrete.",
  "The council votes on the 14th of next month. Whatever it decides, the first stone would not be laid before the winter storms of the year after.",
];

export const CHINESE = [
  "去年十月，河水漫过艾勒里港的码头，镇政府买来的二手水泵运转了十九个小时，然后停了下来。",
  "“春季预算里说好要买新的，”在码头街开船具店的马拉说，“结果只等来一张传单。”",
  "沿河口共有11个镇向海岸基金求助，合计需要4260万英镑；基金表示只能承担其中的三分之一。",
  "基金发言人托拜厄斯在2022年3月3日的居民会议上表示，光靠修墙是不够的：“水进不来，也就出不去。”",
  "哈罗湾大学的工程师自1987年以来一直测量河床。他们说，由于无人疏浚，河床已经升高了38厘米。",
  "并非人人都想要墙。北岸的渔民担心船台，两位旅馆老板告诉镇政府，客人不是来看混凝土的。",
  "镇议会将于下月14日表决。无论结果如何，第一块石头都要等到后年冬季风暴之后才能落下。",
];

const NAV = ["Home", "World", "Business", "Opinion", "Sign in"];
const RELATED = [
  "Ferry line to the islands is cut to two crossings a day",
  "What the new dredging rules mean for small harbours",
  "Five walks along the estuary for the first dry weekend",
];
const FOOTER = "© 2022 The Estuary Post. All rights reserved. Terms of use. Privacy policy.";
const PROMO = "Sign up for our newsletter and get the estuary's stories every morning.";
const around = [...RELATED, FOOTER, PROMO];

const nav = `<nav><ul>${NAV.map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul></nav>`;
const related = `<div class="related-stories"><h3>More stories</h3><ul>${RELATED.map((name, index) => `<li><a href="/story/${index}">${name}</a></li>`).join("")}</ul></div>`;
const footer = `<footer><p>${FOOTER}</p></footer>`;
const promo = `<div class="newsletter-signup"><p>${PROMO}</p><form><input type="email"><button>Join</button></form></div>`;
const head = (lang = "en", more = "") =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${TITLE} | The Estuary Post</title><meta property="og:site_name" content="The Estuary Post">${more}<style>p{margin:0}</style><script>var a = "<p>no text</p>";</script></head><body>`;
const page = (body: string, lang?: string): string => `${head(lang)}${nav}${body}${footer}</body></html>`;
const ps = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("\n");

/** Puts inline elements around letters and words, without touching what is read. */
const inline = (text: string): string =>
  text
    .replace("Port Ellery", '<a href="/ellery">Port <b>Ell</b>ery</a>')
    .replace("Coastal Fund", "<em>Coastal</em>\n <strong>Fund</strong>")
    .replace("second-hand", "<span>second</span>-<span>hand</span>")
    .replace("£42.6 million", '<span class="money">£<i>42</i>.6 million</span>')
    .replace("Harrow Bay", '<a href="#">Harrow</a> <a href="#">Bay</a>')
    .replace("centimetres", "centi<wbr>metres")
    .replace("14th", "14<sup>th</sup>");

const LIST = [
  "Port Ellery, with a wall of 900 metres along Dock Street and the fish market",
  "Saint Orme, with two gates that close when the tide is two metres above the mean",
  "Lower Marsh, with a dyke of clay which its farmers have begun to build themselves",
];
const ROWS = [
  ["Town", "Length", "Cost"],
  ["Port Ellery", "900 m", "£11.2 million"],
  ["Saint Orme", "340 m", "£7.9 million"],
];
const table = `<table><caption>What the towns ask for</caption><thead><tr>${ROWS[0]!.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead><tbody>${ROWS.slice(
  1,
)
  .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("\n")}</tr>`)
  .join("")}</tbody></table>`;
const CAPTION = "The quay of Port Ellery on the morning after. Photo: Ilse Brandt";
const COMMENTS = ["First! Great article, thanks.", "I live there and the pumps still do not work at all."];

/** All pages. */
export const PAGES: readonly SamplePage[] = [
  {
    name: "an article element with paragraphs",
    html: page(`<main><article><h1>${TITLE}</h1>${ps(ENGLISH)}</article>${related}${promo}</main>`),
    paragraphs: ENGLISH,
    around,
  },
  {
    name: "divs nested in divs, each paragraph in one",
    html: page(
      `<div id="wrap"><div class="col"><div class="story">${ENGLISH.map((text) => `<div class="block"><div class="inner"><div>${text}</div></div></div>`).join("")}</div></div>${related}</div>`,
    ),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "paragraphs that are parted by two line breaks",
    html: page(`<div class="content"><h1>${TITLE}</h1>${ENGLISH.join("<br><br>\n")}</div>${related}`),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "line breaks with white space between them",
    html: page(`<div class="article-body">${ENGLISH.join(" <br />\n <br />\n")}</div>${promo}`),
    paragraphs: ENGLISH,
    around: [FOOTER, PROMO],
  },
  {
    name: "inline elements within words",
    html: page(`<article>${ps(ENGLISH.map(inline))}</article>${related}`),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "sections with headings",
    html: page(
      `<article><section><h2>The night of the flood</h2>${ps(ENGLISH.slice(0, 3))}</section><section><h2>What the fund says</h2>${ps(ENGLISH.slice(3))}</section></article>${related}`,
    ),
    paragraphs: [...ENGLISH, "The night of the flood", "What the fund says"],
    around: [...RELATED, FOOTER],
  },
  {
    name: "a list inside",
    html: page(
      `<article>${ps(ENGLISH.slice(0, 3))}<ul>\n${LIST.map((text) => `  <li>${text}</li>`).join("\n")}\n</ul>${ps(ENGLISH.slice(3))}</article>`,
    ),
    paragraphs: [...ENGLISH, ...LIST],
    around: [FOOTER],
  },
  {
    name: "a table of data inside",
    html: page(`<article>${ps(ENGLISH.slice(0, 4))}${table}${ps(ENGLISH.slice(4))}</article>${related}`),
    paragraphs: [...ENGLISH, "What the towns ask for", ...ROWS.map((row) => row.join("\t"))],
    around: [...RELATED, FOOTER],
  },
  {
    name: "a picture with a caption",
    html: page(
      `<article><figure><img src="a.jpg" alt="Quay"><figcaption>${CAPTION}</figcaption></figure>${ps(ENGLISH)}</article>${promo}`,
    ),
    paragraphs: [...ENGLISH, CAPTION],
    around: [FOOTER, PROMO],
  },
  {
    name: "related stories in the middle of the article",
    html: page(`<article>${ps(ENGLISH.slice(0, 3))}${related}${ps(ENGLISH.slice(3))}</article>`),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "an aside in the middle of the article",
    html: page(
      `<article>${ps(ENGLISH.slice(0, 2))}<aside><h4>Read more</h4><p>${RELATED[1]} and much more about the ports of the coast, their boats, and who lives there.</p></aside>${ps(ENGLISH.slice(2))}</article>`,
    ),
    paragraphs: ENGLISH,
    around: ["and much more about the ports", FOOTER],
  },
  {
    name: "no paragraph element at all, but spans that are blocks",
    html: page(
      `<div class="story-text">${ENGLISH.map((text) => `<span style="display:block">${text}</span>`).join("")}</div>${related}`,
    ),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "unclosed paragraphs, no head and no body",
    html: `<title>${TITLE}</title><h1>${TITLE}</h1>${ENGLISH.map((text) => `<p>${text}`).join("\n")}`,
    paragraphs: ENGLISH,
    around: [],
  },
  {
    name: "a layout table, as pages had",
    html: page(
      `<table width="100%"><tr><td class="side"><ul>${RELATED.map((name) => `<li><a href="/">${name}</a></li>`).join("")}</ul></td><td class="main">${ps(ENGLISH)}</td></tr></table>`,
    ),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "a quotation in a block, and a rule",
    html: page(
      `<article>${ps(ENGLISH.slice(0, 1))}<blockquote><p>${ENGLISH[1]}</p></blockquote><hr>${ps(ENGLISH.slice(2))}</article>${related}`,
    ),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "source code broken over lines and tabs",
    html: page(
      `<article>${ENGLISH.map((text) => `\n\t\t<p>\n\t\t\t${text.replaceAll(" ", () => "\n\t\t\t\t")}\n\t\t</p>`).join("")}</article>`,
    ),
    paragraphs: ENGLISH,
    around: [FOOTER],
  },
  {
    name: "Chinese paragraphs",
    html: page(
      `<div class="article"><h1>港口小镇问：防洪墙谁来出钱</h1>${ps(CHINESE)}</div>${related}`,
      "zh-CN",
    ),
    paragraphs: CHINESE,
    around: [...RELATED, FOOTER],
  },
  {
    name: "Chinese divs with indents of full-width spaces",
    html: page(
      `<div id="content">${CHINESE.map((text) => `<div>\u3000\u3000${text}</div>`).join("\n")}</div>`,
      "zh",
    ),
    paragraphs: CHINESE,
    around: [FOOTER],
  },
  {
    name: "Chinese line breaks",
    html: page(`<div id="zoom">${CHINESE.join("<br/><br/>")}</div>`, "zh"),
    paragraphs: CHINESE,
    around: [FOOTER],
  },
  {
    name: "comments under the article",
    html: page(
      `<article>${ps(ENGLISH)}</article><section id="comments" class="comments"><h2>Comments</h2>${COMMENTS.map((text) => `<div class="comment"><p>${text}</p></div>`).join("")}</section>`,
    ),
    paragraphs: ENGLISH,
    around: [...COMMENTS, FOOTER],
  },
  {
    name: "share buttons and a byline between heading and text",
    html: page(
      `<article><header><h1>${TITLE}</h1><div class="byline">By Ilse Brandt</div><ul class="share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Tweet</a></li></ul></header>${ps(ENGLISH)}</article>${promo}`,
    ),
    paragraphs: ENGLISH,
    around: ["Share on Facebook", FOOTER, PROMO],
  },
  {
    name: "entities, no-break spaces and hidden parts",
    html: page(
      `<article>${ps(ENGLISH.map((text) => text.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;").replace("19", "&#49;9")))}<p style="display:none">${PROMO}</p><p hidden>${RELATED[0]}</p></article>`,
    ),
    paragraphs: ENGLISH,
    around: [PROMO, RELATED[0]!, FOOTER],
  },
  {
    name: "paragraphs of custom elements",
    html: page(
      `<app-root><story-body>${ENGLISH.map((text) => `<story-paragraph><p>${text}</p></story-paragraph>`).join("")}</story-body></app-root>${related}`,
    ),
    paragraphs: ENGLISH,
    around: [...RELATED, FOOTER],
  },
  {
    name: "definition lists and details",
    html: page(
      `<article>${ps(ENGLISH.slice(0, 5))}<dl><dt>Slipway</dt><dd>${ENGLISH[5]}</dd></dl><details open><summary>The vote</summary><p>${ENGLISH[6]}</p></details></article>`,
    ),
    paragraphs: [...ENGLISH, "Slipway", "The vote"],
    around: [FOOTER],
  },
];
