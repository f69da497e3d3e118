/** Makes the result of a tool call: the answer as a document, and its short form for reading. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import { answerForm } from "../../delivery/brief.ts";
import { fitAnswer } from "../../delivery/fit.ts";
import { renderJson } from "../../delivery/json.ts";
import type { AnswerPage } from "../../delivery/renderer.ts";
import { numberMarks, renderTextPage } from "../../delivery/text.ts";
import type { Answer } from "../../desk/answer.ts";
import { sourcePath } from "../../desk/page-links.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { resourceAddress } from "./resource-addresses.ts";

/** The longest text for reading, in UTF-16 units: what is more is a page of its own, or is in the document. */
const MAX_TEXT_LENGTH = 12_000;

/** Lists the sources of a page in full, each with the address at which it can be read. */
function sourceList({ sources }: AnswerPage, messages: Messages): string[] {
  if (sources.length === 0) return [];
  const lines = sources.map(({ number, full, page, id }) =>
    [numberMarks([number]), printableText(full), page ?? resourceAddress(sourcePath(id))].join(" "),
  );
  return [[messages.sources, ...lines].join("\n")];
}

/** Draws the short form of an answer, with its sources in full below. */
function readingText(answer: Answer, messages: Messages): string {
  const shown = answerForm(answer, messages);
  const draw = (page: AnswerPage): string =>
    [renderTextPage(page, messages), ...(shown.isBrief ? sourceList(page, messages) : [])].join("\n\n");
  return fitAnswer(
    shown,
    draw,
    (text) => text.length <= MAX_TEXT_LENGTH,
    Number.POSITIVE_INFINITY,
    messages.fitsNowhere,
  ).message;
}

/** Returns an answer as the result of a tool call. A mistake or a failure is one that says so; a miss is an answer. */
export const toolResult = (answer: Answer, messages: Messages): CallToolResult => ({
  content: [{ type: "text", text: readingText(answer, messages) }],
  structuredContent: JSON.parse(renderJson(answer)),
  ...(answer.outcome === "mistake" || answer.outcome === "failure" ? { isError: true } : {}),
});
