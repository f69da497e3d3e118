/** Frequent characters that only one of the two Chinese scripts has, each with its form in the other. */

/** Simplified and traditional in turn. */
const PAIRS =
  "国國说說时時来來对對发發会會们們这這个個为為后後过過学學问問东東车車见見长長门門书書开開关關电電话話业業万萬与與产產" +
  "亲親从從众眾伤傷体體儿兒兴興军軍农農决決准準减減几幾动動务務劳勞劝勸办辦单單卖賣卫衛厂廠历歷厅廳压壓参參双雙变變号號" +
  "听聽吗嗎员員响響团團园園围圍图圖圣聖场場坏壞块塊坚堅报報备備处處头頭奖獎妇婦实實审審宽寬导導将將层層岁歲岛島币幣师師" +
  "带帶帮幫应應庆慶废廢张張强強归歸当當录錄总總战戰扩擴护護担擔拥擁择擇损損换換据據数數断斷无無旧舊显顯术術机機权權条條" +
  "构構标標树樹样樣桥橋欢歡欧歐残殘气氣汉漢汤湯沟溝没沒泽澤济濟满滿灭滅灵靈灾災点點热熱爱愛状狀独獨献獻现現环環电電盘盤" +
  "确確础礎礼禮离離种種积積称稱穷窮竞競笔筆类類约約级級纪紀纯純纸紙线線组組细細织織终終经經结結给給络絡统統继繼绩績维維" +
  "网網罗羅罚罰义義习習联聯职職肃肅胜勝脑腦节節艺藝药藥虑慮虽雖补補观觀规規视視觉覺计計认認讨討让讓训訓议議记記讲講许許" +
  "论論设設访訪证證评評识識诉訴词詞译譯试試诗詩诚誠该該详詳语語误誤请請诸諸读讀课課谁誰调調谈談谢謝责責败敗货貨质質贫貧" +
  "购購贵貴费費资資赛賽赞贊转轉轮輪软軟轻輕较較辆輛输輸边邊达達迁遷运運还還进進远遠违違连連迟遲选選递遞邮郵郑鄭针針钟鐘" +
  "钱錢铁鐵银銀链鏈销銷锁鎖错錯镇鎮闭閉间間闻聞阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨难難雾霧静靜韩韓页頁项項顺順须須领領" +
  "频頻题題颜顏额額风風飞飛饭飯馆館驱驅验驗鱼魚鲁魯鸟鳥麦麥黄黃齐齊龙龍";

const pairs = [...PAIRS];
const SIMPLIFIED = new Set(pairs.filter((_, index) => index % 2 === 0));
const TRADITIONAL = new Set(pairs.filter((_, index) => index % 2 === 1));

/** Returns the script in which a Chinese text is written, or undefined when its characters do not tell. */
export function chineseScript(text: string): "zh-Hans" | "zh-Hant" | undefined {
  let [simplified, traditional] = [0, 0];
  for (const character of text) {
    if (SIMPLIFIED.has(character)) simplified += 1;
    else if (TRADITIONAL.has(character)) traditional += 1;
  }
  if (simplified === traditional) return undefined;
  return simplified > traditional ? "zh-Hans" : "zh-Hant";
}
