/** Defines what is drafted from a text, and what a kind of draft is. */
import type { DraftQuestions } from "../language/en/draft-questions.ts";
import type { Reading } from "./reading.ts";

/** A passage by its place in the text, in UTF-16 units. */
export interface DraftPassage {
  readonly start: number;
  readonly end: number;
}

/** What the text leaves open, with those who may be meant. */
export interface OpenQuestion {
  readonly about: keyof DraftQuestions;
  /** The words of the text that leave it open; empty where it is asked without them. */
  readonly words: string;
  readonly candidates: readonly string[];
}

/** A sum as the text states it; goods and undisclosed sums have no value. */
export interface DraftAmount {
  readonly text: string;
  /** ISO 4217 code; missing where the text does not say of which country the money is. */
  readonly currency?: string | undefined;
  readonly value?: number | undefined;
  /** The words that bound it or make it a rate: “more than”, “a year”. */
  readonly qualifier?: string | undefined;
}

/** A record that may be made of a text. Each member stands only where it applies; nothing in it is guessed. */
export interface Draft {
  readonly kind: "quotation" | "sum" | "gift" | "definition" | "event" | "person" | "organization";
  readonly passages: readonly DraftPassage[];
  readonly speaker?: string | undefined;
  readonly amount?: DraftAmount | undefined;
  readonly donors?: readonly string[] | undefined;
  /** Whether the donors gave the sum together. */
  readonly joint?: boolean | undefined;
  /** Whether the sum was given or promised as a gift. */
  readonly gift?: boolean | undefined;
  /** The words that say that it was given: “pledged”, “donation”. */
  readonly verb?: string | undefined;
  readonly term?: string | undefined;
  /** The date as written, and the date that it resolves to. */
  readonly date?:
    | { readonly text: string; readonly date?: string | undefined; readonly to?: string | undefined }
    | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly questions?: readonly OpenQuestion[] | undefined;
}

/** Finds the drafts of one kind, in the order of the text. */
export type DraftKind = (reading: Reading) => readonly Draft[];
