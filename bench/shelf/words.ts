/** Word lists for generated shelves. */

const words = (text: string): string[] => text.split(" ");
const pairs = (text: string): [string, string][] =>
  words(text).map((pair) => pair.split("/") as [string, string]);

/** Syllables of Chinese names, each romanized and as a character. */
export const SYLLABLES = pairs(
  "heng/恒 tai/泰 hua/华 xin/新 rui/瑞 feng/丰 sheng/盛 long/隆 yuan/远 tong/通 guang/光 ming/明 jin/金 bao/宝 da/达 " +
    "fu/福 kang/康 an/安 he/和 ping/平 yun/云 hai/海 tian/天 di/迪 ke/科 lan/蓝 qing/清 shan/山 jiang/江 bei/北 nan/南 " +
    "dong/东 xi/西 zhong/中 guo/国 min/民 sen/森 lin/林 mei/美 le/乐 you/优 jia/佳 yi/益 de/德 ren/仁 xiang/祥 chang/昌 " +
    "cheng/诚 ze/泽 hong/宏 wei/伟 li/利 zhi/智 chuang/创 qi/启 hang/航 fei/飞 teng/腾 ying/盈 bo/博 su/苏",
);

export const SURNAMES = pairs(
  "Li/李 Wang/王 Zhang/张 Liu/刘 Chen/陈 Yang/杨 Zhao/赵 Huang/黄 Zhou/周 Wu/吴 Xu/徐 Sun/孙 Hu/胡 Zhu/朱 Gao/高 Lin/林 " +
    "He/何 Guo/郭 Ma/马 Luo/罗 Liang/梁 Song/宋 Zheng/郑 Xie/谢 Han/韩 Tang/唐 Feng/冯 Yu/于 Dong/董 Xiao/萧 Cheng/程 " +
    "Cao/曹 Yuan/袁 Deng/邓 Fu/傅 Shen/沈 Zeng/曾 Peng/彭 Lu/吕 Su/苏 Jiang/蒋 Cai/蔡 Jia/贾 Ding/丁 Wei/魏 Xue/薛 Ye/叶",
);

export const FIRST_NAMES = words(
  "Anna Brian Carla Daniel Elena Frank Grace Henry Irene James Karen Louis Maria Nathan Olivia Peter Quinn Rachel " +
    "Samuel Teresa Ursula Victor Wendy Xavier Yvonne Zachary Alice Bernard Cecilia Dorothy Edward Florence",
);

export const LAST_NAMES = words(
  "Abbott Barlow Calder Dawson Ellery Farrow Gibbons Hadley Ingram Jarvis Keating Lowell Merritt Norwood Osborne " +
    "Pemberton Quigley Radcliffe Sherwood Thackeray Underwood Vickers Whitmore Yardley Ashdown Blackwell Crawford " +
    "Drummond Eastwood Fairbanks Goodwin Holloway",
);

/** Business sectors, each in English and Chinese. */
export const SECTORS = pairs(
  "Technology/科技 Logistics/物流 Pharmaceutical/医药 Automotive/汽车 Energy/能源 Education/教育 Media/传媒 Property/地产 " +
    "Agriculture/农业 Insurance/保险 Textile/纺织 Shipping/航运 Robotics/机器人 Beverage/饮料 Steel/钢铁 Software/软件 " +
    "Aviation/航空 Chemical/化工 Furniture/家居 Semiconductor/半导体",
);
export const FORMS = pairs(
  "Group/集团 Holdings/控股 Foundation/基金会 Company/公司 Institute/研究院 Partners/合伙",
);

export const PLACES = words(
  "Anqing Baoding Changde Dalian Ezhou Foshan Ganzhou Handan Ji’an Kaifeng Langfang Mianyang Nantong Ordos Panjin " +
    "Qinzhou Rizhao Shaoxing Taizhou Urumqi Weifang Xiangtan Yancheng Zhuzhou Anshan Bengbu Chengde Dongying Fuzhou " +
    "Guilin Hengyang Jiaxing Kunming Luoyang Maoming Ningbo Pingliang Quanzhou Sanya Tongliao Wuhu Xining Yibin Zibo",
);
export const HAPPENINGS = words(
  "floods earthquake drought forum summit conference typhoon fair hearing blackout festival landslide",
);
export const MONTHS = words(
  "January February March April May June July August September October November December",
);

export const ROLES = [
  ...[
    "chairman",
    "founder",
    "chief executive",
    "spokesperson",
    "president",
    "director of giving",
    "co-founder",
  ],
  ...["head of research", "secretary-general", "chief economist", "general manager", "board member"],
];

const PLAIN_ADJECTIVES = words(
  "common rural digital voluntary charitable public private regional moderate inclusive ecological industrial social " +
    "medical financial cultural technical primary secondary domestic foreign sustainable independent affordable " +
    "transparent collective innovative responsible vulnerable elderly migrant urban coastal inland marine seasonal " +
    "vocational academic nutritional preventive renewable circular municipal provincial national informal cooperative",
);
const PLAIN_NOUNS = words(
  "prosperity education giving schools hospitals villages wages pensions taxes research farmers workers teachers " +
    "students nurses bridges railways forests rivers harbours libraries museums clinics markets subsidies loans savings " +
    "housing transport electricity broadband irrigation fertiliser livestock fisheries orchards tourism crafts exports " +
    "standards audits licences donations volunteers charities foundations endowments scholarships apprenticeships " +
    "laboratories patents semiconductors batteries vaccines medicines diagnostics nutrition sanitation recycling " +
    "wetlands grasslands reservoirs warehouses logistics cooperatives insurers regulators auditors trustees donors",
);
/** Adds rarer words derived from the plain ones, since most words of a text are rare. */
const withRarer = (plain: readonly string[], beginnings: string): string[] => [
  ...plain,
  ...words(beginnings).flatMap((beginning) => plain.map((word) => beginning + word)),
];
export const ADJECTIVES = withRarer(PLAIN_ADJECTIVES, "non semi post pre sub inter");
export const NOUNS = withRarer(
  PLAIN_NOUNS,
  "micro agri bio eco inter multi geo hydro tele neo aqua photo electro thermo nano medi edu trans ultra proto",
);

export const VERBS = words(
  "support widen restore finance measure improve connect protect train supply replace renew study expand monitor repair " +
    "equip modernise coordinate distribute strengthen preserve publish verify organise shelter",
);

export const GIVING = words("pledged donated committed promised contributed allocated");
export const SCALES = words("million billion");
/** Currency signs with their codes. */
export const CURRENCIES = pairs("$/USD RMB/CNY €/EUR HK$/HKD £/GBP");
