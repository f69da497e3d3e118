/** Chinese numerals. */

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** Reads a numeral below ten thousand: “二”, “十五”, “三百二十”, “半”. Zero and what is no numeral have no value. */
export function chineseNumeralValue(words: string): number | undefined {
  if (words === "半") return 0.5;
  let [sum, digit] = [0, 0];
  for (const character of words) {
    const place = PLACES[character];
    if (place === undefined) digit = DIGITS[character] ?? Number.NaN;
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  const value = sum + digit;
  return value > 0 ? value : undefined;
}

/** Reads what stands before 万 in a figure that has 亿 too, as a number of ten thousands: “四億八千”, “1亿2000”, “4億8千”. */
export function compoundNumeralValue(words: string): number | undefined {
  const [hundredMillions, tenThousands] = words.split(/[亿億]/u).map(partValue);
  if (hundredMillions === undefined || tenThousands === undefined || tenThousands >= 10_000) return undefined;
  return hundredMillions * 10_000 + tenThousands;
}

const partValue = (words: string): number | undefined =>
  /^\d/.test(words)
    ? Number.parseInt(words, 10) * (words.endsWith("千") ? 1_000 : 1)
    : chineseNumeralValue(words);
