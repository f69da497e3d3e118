/** An answer's document as JSON: what scripts read, in the terminal and over HTTP alike. */
import type { Answer } from "../desk/answer.ts";
import { printAsk } from "../desk/ask.ts";

/** The whole answer as one line of JSON; asks stand in it as the lines that people type. */
export const showJson = (answer: Answer): string =>
  JSON.stringify(answer, (key, value) =>
    key === "ask" && typeof value === "object" ? printAsk(value) : value,
  );
