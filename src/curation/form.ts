/** Defines the forms that people fill in, and what is replied to them. A platform draws both. */
import type { Answer } from "../desk/answer.ts";

/** A value to choose; `value` is what the form returns. */
export interface FormOption {
  readonly label: string;
  readonly value: string;
}

/** A field of a form. */
export interface FormField {
  /** Lower-case letters; what its value is returned under. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands in it when the form opens; of a choice, the value of an option. */
  readonly value?: string;
  readonly isRequired: boolean;
  /** A choice of one of these; without them, the field takes a text. */
  readonly options?: readonly FormOption[];
  /** Whether it takes people, and on Discord roles too: its value is their ids, a role's as `role:<id>`, joined by commas. */
  readonly hasPeople?: true;
  /** Whether it has several lines. */
  readonly isLong?: true;
  /** The command whose first option completes what is typed, on platforms that can. */
  readonly completedBy?: string;
}

/** The most fields of a form, and the most characters of a text in one, on every platform. */
export const MOST_FIELDS = 5;
export const MOST_TEXT = 3_000;
/** The most options of a choice, and the most characters of an option's value. */
export const MOST_OPTIONS = 25;
export const MOST_OPTION_VALUE = 75;

/** A form. Its id is the line that opened it, and all that is known of it when it comes back. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
}

/** The values of a form's fields by name. */
export type FormValues = Readonly<Record<string, string>>;

/**
 * What a requester is shown, alone: a form; an answer, in place of the message of theirs that they pressed; or what is wrong
 * with a form, by field. A platform that cannot show a form again shows the answer, which leads back to it.
 */
export type CurationReply =
  | { readonly type: "form"; readonly form: Form }
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "faults"; readonly faults: FormValues; readonly answer: Answer };
