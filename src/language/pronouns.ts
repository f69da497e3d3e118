/**
 * Pronouns for a person, by language, as alternatives of a pattern. They name nobody: a record whose source gives the
 * speaker by one of them says whom it is read as, and a message's quotation with one is compared only where nobody
 * else can be meant.
 */
export const PERSON_PRONOUNS = { en: "he|she", zh: "他|她" } as const;

/** The same for several people. */
export const GROUP_PRONOUNS = { en: "they", zh: "他们|他們|她们|她們" } as const;
