/** Compares offices as messages write them with those that records state. */
import { claimPattern, OFFICES, type OfficeId } from "../language/claim-grammar.ts";

export const namesOf = (office: OfficeId): string => claimPattern(({ offices }) => offices.names[office]);

/** Patterns for each office: as records state it, and as a message in any language may write it. */
const OFFICE_FORMS: readonly { readonly stated: RegExp; readonly written: RegExp }[] = OFFICES.map(
  (office) => ({
    stated: new RegExp(String.raw`\b${claimPattern(({ offices }) => offices.stated?.[office])}\b`, "i"),
    written: new RegExp(`^${namesOf(office)}$`, "i"),
  }),
);

/** Tells whether a text is the name of an office and nothing else. */
export const isOffice = (text: string): boolean => OFFICE_FORMS.some(({ written }) => written.test(text));

/** Tells whether a recorded role states an office. */
export const statesOffice = (
  { stated = "" }: { readonly stated?: string | undefined },
  office: string,
): boolean => OFFICE_FORMS.some((form) => form.written.test(office) && form.stated.test(stated));
