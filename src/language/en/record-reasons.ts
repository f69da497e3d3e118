/** English reasons that a record gives for what is not in its source's words. */

export const englishRecordReasons = {
  pronounRead: (name: string): string =>
    `The source gives the speaker by a pronoun, which is read as ${name}.`,
  inferredYear: (year: string): string =>
    `The source’s words name no year; ${year} follows from the date of the source.`,
};
