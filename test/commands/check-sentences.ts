/**
 * Sentences, true, altered, misattributed and off the shelf, each with the verdicts that it must get: none, or
 * in their order `kind about record`, with what tells them from others. Whatever a sentence says, a verdict that
 * is wrong is worse than none.
 */
export type Row = readonly [sentence: string, ...verdicts: string[]];

const BORNE_ALIBABA = "borne figure alibaba-common-prosperity";
const DIFFERS_ALIBABA = "differs figure alibaba-common-prosperity";
const PROSPERITY = "Common prosperity means prosperity for all, not just a few people";

export const figures: readonly Row[] = [
  ["Alibaba committed $15.5 billion.", BORNE_ALIBABA],
  ["Alibaba will donate 15 billion dollars.", BORNE_ALIBABA],
  ["Alibaba pledged $20 billion.", DIFFERS_ALIBABA],
  ["Alibaba has pledged a total of $15.5 billion to common prosperity.", BORNE_ALIBABA],
  ["Alibaba’s $15.5 billion pledge made headlines.", BORNE_ALIBABA],
  ["The $15.5 billion that Alibaba committed goes to common prosperity.", BORNE_ALIBABA],
  ["A donation of $15 billion by Alibaba was announced.", BORNE_ALIBABA],
  ["Daniel Zhang said Alibaba would donate $15 billion.", BORNE_ALIBABA],
  ["Alibaba pledged $15.5 million.", DIFFERS_ALIBABA],
  ["Alibaba pledged $51.5 billion to common prosperity.", DIFFERS_ALIBABA],
  ["At the World Internet Conference, Alibaba pledged $25 billion.", DIFFERS_ALIBABA],
  ["阿里巴巴承诺捐155亿美元。", BORNE_ALIBABA],
  ["阿里巴巴集团宣布将投入150亿美元用于共同富裕。", BORNE_ALIBABA],
  ["阿里巴巴承諾捐贈200億美元。", DIFFERS_ALIBABA],
  ["Alibaba pledged 100 billion yuan.", "silent figure alibaba-common-prosperity currency"],
  ["阿里巴巴承诺投入1000亿元用于共同富裕。", "silent figure alibaba-common-prosperity currency"],
  ["Alibaba pledged more than $15 billion.", BORNE_ALIBABA],
  ["Alibaba pledged about $15 billion.", BORNE_ALIBABA],
  ["Alibaba pledged more than $20 billion.", DIFFERS_ALIBABA],
  ["Alibaba pledged more than $1 billion."],
  ["Alibaba pledged up to $20 billion."],
  ["Alibaba pledged between $15 and $20 billion."],
  ["Alibaba pledged NT$15.5 billion."],
  [
    "Alibaba committed $15 billion over the next five years.",
    BORNE_ALIBABA,
    "borne period alibaba-common-prosperity",
  ],
  [
    "Alibaba committed $15 billion over the next ten years.",
    BORNE_ALIBABA,
    "differs period alibaba-common-prosperity",
  ],
  [
    "Alibaba pledged $15.5 billion, while Tencent pledged $15.5 billion.",
    BORNE_ALIBABA,
    "silent figure alibaba-common-prosperity elsewhere",
  ],
  [
    "Alibaba pledged $15.5 billion and Tencent $7.7 billion.",
    BORNE_ALIBABA,
    "silent figure tencent-social-initiatives unstated",
  ],
  ["Qihoo 360 will donate $1 million.", "silent figure qihoo-360-common-prosperity unstated"],
  ["Tencent pledged 50 billion yuan.", "silent figure tencent-social-initiatives unstated"],
  [
    "Meituan pledged $15.5 billion to common prosperity.",
    "silent figure alibaba-common-prosperity elsewhere",
  ],
];

export const together: readonly Row[] = [
  [
    "Alibaba, Tencent, ByteDance and Meituan pledged a total of $154 million for flood relief efforts in Zhengzhou.",
    "borne figure zhengzhou-floods-tech-giants",
  ],
  [
    "Alibaba, Tencent, ByteDance and Meituan pledged $100 million after the Zhengzhou floods.",
    "differs figure zhengzhou-floods-tech-giants",
  ],
  ["腾讯、阿里巴巴、美团和字节跳动为郑州水灾共捐1.54亿美元。", "borne figure zhengzhou-floods-tech-giants"],
  ["Tencent pledged $154 million.", "silent figure zhengzhou-floods-tech-giants elsewhere"],
  ["Alibaba pledged $154 million.", "silent figure zhengzhou-floods-tech-giants elsewhere"],
  ["Alibaba and Tencent pledged $154 million.", "silent figure zhengzhou-floods-tech-giants elsewhere"],
  ["Alibaba, Tencent, ByteDance and Meituan each pledged $154 million."],
  ["Huawei, Alibaba and Tencent pledged $154 million."],
  ["Alibaba and Huawei pledged $15.5 billion."],
  [
    "Major Chinese tech companies donated more than $46 million after the Shanxi floods.",
    "borne figure shanxi-floods-tech-companies",
  ],
  [
    "Tech companies donated $60 million after the Shanxi floods.",
    "differs figure shanxi-floods-tech-companies",
  ],
  ["Foreign companies donated $60 million after the Shanxi floods."],
  [
    "Nearly $300 million in donations poured in after the Zhengzhou floods.",
    "borne figure zhengzhou-floods-donations",
  ],
  [
    "Donations of $154 million poured into Zhengzhou.",
    "silent figure zhengzhou-floods-tech-giants elsewhere",
  ],
];

export const traps: readonly Row[] = [
  ["Alibaba has a revenue of $20 billion."],
  ["Alibaba invested $15.5 billion in cloud computing."],
  ["Alibaba was fined $2.8 billion."],
  ["Alibaba spent $15.5 billion on its own shares."],
  ["Alibaba was given $15.5 billion."],
  ["Alibaba gave up $15.5 billion in value."],
  ["Alibaba gave Tencent $5 billion."],
  ["Alibaba founder Jack Ma pledged $15.5 billion."],
  ["The founder of Alibaba pledged $15.5 billion."],
  ["Alibaba Foundation pledged $20 billion."],
  ["Meituan, rival of Alibaba, pledged $15.5 billion."],
  ["Tencent followed Alibaba, pledging $7.7 billion."],
  ["阿里巴巴创始人马云承诺捐155亿美元。"],
  ["Alibaba pledged $1 million to earthquake relief in Turkey."],
  ["Alibaba donated $20 million to flood relief in Henan."],
  ["In 2008, Alibaba donated $20 million."],
  ["After the floods in Germany, Alibaba pledged $20 million."],
  ["Alibaba pledged $20 billion to common prosperity in Zhejiang."],
  ["Alibaba is committed to $15.5 billion in savings."],
  ["Alibaba did not pledge $15.5 billion."],
  ["Alibaba never committed $20 billion to anything."],
  ["Did Alibaba pledge $20 billion?"],
  ["If Alibaba pledged $20 billion, nobody noticed."],
  ["Alibaba should donate $20 billion."],
  ["Alibaba reportedly may donate $20 billion."],
  ["Alibaba denies that it pledged $20 billion."],
  ["It is not true that Xi said “dividing the cake well”."],
  ["阿里巴巴没有承诺捐155亿美元。"],
  ["阿里巴巴是否承诺捐200亿美元？"],
  ["如果阿里巴巴承诺捐200亿美元，那就太好了。"],
  ["Alibaba pledged a great deal."],
  ["Somebody pledged $20 billion. Alibaba said nothing."],
  ["The weather is fine."],
  ["$20 billion! Alibaba! Pledged!"],
  ["<b>Alibaba</b> “““ ' \" 「 pledged; DROP TABLE pledges; --"],
  [`Alibaba ${"“".repeat(60)} ${"$9,9,9 ".repeat(40)}`],
  [`Alibaba pledged $20 billion. ${"Nothing more is said of it here. ".repeat(16)}`, DIFFERS_ALIBABA],
];

export const quotations: readonly Row[] = [
  [`Xi said “${PROSPERITY}.”`, "borne words xi-common-prosperity-means"],
  [`"${PROSPERITY}," Xi Jinping said.`, "borne words xi-common-prosperity-means"],
  [`According to Xinhua, Xi said: ‘${PROSPERITY}’.`, "borne words xi-common-prosperity-means"],
  [`习近平说：「${PROSPERITY}」。`, "borne words xi-common-prosperity-means"],
  [`«${PROSPERITY}»`, "borne words xi-common-prosperity-means"],
  [`${PROSPERITY}.`, "borne words xi-common-prosperity-means"],
  [
    "Xi said “Common prosperity means wealth for all, not just a few people.”",
    "differs words xi-common-prosperity-means wealth>prosperity",
  ],
  [
    "Xi said “Common prosperity means prosperity for all, not a few people.”",
    "differs words xi-common-prosperity-means >just",
  ],
  [
    "“We can truly allow some to get rich first,” Xi said.",
    "differs words xi-common-prosperity-means truly>",
  ],
  [
    "Common prosperity means wealth for all, not just a few people.",
    "differs words xi-common-prosperity-means wealth>prosperity",
  ],
  [
    "“Common prosperity means prosperity for all […] We can allow some to get rich first,” Xi said.",
    "borne words xi-common-prosperity-means",
  ],
  [`Lu Jun said “${PROSPERITY}.”`, "differs words xi-common-prosperity-means @lu-jun"],
  [`“${PROSPERITY},” Jack Ma said.`, "differs words xi-common-prosperity-means @Jack Ma"],
  ["Xi has called for “dividing the cake well”.", "borne words xi-dividing-the-cake-well"],
  ["Xi has called for “dividing the pie well”.", "differs words xi-dividing-the-cake-well pie>cake"],
  [
    "Li Yining has called for “dividing the cake well”.",
    "differs words xi-dividing-the-cake-well @li-yining",
  ],
  [
    "“Our success depends on our nation’s policies,” said Zhou Hongyi.",
    "differs words zhou-our-success nation’s>country’s",
  ],
  [
    "Qihoo 360 said “we must take the initiative to align our development with our national strategies”.",
    "borne words zhou-our-success",
  ],
  [
    "Wang Hsin-Hsien told VOA Mandarin: “Beijing won’t allow companies to donate to independent NGOs freely.”",
    "differs words lu-independent-ngos @wang-hsin-hsien",
  ],
  ["Netizens said that the companies had “political awareness.”", "borne words netizens-political-awareness"],
  ["Xi said that the companies had “political awareness.”"],
  ["Beijing’s “common prosperity” initiative worries investors."],
  ["Xi said “in order to” and “the poor” a lot."],
  ["Xi said “We shall abolish every billionaire by 2030.”"],
  ["习近平说：“共同富裕是全体人民的富裕，不是少数人的富裕。”"],
  ["Alibaba calls its money a way to “spread wealth”.", "borne words spread-wealth"],
  [
    "Lei Jun said “technological development must be used to achieve social good”.",
    "borne words lei-jun-on-social-good",
  ],
  [
    "Xi said “technological development must be used to achieve social good”.",
    "differs words lei-jun-on-social-good @xi-jinping",
  ],
  [
    "SupChina wrote that “Alibaba committed $15.5 billion over the next several years”.",
    BORNE_ALIBABA,
    "borne words spread-wealth",
  ],
  [
    "Formerly high-flying celebrity CEOs are now keeping a low profile.",
    "borne words celebrity-ceos-low-profile",
  ],
  ["Xi said common prosperity is for everybody."],
];

export const dates: readonly Row[] = [
  ["The World Internet Conference was held on Sept. 26-28, 2021.", "borne date world-internet-conference"],
  ["The World Internet Conference was held in September.", "borne date world-internet-conference"],
  ["世界互联网大会于2021年9月26日至28日举行。", "borne date world-internet-conference"],
  ["The World Internet Conference was held in October 2021.", "differs date world-internet-conference"],
  ["The World Internet Conference of 2019 was smaller.", "silent date world-internet-conference another"],
  ["The floods in Zhengzhou in July 2021 were severe.", "borne date zhengzhou-floods"],
  ["The Zhengzhou floods of 20 July 2021 were severe.", "silent date zhengzhou-floods coarser"],
  ["In 2019, Zhengzhou opened a new airport."],
  ["Li Yining introduced the three distributions in the 1990s.", "borne date three-distributions-introduced"],
  [
    "Li Yining introduced the three distributions in the 1980s.",
    "differs date three-distributions-introduced",
  ],
  [
    "Xi declared in February 2021 that China had eliminated poverty.",
    "borne date poverty-declared-eliminated",
  ],
  ["Xi declared in 2019 that China had eliminated poverty.", "differs date poverty-declared-eliminated"],
  [
    `On 17 August 2021, Xi said “${PROSPERITY}.”`,
    "borne words xi-common-prosperity-means",
    "borne date xi-common-prosperity-means",
  ],
  [
    `In 2016, Xi said “${PROSPERITY}.”`,
    "borne words xi-common-prosperity-means",
    "differs date xi-common-prosperity-means",
  ],
  [
    "In July 2021, Alibaba, Tencent, ByteDance and Meituan pledged $154 million for Zhengzhou.",
    "borne figure zhengzhou-floods-tech-giants",
    "borne date zhengzhou-floods-tech-giants",
  ],
  ["Alibaba committed $15.5 billion in 2019.", BORNE_ALIBABA],
];

export const others: readonly Row[] = [
  ["The Shanxi floods displaced 120,000 people.", "borne number shanxi-floods"],
  ["The Shanxi floods displaced 1.76 million people.", "differs number shanxi-floods"],
  [
    "Philanthropic giving in China rose tenfold after the 2008 Sichuan earthquake.",
    "differs number sichuan-earthquake",
  ],
  [
    "Giving rose from $440 million to $16 billion after the Sichuan earthquake.",
    "borne number sichuan-earthquake",
    "borne number sichuan-earthquake",
  ],
  [
    "China has been tightening its grip on NGOs since 2012, demanding they provide specific funding sources.",
    "differs number pressure-on-ngos",
  ],
  ["About 70 percent of Chinese people know Alibaba, Tencent and 20 other companies."],
  ["Daniel Zhang, CEO of Alibaba, was there.", "borne role daniel-zhang"],
  ["Zhou Hongyi is the chairman and CEO of Qihoo 360.", "borne role zhou-hongyi"],
  ["张勇是阿里巴巴首席执行官。", "borne role daniel-zhang"],
  ["Lei Jun, CEO of Qihoo 360, was there.", "silent role lei-jun"],
  ["Jack Ma, founder of Alibaba, was there."],
];
