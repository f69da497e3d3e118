/** An answer's document as JSON: what scripts read, in the terminal and over HTTP alike. */

import { printAsk } from "../ask/ask.ts";
import type { Answer } from "../desk/answer.ts";

/** The whole answer as one line of JSON; asks stand in it as the lines that people type. */
export const renderJson = (answer: Answer): string =>
  JSON.stringify(answer, (key, value) =>
    key === "ask" && typeof value === "object" ? printAsk(value) : value,
  );
