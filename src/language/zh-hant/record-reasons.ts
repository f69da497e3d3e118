/** Traditional Chinese reasons that a record gives for what is not in its source's words. */

export const recordReasonsHant = {
  pronounRead: (name: string): string => `來源以代詞指說話人，按 ${name} 理解。`,
  inferredYear: (year: string): string => `來源的原話沒有寫明年份；${year}年是據來源的日期推斷的。`,
};
