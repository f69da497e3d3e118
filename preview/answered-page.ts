/** Puts answers into a Markdown page, each below the comment that names its ask. */
import type { Session } from "./session.ts";

/** A place for an answer: the ask in a comment, and everything up to the comment that ends it. */
const PLACE = /(<!-- ask: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g;

/** The place for the line with which the prompt begins. */
const GREETING = /(<!-- greeting -->\n)[\s\S]*?(<!-- end -->)/g;

const codeBlock = (text: string): string => `\`\`\`text\n${text}\n\`\`\`\n`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with a control character
const COLOURS = /\u001b\[[\d;]*m/g;

/** Returns the asks whose answers a page shows. */
export const askedIn = (page: string): string[] => [...page.matchAll(PLACE)].map(([, , line = ""]) => line);

/**
 * Returns the page with the answers of a session in their places, as code blocks.
 * @throws {Error} naming an ask that the session does not answer
 */
export const withAnswers = (page: string, { greeting, exchanges }: Session): string =>
  page
    .replace(GREETING, (_, begin: string, end: string) => begin + codeBlock(greeting.join("\n")) + end)
    .replace(PLACE, (_, begin: string, line: string, end: string) => {
      const exchange = exchanges.find((one) => one.line === line);
      if (!exchange) throw new Error(`${line}: the session has no answer to it`);
      return begin + codeBlock(exchange.answer.join("\n").replace(COLOURS, "")) + end;
    });
