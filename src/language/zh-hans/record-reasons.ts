/** Simplified Chinese reasons that a record gives for what is not in its source's words. */

export const recordReasonsHans = {
  pronounRead: (name: string): string => `来源以代词指说话人，按 ${name} 理解。`,
  inferredYear: (year: string): string => `来源的原话没有写明年份；${year}年是据来源的日期推断的。`,
};
