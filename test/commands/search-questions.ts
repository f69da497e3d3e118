/** Questions about the two sources as people ask them, each with the records that would answer it. */

export interface Question {
  readonly asked: string;
  readonly right: readonly string[];
}

const ask = (asked: string, ...right: readonly string[]): Question => ({ asked, right });

const ALIBABA = [
  "pledges/alibaba-common-prosperity",
  "facts/spread-wealth",
  "facts/daniel-zhang-on-the-donation",
];
const DISTRIBUTIONS = [
  "events/three-distributions-introduced",
  "terms/three-distributions",
  "people/li-yining",
];
const ZHENGZHOU = [
  "pledges/zhengzhou-floods-tech-giants",
  "pledges/zhengzhou-floods-donations",
  "events/zhengzhou-floods",
];
const SICHUAN = ["facts/rise-in-giving-after-sichuan-earthquake", "events/sichuan-earthquake"];
const SHANXI = ["pledges/shanxi-floods-tech-companies", "events/shanxi-floods"];

export const QUESTIONS: readonly Question[] = [
  ask("who came up with the three distributions", ...DISTRIBUTIONS),
  ask("when were the three distributions first introduced", ...DISTRIBUTIONS),
  ask("how much did giving rise after the 2008 earthquake", ...SICHUAN),
  ask("what started philanthropy in china", ...SICHUAN),
  ask("how much did alibaba promise", ...ALIBABA),
  ask("$15.5bn", ...ALIBABA),
  ask("15,500 million dollars", ...ALIBABA),
  ask("155亿美元", ...ALIBABA),
  ask("who gave to zhengzhou", ...ZHENGZHOU),
  ask("flood relief in July", ...ZHENGZHOU),
  ask("$154 million", ...ZHENGZHOU),
  ask("how many people were displaced by the flood", ...SHANXI),
  ask("what did tech companies give after the floods in shanxi", ...SHANXI),
  ask(
    "did qihoo say how much it gave",
    "pledges/qihoo-360-common-prosperity",
    "facts/zhou-hongyi-on-donating",
  ),
  ask("tencent doubled its money", "pledges/tencent-social-initiatives"),
  ask("rural revitalization", "pledges/tencent-social-initiatives"),
  ask("meituan pinduoduo support for social causes", "pledges/tencent-pinduoduo-meituan-before-conference"),
  ask("is common prosperity for all or for a few people", "quotes/xi-common-prosperity-means"),
  ask("get rich first", "quotes/xi-common-prosperity-means"),
  ask("what did xi say about those who are already rich", "facts/xi-on-those-already-rich"),
  ask("dividing the cake", "terms/dividing-the-cake-well", "quotes/xi-dividing-the-cake-well"),
  ask("collapse of the middle class", "facts/xi-speech-on-inequality"),
  ask("did china eliminate poverty", "events/poverty-declared-eliminated", "facts/xi-poverty-eliminated"),
  ask(
    "effects of technology on employment",
    "facts/xi-technology-effects",
    "quotes/xi-effectively-addressed",
  ),
  ask("will the donations be voluntary", "quotes/wang-not-voluntary"),
  ask(
    "are companies forced to donate",
    "facts/wang-donations-essentially-forced",
    "facts/forced-contributions-and-inequality",
  ),
  ask("charity in western countries", "quotes/wang-not-charity-as-in-the-west"),
  ask("tax reform", "facts/collier-reforms-unlikely", "quotes/collier-ad-hoc-campaigns"),
  ask("ad hoc campaigns", "quotes/collier-ad-hoc-campaigns"),
  ask("wallets of the wealthy entrepreneurs", "quotes/lu-target-of-the-initiative"),
  ask("human rights NGOs", "quotes/lu-independent-ngos"),
  ask("which NGOs can survive", "facts/lu-jun-on-ngos-that-can-survive"),
  ask("what does yirenping do", "facts/yirenping-focus", "organizations/beijing-yirenping-center"),
  ask(
    "crackdown on illegal NGOs",
    "events/ngo-crackdown",
    "quotes/china-daily-illegal-ngos",
    "terms/illegal-ngos",
  ),
  ask("what must NGOs disclose since 2016", "facts/pressure-on-ngos", "events/ngo-controls"),
  ask("limit access to conference venues", "quotes/china-daily-illegal-ngos"),
  ask(
    "what do people on weibo think",
    "facts/netizens-on-the-companies-moves",
    "quotes/netizens-political-awareness",
  ),
  ask(
    "political awareness",
    "terms/political-awareness",
    "quotes/netizens-political-awareness",
    "facts/netizens-on-the-companies-moves",
  ),
  ask("wuzhen conference", "events/world-internet-conference", "facts/tech-tycoons-show-support"),
  ask("fines and investigations", "facts/yearlong-crackdown-on-tech"),
  ask("regulatory scruttiny", "facts/regulatory-scrutiny-of-tech"),
  ask("celebrity CEOs", "facts/celebrity-ceos-low-profile"),
  ask("who wrote the article", "facts/tam-claiborne-background", "people/daniel-tam-claiborne"),
  ask("novel about U.S.-China relations", "facts/tam-claiborne-novel"),
  ask("xiaomi technology for social good", "facts/lei-jun-on-social-good"),
  ask("what is the third distribution", "terms/third-distribution", "facts/ndrc-on-the-three-distributions"),
  ask("taxes and subsidies", "terms/second-distribution", "facts/ndrc-on-the-three-distributions"),
  ask("共同富裕", "terms/common-prosperity"),
  ask("腾讯捐了多少", "pledges/tencent-social-initiatives", "pledges/zhengzhou-floods-tech-giants"),
  ask("第三次分配", "terms/third-distribution"),
  ask("習近平 共同富裕", "quotes/xi-common-prosperity-means", "facts/xi-use-of-common-prosperity"),
  ask("郑州暴雨 捐款", ...ZHENGZHOU),
  ask("bytedance", "pledges/zhengzhou-floods-tech-giants", "organizations/bytedance"),
  ask("shenzhen special economic zone", "facts/houhai-tech-companies"),
];
