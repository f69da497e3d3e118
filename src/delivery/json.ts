/** Renders answers as JSON, for scripts in the terminal and over HTTP. */

import { printAsk } from "../ask/ask.ts";
import type { Answer } from "../desk/answer.ts";

/** Returns the whole answer as one line of JSON, with each ask as a typed line; see `AnswerDocumentSchema`. */
export const renderJson = (answer: Answer): string =>
  JSON.stringify(answer, (key, value) =>
    key === "ask" && typeof value === "object" ? printAsk(value) : value,
  );
