/** Takes what people find wrong in an answer, with what the answer was about. */
import { createAsk } from "../ask/ask.ts";
import { type Answer, blockPassages } from "../desk/answer.ts";
import type { Bot } from "../desk/bot.ts";
import { truncateText } from "../desk/truncate.ts";
import type { Messages } from "../language/messages.ts";
import type { Library } from "../library/library.ts";
import { cutText } from "../support/cut-text.ts";
import type { CurationContext } from "./curation.ts";
import { type CurationReply, type Form, type FormValues, MOST_TEXT } from "./form.ts";
import { reportLine } from "./lines.ts";
import { notice } from "./notice.ts";
import { requesterId } from "./requester.ts";

/** How much of the reported line is kept and shown, and how many passages and references of the answer are kept. */
const LINE = 600;
const HINT = 90;
const PASSAGES = 20;
const ABOUT = 20;
/** The recorded passages nearest to one that are looked at. */
const NEAR = 5;

/** Returns the form that reports the answer to a line. */
export const reportForm = (line: string, { curation }: Messages): Form => ({
  id: reportLine(line),
  title: curation.report,
  submit: curation.send,
  fields: [
    {
      name: "remark",
      label: curation.whatIsWrong,
      ...(line === "" ? {} : { hint: truncateText(line, HINT) }),
      isRequired: true,
      isLong: true,
    },
  ],
});

/** Returns the references of the records whose passages an answer shows, and of the sources that it cites. */
async function referencesIn({ opening, items, close, sources }: Answer, library: Library): Promise<string[]> {
  const shown = [...opening, ...items.flat(), ...close].flatMap(blockPassages).slice(0, PASSAGES);
  const found = await Promise.all(
    shown.map(async ({ source, start, end }) => {
      const id = sources.find(({ number }) => number === source)?.id;
      if (id === undefined) return [];
      const { hits } = await library.passages(id, { near: start, most: NEAR });
      const holding = hits.filter((hit) => hit.start <= start && hit.end >= end);
      return holding.flatMap(({ records }) => records);
    }),
  );
  return [...new Set([...found.flat(), ...sources.map(({ id }) => `sources/${id}`)])].slice(0, ABOUT);
}

/** Returns what the answer to a line is about; nothing where the line can no longer be read. */
async function aboutOf(line: string, bot: Bot, library: Library): Promise<string[]> {
  const parsed = bot.parse(line);
  return "ask" in parsed ? referencesIn(await bot.answer(parsed.ask), library) : [];
}

/** Takes a report. */
export async function sendReport(
  line: string,
  { remark = "" }: FormValues,
  { desk, bot, from, holder }: CurationContext,
): Promise<CurationReply> {
  const { curation } = bot.messages;
  const ask = createAsk("report");
  if (remark.trim() === "") {
    const { answer } = notice(ask, curation.nothingWritten, bot);
    return { type: "faults", faults: { remark: curation.nothingWritten }, answer };
  }
  const about = await aboutOf(line, bot, holder.current().library);
  const outcome = await desk.report(
    { line: cutText(line, LINE), remark: cutText(remark.trim(), MOST_TEXT), about },
    requesterId(from),
  );
  const text = outcome.type === "waiting" ? curation.reported : curation.tooManyWaiting(outcome.most);
  return notice(ask, text, bot);
}
