/** Detects Chinese characters. */

const HAN = /\p{Script=Han}/u;

/** Tells whether a text contains a Chinese character. */
export const containsHan = (text: string): boolean => HAN.test(text);
