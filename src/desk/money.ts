/** Sums of money as people write them, in English and in Chinese. */
export { type Money, moneyIn } from "../finding/money.ts";
