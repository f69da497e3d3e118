/** Selects the texts that tell an assistant when to ask what, and how to use an answer. */
import { englishTools } from "./en/tools.ts";
import type { Locale } from "./messages.ts";
import { simplifiedTools } from "./zh-hans/tools.ts";
import { traditionalTools } from "./zh-hant/tools.ts";

/** A prompt that a person chooses: what it is called, what it takes, and what it then tells the assistant. */
export interface PromptMessages {
  readonly title: string;
  readonly summary: string;
  /** What it takes. */
  readonly argument: string;
  /** Stands before what was given. */
  readonly text: string;
}

/** Texts for assistants, in one language. */
export interface ToolMessages {
  /** When to ask each command. */
  readonly pledge: string;
  readonly quote: string;
  readonly define: string;
  readonly search: string;
  readonly who: string;
  readonly compare: string;
  readonly timeline: string;
  readonly source: string;
  readonly check: string;
  readonly cite: string;
  readonly bibliography: string;
  readonly help: string;
  /** How to use the answer of any of them. */
  readonly quoting: string;
  /** What is on the shelf, and up to which day its sources are known. */
  readonly shelf: (sources: number, records: number, upTo: string | null) => string;
  /** The titles of some of the sources, or of all. */
  readonly titles: (titles: readonly string[], left: number) => string;
  /** How to use the desk as a whole. */
  readonly instructions: readonly string[];
  readonly resources: {
    readonly source: string;
    readonly record: string;
  };
  readonly prompts: {
    readonly answer: PromptMessages;
    readonly check: PromptMessages;
  };
}

const TOOLS: Record<Locale, ToolMessages> = {
  en: englishTools,
  "zh-Hans": simplifiedTools,
  "zh-Hant": traditionalTools,
};

/** Returns the texts for a locale. */
export const toolMessages = (locale: Locale): ToolMessages => TOOLS[locale];
