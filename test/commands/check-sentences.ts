/**
 * Sentences for /check, each with the verdicts it must get, in order: `kind about record` and details, or none.
 * They are true, altered, misattributed or not covered by the shelf. A wrong verdict is worse than none.
 */
export type Row = readonly [sentence: string, ...verdicts: string[]];

const SUPPORTED_ALIBABA = "supported figure alibaba-common-prosperity";
const DIFFERS_ALIBABA = "differs figure alibaba-common-prosperity";
const PROSPERITY = "Common prosperity means prosperity for all, not just a few people";

export const figures: readonly Row[] = [
  ["Alibaba committed $15.5 billion.", SUPPORTED_ALIBABA],
  ["Alibaba will donate 15 billion dollars.", SUPPORTED_ALIBABA],
  ["Alibaba pledged $20 billion.", DIFFERS_ALIBABA],
  ["Alibaba has pledged a total of $15.5 billion to common prosperity.", SUPPORTED_ALIBABA],
  ["Alibaba’s $15.5 billion pledge supports vulnerable groups.", SUPPORTED_ALIBABA],
  ["Alibaba’s $15.5 billion pledge made headlines."],
  ["The $15.5 billion that Alibaba committed goes to common prosperity.", SUPPORTED_ALIBABA],
  ["A donation of $15 billion by Alibaba was announced.", SUPPORTED_ALIBABA],
  ["Daniel Zhang said Alibaba would donate $15 billion.", SUPPORTED_ALIBABA],
  ["Alibaba pledged $15.5 million.", DIFFERS_ALIBABA],
  ["Alibaba pledged $51.5 billion to common prosperity.", DIFFERS_ALIBABA],
  ["At the World Internet Conference, Alibaba pledged $25 billion.", DIFFERS_ALIBABA],
  ["阿里巴巴承诺捐155亿美元。", SUPPORTED_ALIBABA],
  ["阿里巴巴集团宣布将投入150亿美元用于共同富裕。", SUPPORTED_ALIBABA],
  ["阿里巴巴承諾捐贈200億美元。", DIFFERS_ALIBABA],
  ["Alibaba pledged 100 billion yuan.", "not-as-stated figure alibaba-common-prosperity currency"],
  ["阿里巴巴承诺投入1000亿元用于共同富裕。", "not-as-stated figure alibaba-common-prosperity currency"],
  ["Alibaba pledged more than $15 billion.", SUPPORTED_ALIBABA],
  ["Alibaba pledged about $15 billion.", SUPPORTED_ALIBABA],
  ["Alibaba pledged more than $20 billion.", DIFFERS_ALIBABA],
  ["Alibaba pledged more than $1 billion."],
  ["Alibaba pledged up to $20 billion."],
  ["Alibaba pledged between $15 and $20 billion."],
  ["Alibaba pledged NT$15.5 billion.", "not-as-stated figure alibaba-common-prosperity currency"],
  [
    "Alibaba committed $15 billion over the next five years.",
    SUPPORTED_ALIBABA,
    "supported period alibaba-common-prosperity",
  ],
  [
    "Alibaba committed $15 billion over the next ten years.",
    SUPPORTED_ALIBABA,
    "differs period alibaba-common-prosperity",
  ],
  [
    "Alibaba pledged $15.5 billion, while Tencent pledged $15.5 billion.",
    SUPPORTED_ALIBABA,
    "not-as-stated figure alibaba-common-prosperity elsewhere",
  ],
  [
    "Alibaba pledged $15.5 billion and Tencent $7.7 billion.",
    SUPPORTED_ALIBABA,
    "not-as-stated figure tencent-social-initiatives unstated",
  ],
  ["Qihoo 360 will donate $1 million.", "not-as-stated figure qihoo-360-common-prosperity unstated"],
  ["Tencent pledged 50 billion yuan.", "not-as-stated figure tencent-social-initiatives unstated"],
  [
    "Meituan pledged $15.5 billion to common prosperity.",
    "not-as-stated figure alibaba-common-prosperity elsewhere",
  ],
];

export const together: readonly Row[] = [
  [
    "Alibaba, Tencent, ByteDance and Meituan pledged a total of $154 million for flood relief efforts in Zhengzhou.",
    "supported figure zhengzhou-floods-tech-giants",
  ],
  [
    "Alibaba, Tencent, ByteDance and Meituan pledged $100 million after the Zhengzhou floods.",
    "differs figure zhengzhou-floods-tech-giants",
  ],
  [
    "腾讯、阿里巴巴、美团和字节跳动为郑州水灾共捐1.54亿美元。",
    "supported figure zhengzhou-floods-tech-giants",
  ],
  ["Tencent pledged $154 million.", "not-as-stated figure zhengzhou-floods-tech-giants elsewhere"],
  ["Alibaba pledged $154 million.", "not-as-stated figure zhengzhou-floods-tech-giants elsewhere"],
  [
    "Alibaba and Tencent pledged $154 million.",
    "not-as-stated figure zhengzhou-floods-tech-giants elsewhere",
  ],
  [
    "Alibaba, Tencent, ByteDance and Meituan each pledged $154 million.",
    "differs words zhengzhou-floods-tech-giants each>total",
  ],
  ["Huawei, Alibaba and Tencent pledged $154 million."],
  ["Alibaba and Huawei pledged $15.5 billion."],
  [
    "Major Chinese tech companies donated more than $46 million after the Shanxi floods.",
    "supported figure shanxi-floods-tech-companies",
  ],
  ["Tech companies donated $60 million after the Shanxi floods."],
  ["Foreign companies donated $60 million after the Shanxi floods."],
  [
    "Nearly $300 million in donations poured in after the Zhengzhou floods.",
    "supported figure zhengzhou-floods-donations",
  ],
  [
    "Donations of $154 million poured into Zhengzhou.",
    "not-as-stated figure zhengzhou-floods-tech-giants elsewhere",
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
  [`Xi said “${PROSPERITY}.”`, "supported words xi-common-prosperity-means"],
  [`"${PROSPERITY}," Xi Jinping said.`, "supported words xi-common-prosperity-means"],
  [`According to Xinhua, Xi said: ‘${PROSPERITY}’.`, "supported words xi-common-prosperity-means"],
  [`习近平说：「${PROSPERITY}」。`, "supported words xi-common-prosperity-means"],
  [`«${PROSPERITY}»`, "supported words xi-common-prosperity-means"],
  [`${PROSPERITY}.`, "supported words xi-common-prosperity-means"],
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
    "supported words xi-common-prosperity-means",
  ],
  [`Lu Jun said “${PROSPERITY}.”`, "differs words xi-common-prosperity-means @lu-jun"],
  [`“${PROSPERITY},” Jack Ma said.`, "differs words xi-common-prosperity-means @Jack Ma"],
  ["Xi has called for “dividing the cake well”.", "supported words xi-dividing-the-cake-well"],
  ["Xi has called for “dividing the pie well”.", "differs words xi-dividing-the-cake-well pie>cake"],
  [
    "Li Yining has called for “dividing the cake well”.",
    "differs words xi-dividing-the-cake-well @li-yining",
  ],
  [
    "“Our success depends on our nation’s policies,” said Zhou Hongyi.",
    "differs words zhou-our-success nation’s>country’s",
  ],
  ["Qihoo 360 said “we must take the initiative to align our development with our national strategies”."],
  [
    "Wang Hsin-Hsien told VOA Mandarin: “Beijing won’t allow companies to donate to independent NGOs freely.”",
    "differs words lu-independent-ngos @wang-hsin-hsien",
  ],
  [
    "Netizens said that the companies had “political awareness.”",
    "supported words netizens-political-awareness",
  ],
  ["Xi said that the companies had “political awareness.”"],
  ["Beijing’s “common prosperity” initiative worries investors."],
  ["Xi said “in order to” and “the poor” a lot."],
  ["Xi said “We shall abolish every billionaire by 2030.”"],
  ["习近平说：“共同富裕是全体人民的富裕，不是少数人的富裕。”"],
  ["Alibaba calls its money a way to “spread wealth”."],
  [
    "Lei Jun said “technological development must be used to achieve social good”.",
    "supported words lei-jun-on-social-good",
  ],
  [
    "Xi said “technological development must be used to achieve social good”.",
    "differs words lei-jun-on-social-good @xi-jinping",
  ],
  [
    "SupChina wrote that “Alibaba committed $15.5 billion over the next several years”.",
    SUPPORTED_ALIBABA,
    "supported period alibaba-common-prosperity",
    "supported words alibaba-common-prosperity",
  ],
  [
    "Formerly high-flying celebrity CEOs are now keeping a low profile.",
    "supported words celebrity-ceos-low-profile",
  ],
  ["Xi said common prosperity is for everybody."],
];

export const dates: readonly Row[] = [
  [
    "The World Internet Conference was held on Sept. 26-28, 2021.",
    "supported date world-internet-conference",
  ],
  ["The World Internet Conference was held in September.", "supported date world-internet-conference"],
  ["世界互联网大会于2021年9月26日至28日举行。", "supported date world-internet-conference"],
  ["The World Internet Conference was held in October 2021.", "differs date world-internet-conference"],
  [
    "The World Internet Conference of 2019 was smaller.",
    "not-as-stated date world-internet-conference another",
  ],
  ["The floods in Zhengzhou in July 2021 were severe.", "supported date zhengzhou-floods"],
  ["The Zhengzhou floods of 20 July 2021 were severe.", "not-as-stated date zhengzhou-floods coarser"],
  ["In 2019, Zhengzhou opened a new airport."],
  [
    "Li Yining introduced the three distributions in the 1990s.",
    "supported date three-distributions-introduced",
  ],
  [
    "Li Yining introduced the three distributions in the 1980s.",
    "differs date three-distributions-introduced",
  ],
  [
    "Xi declared in February 2021 that China had eliminated poverty.",
    "supported date poverty-declared-eliminated",
  ],
  ["Xi declared in 2019 that China had eliminated poverty.", "differs date poverty-declared-eliminated"],
  [
    `On 17 August 2021, Xi said “${PROSPERITY}.”`,
    "supported words xi-common-prosperity-means",
    "supported date xi-common-prosperity-means",
  ],
  [
    `In 2016, Xi said “${PROSPERITY}.”`,
    "supported words xi-common-prosperity-means",
    "differs date xi-common-prosperity-means",
  ],
  [
    "In July 2021, Alibaba, Tencent, ByteDance and Meituan pledged $154 million for Zhengzhou.",
    "supported figure zhengzhou-floods-tech-giants",
    "supported date zhengzhou-floods-tech-giants",
  ],
  ["Alibaba committed $15.5 billion in 2019."],
];

export const others: readonly Row[] = [
  ["The Shanxi floods displaced 120,000 people.", "supported number shanxi-floods"],
  ["The Shanxi floods displaced 1.76 million people.", "differs number shanxi-floods"],
  [
    "Philanthropic giving in China rose tenfold after the 2008 Sichuan earthquake.",
    "differs number sichuan-earthquake",
  ],
  [
    "Giving rose from $440 million to $16 billion after the Sichuan earthquake.",
    "supported number sichuan-earthquake",
    "supported number sichuan-earthquake",
  ],
  [
    "China has been tightening its grip on NGOs since 2012, demanding they provide specific funding sources.",
    "differs number pressure-on-ngos",
  ],
  ["About 70 percent of Chinese people know Alibaba, Tencent and 20 other companies."],
  ["Daniel Zhang, CEO of Alibaba, was there.", "supported role daniel-zhang"],
  ["Zhou Hongyi is the chairman and CEO of Qihoo 360.", "supported role zhou-hongyi"],
  ["张勇是阿里巴巴首席执行官。", "supported role daniel-zhang"],
  ["Lei Jun, CEO of Qihoo 360, was there.", "not-as-stated role lei-jun"],
  ["Jack Ma, founder of Alibaba, was there."],
];

/** Sentences that resemble the records but are mostly about something else. */
export const hard: readonly Row[] = [
  ["Alibaba received a $16 billion donation."],
  ["Alibaba’s shares lost $20 billion after the pledge."],
  ["Alibaba promised Tencent’s investors $20 billion."],
  ["Alibaba's investors pledged $20 billion."],
  ["Alibaba and its founder pledged $20 billion."],
  ["Alibaba doubled its pledge to $31 billion."],
  ["Alibaba raised its commitment from $15 billion to $15.5 billion."],
  ["Alibaba contributed $20 billion to China’s GDP."],
  ["Alibaba contributed $20 billion in taxes."],
  ["Alibaba pledged $20 billion in loans to small businesses."],
  ["Alibaba committed $2 billion to its Southeast Asian arm Lazada."],
  ["Alibaba committed another $5 billion."],
  ["Alibaba pledged an additional $5 billion to common prosperity."],
  ["Alibaba has given $3 million to Unicef."],
  ["Alibaba gave $3 million."],
  ["Alibaba pledged $100,000."],
  ["The Tencent Charity Foundation gave $154 million."],
  ["Ant Group, an Alibaba affiliate, pledged $20 billion."],
  ["Critics say Alibaba’s promise of $15.5 billion is a stunt."],
  ["Bloomberg: Alibaba pledged $15.5 billion"],
  ['BREAKING: Alibaba pledges $15 billion to "common prosperity"', SUPPORTED_ALIBABA],
  ["Alibaba, which was fined $2.8 billion, pledged $15.5 billion."],
  ["Alibaba was fined $2.8 billion and pledged $15.5 billion."],
  ["Alibaba pledged $15.5 billion after it was fined $2.8 billion."],
  ["Compared with Alibaba, Tencent pledged $7.7 billion."],
  ["Alibaba pledged twice as much as Tencent, $15.5 billion."],
  ["Tencent pledged half of Alibaba's $15.5 billion."],
  ["Lu Jun criticised Xi’s phrase “dividing the cake well”."],
  ["Lu Jun said “dividing the cake well” is a slogan."],
  ["Critics of Xi said “Common prosperity means prosperity for all, not just a few people.”"],
  ["An adviser to Xi said “Common prosperity means prosperity for all, not just a few people.”"],
  [
    "The New York Times quoted Xi as saying “Common prosperity means prosperity for all, not just a few people.”",
  ],
  [
    "VOA quoted Lu Jun as saying “Beijing won’t allow companies to donate to independent NGOs freely.”",
    "supported words lu-independent-ngos",
  ],
  [
    "“I don’t think this is necessarily good news for NGOs,” he said.",
    "supported words lu-not-good-news-for-ngos",
  ],
  [
    "“I don’t think this is necessarily bad news for NGOs,” Lu said.",
    "differs words lu-not-good-news-for-ngos bad>good",
  ],
  ["Xi Jinping: “We must share the cake.”"],
  ["Xi and Li Yining said “dividing the cake well”."],
  [
    "Xi told Lu Jun: “Beijing won’t allow companies to donate to independent NGOs freely.”",
    "differs words lu-independent-ngos @xi-jinping",
  ],
  ["In “The Age of ‘Common Prosperity’”, Alibaba committed $15.5 billion."],
  ["He called it 'common prosperity' and Alibaba's '$15.5 billion' pledge."],
  ["Zhengzhou floods killed 300 people in July 2021."],
  ["The 1998 floods in Henan were worse."],
  ["The Shanxi floods left 300 dead."],
  [
    "The Ministry of Civil Affairs and 31 other central agencies launched a campaign.",
    "differs number ngo-campaign-of-the-ministry",
  ],
  ["The Wuzhen Summit opened on September 26, 2021.", "supported date world-internet-conference"],
  ["The World Internet Conference, founded in 2014, is held in Wuzhen."],
  ["In September 2021 Xi did not attend the World Internet Conference."],
  ["In October 2021 Xi praised the World Internet Conference."],
  ["Xi spoke on August 17, 2021 of common prosperity."],
  ["The meeting of the Central Committee for Financial and Economic Affairs was held on August 18, 2021."],
  ["Central Committee for Financial and Economic Affairs met on Aug. 17."],
  ["In the 1990s Li Yining taught at Peking University."],
  [
    "Li Yining first introduced the three distributions in 1994.",
    "not-as-stated date three-distributions-introduced coarser",
  ],
  [
    "Sichuan earthquake of May 12, 2008 killed 69,000 people.",
    "not-as-stated date sichuan-earthquake coarser",
  ],
  [
    "Giving rose thirtyfold after the Sichuan earthquake of 2008.",
    "supported date sichuan-earthquake",
    "supported number sichuan-earthquake",
  ],
  ["Tencent gave 20 companies $154 million."],
  ["Daniel Zhang, former CEO of Alibaba, pledged nothing."],
  ["Zhou Hongyi, founder of Qihoo 360, said his company will donate an undisclosed sum."],
  ["Qihoo 360 pledged $360 million.", "not-as-stated figure qihoo-360-common-prosperity unstated"],
  [
    "Alibaba committed $15.5 billion (100 billion yuan).",
    SUPPORTED_ALIBABA,
    "not-as-stated figure alibaba-common-prosperity currency",
  ],
  [
    "Alibaba committed 100 billion yuan ($15.5 billion).",
    SUPPORTED_ALIBABA,
    "not-as-stated figure alibaba-common-prosperity currency",
  ],
  ["Alibaba's pledge, worth $15.5 billion, is the largest of all."],
  ["Pledges by Alibaba of $15.5 billion and by Tencent of $7.7 billion were announced."],
  ["Alibaba pledged $15.5 billion to Chinese farmers."],
  [
    "In line with Xi's “common prosperity”, Alibaba will spend $15.5 billion.",
    "supported figure alibaba-common-prosperity",
  ],
  ["Alibaba would have pledged $20 billion."],
  ["Only Alibaba pledged $15.5 billion.", "supported figure alibaba-common-prosperity"],
  ["Alibaba has already donated $15 billion.", "not-as-stated figure alibaba-common-prosperity promised"],
  ["阿里巴巴已捐出155亿美元。", "not-as-stated figure alibaba-common-prosperity promised"],
  ["Alibaba gave $20 billion.", "differs figure alibaba-common-prosperity"],
  ["Alibaba pledged $15.5 billion (up from $15 billion).", "supported figure alibaba-common-prosperity"],
  ["Alibaba gave its founder $15.5 billion."],
  [
    "Pinduoduo and Meituan pledged $15 billion before the World Internet Conference.",
    "not-as-stated figure alibaba-common-prosperity elsewhere",
  ],
  ["Xi pledged $15.5 billion."],
  ["Xi Jinping gave $15.5 billion to Alibaba."],
  ["China pledged $15.5 billion."],
  ["Alibaba pledged $15.5 billion yesterday at Davos."],
  ["阿里巴巴捐了155亿美元给联合国。"],
  ["阿里巴巴宣布，腾讯将捐155亿美元。", "not-as-stated figure alibaba-common-prosperity elsewhere"],
  ["阿里巴巴和腾讯共捐155亿美元。", "not-as-stated figure alibaba-common-prosperity elsewhere"],
  ["据美国之音报道，阿里巴巴将捐款150亿美元。", "supported figure alibaba-common-prosperity"],
  ["马云的阿里巴巴承诺捐155亿美元。", "supported figure alibaba-common-prosperity"],
  ["阿里巴巴股价上涨，捐款155亿美元。"],
  ["河南暴雨后，社会各界捐款近3亿美元。"],
  ["“共同富裕”是习近平提出的。"],
  [
    "Lu Jun: “The target of this round of the common prosperity initiative is the wallet of wealthy domestic entrepreneurs”",
    "supported words lu-target-of-the-initiative",
  ],
  ["Xi Jinping and Lu Jun agree: “The target is the wallet of entrepreneurs”."],
  ["“Prosperity for all” is Xi's goal."],
  ["Xi wants “prosperity for all, not just a few people”."],
  [
    "He said that “businesses are essentially forced to make charity donations under the current system”.",
    "supported words wang-donations-essentially-forced",
  ],
  [
    "Wang Hsin-Hsien said “businesses are essentially forced to make charity donations under the current system”.",
    "supported words wang-donations-essentially-forced",
  ],
  [
    "Wang Hsin-Hsien said “businesses are essentially forced to make political donations under the current system”.",
    "differs words wang-donations-essentially-forced political>charity",
  ],
  [
    "The article says “Chinese tech giants Alibaba, Tencent, ByteDance, and Meituan pledged a total of $154 million”.",
    "supported figure zhengzhou-floods-tech-giants",
  ],
  ["“It is a truth universally acknowledged,” said Xi."],
  ["The ministry began to target “illegal NGOs” in May."],
  ["China has been tightening its grip on NGOs since 2016.", "supported words pressure-on-ngos"],
  [
    "China has been tightening its grip on NGOs since 2016, demanding they provide specific funding sources and membership information or face being banned.",
    "supported words pressure-on-ngos",
  ],
  [
    "After a flood in Shanxi Province in October that left dozens dead and 130,000 displaced, major Chinese tech companies stepped up again.",
    "supported date shanxi-floods",
    "differs number shanxi-floods",
  ],
  [
    "The 2008 Sichuan earthquake is widely cited as a catalyst in the emergence of domestic philanthropy in China, raising the total amount of philanthropic giving thirtyfold, from $440 million to $16 billion, in a single year.",
    "supported words rise-in-giving-after-sichuan-earthquake",
  ],
  [
    "The 2009 Sichuan earthquake raised the total amount of philanthropic giving thirtyfold, from $440 million to $16 billion.",
    "not-as-stated date sichuan-earthquake another",
  ],
  [
    "Fifteen years ago, charitable giving in China was a mere trickle.",
    "supported words charitable-giving-fifteen-years-ago",
  ],
  [
    "Twenty years ago, charitable giving in China was a mere trickle.",
    "differs words charitable-giving-fifteen-years-ago twenty>fifteen",
  ],
  [
    "The World Internet Conference lasted five days in September 2021.",
    "supported date world-internet-conference",
  ],
  ["Tencent's 2021 pledge came in September 2021 before the World Internet Conference."],
];

/** Sentences written without a look at the code, once all others passed; a few mistaken expectations were corrected. */
export const heldOut: readonly Row[] = [
  [
    "Chinese e-commerce giant Alibaba has committed 15.5 billion US dollars over several years.",
    "supported figure alibaba-common-prosperity",
    "supported period alibaba-common-prosperity",
  ],
  [
    "Last year Alibaba announced a $16 billion donation to the common prosperity campaign.",
    "differs figure alibaba-common-prosperity",
  ],
  [
    "ByteDance gave $154 million to Zhengzhou.",
    "not-as-stated figure zhengzhou-floods-tech-giants elsewhere",
  ],
  [
    "Four firms (Alibaba, Tencent, ByteDance and Meituan) promised $145 million for flood relief in Zhengzhou.",
  ],
  ["Alibaba earned $15.5 billion last quarter and pledged to hire more people."],
  ["Pinduoduo pledged $1.5 billion to agriculture."],
  [
    "Xiaomi donated $15 billion to common prosperity.",
    "not-as-stated figure alibaba-common-prosperity elsewhere",
  ],
  ["小米承诺捐款150亿美元。", "not-as-stated figure alibaba-common-prosperity elsewhere"],
  [
    "阿里巴巴将在未来五年捐出150亿美元，助力共同富裕。",
    "supported figure alibaba-common-prosperity",
    "supported period alibaba-common-prosperity",
  ],
  ["山西水灾后，科技企业共捐款超过4600万美元。", "supported figure shanxi-floods-tech-companies"],
  [
    "Zhengzhou got nearly $400 million in donations after the July floods.",
    "differs figure zhengzhou-floods-donations",
  ],
  [
    "Andrew Collier writes that “Beijing policymakers are stuck with ad hoc campaigns against the technology companies”.",
    "supported words collier-ad-hoc-campaigns",
  ],
  [
    "Andrew Collier writes that “Beijing policymakers are happy with ad hoc campaigns against the technology companies”.",
    "differs words collier-ad-hoc-campaigns happy>stuck",
  ],
  [
    "As Lu Jun put it, “the target of this round of the common prosperity initiative is the wallet of wealthy domestic entrepreneurs.”",
    "supported words lu-target-of-the-initiative",
  ],
  [
    "“The target of this round of the common prosperity initiative is the wallet of wealthy foreign entrepreneurs,” said Lu Jun.",
    "differs words lu-target-of-the-initiative foreign>domestic",
  ],
  [
    "Wang Hsin-Hsien said the “target of this round of the common prosperity initiative is the wallet of wealthy domestic entrepreneurs.”",
    "differs words lu-target-of-the-initiative @wang-hsin-hsien",
  ],
  [
    "Xi acknowledged that the “new round of technological revolution and industrial transformation is giving a weak impetus to economic development.”",
    "differs words xi-new-round weak>strong",
  ],
  [
    "China Daily called it “a sweeping campaign launched last month by the ministry and 21 other central agencies”.",
    "supported words china-daily-sweeping-campaign",
  ],
  [
    "王信贤说：“This is not the charitable donation we see in Western countries”。",
    "supported words wang-not-charity-as-in-the-west",
  ],
  ["The term “third distribution” is on everyone’s lips."],
  ["Steve Jobs said “stay hungry, stay foolish”."],
  ["“I have a dream,” Xi Jinping said."],
  [
    "Rich individuals and companies have been encouraged to “return more to society.”",
    "supported words return-more-to-society",
  ],
  [
    "Xinhua published on Aug. 17 what Xi said: “Common prosperity means prosperity for all, not just a few people”.",
    "supported words xi-common-prosperity-means",
  ],
  ["The Shanxi flood happened in October 2021.", "supported date shanxi-floods"],
  ["The Shanxi flood happened in September 2021.", "differs date shanxi-floods"],
  ["The 2008 Sichuan earthquake raised giving thirtyfold.", "supported number sichuan-earthquake"],
  ["SupChina published the article on 24 November 2021.", "differs date supchina-publication"],
  [
    "Tencent and Alibaba compete. Tencent has more users. Alibaba committed $15 billion. Xi met nobody.",
    "supported figure alibaba-common-prosperity",
  ],
  [
    "Lu Jun, founder of the Beijing Yirenping Center, thinks that Alibaba’s pledge of $15.5 billion matters.",
    "supported role lu-jun",
  ],
  [
    "FYI: Alibaba's 15.5bn USD commitment is spread over several years.",
    "supported figure alibaba-common-prosperity",
    "supported period alibaba-common-prosperity",
  ],
  [
    "Alibaba Group has donated $15 billion to Beijing's common prosperity initiative, says VOA.",
    "not-as-stated figure alibaba-common-prosperity promised",
  ],
  ["Alibaba put $15.5 billion into common prosperity.", "supported figure alibaba-common-prosperity"],
  [
    "The e-commerce company Alibaba set aside $12 billion for common prosperity.",
    "differs figure alibaba-common-prosperity",
  ],
  [
    "Alibaba's Daniel Zhang announced a donation of $15 billion.",
    "supported words daniel-zhang-on-the-donation",
  ],
  [
    "Alibaba spent $15.5 billion on common prosperity and Tencent spent $7.7 billion.",
    "not-as-stated figure alibaba-common-prosperity promised",
    "not-as-stated figure tencent-social-initiatives unstated",
  ],
  ["€15.5 billion was pledged by Alibaba.", "not-as-stated figure alibaba-common-prosperity currency"],
  ["阿里巴巴認捐155億美元，推動共同富裕。", "supported figure alibaba-common-prosperity"],
  ["阿里巴巴去年的利润为155亿美元。"],
  ["腾讯和阿里巴巴各捐1亿元。"],
  ["腾讯为郑州水灾捐款1.54亿美元。", "not-as-stated figure zhengzhou-floods-tech-giants elsewhere"],
  [
    "In October, tech companies gave over $46 million to flood-hit Shanxi.",
    "supported figure shanxi-floods-tech-companies",
  ],
  [
    "ByteDance, Tencent, Meituan, and Alibaba together gave $154 million after Zhengzhou's floods in July.",
    "supported figure zhengzhou-floods-tech-giants",
    "supported date zhengzhou-floods-tech-giants",
  ],
  ["Tech giants led by Alibaba pledged $154 million."],
  ["Chinese companies pledged $15.5 billion."],
  ["My grandmother pledged $20 to Alibaba."],
  ["Alibaba promised $20 billion to its shareholders."],
  [
    "Zhou said: “Our success depends on our country’s policies. … We must take the initiative to align our development with our national strategies and serve our country with science and technology.”",
    "supported words zhou-our-success",
  ],
  [
    "Zhou Hongyi said “We must take the initiative to serve our country with science and technology”.",
    "differs words zhou-our-success >align our development with our national strategies and",
  ],
  [
    "Collier criticises “ad hoc campaigns against the technology companies, demands that CEOs contribute to charity, and calls for redistribution of wealth”.",
    "differs words collier-ad-hoc-campaigns wealth>income",
  ],
  [
    "Xi Jinping wrote: “the third distribution taps enterprises and individuals to redistribute their wealth through voluntary donations”.",
    "differs words ndrc-on-the-three-distributions @xi-jinping",
  ],
  [
    "According to the NDRC, the third distribution taps enterprises and individuals to redistribute their wealth through voluntary donations.",
    "supported words third-distribution",
  ],
  [
    "Lu Jun told VOA: “Beijing will allow companies to donate to independent NGOs freely.”",
    "differs words lu-independent-ngos will>won’t",
  ],
  [
    "“China’s current common prosperity initiative is controlled by the party-state,” Lu Jun said.",
    "differs words wang-not-voluntary @lu-jun",
  ],
  [
    "The netizens’ “political awareness” remark, Xi’s “dividing the cake well” and VOA’s report were discussed.",
  ],
  [
    "The World Internet Conference in Wuzhen ended on September 28, 2021.",
    "supported date world-internet-conference",
  ],
  ["SupChina’s article was published in November 2021.", "supported date supchina-publication"],
  ["The crackdown on NGOs began in May 2021.", "supported date ngo-crackdown"],
  ["The crackdown on NGOs began in June 2021.", "differs date ngo-crackdown"],
  [
    "Wang Hsin-Hsien, professor at National Cheng-Chi University, spoke to VOA.",
    "supported role wang-hsin-hsien",
  ],
];
