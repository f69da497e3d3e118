/** English numerals of one word. */

const BELOW_TWENTY =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );

/** The tens from twenty to ninety, in order. */
export const englishTens: readonly string[] = "twenty thirty forty fifty sixty seventy eighty ninety".split(
  " ",
);

/** Returns the numerals from `first` to `last`, in order, with their values; above twenty those of the tens alone. */
export const englishNumerals = (first: number, last: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [
      ...BELOW_TWENTY.map((word, value) => [word, value] as const),
      ...englishTens.map((word, index) => [word, (index + 2) * 10] as const),
    ].filter(([, value]) => first <= value && value <= last),
  );
