/** Loads the messages of a locale, and chooses a locale from a tag or a text. */

import { englishMessages, type MessageCatalogue } from "./en/messages.ts";
import { isolateMessages } from "./isolated-messages.ts";

/** The messages in one language. */
export type Messages = MessageCatalogue;

/** The supported locales, as BCP 47 tags: English, Chinese in simplified and in traditional characters. */
export const LOCALES = ["en", "zh-Hans", "zh-Hant"] as const;
/** A supported locale. */
export type Locale = (typeof LOCALES)[number];

/** Languages as their speakers call them, by the tags that settings have. */
export const LANGUAGE_NAMES = { en: "English", "zh-CN": "简体中文", "zh-TW": "繁體中文" } as const;

async function loadCatalogue(locale: Locale): Promise<Messages> {
  switch (locale) {
    case "en":
      return englishMessages;
    case "zh-Hans":
      return (await import("./zh-hans/messages.ts")).simplifiedMessages;
    case "zh-Hant":
      return (await import("./zh-hant/messages.ts")).traditionalMessages;
  }
}

const catalogues = new Map<Locale, Promise<Messages>>();

/** Loads the messages of a locale. All but the English ones are imported on first use. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = catalogues.get(locale) ?? loadCatalogue(locale).then(isolateMessages);
  catalogues.set(locale, loaded);
  return loaded;
}

/**
 * Returns the locale for a system's language tag: `zh_CN.UTF-8`, `zh-TW`, `zh-Hant-HK`, `en-GB`. Unsupported
 * languages fall back to English.
 */
export function localeFromTag(tag: string | undefined): Locale {
  const [language, ...parts] = (tag ?? "").toLowerCase().split(/[-_.@:]/);
  if (language !== "zh") return "en";
  if (parts.includes("hans")) return "zh-Hans";
  return parts.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
}

/** Characters used only in traditional writing; the ones likely in questions, not all. */
const TRADITIONAL = new Set(
  [
    "亞來係個們僅億優內兩別則創劃劉動務勞區厲吳員問單嗎嚴國園圖團堅報場壓孫學實寧審寫將專對導層屬島師帳帶幣幾庫廠廣張彙徑從",
    "愛態慣慮慶憂憲應懷戰戲戶採損撥擇擊擔據擴攝敗數斷於時暫曆曉書會東條楊業極構樂樓標樣橋機檔檢權歐歲歷決沒減滬滿漢潔濟濱灣災",
    "為烏無煙熱爭狀獎獨獲現環產當療發監盤盧眾礎禕禮種稱積穩窮競筆節範簡簽籌糧紀約紅納純級終組結絕給統經綠維網緊線編練縣縮總織",
    "繼續罷羅義習聖聞聯聲職脫臉臨臺與舉舊莊華萬葉蔣薦藝藥蘇蘭處號虧術衛補製複見視親覺觀觸訂計訊訓託記訪設許訴診註詐評詞詢試詩",
    "話該詳誌認語誠誤說誰調談請諒論諸諾謀講謝證識譯議護譽讀變讓豐貝財貧貨貪責貴買貸費貼貿賀資賓賞賠賢賣質賴賺購贈贊趙趨蹤躍車",
    "軍軟較載輕輛輪輯輸轉辦農這進遊運過達遠適遲遷選遺還邊鄉鄧鄭鄰醫釀釋鈔銀鋼錄錢錯鍵鎖鎮鐘鐵長門閉開間閱闊關陝陳陸階際隨險雖",
    "雙雜離難雲電靈靜韓頂項順須預領頭頻題額願類顧顯風飛飯飲養餘館馬馮駐駕騙騰驗驚體髮鬥魚鮮鳥鴻麥黃點黨齊齡龍",
  ].join(""),
);

/** What the environment says of a terminal's language: the deployment's own, and the system's where the terminal is UTF-8. */
interface TerminalLanguage {
  readonly locale?: string | undefined;
  readonly system?: string | undefined;
  readonly isUtf8: boolean;
}

/** Returns the locale in which a program speaks to the person at its terminal. */
export const terminalLocale = ({ locale, system, isUtf8 }: TerminalLanguage): Locale =>
  localeFromTag(locale ?? (isUtf8 ? system : undefined));

/** Guesses the locale of a question from its script. Returns undefined when it has no Chinese characters. */
export function localeFromScript(text: string): Locale | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  return [...text].some((letter) => TRADITIONAL.has(letter)) ? "zh-Hant" : "zh-Hans";
}
