/** Tells Chinese characters from other letters. */

const HAN = /\p{Script=Han}/u;

/** Whether a text has at least one Chinese character. */
export const containsHan = (text: string): boolean => HAN.test(text);
