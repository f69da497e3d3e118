/** Links an answer to the context of its passages. */
import { createAsk } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import { type Answer, blockPassages } from "./answer.ts";
import { truncateText } from "./truncate.ts";

/** How much of a passage a button's label quotes, in UTF-16 units. */
const PASSAGE_LABEL_LENGTH = 30;

/** What an answer can be linked to. */
interface SourceLinks {
  readonly messages: Messages;
  /** Whether there is a command that shows a source. */
  readonly hasSource: boolean;
  /** Returns the URL of a source's page by the source's id; absent when no pages are served. */
  readonly sourcePageUrl?: (source: string) => string | undefined;
}

/** Adds each source's page, or, when no pages are served, a button that shows the first passage in its source. */
export function linkSources(answer: Answer, { messages, hasSource, sourcePageUrl }: SourceLinks): Answer {
  const { ask, opening, items, sources, buttons } = answer;
  if (sourcePageUrl !== undefined)
    return {
      ...answer,
      sources: sources.map((source) => {
        const page = sourcePageUrl(source.id);
        return page === undefined ? source : { ...source, page };
      }),
    };
  const citingBlock = [...items.slice(ask.from - 1), opening]
    .flat()
    .find((block) => blockPassages(block).length > 0);
  const first = citingBlock && blockPassages(citingBlock)[0];
  const source = sources.find(({ number }) => number === first?.source);
  if (!first || !source || ask.options.at !== undefined || !hasSource) return answer;
  const contextAsk = createAsk("source", source.id, { at: String(first.start) });
  const label = messages.offer.place(truncateText(first.text, PASSAGE_LABEL_LENGTH));
  return { ...answer, buttons: [...buttons, { type: "ask", label, ask: contextAsk }] };
}
